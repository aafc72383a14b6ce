import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tinyCaseTexts } from "../../test/support/tiny-case.ts";
import { readCase } from "../sources/case-folder.ts";

const text = readFileSync(new URL("../../cases/us-cn/world.json", import.meta.url), "utf8");
const GONE = Symbol("a field taken away");

/** What reading the case says when one field of its world is another; "" where it says nothing. */
function fault(path: string, value: unknown): string {
  const world = JSON.parse(text) as Record<string, unknown>;
  const names = path.split(".");
  const last = names.pop() as string;
  const holder = names.reduce((at, name) => at[name] as Record<string, unknown>, world);
  if (value === GONE) delete holder[last];
  else holder[last] = value;
  try {
    readCase({ ...tinyCaseTexts(), "world.json": JSON.stringify(world) });
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

describe("world.json", () => {
  test("is read with the case, and becomes part of what the case is about", () => {
    expect(readCase(tinyCaseTexts()).about.world).toBeUndefined();
    const { about } = readCase({ ...tinyCaseTexts(), "world.json": text });
    expect(about.world).toStrictEqual(JSON.parse(text));
  });

  test.each([
    ["issues.1.A.R", 9, "issues.1.A: expected T > R > P > S"],
    ["issues.0.B.S", GONE, "issues.0.B.S: expected number, got nothing"],
    ["issues.0.source", { kind: "data", ref: "listed-share" }, "issues.0.source: expected an assumption or literature"],
    ["issues.1.id", "commercial-theft", 'issues.1.id: expected an identifier of its own, got "commercial-theft"'],
    ["parameters.q.colour", 1, "parameters.q.colour: expected only known fields"],
    ["parameters.rho", GONE, "parameters.rho: expected object, got nothing"],
    ["parameters.zeal", {}, "parameters.zeal: expected only known fields"],
    ["parameters.e.value", 0.7, "parameters.e.value: expected a value within its range, got 0.7"],
    ["parameters.delta_A.range", [0, 1], "parameters.delta_A.range: expected a range within 0 to 0.999999, got [0,1]"],
    ["parameters.t.range", [0.5, 0.2], "parameters.t.range: expected a range that rises, got [0.5,0.2]"],
    [
      "parameters.prior.source.ref",
      "nobody1999",
      'prior.source.ref: expected the key of a reference, got "nobody1999"',
    ],
    ["parameters.q.source.ref", "guess", "parameters.q.source.ref: expected"],
    ["chosen", "trade", "chosen: expected one of commercial-theft, government-espionage"],
    ["penalty", "trade", "penalty: expected null or one of commercial-theft"],
  ])("%s that is wrong is one line that names the place", (path, value, line) => {
    expect(fault(path, value)).toContain(line);
    expect(fault(path, value)).toMatch(/^world\.json:1:/);
  });

  test("that is no JSON is one line", () => {
    expect(() => readCase({ ...tinyCaseTexts(), "world.json": "{" })).toThrow("world.json:1: expected one JSON object");
  });
});
