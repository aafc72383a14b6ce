import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../models/checker/check.ts";
import { standardWorld } from "../world/standard.ts";
import { clausesOf, holdsAlone, type Clause, type Terms } from "./holds-alone.ts";

const payoffs = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([ps, rp, tr]) => ({ S: 0, P: ps, R: ps + rp, T: ps + rp + tr }));
const clause: fc.Arbitrary<Clause> = fc.record({ name: fc.constant("clause"), A: payoffs, B: payoffs });
const terms: fc.Arbitrary<Terms> = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 1, max: 98 })))
  .map(([a, b, q, rho]) => ({ delta: { A: a! / 100, B: b! / 100 }, q: q! / 100, rho: rho! / 200 }));

describe("holdsAlone()", () => {
  test("gives the least attribution: a clause holds from there on and not below", () => {
    fc.assert(
      fc.property(clause, terms, (one, given) => {
        const { attribution } = holdsAlone([one], given).clauses[0]!;
        const at = (q: number): boolean => holdsAlone([one], { ...given, q }).clauses[0]!.holds;
        expect(at(1)).toBe(attribution !== null);
        if (attribution === null) return;
        if (attribution < 1 - 1e-9) expect(at(attribution + 1e-9)).toBe(true);
        expect(at(attribution - 1e-9)).toBe(false);
      }),
    );
  });

  test("gives the least patience of each side at the given attribution", () => {
    fc.assert(
      fc.property(clause, terms, (one, given) => {
        const [found] = holdsAlone([one], given).clauses;
        const { A, B } = found!.patience;
        const [a, b] = [A ?? 1, B ?? 1];
        const at = (delta: Terms["delta"]): boolean => holdsAlone([one], { ...given, delta }).clauses[0]!.holds;
        if (A === null || B === null) expect(found!.holds).toBe(false);
        else {
          if (a < 1 - 1e-9 && b < 1 - 1e-9) expect(at({ A: a + 1e-10, B: b + 1e-10 })).toBe(true);
          expect(at({ A: a - 1e-9, B: b })).toBe(false);
        }
      }),
    );
  });

  test("needs no more for the package than for its hardest clause, where everything is seen", () => {
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 4 }), terms, (clauses, given) => {
        const found = holdsAlone(clauses, given);
        const hardest = Math.max(...found.clauses.map(({ patienceSeen }) => patienceSeen));
        expect(found.package.patienceSeen).toBeLessThanOrEqual(hardest + 1e-12);
      }),
    );
  });

  test("carries certificates that the independent checker accepts", () => {
    fc.assert(
      fc.property(clause, terms, (one, given) => {
        const { clauses, package: whole } = holdsAlone([one, one], given);
        for (const { certificates } of [...clauses, whole])
          for (const certificate of Object.values(certificates))
            if (certificate) expect(check(certificate).valid).toBe(true);
        expect(whole.certificates.seen).not.toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  test("reads a world's issues as clauses", () => {
    const { clauses, terms: given } = clausesOf(standardWorld);
    expect(clauses.length).toBeGreaterThan(0);
    expect(holdsAlone(clauses, given).clauses.length).toBe(clauses.length);
  });
});
