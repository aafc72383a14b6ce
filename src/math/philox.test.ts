import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { philox, stream } from "./philox.ts";

const hex = (words: readonly number[]): string => words.map((word) => word.toString(16).padStart(8, "0")).join(" ");

describe("philox", () => {
  test("gives the known answers of its authors (salmon2011, Random123)", () => {
    const ones = 0xffffffff;
    expect(hex(philox([0, 0, 0, 0], [0, 0]))).toBe("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
    expect(hex(philox([ones, ones, ones, ones], [ones, ones]))).toBe("408f276d 41c83b0e a20bc7c6 6d5451fd");
    expect(hex(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]))).toBe(
      "d16cfe09 94fdcceb 5001e420 24126ea1",
    );
  });
  test("a stream repeats itself, and differs from its neighbours", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e6), (seed, index) => {
        const take = (chance: () => number): number[] => Array.from({ length: 5 }, chance);
        const drawn = take(stream(seed, index));
        expect(take(stream(seed, index))).toEqual(drawn);
        expect(take(stream(seed, index + 1))).not.toEqual(drawn);
        expect(take(stream(seed + 1, index))).not.toEqual(drawn);
        expect(take(stream(seed, index, 1))).not.toEqual(drawn);
        expect(drawn.every((u) => u >= 0 && u < 1)).toBe(true);
      }),
    );
  });
  test("numbers are uniform: 100 bins of 100,000 draws pass a chi-square test", () => {
    const chance = stream(7);
    const bins = new Float64Array(100);
    for (let i = 0; i < 100_000; i++) bins[Math.floor(chance() * 100)]! += 1;
    const statistic = bins.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0);
    expect(statistic).toBeGreaterThan(58); // 0.0005 to 0.9995 on 99 degrees of freedom
    expect(statistic).toBeLessThan(154);
  });
  test("refuses seeds that are no whole numbers", () => {
    expect(() => stream(1.5)).toThrow(RangeError);
    expect(() => stream(1, -1)).toThrow(RangeError);
  });
});
