// What the page's worker answers: sets with proved corners, checks that name the failing row, games in fractions, and
// clear words for whatever cannot be read.

import { describe, expect, test } from "vitest";
import { check, type Checked } from "../../../../models/checker/check.ts";
import { models } from "../../../../models/index.ts";
import { stageNfg } from "../../../../models/stage-nfg.ts";
import { verdicts } from "../../../../models/verdict.ts";
import { solveWorld } from "../../../../models/world-run.ts";
import { setInWorld } from "../../../../world/set.ts";
import { standardWorld } from "../../../../world/standard.ts";
import { run, type Job, type PayoffSet } from "./jobs.ts";
import type { SolvedGame } from "./solve-game.ts";
import { solvedParts, verdictRows } from "./solved.ts";

const { A, B } = standardWorld.issues[0] as (typeof standardWorld.issues)[0];

function answered(job: Job): unknown {
  const done = run(job);
  if (!done.ok) throw new Error(done.because);
  return done.answer;
}

function fault(job: Job): string {
  const done = run(job);
  return done.ok ? "" : done.because;
}

describe("run()", () => {
  test("gives the set if everything is seen, its corners told and its certificate valid", () => {
    const set = answered({ name: "seen", asks: { A, B, delta: 0.9 } }) as PayoffSet;
    expect(set.kind).toBe("polygon");
    expect(set.corners).toHaveLength(4);
    const best = set.corners.find(({ point: [x, y] }) => Math.abs(x - 3) + Math.abs(y - 3) < 1e-6);
    expect(best?.inWords).toMatch(/^Both restrain; then the same again\. Whoever breaks it/);
    for (const { inWords } of set.corners)
      expect(inWords).toMatch(/^(Both (restrain|attack)|A (restrains|attacks) while B)/);
    expect(check(set.certificate).valid).toBe(true);
  });

  test("gives less if only alarms are seen: with impatient sides only mutual attack lasts", () => {
    const watched = { A, B, q: 0.6, rho: 0.1, m: 0, blames: false };
    const set = answered({ name: "watched", asks: { ...watched, delta: 0.3 } }) as PayoffSet;
    expect(set.corners.map(({ point }) => point)).toEqual([[A.P, B.P]]);
    const same = { T: 4, R: 3, P: 0, S: -4 };
    const patient = answered({
      name: "watched",
      asks: { ...watched, A: same, B: same, q: 0.9, rho: 0.05, delta: 0.9 },
    }) as PayoffSet;
    expect(patient.corners.some(({ inWords }) => /both restrain; after quiet.*; after an alarm/.test(inWords))).toBe(
      true,
    );
    expect(check(patient.certificate).valid).toBe(true);
  });

  test("gives what payments keep: a triangle with the punishment at its foot, each corner told and proved", () => {
    const watched = { A, B, q: 0.6, rho: 0.1, m: 0.1, blames: true };
    const set = answered({ name: "settled", asks: { ...watched, delta: 0.9 } }) as PayoffSet;
    expect(set.corners).toHaveLength(3);
    expect(set.corners[0]?.point).toEqual([A.P, B.P]);
    expect(set.corners[1]?.inWords).toMatch(/^First B pays A \d.*; then both restrain; after .* B pays A/);
    const joint = set.corners.map(({ point: [x, y] }) => x + y);
    expect(joint[1]).toBeCloseTo(joint[2] ?? 0, 9);
    expect(joint[1]).toBeGreaterThan(A.P + B.P);
    expect(joint[1]).toBeLessThanOrEqual(A.R + B.R + 1e-9);
    expect(check(set.certificate).valid).toBe(true);
    const impatient = answered({ name: "settled", asks: { ...watched, delta: 0.1 } }) as PayoffSet;
    expect(impatient.corners.map(({ point }) => point)).toEqual([[A.P, B.P]]);
  });

  test("checks a certificate or a whole solution, and names the row that fails", () => {
    const [run1] = solveWorld(standardWorld);
    const solution = run1?.solution.ok ? run1.solution.value : null;
    const whole = answered({ name: "check", asks: { text: JSON.stringify(solution) } }) as Checked;
    expect(whole.valid).toBe(true);
    const changed = structuredClone(solution?.certificate) as unknown as { rows: { lhs: number }[] };
    (changed.rows[1] as { lhs: number }).lhs += 1;
    const checked = answered({ name: "check", asks: { text: JSON.stringify(changed) } }) as Checked;
    expect(checked.valid).toBe(false);
    expect(checked.rows.filter(({ holds }) => !holds)).toHaveLength(1);
  });

  test.each([
    ["no JSON", "{"],
    ["no certificate", "{}"],
    ["a number", "7"],
    ["null", "null"],
    ["an unknown kind", '{"format":"detente-certificate/1","kind":"x","game":{},"profile":{},"rows":[]}'],
    ["too deep", `${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["too many rows", JSON.stringify({ rows: Array.from({ length: 30_000 }, () => ({})) })],
    [
      "a huge fraction",
      JSON.stringify({
        format: "detente-certificate/1",
        kind: "FLIPIT/periodic",
        game: { x: `1/${"9".repeat(500_000)}` },
        profile: {},
        rows: [],
      }),
    ],
  ])("says in words why %s cannot be checked", (_, text) => {
    expect(fault({ name: "check", asks: { text } })).toMatch(/\w/);
  });

  const solved = (text: string, lambda = 1, delta = 0.9): SolvedGame =>
    answered({ name: "game", asks: { text, lambda, delta } }) as SolvedGame;

  test("lists the equilibria of a stage game in fractions, and gives the game back in both formats", () => {
    const text = stageNfg({ id: "theft", A, B });
    const game = solved(text);
    const attack = {
      mixes: [
        ["0", "1"],
        ["0", "1"],
      ],
      worth: [String(A.P), String(B.P)],
      pure: true,
    };
    expect(game.all?.extreme).toEqual([attack]);
    expect(game.pure).toEqual({ count: 1, profiles: [{ moves: [1, 1], worth: [String(A.P), String(B.P)] }] });
    expect(game.nfg).toBe(text);
    expect(solved(game.efg ?? "").nfg).toBe(text);
    const pennies = solved(`NFG 1 R "pennies" { "one" "two" } { 2 2 } 1 -1 -1 1 -1 1 1 -1`, 3);
    const half = ["1/2", "1/2"];
    expect(pennies.all?.extreme).toEqual([{ mixes: [half, half], worth: ["0", "0"], pure: false }]);
    expect(pennies.pure.count).toBe(0);
    expect(pennies.logit?.lambda).toBe(3);
    for (const mix of pennies.logit?.mixes ?? []) for (const p of mix) expect(p).toBeCloseTo(0.5, 9);
    expect(pennies.repeated?.corners).toEqual([]);
  });

  test("solves a tree as its strategic form: bluff and call with the known odds", () => {
    const card = `EFG 2 R "One card" { "A" "B" }
      c "" 1 "" { "red" 1/2 "black" 1/2 } 0
      p "" 1 1 { "R" "F" } 0 p "" 2 1 { "M" "P" } 0 t "" 1 { 2 -2 } t "" 2 { 1 -1 } t "" 2
      p "" 1 2 { "R" "F" } 0 p "" 2 1 0 t "" 3 { -2 2 } t "" 2 t "" 4 { -1 1 }`;
    const { all, nodes, strategies, efg } = solved(card);
    expect(nodes).toBe(11);
    expect(strategies).toEqual([
      ["RR", "RF", "FR", "FF"],
      ["M", "P"],
    ]);
    expect(all?.extreme.map(({ mixes, worth }) => [...mixes, worth])).toEqual([
      [
        ["1/3", "2/3", "0", "0"],
        ["2/3", "1/3"],
        ["1/3", "-1/3"],
      ],
    ]);
    expect(solved(efg ?? "").all).toEqual(all);
  });

  test("keeps of three players what can be said: the pure equilibria and the logit response", () => {
    const vote = `NFG 1 R "vote" { "A" "B" "C" } { 2 2 2 } 1 1 1  0 0 0  0 0 0  0 0 0  0 0 0  0 0 0  0 0 0  1 1 1`;
    const game = solved(vote, 0);
    expect(game.pure.profiles.map(({ moves }) => moves.join())).toEqual(["0,0,0", "1,1,1"]);
    expect([game.all, game.repeated, game.table]).toEqual([null, null, null]);
    expect(game.logit?.mixes?.flat()).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  test("keeps the other answers where listing all equilibria is too much", () => {
    let drawn = 7;
    const next = (): number => (drawn = (drawn * 48271) % 2147483647) % 1000;
    const numbers = Array.from({ length: 2 * 50 * 50 }, next).join(" ");
    const game = solved(`NFG 1 R "large" { "A" "B" } { 50 50 } ${numbers}`, 0.001);
    expect(game.all).toBeNull();
    expect(game.logit?.mixes?.[0]).toHaveLength(50);
    expect(game.repeated?.corners.length).toBeGreaterThan(2);
  });

  test.each([
    "",
    "NFG 1 R",
    `NFG 1 R "x" { "a" "b" } { 2 2 } 1 2 3`,
    `NFG 1 R "x" { "a" "b" "c" } { 2 2 2 } 1`,
    `EFG 2 R "x" { "a" "b" } p "" 1 1 { "l" "r" } 0 t "" 1`,
    `EFG 2 R "x" { "a" } c "" 1 "" { "l" 1/2 "r" 1/3 } 0 t "" 0 t "" 0`,
    `EFG 2 R "x" { "a" } ${'p "" 1 1 { "l" } 0 '.repeat(60_000)} t "" 0`,
  ])("says in words why a text is no game (%#)", (text) => {
    expect(fault({ name: "game", asks: { text, lambda: 1, delta: 0.9 } })).toMatch(/(nfg|efg)(:\d+)?: expected/);
  });
});

describe("what a slider leaves alone", () => {
  test("is kept, and the rest is as if all were computed anew", () => {
    for (const q of [0.2, 0.5, 0.5, 0.9]) {
      const world = setInWorld(standardWorld, "q", q);
      expect(verdictRows(world)).toEqual(verdicts(world));
      expect(models.flatMap((model) => solvedParts(model, world)).map(({ solution }) => solution)).toEqual(
        solveWorld(world).map(({ solution }) => solution),
      );
    }
  });
});
