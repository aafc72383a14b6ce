import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DyadFacts } from "../measure/dyad-facts.ts";
import { worldFileSchema } from "../values/world-file.ts";
import { describeWorld, fromLedger, setInWorld, standardWorld, worldFromFile, worldKeys } from "./index.ts";

const file = worldFileSchema.parse(
  JSON.parse(readFileSync(new URL("../../cases/us-cn/world.json", import.meta.url), "utf8")),
);
const stated = worldFromFile(file);

const nothing: DyadFacts = {
  periods: 92,
  overlap: { lists: ["x", "y", "z"], cells: [], observed: 0 },
  contested: { found: 0, of: 0 },
  differing: { found: 0, of: 0 },
  delays: [],
  unyielding: { found: 0, of: 0 },
  answered: { found: 5, of: 9 },
  busy: { found: 0, of: 0 },
  issues: {},
  dated: [],
};

describe("fromLedger()", () => {
  test("leaves what is assumed as it is, and assumes what the record is too thin for, saying why", () => {
    const world = fromLedger(stated, nothing);
    for (const key of worldKeys) {
      const [before, after] = [stated.params[key], world.params[key]];
      expect(after.value).toBe(before.value);
      expect(after.source.kind).toBe(before.source.kind === "data" ? "assumption" : before.source.kind);
      expect(after.refused === undefined).toBe(before.source.kind !== "data");
    }
    expect(world.params.answered.refused).toMatchObject({ reason: "too-few", formula: "answered-in-kind" });
  });

  test("computes q as the listed share times the share named in time, with an interval that holds both", () => {
    // Chao: 60 once, 30 twice: 90 + 60²/60 = 150, so 60% are listed; 20 of 80 were named within a quarter.
    const cells = [
      { lists: ["x"], count: 60 },
      { lists: ["x", "y"], count: 30 },
    ];
    const delays = [...Array.from({ length: 20 }, () => 30), ...Array.from({ length: 60 }, () => 400)];
    const { params } = fromLedger(stated, {
      ...nothing,
      overlap: { lists: ["x", "y", "z"], cells, observed: 90 },
      delays,
    });
    expect(params.reporting.value).toBeCloseTo(0.6, 6);
    expect(params.q.value).toBeCloseTo(0.15, 6);
    expect(params.q.interval?.lower).toBeLessThan(0.15 * 0.8);
    expect(params.q.interval?.level).toBeCloseTo(0.95, 12);
    expect(params.delay).toMatchObject({ value: 400, source: { kind: "data", ref: "median-delay" } });
  });

  test("keeps every value within what the models can take", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (some, more) => {
        const counted = { found: some, of: some + more };
        const { params } = fromLedger(stated, {
          ...nothing,
          contested: counted,
          differing: counted,
          unyielding: counted,
          busy: counted,
        });
        for (const key of worldKeys) {
          expect(params[key].value).toBeGreaterThanOrEqual(params[key].min);
          expect(params[key].value).toBeLessThanOrEqual(params[key].max);
        }
      }),
    );
  });
});

describe("describeWorld()", () => {
  test("names every value by a key that setInWorld takes, with its source", () => {
    const described = describeWorld(fromLedger(stated, nothing));
    expect(Object.keys(described).length).toBe(worldKeys.length + 3 + 8 * stated.issues.length);
    for (const [key, { value, source, meaning }] of Object.entries(described)) {
      const text = Array.isArray(value) ? value.join(",") : String(value);
      expect(setInWorld(stated, key, typeof value === "number" ? value : text)).toBeDefined();
      expect(meaning).toMatch(/\S/);
      expect(["data", "literature", "assumption"]).toContain(source.kind);
      if (source.kind !== "assumption") expect(source.ref).toMatch(/\S/);
    }
  });

  test("a value set by hand is an assumption, whatever it was", () => {
    const world = setInWorld(fromLedger(stated, { ...nothing, contested: { found: 10, of: 40 } }), "contested", 0.5);
    expect(describeWorld(world)["contested"]).toMatchObject({
      value: 0.5,
      source: { kind: "assumption", ref: null, note: "set by hand" },
    });
    expect(world.params.contested.interval).toBeUndefined();
  });
});

describe("the world of the bundled case", () => {
  test("has at least five issues with both sides' gains and losses in words, and every shared parameter", () => {
    expect(file.issues.length).toBeGreaterThanOrEqual(5);
    for (const { words } of file.issues)
      for (const side of [words.A, words.B]) expect(side.zh).toMatch(/\p{Script=Han}/u);
    expect(Object.keys(file.parameters).sort()).toStrictEqual([...worldKeys].sort());
  });

  test("stands at the standard world's payoffs and values, where nothing is computed: they are assumptions too", () => {
    expect(stated.issues.map(({ id, A, B }) => ({ id, A, B }))).toStrictEqual(
      standardWorld.issues.map(({ id, A, B }) => ({ id, A, B })),
    );
    expect([stated.chosen, stated.penalty]).toStrictEqual([standardWorld.chosen, standardWorld.penalty]);
  });
});
