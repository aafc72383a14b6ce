// A debate as it is read: each comment with the claims found in it, their verdicts at a world, and what moderation
// says. Surfaces show this.

import { standardWorld, type World } from "../world/index.ts";
import { verdicts } from "../models/verdict.ts";
import type { Binding, FoundClaim } from "./claims/index.ts";
import type { Comment, Debate } from "./debate.ts";
import { judgeThread, type JudgedComment, type Moderated } from "./moderation/phases.ts";
import { verdictOf, type Answers, type ClaimVerdict } from "./verdict-of.ts";

export type ReadClaim = {
  id: string;
  claim: string;
  arguments: readonly string[];
  /** The models that decide it, the first first. */
  models: readonly string[];
  quote: string;
  score: number;
  /** A suggestion until a person confirms it. */
  confirmed: false;
  answers: readonly { binding: Binding; verdict: ClaimVerdict }[];
};

export type ReadComment = Comment & { claims: readonly ReadClaim[]; moderation: Moderated };

export type ReadDebate = Omit<Debate, "comments"> & { comments: readonly ReadComment[] };

const nothing = { measure: () => null, query: () => null };

/** Reads claims at a world; measures and queries answer where the caller can ask them. */
export function readDebate(
  debate: Debate,
  {
    caseId,
    world = standardWorld,
    ask = nothing,
  }: { caseId: string; world?: World; ask?: Pick<Answers, "measure" | "query"> },
): ReadDebate {
  const answers: Answers = { case: caseId, verdicts: verdicts(world), ...ask };
  const judged = judgeThread(debate.comments, debate.body);
  const cache = new Map<Binding, ClaimVerdict>();
  const live = (binding: Binding): ClaimVerdict => {
    const known = cache.get(binding) ?? verdictOf(binding, world, standardWorld, answers);
    cache.set(binding, known);
    return known;
  };
  const comments = debate.comments.map((comment, place) => {
    const { claims, moderation } = judged[place] as JudgedComment;
    return { ...comment, claims: claims.map((found) => claimRead(found, live)), moderation };
  });
  return { ...debate, comments };
}

/** One claim with the answers to it. */
export function claimRead({ template, score, quote }: FoundClaim, live: (binding: Binding) => ClaimVerdict): ReadClaim {
  const models = template.bindings.flatMap((binding) => (binding.kind === "model" ? [binding.model] : []));
  return {
    id: template.id,
    claim: template.claim,
    arguments: template.arguments,
    models: [...new Set(models)],
    quote,
    score: Math.round(score * 1000) / 1000,
    confirmed: false,
    answers: template.bindings.map((binding) => ({ binding, verdict: live(binding) })),
  };
}
