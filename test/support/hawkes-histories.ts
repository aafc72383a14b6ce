// Histories of two sides to try the tests of reciprocity on: answers, common shocks, campaigns of one's own, and plain
// unequal activity. Seeded, so that a test sees the same ones each time.

import { stream, type Chance } from "../../src/math/philox.ts";
import type { SideEvent } from "../../src/measure/reciprocity/events.ts";

/** `branching[i][j]`: children of side i that an event of side j has on average. */
export type Law = { mu: number[]; branching: number[][]; beta: number };

/** A Hawkes process on [0, horizon] as a branching process: immigrants, and each event's children. */
export function hawkesHistory({ mu, branching, beta }: Law, horizon: number, chance: Chance): SideEvent[] {
  const events: SideEvent[] = mu.flatMap((rate, side) =>
    poissonTimes(rate, horizon, chance).map((time) => ({ time, side })),
  );
  for (let k = 0; k < events.length; k++) {
    const { time, side: parent } = events[k]!;
    for (const [side, row] of branching.entries()) {
      for (let left = row[parent]! + Math.log(1 - chance()); left > 0; left += Math.log(1 - chance())) {
        const child = time - Math.log(1 - chance()) / beta;
        if (child < horizon) events.push({ time: child, side });
      }
    }
  }
  return inTime(events);
}

/** Shocks that set off bursts of events; whose an event is, is chance: nobody answers anybody. */
function shockHistory(share: number, horizon: number, chance: Chance): SideEvent[] {
  const events = poissonTimes(0.1, horizon, chance).flatMap((shock) =>
    poissonTimes(1, 8, chance).map(() => ({ time: shock - Math.log(1 - chance()), side: chance() < share ? 0 : 1 })),
  );
  return inTime(events.filter(({ time }) => time < horizon));
}

/** As shocks, with a share of side 0 that goes from `first` to `last` over the period. */
function driftHistory(first: number, last: number, horizon: number, chance: Chance): SideEvent[] {
  return shockHistory(0.5, horizon, chance).map(({ time }) => ({
    time,
    side: chance() < first + ((last - first) * time) / horizon ? 0 : 1,
  }));
}

const laws: Record<"answers" | "campaigns" | "unequal", Law> = {
  answers: {
    mu: [0.15, 0.15],
    branching: [
      [0, 0.5],
      [0.5, 0],
    ],
    beta: 1,
  },
  campaigns: {
    mu: [0.15, 0.15],
    branching: [
      [0.5, 0],
      [0, 0.5],
    ],
    beta: 1,
  },
  unequal: {
    mu: [0.8, 0.2],
    branching: [
      [0, 0],
      [0, 0],
    ],
    beta: 1,
  },
};

export const HORIZON: number = 400;

export type Setting = "answers" | "shocks" | "campaigns" | "unequal" | "drift";

/** The `seed`th history of a setting. */
export function historyOf(setting: Setting, seed: number): SideEvent[] {
  const chance = stream(seed, 77);
  if (setting === "shocks") return shockHistory(0.5, HORIZON, chance);
  if (setting === "drift") return driftHistory(0.9, 0.1, HORIZON, chance);
  return hawkesHistory(laws[setting], HORIZON, chance);
}

function poissonTimes(rate: number, horizon: number, chance: Chance): number[] {
  const times: number[] = [];
  if (rate <= 0) return times;
  for (let time = -Math.log(1 - chance()) / rate; time < horizon; time -= Math.log(1 - chance()) / rate)
    times.push(time);
  return times;
}

function inTime(events: SideEvent[]): SideEvent[] {
  return events.toSorted((one, other) => one.time - other.time);
}
