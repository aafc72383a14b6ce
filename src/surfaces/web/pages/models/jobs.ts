// What is computed beside the page, so that the page stays quick: data in, data out.

import { check, type Checked } from "../../../../models/checker/check.ts";
import { solve, type Equilibrium, type ModelOutcome } from "../../../../models/model.ts";
import { repeat } from "../../../../models/repeat.ts";
import { shares as sharesOfBox } from "../../../../models/verdict.ts";
import type { Share } from "../../../../models/sensitivity.ts";
import { InputError } from "../../../../values/errors.ts";
import type { Payoffs } from "../../../../values/world-keys.ts";
import type { Certificate } from "../../../../models/model.ts";
import { payoffSet } from "../../../words/en-models.ts";
import { solveGame, type Asked, type SolvedGame } from "./solve-game.ts";

type Dilemma = { A: Payoffs; B: Payoffs; delta: number };
export type Watching = Dilemma & { q: number; rho: number; m: number };

export type Jobs = {
  shares: { asks: { draws: number; seed: number }; answers: Record<string, Share> };
  /** Payoffs that can be equilibria if everything is seen. */
  seen: { asks: Dilemma; answers: PayoffSet };
  /** The same if only alarms are seen; `blames`: an alarm names one side. */
  watched: { asks: Watching & { blames: boolean }; answers: PayoffSet };
  /** The same if the sides can also settle by payments. */
  settled: { asks: Watching & { blames: boolean }; answers: PayoffSet };
  check: { asks: { text: string }; answers: Checked };
  game: { asks: Asked; answers: SolvedGame };
};
export type JobName = keyof Jobs;
export type Job = { [Name in JobName]: { name: Name; asks: Jobs[Name]["asks"] } }[JobName];
/** `because` is what was wrong with what was sent. */
export type Done = { ok: true; answer: unknown } | { ok: false; because: string };

export type Corner = { point: [number, number]; inWords: string };
export type PayoffSet = {
  kind: string;
  corners: Corner[];
  /** No payoff outside it can be an equilibrium; the same as the corners where everything is proved. */
  outer: [number, number][];
  certificate: Certificate | null;
  notes: readonly string[];
};

export function run(job: Job): Done {
  try {
    return { ok: true, answer: answerTo(job) };
  } catch (error) {
    if (error instanceof InputError || error instanceof SyntaxError) return { ok: false, because: error.message };
    if (error instanceof RangeError) return { ok: false, because: payoffSet.pastComputing(error.message) };
    throw error;
  }
}

function answerTo(job: Job): Jobs[JobName]["answers"] {
  switch (job.name) {
    case "shares":
      return sharesOfBox(job.asks.draws, job.asks.seed);
    case "seen":
      return seen(job.asks);
    case "watched":
      return watched(job.asks);
    case "settled":
      return settled(job.asks);
    case "check":
      return checked(job.asks.text);
    case "game":
      break;
  }
  return solveGame(job.asks);
}

function seen({ A, B, delta }: Dilemma): PayoffSet {
  const solved = solve(repeat, { part: "equilibrium-set", ...tables(A, B), delta });
  if (!solved.ok) throw new InputError("REPEAT", solved.refusal.because);
  const { outcome, equilibria, certificate, notes = [] } = solved.value;
  const corners = (outcome["vertices"] as [number, number][]).map((point, at) => {
    const play = equilibria[at]?.play;
    return { point, inWords: play ? payoffSet.play(play["actions"] as [number, number], shares(play), at) : "" };
  });
  return { kind: kindOf(outcome), corners, outer: corners.map(({ point }) => point), certificate, notes };
}

/** Weights of tomorrow's corners; they are written exactly. */
function shares({ weights }: Equilibrium["play"]): number[] {
  return (weights as (string | number)[]).map(inFloats);
}

type Signals = { signals: number[][][]; signalNames: string[] };

