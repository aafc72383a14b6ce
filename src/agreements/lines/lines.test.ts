import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Act } from "../../values/act.ts";
import type { StateCode } from "../../values/state.ts";
import { effects, sectors, type Effect, type Sector } from "../../values/statement.ts";
import type { When } from "../../values/when.ts";
import { bunchingBelow } from "./bunching.ts";
import { crossingsOf } from "./crossing.ts";
import { distanceTo, rungOf, type Measured } from "./distance.ts";
import type { Line } from "./line.ts";
import { flagsOf, watchOf, type WatchEvent } from "./watch.ts";

const [USA, CHN] = ["USA", "CHN"] as StateCode[] as [StateCode, StateCode];
const line = (threshold: Partial<NonNullable<Line["threshold"]>> = {}): Line => ({
  id: "l",
  by: USA,
  toward: null,
  when: "2015-04-23" as When,
  form: "warning",
  gist: { en: "A line." },
  consequence: null,
  threshold: { coding: "own", sectors: ["energy"], effects: ["destruction"], severity: 6, ...threshold },
  read: [{ url: "https://example.org/" }],
  checked: "not-checked",
});
const scored = (severity: number): Measured["statements"] =>
  [{ withdrawn: false, scores: [{ scale: "dcid-severity", value: severity }] }] as unknown as Measured["statements"];
const incident = (change: Partial<Measured> = {}): Measured => ({
  id: "i",
  directions: [{ from: CHN, to: USA }],
  effects: ["destruction"],
  sectors: ["energy"],
  profile: false,
  statements: scored(6),
  happened: "2018-01" as When,
  disclosed: null,
  attributed: null,
  ...change,
});

const someEffects = fc.uniqueArray(fc.constantFrom<Effect>(...effects), { minLength: 1, maxLength: 4 });
const someSectors = fc.uniqueArray(fc.constantFrom<Sector>(...sectors), { minLength: 1, maxLength: 4 });
const anyIncident = fc
  .record({ effects: someEffects, sectors: someSectors, severity: fc.option(fc.integer({ min: 0, max: 10 })) })
  .map(({ severity, ...rest }) => incident({ ...rest, statements: severity === null ? [] : scored(severity) }));

