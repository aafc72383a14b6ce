// How much each kind of act weighs in the tension index. A scale of conflict and cooperation in the manner of
// goldstein1992, who had scholars rate the kinds of an older event list; these numbers are our own assumption for the kinds
// of plover2022, in steps of a half from −8 (eases most) to 10 (strains most). Every weight can be set anew.

import { ploverKinds, type PloverKind } from "../values/act.ts";

/** A kind of act, or a cyber operation that one side is said to have carried out against the other. */
export type TensionKind = PloverKind | "INCIDENT";

export const tensionKinds: readonly TensionKind[] = [...ploverKinds, "INCIDENT"];

export type TensionWeights = Readonly<Record<TensionKind, number>>;

export const usualWeights: TensionWeights = {
  AGREE: -6,
  CONSULT: -2,
  SUPPORT: -4,
  CONCEDE: -5,
  COOPERATE: -6.5,
  AID: -7,
  RETREAT: -6,
  REQUEST: 1,
  ACCUSE: 3,
  REJECT: 4,
  THREATEN: 6,
  PROTEST: 4,
  SANCTION: 6.5,
  MOBILIZE: 7,
  COERCE: 7.5,
  ASSAULT: 10,
  INCIDENT: 5,
};

/** An operation counts this many times its kind's weight where no scored one is milder, and 2 less that where none is graver. */
const MILDEST = 0.4;

/** What severity makes of a weight: `rank` is the share of scored incidents that are milder, null where nobody scored it. */
export function severityFactor(rank: number | null): number {
  return rank === null ? 1 : MILDEST + (2 - 2 * MILDEST) * rank;
}
