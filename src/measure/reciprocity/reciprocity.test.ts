import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historyOf, HORIZON } from "../../../test/support/hawkes-histories.ts";
import { stream } from "../../math/philox.ts";
import { InputError } from "../../values/errors.ts";
import { sidedEvents, type SideEvent } from "./events.ts";
import { fitSides } from "./hawkes.ts";
import { reciprocity, type Asked, type Reciprocity } from "./index.ts";
import { permutationOf } from "./permutation.ts";
import { rescaledGaps } from "./residuals.ts";

function answered(asked: Asked): Reciprocity {
  const outcome = reciprocity.estimate({ draws: 99, ...asked });
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

/** Every number in a value that is to leave the folder. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
}

const sides = ["A", "B"];
const times = (at: readonly number[], side = 0): SideEvent[] => at.map((time) => ({ time, side }));

describe("reciprocity answers or refuses, in finite numbers", () => {
  test.each<[string, SideEvent[], number | undefined]>([
    ["one side alone", times([1, 2, 3, 4, 5, 9]), 10],
    ["one event of the other side", [...times([1, 2, 3, 4, 5]), ...times([2.5], 1)], 10],
    ["a few events", [...times([1, 2, 3]), ...times([2.5, 3.5], 1)], 10],
    ["events evenly spaced", [...times([1, 3, 5, 7, 9]), ...times([2, 4, 6, 8, 10], 1)], 10],
    ["two events almost at once", [...times([1, 1 + 1e-12, 3, 7]), ...times([2, 2 + 1e-12, 8], 1)], 10],
    ["a horizon far away", [...times([1, 2, 3, 4]), ...times([1.5, 2.5], 1)], 1e9],
    ["large times", [...times([1e12, 2e12, 3e12]), ...times([1.5e12, 2.5e12, 2.6e12], 1)], undefined],
    ["the last event at the horizon", [...times([1, 2, 3, 10]), ...times([4, 5], 1)], 10],
  ])("%s", (_, events, horizon) => {
    const found = answered({ events, sides, ...(horizon === undefined ? {} : { horizon }) });
    for (const number of numbersIn(found)) expect(Number.isFinite(number)).toBe(true);
    expect(found.hawkes.mu.length).toBe(2);
  });

  test.each<[string, SideEvent[], string]>([
    ["nothing", [], "no-cases"],
    ["one event", times([1]), "too-few"],
    ["no time at all", times([0, 0, 0, 0, 0]), "no-variation"],
    ["all events at one instant", times([3, 3, 3, 3, 3, 3, 3]), "no-variation"],
    ["all events of both sides at one instant", [...times([3, 3, 3]), ...times([3, 3, 3], 1)], "no-variation"],
  ])("%s is refused", (_, events, reason) => {
    for (const horizon of [undefined, 10]) {
      const outcome = reciprocity.estimate({ events, sides, ...(horizon === undefined ? {} : { horizon }) });
      expect(outcome.ok ? "" : outcome.refusal.reason).toBe(reason);
    }
  });

  test.each<[string, SideEvent[], number | undefined]>([
    ["NaN", times([1, Number.NaN]), undefined],
    ["a time before 0", times([-1, 2]), undefined],
    ["infinity", times([1, Infinity]), undefined],
    ["a side that is not named", [{ time: 1, side: 2 }], undefined],
    ["a horizon before the last event", times([1, 2, 3, 4, 5]), 4],
  ])("%s is no input", (_, events, horizon) => {
    expect(() => reciprocity.estimate({ events, sides, ...(horizon === undefined ? {} : { horizon }) })).toThrow(
      InputError,
    );
  });

  test("events out of order give what they give in order", () => {
    const events = historyOf("answers", 5);
    const shuffled = events.toSorted((one, other) => Math.sin(one.time * 1e4) - Math.sin(other.time * 1e4));
    expect(answered({ events: shuffled, sides, horizon: HORIZON })).toEqual(
      answered({ events, sides, horizon: HORIZON }),
    );
  });

  test("twenty thousand events of two sides are answered, with as many shuffles as can be afforded", () => {
    const chance = stream(9);
    const events = Array.from({ length: 20_000 }, () => ({ time: chance() * 2e4, side: chance() < 0.5 ? 0 : 1 }));
    const outcome = reciprocity.estimate({ events, sides, draws: 50_000 });
    const found = outcome.ok ? outcome.value.permutation : null;
    expect(found && "draws" in found ? found.draws : 0).toBe(1000);
    expect(outcome.ok ? outcome.value.cautions : []).toContain(
      "of 50000 shuffles asked for 1000 were made: more would take too long",
    );
  }, 30_000);

  test("of a long history the first events are shuffled, and it is said", () => {
    const chance = stream(10);
    const events = Array.from({ length: 300 }, () => ({ time: chance() * 300, side: chance() < 0.5 ? 0 : 1 }));
    const found = answered({ events, sides, draws: 20, mostShuffled: 200 });
    expect(found.permutation).toMatchObject({ events: 200, draws: 20 });
    expect(found.cautions.join()).toContain("over the first 200 of 300 events");
    const late = events.map(({ time }) => ({ time, side: time > 290 ? 1 : 0 }));
    expect("refused" in answered({ events: late, sides, draws: 20, mostShuffled: 200 }).permutation).toBe(true);
  });

  test("a parameter that the events do not bound has no interval, and is named", () => {
    // Nothing answers anything: whatever is fitted to a coincidence or two, the data do not bound it.
    const found = [1, 2, 3, 4, 5, 6].map((seed) => {
      const chance = stream(seed);
      return answered({
        events: Array.from({ length: 12 }, () => ({ time: chance() * 100, side: chance() < 0.5 ? 0 : 1 })),
        sides,
        horizon: 100,
      });
    });
    const ends = found.flatMap(({ hawkes: { intervals } }) =>
      [...intervals.mu, ...intervals.alpha.flat(), ...intervals.beta].flatMap((one) =>
        one ? [one.upper / one.lower] : [],
      ),
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(1e6 * (1 + 1e-9));
    expect(found.some(({ cautions }) => cautions.some((line) => line.startsWith("not bounded by the data")))).toBe(
      true,
    );
  });
});

describe("fits and tests", () => {
  test("another unit of time changes neither test, and every rate by that unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0.01, 7, 365.25), (seed, unit) => {
        const events = historyOf("answers", seed).slice(0, 120);
        const horizon = events.at(-1)!.time;
        const one = answered({ events, sides, horizon });
        const scaled = events.map(({ time, side }) => ({ time: time * unit, side }));
        const other = answered({ events: scaled, sides, horizon: horizon * unit });
        if ("refused" in one.likelihoodRatio || "refused" in other.likelihoodRatio) throw new Error("refused");
        expect(other.likelihoodRatio.statistic).toBeCloseTo(one.likelihoodRatio.statistic, 3);
        if ("refused" in one.permutation || "refused" in other.permutation) throw new Error("refused");
        expect(other.permutation.p).toBe(one.permutation.p);
        expect(other.hawkes.mu[0]! * unit).toBeCloseTo(one.hawkes.mu[0]!, 3);
      }),
      { numRuns: 6 },
    );
  });

  test("names of sides exchanged exchange the parameters and leave the statistics", () => {
    const events = historyOf("answers", 11);
    const swapped = events.map(({ time, side }) => ({ time, side: 1 - side }));
    const [one, other] = [
      answered({ events, sides, horizon: HORIZON }),
      answered({ events: swapped, sides, horizon: HORIZON }),
    ];
    expect(other.hawkes.alpha[1]![0]).toBeCloseTo(one.hawkes.alpha[0]![1]!, 4);
    expect(other.hawkes.logLikelihood).toBeCloseTo(one.hawkes.logLikelihood, 6);
    if ("refused" in one.permutation || "refused" in other.permutation) throw new Error("refused");
    expect(other.permutation.statistic).toBeCloseTo(one.permutation.statistic, 6);
  });

  test("the fit with cross excitation is never less likely than the fit without", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { likelihoodRatio } = answered({ events: historyOf("unequal", seed).slice(0, 80), sides });
      if ("refused" in likelihoodRatio) throw new Error("refused");
      expect(likelihoodRatio.statistic).toBeGreaterThanOrEqual(0);
      expect(likelihoodRatio.p).toBeGreaterThanOrEqual(likelihoodRatio.pAtBoundary ?? 0);
    }
  });

  test("at the fit no slope is left but toward a bound", () => {
    const events = sidedEvents(historyOf("answers", 3), 2, HORIZON);
    for (const { mu, branching, converged } of fitSides(events, () => [true, true])) {
      expect(converged).toBe(true);
      expect(mu).toBeGreaterThan(0);
      expect(Math.min(...branching)).toBeGreaterThanOrEqual(0);
    }
  });

  test("measured by the fitted intensity, events come once a unit", () => {
    const events = sidedEvents(historyOf("answers", 4), 2, HORIZON);
    for (const [side, fit] of fitSides(events, () => [true, true]).entries()) {
      const gaps = rescaledGaps(events, side, fit);
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      expect(mean).toBeGreaterThan(0.9);
      expect(mean).toBeLessThan(1.1);
    }
  });

  test("shuffles of one seed give one p, of whatever else is drawn", () => {
    const events = sidedEvents(historyOf("shocks", 2), 2, HORIZON);
    const options = { draws: 199, seed: 5, periods: "auto" } as const;
    expect(permutationOf(events, options)).toEqual(permutationOf(events, options));
    expect(permutationOf(events, { ...options, seed: 6 })).not.toEqual(permutationOf(events, options));
  });

  test("labels that take turns are at the one end, labels in blocks at the other", () => {
    const turns = Array.from({ length: 60 }, (_, k) => ({ time: k + 0.1 * Math.sin(k), side: k % 2 })).map((event) => ({
      ...event,
      time: event.time + 1,
    }));
    const blocks = turns.map(({ time }, k) => ({ time, side: k < 30 ? 0 : 1 }));
    const options = { draws: 199, seed: 1, periods: 1 };
    expect(permutationOf(sidedEvents(turns, 2), options).p).toBe(1 / 200);
    expect(permutationOf(sidedEvents(blocks, 2), options)).toMatchObject({ p: 1, ownSide: 1 / 200 });
  });
});