describe("distanceTo()", () => {
  test("is 0 at the line, and counts each part on its own", () => {
    expect(distanceTo(line(), incident())).toMatchObject({ steps: 0, crossing: "yes" });
    expect(distanceTo(line(), incident({ effects: ["espionage"] }))).toMatchObject({
      effect: 4,
      steps: 4,
      crossing: "no",
    });
    expect(distanceTo(line(), incident({ sectors: ["media"] }))).toMatchObject({ sector: 1, steps: 1 });
    expect(distanceTo(line(), incident({ statements: scored(4) }))).toMatchObject({ severity: 2, steps: 2 });
  });

  test("calls a crossing possible where something is unknown", () => {
    expect(distanceTo(line(), incident({ statements: [] }))).toMatchObject({
      crossing: "possible",
      unknown: ["severity"],
    });
    expect(distanceTo(line(), incident({ effects: ["unknown"] }))).toMatchObject({
      crossing: "possible",
      effect: null,
    });
  });

  test("puts a graver effect that the line does not name next to the line, not over it", () => {
    const named = line({ effects: ["data-theft"] });
    expect(distanceTo(named, incident({ effects: ["destruction"] }))).toMatchObject({ effect: 1, crossing: "no" });
  });

  test.each([
    ["it came before the line", incident({ happened: "2015-04-22" as When })],
    ["it runs the other way", incident({ directions: [{ from: USA, to: CHN }] })],
    ["it is a career", incident({ profile: true })],
  ])("does not speak of an incident where %s", (_, one) => {
    expect(distanceTo(line(), one)).toBeNull();
  });

  test("is a whole number of at least 0, and 0 exactly where it is a crossing", () => {
    fc.assert(
      fc.property(anyIncident, someEffects, (one, named) => {
        fc.pre(named.some((effect) => effect !== "unknown"));
        const distance = distanceTo(line({ effects: named }), one);
        expect(Number.isInteger(distance?.steps)).toBe(true);
        expect(distance?.steps).toBeGreaterThanOrEqual(0);
        expect(distance?.steps === 0).toBe(distance?.crossing !== "no");
      }),
    );
  });

  test("never grows where an incident is graver by score or has an effect more", () => {
    fc.assert(
      fc.property(anyIncident, fc.constantFrom(...(Object.keys(rungOf) as Effect[])), (one, more) => {
        const known = one.effects.some((effect) => effect !== "unknown");
        fc.pre(known && one.statements.length > 0);
        const before = distanceTo(line(), one)?.steps ?? 0;
        const graver = incident({ ...one, effects: [...one.effects, more], statements: scored(10) });
        expect(distanceTo(line(), graver)?.steps ?? 99).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe("crossingsOf()", () => {
  const act = (id: string, when: string, actors: StateCode[], targets: StateCode[]): Act =>
    ({ id, when, plover: "SANCTION", form: "sanction", actors, targets }) as unknown as Act;

  test("tells what the line's side did toward the other within the window, and nothing else", () => {
    const acts = [
      act("in", "2018-06-30", [USA], [CHN]),
      act("late", "2018-07-01", [USA], [CHN]),
      act("early", "2017-12-31", [USA], [CHN]),
      act("other", "2018-02-01", [CHN], [USA]),
      act("at", "2018-01-01", [USA], [CHN]),
    ];
    const [crossing] = crossingsOf(line(), [incident(), incident({ id: "below", effects: ["probing"] })], acts, 180);
    expect(crossing?.followed.map(({ act: id, after }) => [id, after])).toEqual([
      ["in", 180],
      ["at", 0],
    ]);
  });
});

describe("bunchingBelow()", () => {
  const ladder = (counts: readonly number[]): Measured[] =>
    counts.flatMap((count, level) =>
      Array.from({ length: count }, (_, index) =>
        incident({ id: `i${level}-${index}`, statements: scored(3 + level) }),
      ),
    );

  test("finds operations that gather below the line", () => {
    const found = bunchingBelow(line(), ladder([6, 5, 20, 1, 1, 0]));
    expect(found.ok && found.value).toMatchObject({ from: 3, counts: [6, 5, 20, 1, 1, 0], below: 20 });
    expect(found.ok && found.value.p < 0.01).toBe(true);
  });

  test("finds none where counts fall smoothly", () => {
    const found = bunchingBelow(line(), ladder([20, 14, 10, 7, 5, 3]));
    expect(found.ok && found.value.p > 0.3).toBe(true);
  });

  test("refuses where there are too few, where no count could surprise, and where the words give no severity", () => {
    expect(bunchingBelow(line(), ladder([3, 3, 3, 0, 0, 0]))).toMatchObject({
      ok: false,
      refusal: { reason: "too-few" },
    });
    expect(bunchingBelow(line(), ladder([30, 0, 0, 0, 0, 0]))).toMatchObject({ refusal: { reason: "too-few" } });
    expect(bunchingBelow(line({ severity: null }), ladder([9, 9, 9]))).toMatchObject({
      refusal: { reason: "no-scores" },
    });
  });
});

describe("a watch", () => {
  const adopted: WatchEvent = {
    kind: "adopted",
    at: "2026-01-01T00:00:00Z",
    by: "me",
    because: "b",
    understanding: { between: [USA, CHN], sector: "water", effect: "destruction", band: "high" },
  };
  const judged: WatchEvent = {
    kind: "flag-judged",
    at: "2026-01-02T00:00:00Z",
    by: "you",
    incident: "x",
    breaks: false,
    because: "an exercise",
  };

  test("flags what the rule says breaks it, and shows a person's word beside the flag", () => {
    const made = watchOf([adopted, judged]);
    if (!made.ok) throw new Error(made.why);
    const flags = flagsOf(made.watch, [{ id: "x" }, { id: "y" }, { id: "z" }], (_, { id }) => id !== "z");
    expect(flags).toMatchObject([
      { incident: "x", judged: { breaks: false, by: "you" } },
      { incident: "y", judged: null },
    ]);
  });

  test("flags nothing once given up, and takes no further step", () => {
    const dropped: WatchEvent = { kind: "dropped", at: "2026-01-03T00:00:00Z", by: "me", because: "b" };
    const made = watchOf([adopted, dropped]);
    if (!made.ok) throw new Error(made.why);
    expect(flagsOf(made.watch, [{ id: "x" }], () => true)).toEqual([]);
    expect(watchOf([adopted, dropped, judged])).toMatchObject({ ok: false, why: "dropped" });
    expect(watchOf([judged])).toMatchObject({ ok: false, why: "not-adopted" });
    expect(watchOf([adopted, adopted])).toMatchObject({ ok: false, why: "adopted-twice" });
  });
});
