// Do the sides answer each other: the fit of a long series, beside hawkesbow, and shuffles of labels.

import { hawkesHistory } from "../../test/support/hawkes-histories.ts";
import { stream } from "../../src/math/philox.ts";
import { sidedEvents, type SidedEvents } from "../../src/measure/reciprocity/events.ts";
import { fitSides, logLikelihood } from "../../src/measure/reciprocity/hawkes.ts";
import { permutationOf } from "../../src/measure/reciprocity/permutation.ts";
import { reciprocity as both } from "../../src/measure/reciprocity/index.ts";
import type { Bench } from "./run.ts";

const HORIZON = 200_000;

/** About 250,000 events of mu .5, alpha .9, beta 1.5: the law of the outside programs' figures. */
let kept: SidedEvents | null = null;

function long(): SidedEvents {
  const law = { mu: [0.5], branching: [[0.6]], beta: 1.5 };
  kept ??= sidedEvents(hawkesHistory(law, HORIZON, stream(1)), 1, HORIZON);
  return kept;
}

function fiveHundred(): SidedEvents {
  const chance = stream(2);
  const events = Array.from({ length: 500 }, () => ({ time: 400 * chance(), side: chance() < 0.5 ? 0 : 1 }));
  return sidedEvents(events, 2, 400);
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

export const reciprocity: Bench[] = [
  {
    name: "reciprocity: Hawkes fit of 250,000 events",
    goal: 0.15,
    unit: "s",
    other: { name: "hawkesbow", value: 0.045 },
    measure() {
      const events = long();
      return seconds(() => fitSides(events, () => [true]));
    },
  },
  {
    name: "reciprocity: one log-likelihood of 250,000 events, with slopes and curvature",
    goal: 0.05,
    unit: "s",
    other: { name: "hawkes", value: 0.006 },
    measure() {
      const events = long();
      return seconds(() => logLikelihood(events, { mu: [0.5], alpha: [[0.9]], beta: [1.5] }));
    },
  },
  {
    name: "reciprocity: both tests on 1,000,000 events of two sides",
    goal: 10,
    unit: "s",
    runs: 2,
    measure() {
      const chance = stream(3);
      const events = Array.from({ length: 1_000_000 }, () => ({ time: 1e6 * chance(), side: chance() < 0.5 ? 0 : 1 }));
      return seconds(() => {
        if (!both.estimate({ events, sides: ["a", "b"] }).ok) throw new Error("the work ended without an answer");
      });
    },
  },
  {
    name: "reciprocity: 10,000 shuffles of 500 events",
    goal: 2,
    unit: "s",
    measure() {
      const events = fiveHundred();
      return seconds(() => permutationOf(events, { draws: 10_000, seed: 1, periods: 1 }));
    },
  },
];
