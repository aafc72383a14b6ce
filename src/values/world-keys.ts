// The names that a world is written in: its parameters with the values that models can take, and the formulas by which
// the ledger informs them.

import type { ReferenceKey } from "./references.ts";
import type { Effect, Sector } from "./statement.ts";

/** How close a value may come to an end of its domain that is not included. */
const NEAR = 1e-6;

/** The shared parameters that are single numbers. */
export const worldKeys = [
  "delta_A",
  "delta_B",
  "q",
  "rho",
  "m",
  "n",
  "gamma",
  "k_ret",
  "t",
  "h",
  "p_hard",
  "q_hard",
  "e",
  "p",
  "c_A",
  "c_B",
  "k_A",
  "k_B",
  "phi",
  "lambda",
  "s_c",
  "s_d",
  "persistence",
  "stealth",
  "prior",
  "tau",
  "reporting",
  "contested",
  "answered",
  "delay",
  "reaction_p",
] as const;
export type WorldKey = (typeof worldKeys)[number];

/** The values that the models can take. */
export const worldDomains: Readonly<Record<WorldKey, readonly [number, number]>> = {
  delta_A: [0, 1 - NEAR],
  delta_B: [0, 1 - NEAR],
  q: [NEAR, 1],
  rho: [NEAR, 1 - NEAR],
  m: [0, 1],
  n: [1, 10],
  gamma: [NEAR, 1],
  k_ret: [NEAR, 100],
  t: [NEAR, 1 - NEAR],
  h: [NEAR, 100],
  p_hard: [0, 1],
  q_hard: [0, 1],
  e: [0, 0.5],
  p: [0, 1],
  c_A: [0, 10],
  c_B: [0, 10],
  k_A: [NEAR, 1000],
  k_B: [NEAR, 1000],
  phi: [0, 1000],
  lambda: [0, 1],
  s_c: [NEAR, 1],
  s_d: [NEAR, 1],
  persistence: [0, 1],
  stealth: [0, 1],
  prior: [NEAR, 1 - NEAR],
  tau: [NEAR, 1 - NEAR],
  reporting: [NEAR, 1],
  contested: [0, 1],
  answered: [0, 1],
  delay: [0, 36_500],
  reaction_p: [0, 1],
};

/** What the ledger can tell, by the name of the formula that computes it. */
export const ledgerFormulas = [
  "listed-share",
  "seen-and-named",
  "accusers-differ",
  "contested-share",
  "median-delay",
  "no-concession",
  "answered-in-kind",
  "busy-quarters",
  "labels-shuffled",
] as const;
export type LedgerFormula = (typeof ledgerFormulas)[number];

/** Data: computed from the ledger · literature: printed in a work cited · assumption: nobody knows. */
export type WorldSource =
  | { kind: "data"; ref: LedgerFormula; note?: string | undefined }
  | { kind: "literature"; ref: ReferenceKey; note?: string | undefined }
  | { kind: "assumption"; ref?: undefined; note?: string | undefined };

/** One side's payoffs in one issue: alone in attacking, both restrained, both attacking, alone in restraint. */
export type Payoffs = { T: number; R: number; P: number; S: number };

/** Which incidents speak of an issue: those with one of the effects and one of the sectors. */
export type Counted = { effects: Effect[]; sectors: Sector[] };
