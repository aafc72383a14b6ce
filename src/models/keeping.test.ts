import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rational, rational } from "../math/rational.ts";
import { setInWorld, standardWorld, type Payoffs, type World } from "../world/index.ts";
import { modelOf } from "./index.ts";
import { keeping } from "./keeping.ts";
import { solve, type Solution } from "./model.ts";

const hundredth = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((value) => value / 100);

const payoffs = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .map(([x, y, z]): Payoffs => ({ S: 0, P: z, R: z + y, T: z + y + x }));

const worlds: fc.Arbitrary<World> = fc
  .tuple(payoffs, payoffs, hundredth(1, 99), hundredth(1, 99), hundredth(31, 100), hundredth(1, 30))
  .map(([A, B, delta_A, delta_B, q, rho]) => {
    const issues = standardWorld.issues.map((issue, at) => (at === standardWorld.chosen ? { ...issue, A, B } : issue));
    return Object.entries({ delta_A, delta_B, q, rho }).reduce<World>(
      (world, [key, value]) => setInWorld(world, key, value),
      {
        ...standardWorld,
        issues,
      },
    );
  });

function solved(world: World, model: string, part: string): Solution {
  const found = modelOf(model);
  const params = found?.fromWorld(world).find((one) => one.part === part)?.params;
  const solution = found && params ? solve(found, { part, ...params }) : null;
  if (!solution?.ok) throw new Error(`${model} ${part} has no solution`);
  return solution.value;
}

const chosen = (world: World): ReturnType<typeof keeping>["issues"][number] => {
  const issue = keeping(world).issues[world.chosen];
  if (!issue) throw new Error("The chosen issue is gone");
  return issue;
};

describe("keeping()", () => {
  test("says of both sides what REPEAT solves exactly, and needs the same patience", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { regimes, thresholds } = solved(world, "REPEAT", "two-sides");
        const { A, B } = chosen(world);
        expect(A.keeps && B.keeps).toBe(regimes.find(({ here }) => here)?.name === "tacit restraint");
        expect(A.patience ?? -1).toBeCloseTo(thresholds[0]?.value ?? -1, 9);
        expect(B.patience ?? -1).toBeCloseTo(thresholds[1]?.value ?? -1, 9);
      }),
      { numRuns: 200 },
    );
  });

  test("the detection that it asks for is enough, and a little less is not", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { detection } = chosen(world).B;
        expect(chosen(setInWorld(world, "q", 1)).B.keeps).toBe(detection !== null);
        if (detection === null) return;
        expect(chosen(setInWorld(world, "q", Math.min(1, detection + 1e-9))).B.keeps).toBe(true);
        expect(chosen(setInWorld(world, "q", detection - 1e-6)).B.keeps).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("ties issues as LINK does: 2/5 for A and 16/61 for B at the standard issues", () => {
    const { linked } = keeping(standardWorld);
    const { linkedA, linkedB } = solved(standardWorld, "LINK", "pooling").outcome;
    const number = (value: unknown): number => rational(value as string).toNumber();
    expect([linked?.A, linked?.B]).toStrictEqual([number(linkedA), number(linkedB)]);
    expect(number(linkedB)).toBeCloseTo(Rational.one.times(16).over(61).toNumber(), 12);
    expect(keeping({ ...standardWorld, penalty: null }).linked).toBeNull();
  });
});