function signalsOf({ q, rho, m, blames }: Watching & { blames: boolean }): Signals {
  return blames
    ? { signals: blaming(q, rho, m), signalNames: payoffSet.alarmsThatBlame }
    : { signals: alarms(q, rho), signalNames: payoffSet.alarms };
}

function settled(asks: Watching & { blames: boolean }): PayoffSet {
  const { A, B, delta } = asks;
  const solved = solve(repeat, { part: "transfers", ...tables(A, B), ...signalsOf(asks), delta });
  if (!solved.ok) throw new InputError("REPEAT", solved.refusal.because);
  const { outcome, equilibria, certificate, notes = [] } = solved.value;
  const { corners: points = [] } = (outcome["set"] ?? {}) as { corners?: (string | number)[][] };
  const corners = cornersOf(
    points.map(([x = 0, y = 0]) => [inFloats(x), inFloats(y)]),
    equilibria,
  ).map(({ point, inWords }) => ({ point, inWords: `${inWords.charAt(0).toUpperCase()}${inWords.slice(1)}` }));
  return {
    kind: corners.length > 1 ? "polygon" : corners.length === 1 ? "point" : "unproved",
    corners,
    outer: [],
    certificate,
    notes,
  };
}

/** Numbers are written exactly where they are known so. */
function inFloats(exact: string | number): number {
  const [top = 0, bottom = 1] = String(exact).split("/").map(Number);
  return top / bottom;
}

function watched(asks: Watching & { blames: boolean }): PayoffSet {
  const { A, B, delta } = asks;
  const solved = solve(repeat, { part: "public-equilibria", ...tables(A, B), ...signalsOf(asks), delta });
  if (!solved.ok) throw new InputError("REPEAT", solved.refusal.because);
  const { outcome, equilibria, certificate, notes = [] } = solved.value;
  const outer = outcome["outer"] as [number, number][];
  const corners = cornersOf(outcome["inner"] as [number, number][], equilibria);
  // What is said is what is proved: the notes say how much lies between that and the outer set.
  const proved = ["unproved", "point", "segment"][corners.length] ?? "polygon";
  return { kind: outer.length === 0 ? "empty" : proved, corners, outer, certificate, notes };
}

function kindOf({ kind }: ModelOutcome): string {
  return typeof kind === "string" ? kind : "";
}

function cornersOf(points: readonly [number, number][], told: readonly Equilibrium[]): Corner[] {
  return points.map((point, at) => ({ point, inWords: sides(told[at]?.inWords ?? "") }));
}

/** The sides as the world names them. */
function sides(text: string): string {
  return text.replaceAll("player 1", "A").replaceAll("player 2", "B");
}

function tables(A: Payoffs, B: Payoffs): { g1: number[][]; g2: number[][] } {
  return {
    g1: [
      [A.R, A.S],
      [A.T, A.P],
    ],
    g2: [
      [B.R, B.T],
      [B.S, B.P],
    ],
  };
}

/** One alarm, raised by any attack with q and falsely with rho. */
function alarms(q: number, rho: number): number[][][] {
  const [attacked, quiet] = [parts(q), parts(rho)];
  return [
    [quiet, attacked],
    [attacked, attacked],
  ];
}

/** An alarm blames the attacker but for the share m; where both or neither attacked it blames either as often. */
function blaming(q: number, rho: number, m: number): number[][][] {
  const byA = parts(q * (1 - m), q * m);
  const byB = parts(q * m, q * (1 - m));
  return [
    [parts(rho / 2, rho / 2), byB],
    [byA, parts(q / 2, q / 2)],
  ];
}

/** With what is left in front, as decimals that sum to one exactly. */
function parts(...shares: number[]): number[] {
  const rounded = shares.map((share) => Math.round(share * 1e6));
  return [1e6 - rounded.reduce((sum, share) => sum + share, 0), ...rounded].map((share) => share / 1e6);
}

function checked(text: string): Checked {
  const read: unknown = JSON.parse(text);
  // A whole solution is read too: its certificate is what is checked.
  return check(typeof read === "object" && read !== null && "certificate" in read ? read.certificate : read);
}
