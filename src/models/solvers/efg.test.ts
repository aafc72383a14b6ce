import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational, Rational } from "../../math/rational.ts";
import { InputError } from "../../values/errors.ts";
import { readEfg, writeEfg, type ExtensiveGame, type GameNode } from "./efg.ts";
import { allEquilibria } from "./equilibria.ts";
import { readStrategic, twoSided, writeStrategic } from "./nfg.ts";
import { reducedForm } from "./reduced-form.ts";
import { asTree, pureProfiles } from "./simultaneous.ts";

const card = `EFG 2 R "One card" { "A" "B" } "A sees the card, B does not"
c "deal" 1 "" { "red" 1/2 "black" 1/2 } 0
p "" 1 1 "red" { "R" "F" } 0
p "" 2 1 "raised" { "M" "P" } 0
t "" 1 "big win" { 2, -2 }
t "" 2 "win" { 1, -1 }
t "" 2
p "" 1 2 "black" { "R" "F" } 0
p "" 2 1 { "M" "P" } 0
t "" 3 "big loss" { -2 2 }
t "" 2 "win"
t "" 4 "loss" { -1, 1 }`;

/** A tree whose nodes are drawn from numbers: two players, chance, shared information sets. */
function treeFrom(numbers: readonly number[]): ExtensiveGame {
  let at = 0;
  const next = (most: number): number => (numbers[at++ % numbers.length] as number) % most;
  const game: ExtensiveGame = {
    title: `tree "${numbers.length}"`,
    players: ["A", "B\\"],
    comment: "",
    nodes: [],
    outcomes: new Map(),
    sets: new Map(),
    chances: new Map(),
  };
  const grow = (depth: number): number => {
    const place = game.nodes.length;
    const node: GameNode = { name: "", outcome: null, choice: null, children: [] };
    game.nodes.push(node);
    if (next(3) === 0) {
      const number = 1 + next(9);
      game.outcomes.set(number, { name: `o${number}`, payoffs: [rational(number), rational(`${number % 4}/3`)] });
      node.outcome = number;
    }
    const kind = depth === 0 ? 3 : next(4);
    if (kind === 3) return place;
    if (kind === 2) {
      const number = game.chances.size + 1;
      const probabilities = [rational("1/3"), rational("2/3")];
      game.chances.set(String(number), { name: "", actions: ["x", "y"], probabilities, number });
      node.choice = { chance: String(number) };
    } else {
      // One set a player and depth: nodes there are not told apart.
      const key = `${kind + 1}:${depth}`;
      game.sets.set(key, { player: kind, name: "", actions: ["l", "r"], number: depth });
      node.choice = { set: key };
    }
    node.children = [grow(depth - 1), grow(depth - 1)];
    return place;
  };
  grow(4);
  return game;
}

const arbitraryTree = fc.array(fc.nat(1000), { minLength: 20, maxLength: 80 }).map(treeFrom);

describe("readEfg()", () => {
  test("a game of one card has its one equilibrium: bluff and call with the known odds", () => {
    const game = twoSided(reducedForm(readEfg(card)), "efg");
    expect(game.strategies).toStrictEqual([
      ["RR", "RF", "FR", "FF"],
      ["M", "P"],
    ]);
    const found = allEquilibria(game);
    expect(found?.extreme.map(({ row, column }) => [row.map(String), column.map(String)])).toStrictEqual([
      [
        ["1/3", "2/3", "0", "0"],
        ["2/3", "1/3"],
      ],
    ]);
  });

  test("what is decided after one's own other choice is left out of a reduced strategy", () => {
    const game = readEfg(`EFG 2 R "twice" { "A" "B" }
      p "" 1 1 { "out" "in" } 0 t "" 1 { 1 1 } p "" 2 1 { "l" "r" } 0
      p "" 1 2 { "x" "y" } 0 t "" 2 { 2 0 } t "" 3 { 0 2 } t "" 4 { 3 3 }`);
    const { strategies, payoffs } = reducedForm(game);
    expect(strategies).toStrictEqual([
      ["out / *", "in / x", "in / y"],
      ["l", "r"],
    ]);
    expect(payoffs.map((of) => of.map(String))).toStrictEqual([
      ["1", "1", "2", "3", "0", "3"],
      ["1", "1", "0", "3", "2", "3"],
    ]);
  });

  test("a tree survives being written and read", () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const again = readEfg(writeEfg(tree));
        expect(JSON.stringify(again.nodes)).toBe(JSON.stringify(tree.nodes));
        expect(JSON.stringify(reducedForm(again))).toBe(JSON.stringify(reducedForm(tree)));
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test("payoffs of the reduced form are what playing the tree gives", () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const { strategies, payoffs } = reducedForm(tree);
        // With the other player and chance summed out by hand for the first profile of each.
        const total = (node: number, i: number): Rational => {
          const { outcome, choice, children } = tree.nodes[node] as GameNode;
          const here = (outcome === null ? undefined : tree.outcomes.get(outcome))?.payoffs[i] ?? Rational.zero;
          if (!choice) return here;
          if ("set" in choice) return here.plus(total(children[0] as number, i));
          const { probabilities = [] } = tree.chances.get(choice.chance) ?? {};
          return children.reduce((sum, child, k) => sum.plus(total(child, i).times(probabilities[k] ?? 0)), here);
        };
        for (const i of [0, 1]) expect(String(payoffs[i]?.[0])).toBe(String(total(0, i)));
        expect(payoffs[0]).toHaveLength(strategies.reduce((product, list) => product * list.length, 1));
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test("a strategic game keeps its form as a tree, and in both forms of .nfg", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 30, maxLength: 30 }),
        (sizes, numbers) => {
          const cells = sizes.reduce((a, b) => a * b, 1);
          const game = {
            title: "t",
            players: sizes.map((_, i) => `P${i}`),
            strategies: sizes.map((size) => Array.from({ length: size }, (_, k) => `${k + 1}`)),
            payoffs: sizes.map((_, i) =>
              Array.from({ length: cells }, (__, k) => rational(numbers[(i * 7 + k) % 30] ?? 0)),
            ),
          };
          expect(JSON.stringify(reducedForm(readEfg(writeEfg(asTree(game)))))).toBe(JSON.stringify(game));
          for (const form of ["payoffs", "outcomes"])
            expect(JSON.stringify(readStrategic(writeStrategic(game, form)))).toBe(JSON.stringify(game));
        },
      ),
    );
  });

  test("three players: the pure equilibria", () => {
    const text = `NFG 1 R "two of three" { "A" "B" "C" } { 2 2 2 } 1 1 1  0 0 0  0 0 0  0 0 0  0 0 0  0 0 0  0 0 0  1 1 1`;
    expect(pureProfiles(readStrategic(text)).map(String).sort()).toStrictEqual(["0,0,0", "1,1,1"]);
  });
});

