// A world in an address: what is written is read again, in whatever order, and what cannot be is named and left out.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worldDomains, worldKeys } from "../../../../values/world-keys.ts";
import { standardWorld } from "../../../../world/standard.ts";
import { asOptions, settingsIn, settingsText, withSetting, worldSet } from "./settings.ts";

const setting = fc
  .constantFrom(...worldKeys)
  .chain((key) =>
    fc
      .double({ min: worldDomains[key][0], max: worldDomains[key][1], noNaN: true })
      .map((value): [string, string] => [key, String(value)]),
  );

describe("settings", () => {
  test("read from the address what was written into it, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(setting), (pairs) => {
        const settings = Object.fromEntries(pairs);
        const text = settingsText(settings);
        expect(settingsIn(text)).toEqual(settings);
        const reversed = Object.fromEntries(Object.entries(settings).toReversed());
        expect(settingsText(reversed)).toBe(text);
        expect(text === null).toBe(pairs.length === 0);
      }),
    );
  });

  test("put each value into the world and leave the others", () => {
    fc.assert(
      fc.property(setting, ([key, value]) => {
        const { world, ignored } = worldSet(standardWorld, { [key]: value });
        expect(ignored).toEqual([]);
        for (const other of worldKeys)
          expect(world.params[other].value).toBe(other === key ? Number(value) : standardWorld.params[other].value);
      }),
    );
  });

  test("take payoffs that are in order only together, in either order", () => {
    const both = { "issue.commercial-theft.A.R": "9", "issue.commercial-theft.A.T": "10" };
    for (const settings of [both, Object.fromEntries(Object.entries(both).toReversed())]) {
      const { world, ignored } = worldSet(standardWorld, settings);
      expect(ignored).toEqual([]);
      expect(world.issues[0]?.A).toMatchObject({ T: 10, R: 9 });
    }
  });

  test("name what cannot be and keep the rest", () => {
    const asked = settingsIn("q:2,nonsense:1,rho:abc,m:0.2,issue.commercial-theft.A.T:-5,:3,loose");
    const { world, ignored } = worldSet(standardWorld, asked);
    expect(ignored.map(({ key }) => key)).toEqual(["q", "nonsense", "rho", "issue.commercial-theft.A.T"]);
    expect(world.params.m.value).toBe(0.2);
    expect(world.params.q.value).toBe(standardWorld.params.q.value);
  });

  test("never throw on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => void worldSet(standardWorld, settingsIn(text))));
  });

  test("stop at more than any page writes", () => {
    const text = Array.from({ length: 5000 }, (_, at) => `k${at}:1`).join(",");
    expect(Object.keys(settingsIn(text)).length).toBe(120);
  });

  test("are taken back by null, and written as options of the command line", () => {
    const settings = withSetting({ q: "0.5", m: "0.2" }, { q: null, stakes: "1;2" });
    expect(settings).toEqual({ m: "0.2", stakes: "1;2" });
    expect(asOptions(settings)).toBe(" --set m=0.2 --set stakes=1,2");
    expect(worldSet(standardWorld, settings).world.stakes).toEqual([1, 2]);
  });
});
