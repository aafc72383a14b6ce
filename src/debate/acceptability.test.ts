import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grounded, preferred, stable, standings, type Framework } from "./acceptability.ts";

const of = (size: number, ...attacks: [number, number][]): Framework => ({ size, attacks });
const valueOf = <T>(outcome: { ok: true; value: T } | { ok: false }): T => {
  if (!outcome.ok) throw new Error("refused");
  return outcome.value;
};
const sorted = (sets: readonly number[][]): string[] => sets.map((one) => one.join(" ")).sort();

describe("hand-worked examples", () => {
  // [name, framework, grounded, preferred, stable]
  test.each<[string, Framework, string, string[], string[]]>([
    ["nobody attacks", of(2), "0 1", ["0 1"], ["0 1"]],
    ["a chain: the last is defended by the first", of(3, [0, 1], [1, 2]), "0 2", ["0 2"], ["0 2"]],
    ["two that attack each other (Nixon diamond)", of(2, [0, 1], [1, 0]), "", ["0", "1"], ["0", "1"]],
    ["a circle of three has no stable position", of(3, [0, 1], [1, 2], [2, 0]), "", [""], []],
    ["one that attacks itself", of(1, [0, 0]), "", [""], []],
    [
      "floating acceptance: the last stands whichever wins",
      of(4, [0, 1], [1, 0], [0, 2], [1, 2], [2, 3]),
      "",
      ["0 3", "1 3"],
      ["0 3", "1 3"],
    ],
    ["stable is a part of preferred", of(5, [0, 1], [1, 0], [1, 2], [2, 3], [3, 4], [4, 2]), "", ["0", "1 3"], ["1 3"]],
  ])("%s", (_, framework, ground, most, whole) => {
    expect(
      grounded(framework)
        .flatMap((label, at) => (label === "in" ? [at] : []))
        .join(" "),
    ).toBe(ground);
    expect(sorted(valueOf(preferred(framework)))).toEqual(most);
    expect(sorted(valueOf(stable(framework)))).toEqual(whole);
  });
});

/** By the definitions, over every subset. */
function bruteForce({ size, attacks }: Framework): { complete: number[]; preferred: number[]; stable: number[] } {
  const targets = new Int32Array(size);
  const attackers = new Int32Array(size);
  for (const [from, to] of attacks) {
    targets[from]! |= 1 << to;
    attackers[to]! |= 1 << from;
  }
  const hitBy = (set: number): number => {
    let hit = 0;
    for (let at = 0; at < size; at += 1) if (set & (1 << at)) hit |= targets[at]!;
    return hit;
  };
  const admissible: number[] = [];
  const complete: number[] = [];
  const whole: number[] = [];
  for (let set = 0; set < 1 << size; set += 1) {
    const hit = hitBy(set);
    if (hit & set) continue;
    let defended = 0;
    for (let at = 0; at < size; at += 1) if ((attackers[at]! & ~hit) === 0) defended |= 1 << at;
    if ((set & ~defended) === 0) admissible.push(set);
    if (set === defended) complete.push(set);
    if ((set | hit) === (1 << size) - 1) whole.push(set);
  }
  const most = admissible.filter((set) => !admissible.some((other) => other !== set && (set & ~other) === 0));
  return { complete, preferred: most, stable: whole };
}

const members = (set: number): string =>
  Array.from({ length: 12 }, (_, at) => at)
    .filter((at) => set & (1 << at))
    .join(" ");
const frameworks = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    attacks: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
      selector: ([a, b]) => a * 16 + b,
      maxLength: 2 * size + 2,
    }),
  }),
);

test("grounded, preferred and stable agree with the definitions on thousands of random frameworks", () => {
  fc.assert(
    fc.property(frameworks, (framework) => {
      const expected = bruteForce(framework);
      expect(sorted(valueOf(preferred(framework)))).toEqual(expected.preferred.map(members).sort());
      expect(sorted(valueOf(stable(framework)))).toEqual(expected.stable.map(members).sort());
      // The grounded extension is the least complete one.
      const least = expected.complete.find((set) => expected.complete.every((other) => (set & ~other) === 0)) ?? -1;
      expect(
        grounded(framework)
          .flatMap((label, at) => (label === "in" ? [at] : []))
          .join(" "),
      ).toBe(members(least));
    }),
    { numRuns: 5000 },
  );
});

test("what is too large for the search is refused with its reason, and grounded still answers", () => {
  // Forty pairs that attack each other: 2^40 positions.
  const pairs = Array.from({ length: 40 }, (_, at): [number, number][] => [
    [2 * at, 2 * at + 1],
    [2 * at + 1, 2 * at],
  ]).flat();
  const outcome = preferred({ size: 80, attacks: pairs });
  expect(outcome.ok ? null : outcome.refusal.reason).toBe("too-many");
  expect(grounded({ size: 80, attacks: pairs }).every((label) => label === "undecided")).toBe(true);
});

test("a chain of a hundred thousand is labelled without recursion", () => {
  const size = 100_000;
  const attacks = Array.from({ length: size - 1 }, (_, at): [number, number] => [at, at + 1]);
  const labels = grounded({ size, attacks });
  expect(labels.filter((label) => label === "in")).toHaveLength(size / 2);
  expect(valueOf(preferred({ size, attacks }))).toHaveLength(1);
});

test("standings() says in words why an argument stands, falls or is open", () => {
  const words = valueOf(standings(of(5, [0, 1], [1, 2], [3, 4], [4, 3]), ["A", "B", "C", "D", "E"])).map(
    ({ inWords }) => inWords,
  );
  expect(words).toEqual([
    "Stands: nothing here attacks it.",
    "Falls: A, which stands, attacks it.",
    "Stands: whatever attacks it is itself defeated.",
    "Open: in 1 of 2 positions that defend themselves.",
    "Open: in 1 of 2 positions that defend themselves.",
  ]);
});