describe("hostile files end in one line", () => {
  const deep = (depth: number): string =>
    `EFG 2 R "deep" { "A" "B" } ${'p "" 1 1 { "a" } 0 '.repeat(depth)} t "" 1 { 1 1 }`;

  test("a path of forty thousand moves is read, and played", () => {
    expect(reducedForm(readEfg(deep(40_000))).strategies[0]).toStrictEqual(["a"]);
  });

  test.each([
    ["nothing", "", /EFG/],
    ["another format", 'NFG 1 R "x"', /EFG/],
    ["a path past the bound", deep(60_000), /nodes/],
    ["an end too early", 'EFG 2 R "x" { "A" "B" } p "" 1 1 { "a" "b" } 0 t "" 1 { 1 1 }', /a node/],
    ["something after the end", 'EFG 2 R "x" { "A" "B" } t "" 1 { 1 1 } t "" 1', /end of the file/],
    ["an open quotation", 'EFG 2 R "x" { "A', /quotation/],
    ["a player that is none", 'EFG 2 R "x" { "A" "B" } p "" 3 1 { "a" } 0 t "" 0', /player/],
    ["chances that do not sum to one", 'EFG 2 R "x" { "A" } c "" 1 "" { "a" 1/2 "b" 1/3 } 0', /sum to one/],
    ["a negative chance", 'EFG 2 R "x" { "A" } c "" 1 "" { "a" -1 "b" 2 } 0', /zero/],
    ["an outcome without payoffs", 'EFG 2 R "x" { "A" } t "" 1', /payoffs/],
    ["an outcome paid twice", 'EFG 2 R "x" { "A" } p "" 1 1 { "a" "b" } 0 t "" 1 { 1 } t "" 1 { 2 }', /as before/],
    ["a set with other actions", 'EFG 2 R "x" { "A" } p "" 1 1 { "a" } 0 p "" 1 1 { "a" "b" } 0', /as before/],
    ["a payoff of a thousand digits", `EFG 2 R "x" { "A" } t "" 1 { ${"9".repeat(1000)} }`, /payoff/],
    ["braces without end", `EFG 2 R "x" ${"{".repeat(100_000)}`, /quotes/],
  ])("%s", (_, text, expected) => {
    expect(() => readEfg(text)).toThrow(InputError);
    expect(() => readEfg(text)).toThrow(expected);
  });

  test("too many strategies are refused before they are written out", () => {
    const wide = (sets: number): string => {
      const signals = Array.from({ length: sets }, (_, k) => `"s${k}" 1/${sets}`).join(" ");
      const nodes = Array.from({ length: sets }, (_, k) => `p "" 1 ${k + 1} { "a" "b" } 0 t "" 1 { 1 1 } t "" 0`);
      return `EFG 2 R "wide" { "A" "B" } c "" 1 "" { ${signals} } 0 ${nodes.join(" ")}`;
    };
    expect(() => reducedForm(readEfg(wide(40)))).toThrow(/strategies/);
  });

  test("payoffs along a path, and chances, whose fractions would grow without end", () => {
    const bottoms = Array.from({ length: 2000 }, (_, k) => `${10 ** 9 + k}`);
    const paid = bottoms.map((q, k) => `p "" 1 1 { "a" } ${k + 1} "" { 1/${q} 1 }`).join(" ");
    expect(() => reducedForm(readEfg(`EFG 2 R "x" { "A" "B" } ${paid} t "" 0`))).toThrow(/1500 digits/);
    const chances = bottoms
      .map((q, k) => `c "" ${k + 1} "" { "x" ${7 * k + 3}/${q} "y" ${Number(q) - 7 * k - 3}/${q} } 0 t "" 1 { 1 1 }`)
      .join(" ");
    expect(() => reducedForm(readEfg(`EFG 2 R "x" { "A" "B" } ${chances} t "" 1 { 1 1 }`))).toThrow(/1500 digits/);
  });
});
