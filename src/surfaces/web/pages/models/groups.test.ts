// Every parameter has its slider, and a slider goes only where the parameter may.

import { describe, expect, test } from "vitest";
import { worldDomains, worldKeys } from "../../../../values/world-keys.ts";
import { standardWorld } from "../../../../world/standard.ts";
import { groups, payoffTrack, trackOf } from "./groups.ts";
import { worldSet } from "./settings.ts";

describe("sliders", () => {
  test("there is one for every parameter of the world, and no other", () => {
    expect(Object.values(groups).flat().toSorted()).toEqual([...worldKeys].toSorted());
  });

  test.each(worldKeys)("%s: every position is a value in the range, and values rise", (key) => {
    const track = trackOf(key);
    const [min, max] = worldDomains[key];
    let last = -Infinity;
    for (let position = 0; position <= track.last; position++) {
      const value = track.valueAt(position);
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
      expect(value).toBeGreaterThan(last);
      expect(track.positionOf(value)).toBe(position);
      last = value;
    }
    expect(track.positionOf(standardWorld.params[key].value)).toBeGreaterThanOrEqual(0);
  });

  test("a payoff's slider keeps T > R > P > S at every position", () => {
    for (const { id, A } of standardWorld.issues)
      for (const letter of ["T", "R", "P", "S"] as const) {
        const { track } = payoffTrack(letter, A);
        for (const position of [0, Math.floor(track.last / 2), track.last]) {
          const settings = { [`issue.${id}.A.${letter}`]: String(track.valueAt(position)) };
          expect(worldSet(standardWorld, settings).ignored).toEqual([]);
        }
      }
  });
});
