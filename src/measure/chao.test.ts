import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../values/errors.ts";
import { chao } from "./chao.ts";

/** D 17, E 28, C 44, DE 12, DC 9, EC 24, DEC 21: China to the United States on three lists. */
const chinaToUs = [17 + 28 + 44, 12 + 9 + 24, 21];
/** D 1, E 6, C 4, DE 1: the other way. */
const usToChina = [11, 1, 0];

describe("chao", () => {
  test("gives 243 for China to the United States, as a lower bound", () => {
    const outcome = chao.estimate({ frequencies: chinaToUs });
    if (!outcome.ok) throw new Error("refused");
    expect(outcome.value.observed).toBe(155);
    expect(Math.round(outcome.value.value)).toBe(243);
    expect(outcome.value.value).toBeCloseTo(155 + 89 ** 2 / 90, 10);
    // C = exp(1.96 √log(1 + variance / unseen²)) by hand
    expect(outcome.value.interval.lower).toBeCloseTo(206.3452, 3);
    expect(outcome.value.interval.upper).toBeCloseTo(305.8605, 3);
    expect(outcome.value.kind).toBe("lower-bound");
  });
  test("refuses the United States to China: one shared case tells nothing", () => {
    const outcome = chao.estimate({ frequencies: usToChina });
    expect(outcome).toMatchObject({ ok: false, refusal: { reason: "too-few" } });
  });
  test("refuses without overlap, without cases, and with one list", () => {
    const reason = (frequencies: number[]): string => {
      const outcome = chao.estimate({ frequencies });
      return outcome.ok ? "answered" : outcome.refusal.reason;
    };
    expect(reason([9, 0, 0])).toBe("no-overlap");
    expect(reason([0, 0])).toBe("no-cases");
    expect(reason([])).toBe("no-cases");
    expect(reason([9])).toBe("one-list");
    expect(reason([9, 4])).toBe("too-few");
    expect(reason([9, 5])).toBe("answered");
  });
  test("rejects counts that are no counts", () => {
    for (const bad of [Number.NaN, -1, 1.5, Infinity]) {
      expect(() => chao.estimate({ frequencies: [bad, 3] })).toThrow(InputError);
    }
  });
  test("answers or refuses, never below what is on record, always finite and inside its interval", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 2, maxLength: 10 }), (frequencies) => {
        const outcome = chao.estimate({ frequencies });
        if (!outcome.ok) return;
        const { value, interval, observed } = outcome.value;
        expect(value).toBeGreaterThanOrEqual(observed);
        expect(interval.lower).toBeGreaterThanOrEqual(observed);
        expect(interval.lower).toBeLessThanOrEqual(value + 1e-9);
        expect(interval.upper).toBeGreaterThanOrEqual(value - 1e-9);
        expect(Number.isFinite(interval.upper)).toBe(true);
        expect(interval.upper).toBeGreaterThan(interval.lower);
      }),
    );
  });
});
