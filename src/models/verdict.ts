// Argument → verdict: holds everywhere, nowhere, or exactly if its condition does, with the parameter on which it turns
// and the kind of source that parameter has. "Everywhere" and "nowhere" need a proof; else no exception was found.

import type { World } from "../world/world.ts";
import { worldKeys, type WorldKey } from "../world/world.ts";
import { models } from "./index.ts";
import type { Argument } from "./model.ts";
import { pointIn, sourceIn, type Proposition } from "./proposition.ts";
import { flipsOf, shareOf, type Flip, type Share } from "./sensitivity.ts";

export const argumentsInWords: Readonly<Record<Argument, string>> = {
  a: "One only negotiates when one is losing.",
  b: "Lines have been stated already, and the other side cannot be trusted to be straight.",
  c: "If even a known sympathiser of the other side urges talks, we must be doing something right.",
  d: "The other side steals at very little cost and we can hardly retaliate.",
  e: "The other side has everything to gain and little to lose; its leaders need growth to survive.",
  f: "Linking domains, for example threatening to spread content behind the rival's filter, could outweigh the gain.",
  g: "The rival may fear open networks more than we do.",
  h: "The cost is negligible and the threat is inflated by those who sell fear.",
  i: "The conflict exists only in the imagination.",
};

/** The parameter on which a verdict turns first. */
export type Pivotal = Flip & {
  /** Whether it flips within what the ledger leaves open; null where the ledger tells nothing of it. */
  leftOpen: boolean | null;
};

export type VerdictRow = {
  argument: Argument;
  proposition: string;
  model: string;
  sentence: string;
  condition: string;
  kind: "everywhere" | "nowhere" | "iff";
  inWords: string;
  /** Whether it holds at the world's values. */
  here: boolean;
  /** Null where no parameter alone flips it. */
  pivotal: Pivotal | null;
  proof: string | null;
};

/** With the share of the box: "no-exception-found" where the draws were all on one side and nothing was proved. */
export type Verdict = Omit<VerdictRow, "kind"> & { kind: VerdictRow["kind"] | "no-exception-found"; share: Share };

export const propositions: readonly Proposition[] = models.flatMap((model) => model.propositions);

/** The nine arguments at a world, a row for every proposition: quick enough to follow a slider. */
export function verdicts(world: World): VerdictRow[] {
  return propositions
    .map((proposition) => verdictOf(proposition, world))
    .sort((one, other) => one.argument.localeCompare(other.argument));
}

export function verdictOf(proposition: Proposition, world: World): VerdictRow {
  const { argument, id, model, sentence, condition, proof } = proposition;
  const point = pointIn(proposition, world);
  const nearest = flipsOf(proposition, point).find(({ to }) => to !== null);
  const kind = proof ? proof.holds : "iff";
  return {
    argument,
    proposition: id,
    model,
    sentence,
    condition,
    kind,
    inWords: kind === "iff" ? `holds iff ${condition}` : `holds ${kind}`,
    here: proposition.margin(point) >= 0,
    pivotal: nearest ? pivotalIn(nearest, world) : null,
    proof: proof?.because ?? null,
  };
}

function pivotalIn(flip: Flip, world: World): Pivotal {
  const interval = isKey(flip.param) ? world.params[flip.param].interval : undefined;
  const leftOpen =
    interval === undefined || flip.to === null ? null : flip.to >= interval.lower && flip.to <= interval.upper;
  return { ...flip, source: sourceIn(flip.param, world), leftOpen };
}

function isKey(key: string): key is WorldKey {
  return (worldKeys as readonly string[]).includes(key);
}

/** Shares of the parameter box, by proposition. They do not depend on a world: computed once, they serve all. */
export function shares(draws = 10_000, seed = 1): Record<string, Share> {
  return Object.fromEntries(propositions.map((proposition) => [proposition.id, shareOf(proposition, draws, seed)]));
}

export function withShare(row: VerdictRow, share: Share): Verdict {
  if (row.kind !== "iff" || (share.holds !== 1 && share.holds !== 0)) return { ...row, share };
  const inWords = `${share.holds === 1 ? "holds" : "fails"} with no exception found in ${share.draws} points`;
  return { ...row, kind: "no-exception-found", inWords, share };
}
