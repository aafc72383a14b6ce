// Size and power on simulated histories; docs/methods/reciprocity.md has the table of 1,000 runs a setting.

import { expect, test } from "vitest";
import { historyOf, HORIZON, type Setting } from "../../../test/support/hawkes-histories.ts";
import { sidedEvents } from "./events.ts";
import { fitSides, hawkesFit } from "./hawkes.ts";
import { withAndWithoutCross } from "./likelihood-ratio.ts";
import { permutationOf } from "./permutation.ts";

function rejections(setting: Setting, seeds: number, test: "permutation" | "ratio"): number {
  let rejected = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const events = sidedEvents(historyOf(setting, seed), 2, HORIZON);
    const p =
      test === "ratio"
        ? withAndWithoutCross(events).ratio.p
        : permutationOf(events, { draws: 99, seed, periods: "auto" }).p;
    if (p <= 0.05) rejected++;
  }
  return rejected;
}

test("the likelihood ratio takes common shocks for answers in every history: the trap", () => {
  expect(rejections("shocks", 10, "ratio")).toBe(10);
}, 20_000);

// Of 100 at 5%, more than 11 come about with probability .004.
test.each<Setting>(["shocks", "unequal", "drift"])(
  "shuffled labels find answers in no more than chance gives under %s",
  (setting) => {
    expect(rejections(setting, 100, "permutation")).toBeLessThanOrEqual(11);
  },
  20_000,
);

test("shuffled labels find true answers in at least 28 of 30 histories, and none beneath campaigns", () => {
  expect(rejections("answers", 30, "permutation")).toBeGreaterThanOrEqual(28);
  expect(rejections("campaigns", 30, "permutation")).toBe(0);
}, 20_000);

test("intervals of the branching ratio cover the truth about as often as they say", () => {
  let covered = 0;
  const runs = 60;
  for (let seed = 1; seed <= runs; seed++) {
    const events = sidedEvents(historyOf("answers", seed), 2, HORIZON);
    const { branching, branchingErrors } = hawkesFit(
      fitSides(events, () => [true, true]),
      0.95,
    );
    const error = branchingErrors[0]![1]!;
    if (error !== null && Math.abs(branching[0]![1]! - 0.5) <= 1.96 * error) covered++;
  }
  expect(covered).toBeGreaterThanOrEqual(0.86 * runs);
}, 30_000);
