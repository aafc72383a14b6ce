// The world of the bundled case: what the ledger tells of it, counted again here from the case's plain lines, and every
// model solved at it with a certificate that holds.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../src/models/checker/check.ts";
import { verdicts } from "../src/models/verdict.ts";
import { solveWorld } from "../src/models/world-run.ts";
import { readCaseFolder } from "../src/surfaces/inputs/case-folder.ts";
import { bundledCasesFolder } from "../src/surfaces/inputs/place.ts";
import { worldOf, worldWith } from "../src/surfaces/inputs/world.ts";
import { viewOf } from "./support/tiny-case.ts";

const folder = join(bundledCasesFolder, "us-cn");
const world = worldOf(viewOf(readCaseFolder(folder)));

type Line = {
  incident: string;
  about: string;
  stance: string;
  accused: { states: string[] };
  victims: { states: string[] };
  author: { kind: string };
  listedBy: { source: string }[];
  codes?: Record<string, number>;
};
const lines = readFileSync(join(folder, "statements.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);

const accusesIn = ({ stance, accused, victims }: Line, from: string, to: string): boolean =>
  (stance === "asserts" || stance === "supports") && accused.states.includes(from) && victims.states.includes(to);
const inDyad = (line: Line): boolean => accusesIn(line, "CHN", "USA") || accusesIn(line, "USA", "CHN");

describe("the world of the bundled case", () => {
  test("counts DCID's concessions, contested events and listed incidents as the lines have them", () => {
    const coded = lines.filter((line) => inDyad(line) && line.listedBy.some(({ source }) => source === "dcid-2.0"));
    const without = coded.filter(({ codes }) => codes?.["concession"] === 0).length;
    expect(coded.length).toBeGreaterThan(50);
    expect(world.params.q_hard.value).toBeCloseTo(without / coded.length, 5);

    const events = [...new Set(lines.filter(inDyad).map(({ incident }) => incident))].filter((id) =>
      lines.some(
        (line) =>
          line.incident === id &&
          line.about !== "profile" &&
          line.accused.states.length > 0 &&
          (line.stance === "asserts" || line.stance === "supports"),
      ),
    );
    const contested = events.filter((id) =>
      lines.some((line) => line.incident === id && (line.stance === "denies" || line.stance === "doubts")),
    );
    expect(world.params.contested.value).toBeCloseTo(contested.length / events.length, 5);

    const lists = new Map<string, Set<string>>();
    for (const line of lines) {
      if (line.author.kind !== "dataset" || !accusesIn(line, "CHN", "USA")) continue;
      for (const { source } of line.listedBy)
        if (["dcid-2.0", "eurepoc-1.1", "cfr-2023-02"].includes(source))
          lists.set(line.incident, new Set([...(lists.get(line.incident) ?? []), source]));
    }
    const on = (count: number): number => [...lists.values()].filter((one) => one.size === count).length;
    expect(world.params.reporting.value).toBeCloseTo(lists.size / (lists.size + on(1) ** 2 / (2 * on(2))), 5);
  });

  test("is refused what so few rows cannot tell: nine rows on whether operations were answered", () => {
    expect(world.params.answered).toMatchObject({
      source: { kind: "assumption" },
      refused: { reason: "too-few", formula: "answered-in-kind" },
    });
  });

  test("solves every model with a certificate that holds, or says that it stands outside", () => {
    const wrong = solveWorld(world).filter(({ solution }) =>
      solution.ok
        ? solution.value.certificate && !check(JSON.parse(JSON.stringify(solution.value.certificate))).valid
        : solution.refusal.reason !== "outside-the-model",
    );
    expect(wrong.map(({ model, part }) => `${model}/${part}`)).toStrictEqual([]);
    const solved = solveWorld(world).filter(({ solution }) => solution.ok);
    expect(new Set(solved.map(({ model }) => model)).size).toBe(12);
  });

  test("outside a model's values gives a refusal, and the verdicts stand all the same", () => {
    const blind = worldWith(world, ["q=0.05"]);
    const repeat = solveWorld(blind).find(({ model, part }) => model === "REPEAT" && part === "two-sides");
    expect(repeat?.solution).toMatchObject({ ok: false, refusal: { reason: "outside-the-model" } });
    expect(verdicts(blind).length).toBe(verdicts(world).length);
    expect(verdicts(blind).find(({ proposition }) => proposition === "distrust-defeats-restraint")?.here).toBe(true);
  });
});
