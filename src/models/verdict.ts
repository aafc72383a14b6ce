// Argument → verdict: holds everywhere, nowhere, or exactly if its condition does, with the parameter on which it turns
// and the kind of source that parameter has. "Everywhere" and "nowhere" need a proof; else no exception was found.

import type { World } from "../world/world.ts";
import { at, chosenIssue, worldKeys } from "../world/world.ts";
import { models } from "./index.ts";
import type { Argument } from "./model.ts";
import type { Point, Proposition } from "./proposition.ts";
import { flipsOf, pointOf, shareOf, type Flip, type Share } from "./sensitivity.ts";

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

export type Verdict = {
  argument: Argument;
  proposition: string;
  model: string;
  sentence: string;
  condition: string;
  /** "holds everywhere" · "holds nowhere" · "holds iff" · "no exception found" in the draws of the share. */
  kind: "everywhere" | "nowhere" | "iff" | "no-exception-found";
  inWords: string;
  /** Whether it holds at the world's values. */
  here: boolean;
  share: Share;
  pivotal: Flip | null;
  proof: string | null;
};

export const propositions: readonly Proposition[] = models.flatMap((model) => model.propositions);

/** The world's values under the names that propositions use. */
export function pointInWorld(world: World): Point {
  const point: Record<string, number> = {};
  for (const key of worldKeys) point[key] = at(world, key);
  const { A, B } = chosenIssue(world);
  const penalty = world.penalty === null ? null : world.issues[world.penalty];
  return {
    ...point,
    delta: Math.min(at(world, "delta_A"), at(world, "delta_B")),
    gain_A: A.T - A.R,
    loss_A: A.R - A.P,
    gain_B: B.T - B.R,
    loss_B: B.R - B.P,
    gain: B.T - B.R,
    loss: B.R - B.P,
    R: B.R,
    P: B.P,
    ...(penalty
      ? {
          penaltyGain_A: penalty.A.T - penalty.A.R,
          penaltyLoss_A: penalty.A.R - penalty.A.P,
          penaltyGain_B: penalty.B.T - penalty.B.R,
        }
      : {}),
  };
}

/** Some names mean something else in one model: there the proposition's own default stands. */
const ownScale: Readonly<Record<string, readonly string[]>> = { ATTRIB: ["gain"], TRUST: ["gain"] };

export function verdictOf(proposition: Proposition, world: World, draws = 2000, seed = 1): Verdict {
  const values = { ...pointInWorld(world) } as Record<string, number>;
  for (const key of ownScale[proposition.model] ?? []) delete values[key];
  const point = pointOf(proposition, values);
  const share = shareOf(proposition, draws, seed);
  const here = proposition.margin(point) >= 0;
  const pivotal = flipsOf(proposition, point).find(({ to }) => to !== null) ?? null;
  const { argument, id, model, sentence, condition, proof } = proposition;
  const kind = proof ? proof.holds : share.holds === 1 || share.holds === 0 ? "no-exception-found" : "iff";
  return {
    argument,
    proposition: id,
    model,
    sentence,
    condition,
    kind,
    inWords: inWords(kind, condition, share),
    here,
    share,
    pivotal,
    proof: proof?.because ?? null,
  };
}

function inWords(kind: Verdict["kind"], condition: string, { holds, draws }: Share): string {
  if (kind === "everywhere") return "holds everywhere";
  if (kind === "nowhere") return "holds nowhere";
  if (kind === "iff") return `holds iff ${condition}`;
  return `${holds === 1 ? "holds" : "fails"} with no exception found in ${draws} points`;
}

/** The table of the nine arguments at a world. */
export function verdicts(world: World, draws = 2000, seed = 1): Verdict[] {
  return propositions
    .map((proposition) => verdictOf(proposition, world, draws, seed))
    .sort((a, b) => a.argument.localeCompare(b.argument));
}
