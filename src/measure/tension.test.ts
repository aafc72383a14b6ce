import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ISL, madeUpIncident, madeUpStatement, NZL } from "../../test/support/made-up.ts";
import { ploverKinds, type Act } from "../values/act.ts";
import { dayFromNumber, dayNumber, type Day } from "../values/day.ts";
import type { When } from "../values/when.ts";
import { tensionEvents } from "./case-tension.ts";
import { tension, type Tension, type TensionAsked, type TensionEvent } from "./tension.ts";
import { severityFactor, tensionKinds, usualWeights } from "./tension-weights.ts";

const months = { from: "2010-01-01" as Day, to: "2013-12-01" as Day };
const start = dayNumber(months.from);

const event = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...tensionKinds.filter((kind) => usualWeights[kind] > 0)),
    day: fc.integer({ min: 0, max: 1400 }),
    open: fc.constantFrom(0, 30, 364),
    share: fc.constantFrom<readonly [number, number]>([1, 0], [0, 1], [0.5, 0.5]),
    rank: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ day, open, ...rest }): TensionEvent => ({
    ...rest,
    first: dayFromNumber(start + day),
    last: dayFromNumber(start + day + open),
  }));
const events = fc.array(event, { minLength: 5, maxLength: 40 });

function found(asked: Partial<TensionAsked> & Pick<TensionAsked, "events">): Tension {
  const outcome = tension.estimate({ months, draws: 40, ...asked });
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

const on = (day: string, more: Partial<TensionEvent> = {}): TensionEvent => ({
  id: day,
  kind: "SANCTION",
  first: day as Day,
  last: day as Day,
  share: [1, 0],
  rank: null,
  ...more,
});

describe("tension", () => {
  test("has a long-run mean of 100, directions that add up, and bands that hold it", () => {
    fc.assert(
      fc.property(events, (some) => {
        const { months: all, value, interval, directions } = found({ events: some });
        expect(all.length).toBe(48);
        expect(all.reduce((sum, { index }) => sum + index, 0) / 48).toBeCloseTo(100, 8);
        for (const { index, lower, upper, directions: parts, incidents } of all) {
          expect(parts[0] + parts[1]).toBeCloseTo(index, 8);
          expect(lower <= index && index <= upper && Number.isFinite(upper)).toBe(true);
          expect(incidents).toBeLessThanOrEqual(index + 1e-9);
        }
        expect(value).toBe(all.at(-1)!.index);
        expect(interval.lower <= value && value <= interval.upper).toBe(true);
        expect(directions[0].value + directions[1].value).toBeCloseTo(value, 8);
      }),
      { numRuns: 50 },
    );
  });

  test("is the sum of what each event contributes", () => {
    fc.assert(
      fc.property(events, (some) => {
        const { contributions, value } = found({ events: some });
        expect(contributions.length).toBe(some.length);
        expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(value, 7);
      }),
      { numRuns: 50 },
    );
  });

  test("is the same whatever all weights are multiplied by, in whichever order the events come", () => {
    fc.assert(
      fc.property(events, fc.double({ min: 0.1, max: 9, noNaN: true }), (some, factor) => {
        const weights = Object.fromEntries(tensionKinds.map((kind) => [kind, factor * usualWeights[kind]]));
        const plain = found({ events: some }).months;
        const other = found({ events: some.toReversed(), weights }).months;
        plain.forEach(({ index }, m) => {
          expect(other[m]!.index).toBeCloseTo(index, 7);
        });
      }),
      { numRuns: 30 },
    );
  });

  test("falls by half in a half-life", () => {
    const once = ["2010-06-30", "2010-06-30", "2010-06-30", "2010-06-30", "2010-06-30"].map((day) => on(day));
    const { months: all } = found({ events: once, halfLifeDays: 365 });
    const at = (month: string): number => all.find((one) => one.month === month)!.index;
    expect(at("2010-05")).toBe(0);
    expect(at("2011-06") / at("2010-06")).toBeCloseTo(0.5, 12);
    expect(at("2013-06") / at("2010-06")).toBeCloseTo(2 ** (-1096 / 365), 9);
  });

  test("eases with an agreement, by the reader's weights too, and varies more where dates leave more open", () => {
    const strain = ["2012-01-01", "2012-02-01", "2012-03-01", "2012-04-01", "2012-05-01"].map((day) => on(day));
    const agreed = on("2013-11-01", { kind: "AGREE", share: [0.5, 0.5] });
    const [without, eased] = [found({ events: strain }), found({ events: [...strain, agreed] })];
    expect(eased.value).toBeLessThan(without.value);
    const free = found({ events: [...strain, agreed], weights: { AGREE: 0 } });
    expect(free.value).toBeCloseTo(without.value, 9);
    const open = strain.map((one) => ({ ...one, first: "2011-01-01" as Day, last: "2012-12-31" as Day }));
    const width = ({ months: all }: Tension): number => all[30]!.upper - all[30]!.lower;
    expect(width(found({ events: open }))).toBeGreaterThan(2 * width(without));
  });

  test("depends on nothing but its input and seed", () => {
    const some = ["2010-05-01", "2011-05-01", "2012-05-01", "2012-07-01", "2013-01-01"].map((day) => on(day));
    expect(found({ events: some, seed: 3 })).toEqual(found({ events: some, seed: 3 }));
    expect(found({ events: some, seed: 3 }).interval).not.toEqual(found({ events: some, seed: 4 }).interval);
  });

  test("refuses too little, and more easing than strain; throws at a half-life that is none", () => {
    const five = ["2010-05-01", "2011-05-01", "2012-05-01", "2012-07-01", "2013-01-01"].map((day) => on(day));
    const reason = (some: TensionEvent[]): unknown => tension.estimate({ events: some, months });
    expect(reason([])).toMatchObject({ refusal: { reason: "no-cases" } });
    expect(reason(five.slice(1))).toMatchObject({ refusal: { reason: "too-few" } });
    expect(reason(five.map((one) => ({ ...one, kind: "AGREE" as const })))).toMatchObject({
      refusal: { reason: "no-variation" },
    });
    expect(() => tension.estimate({ events: five, months, halfLifeDays: 0 })).toThrow(RangeError);
  });

  test("weighs every kind of act, eases only by those that cooperate, and by severity around 1", () => {
    const eases = ploverKinds.filter((kind) => usualWeights[kind] < 0);
    expect(eases).toEqual(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"]);
    expect(severityFactor(0.5)).toBe(severityFactor(null));
    expect(severityFactor(0) + severityFactor(1)).toBeCloseTo(2, 12);
  });
});

describe("tensionEvents()", () => {
  const act = (more: Partial<Act>): Act => ({
    id: "act",
    when: "2015" as When,
    plover: "CONSULT",
    form: "talks",
    actors: [ISL],
    targets: [NZL],
    title: { en: "Talks" },
    summary: { en: "Talks." },
    read: [],
    checked: "not-checked",
    listedBy: [],
    ...more,
  });
  const shares = (acts: Act[]): unknown =>
    tensionEvents({ acts, incidents: [] }, { from: ISL, to: NZL }, "first").events.map(({ share }) => share);

  test("takes an act for its actors' direction, half each where both act, and for the other side where it names nobody", () => {
    expect(
      shares([
        act({}),
        act({ actors: [NZL], targets: [ISL] }),
        act({ actors: [ISL, NZL], targets: [ISL, NZL] }),
        act({ actors: [NZL], targets: [] }),
        act({ actors: [ISL], targets: [ISL] }),
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
      [0.5, 0.5],
      [0, 1],
    ]);
  });

  test("leaves out profiles and what has no date, and ranks severity on each scale by itself", () => {
    const scored = (id: string, value: number, scale: "dcid-severity" | "eurepoc-intensity"): unknown => ({
      ...madeUpIncident([madeUpStatement({ happened: "2014" as When, scores: [{ scale, value }] })], id),
    });
    const incidents = [
      scored("mild", 2, "dcid-severity"),
      scored("grave", 9, "dcid-severity"),
      scored("other-scale", 1, "eurepoc-intensity"),
      madeUpIncident([{ happened: null }], "undated"),
      madeUpIncident([{ happened: "2014" as When, about: "profile" }], "profile"),
    ] as ReturnType<typeof madeUpIncident>[];
    const { events: made, undated } = tensionEvents({ acts: [], incidents }, { from: ISL, to: NZL }, "happened");
    expect(undated).toBe(1);
    expect(made.map(({ id, rank, first, last }) => [id, rank, first, last])).toEqual([
      ["mild", 0.25, "2014-01-01", "2014-12-31"],
      ["grave", 0.75, "2014-01-01", "2014-12-31"],
      ["other-scale", 0.5, "2014-01-01", "2014-12-31"],
    ]);
  });
});
