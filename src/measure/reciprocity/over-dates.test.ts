import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historyOf } from "../../../test/support/hawkes-histories.ts";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { caseEvents, hostileKinds, seriesContents, seriesDates, type DatedEvent } from "./case-events.ts";
import { reciprocityOverDates, type OverDates } from "./over-dates.ts";

/** A history as days; every third event known by a month of days alone. */
function dated(setting: "answers" | "shocks", seed: number, vague: boolean): DatedEvent[] {
  return historyOf(setting, seed).map(({ time, side }, k) => {
    const day = Math.floor(time * 20);
    const first = vague && k % 3 === 0 ? day - (day % 30) : day;
    return { first, last: vague && k % 3 === 0 ? first + 29 : day, side: side as 0 | 1 };
  });
}

function answered(events: readonly DatedEvent[], seed = 1): OverDates {
  const outcome = reciprocityOverDates(events, { seed, draws: 99, dateDraws: 4 });
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

describe("reciprocityOverDates", () => {
  test("draws no dates where all are known to the day", () => {
    expect(answered(dated("answers", 1, false))).toMatchObject({ dateDraws: 1, dated: { drawn: 0 } });
  });

  test("drawn dates make standard errors no smaller than those of the drawings, and p is seeded", () => {
    const events = dated("answers", 2, true);
    const [one, again, other] = [answered(events), answered(events), answered(events, 2)];
    expect(again).toEqual(one);
    expect(other.hawkes.mu).not.toEqual(one.hawkes.mu);
    expect(one.likelihoodRatio.pLeast).toBeLessThanOrEqual(one.likelihoodRatio.p);
    expect(one.likelihoodRatio.pMost).toBeGreaterThanOrEqual(one.likelihoodRatio.p);
  });

  test("finds answers through vague dates, and none in common shocks", () => {
    const p = (events: DatedEvent[]): number => {
      const { permutation } = answered(events);
      return "refused" in permutation ? 1 : permutation.p;
    };
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(seeds.filter((seed) => p(dated("answers", seed, true)) <= 0.05).length).toBeGreaterThanOrEqual(7);
    expect(seeds.filter((seed) => p(dated("shocks", seed, true)) <= 0.05).length).toBeLessThanOrEqual(2);
  });

  test("refuses fewer than five dated events of a side", () => {
    const few = dated("answers", 1, false).filter(({ side }, k) => side === 0 || k < 3);
    const outcome = reciprocityOverDates(few);
    expect(outcome.ok ? "" : outcome.refusal.reason).toBe("too-few");
    expect(reciprocityOverDates([])).toMatchObject({ ok: false, refusal: { reason: "no-cases" } });
  });

  test("the order in which events are given does not matter where none share their days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (seed) => {
        const days = new Map(dated("answers", seed, false).map((event) => [event.first, event]));
        const events = [...days.values()].slice(0, 60);
        const one = answered(events);
        expect(one.tied).toBe(0);
        expect(one.counts[0] + one.counts[1]).toBe(events.length);
      }),
      { numRuns: 5 },
    );
  });
});

describe("caseEvents", () => {
  test("every incident of a direction and every hostile act is an event or is counted as left out", () => {
    const view = tinyView();
    const parties = new Set(view.about.parties.map(({ iso }) => iso));
    const directed = view.incidents.flatMap(({ directions }) =>
      directions.filter(({ from, to }) => from !== to && parties.has(from) && parties.has(to)),
    ).length;
    const hostile = view.acts.filter(({ plover }) => hostileKinds.includes(plover)).length;
    for (const dates of seriesDates)
      for (const content of seriesContents) {
        const { events, leftOut } = caseEvents(view, dates, content);
        const gone = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
        expect(events.length + gone).toBe(directed + (content === "incidents" ? 0 : hostile));
        for (const { first, last } of events) expect(last).toBeGreaterThanOrEqual(first);
      }
  });

  test("a year alone is no date to draw from", () => {
    for (const { first, last } of caseEvents(tinyView(), "happened", "incidents and hostile acts").events)
      expect(last - first).toBeLessThan(92);
  });
});
