// "What would have to be true" is true: a world set to the flip of a verdict has the other verdict.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointIn } from "../../../../models/proposition.ts";
import { flipsOf } from "../../../../models/sensitivity.ts";
import { propositions } from "../../../../models/verdict.ts";
import { standardWorld } from "../../../../world/standard.ts";
import { past, settingsFor } from "./axis-settings.ts";
import { worldSet } from "./settings.ts";

describe("settingsFor()", () => {
  test("puts every axis that the world knows where it is asked to be", () => {
    const seen = new Set<string>();
    for (const proposition of propositions) {
      const point = pointIn(proposition, standardWorld);
      for (const { key, min, max } of proposition.axes) {
        const value = min + 0.37 * (max - min);
        const settings = settingsFor(key, value, standardWorld);
        if (!settings) continue;
        seen.add(key);
        const there = pointIn(proposition, worldSet(standardWorld, settings).world);
        expect(there[key], `${proposition.id} ${key}`).toBeCloseTo(value, 4);
        // The other axes of the box stand as they stood, but for a payoff that both hang on.
        for (const other of proposition.axes)
          if (other.key !== key && !other.key.startsWith("P_") && !other.key.startsWith("penaltySpread"))
            expect(there[other.key], `${proposition.id} ${key} moves ${other.key}`).toBeCloseTo(
              point[other.key] ?? Number.NaN,
              6,
            );
      }
    }
    for (const key of ["q", "delta_B", "gain_A", "loss_B", "penaltyGain_B", "phi"]) expect(seen).toContain(key);
  });

  test("a world set to a verdict's flip has the other verdict", () => {
    let flipped = 0;
    for (const proposition of propositions) {
      const point = pointIn(proposition, standardWorld);
      for (const { param, from, to } of flipsOf(proposition, point)) {
        if (to === null) continue;
        const settings = settingsFor(param, past(proposition, param, from, to), standardWorld);
        if (!settings) continue;
        const there = pointIn(proposition, worldSet(standardWorld, settings).world);
        expect(proposition.margin(there) >= 0, `${proposition.id} ${param}`).toBe(!(proposition.margin(point) >= 0));
        flipped++;
      }
    }
    expect(flipped).toBeGreaterThan(20);
  });

  test("gives nothing for an axis that no world knows, or for a value that breaks T > R > P > S", () => {
    expect(settingsFor("pi", 0.4, standardWorld)).toBeNull();
    fc.assert(
      fc.property(fc.double({ min: -1e7, max: 0, noNaN: true }), (value) => {
        expect(settingsFor("gain_B", value, standardWorld)).toBeNull();
      }),
    );
  });
});
