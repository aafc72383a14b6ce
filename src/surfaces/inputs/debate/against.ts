// The best argument against a claim, from the debates of its case. Candidates are replies that attack or undercut a comment
// which presses the claim, and comments that press what the same test decides the other way. The best one is chosen by
// these questions, in this order, each only where those before leave several:
//
// 1. Does it stand? Nobody's unanswered attack on it: grounded acceptance over the thread (dung1995).
// 2. Does it answer this very claim, rather than speak for the contrary elsewhere?
// 3. Does what it claims itself hold, as the models say at this world?
// 4. Do readers agree? (agree + 1) / (agree + disagree + 2), the rule of succession.
// 5. How surely does it speak of the matter, by the matcher's score; then the one that stands first in the thread.

import { grounded } from "../../../debate/acceptability.ts";
import type { FoundClaim, Template } from "../../../debate/claims/index.ts";
import { frameworkOf, relationRead } from "../../../debate/graph.ts";
import { isShown } from "../../../debate/moderation/policy.ts";
import type { Live } from "./live.ts";
import { mapSeen, talliesOf } from "./reading.ts";
import type { Room } from "./room.ts";

export type Against = {
  debate: string;
  comment: string;
  author: string;
  text: string;
  /** Why it was chosen. */
  why: {
    stands: "in" | "out" | "undecided";
    /** 1: all that it claims holds; 0: none of it; ½: open, or it claims nothing of its own. */
    holds: number;
    agree: number;
    disagree: number;
    direct: boolean;
  };
};

type Ranked = Against & { rank: readonly number[] };

export function bestAgainst(rooms: readonly Room[], template: Template, live: Live): Against | null {
  const best = rooms.flatMap((room) => candidatesIn(room, template, live)).reduce<Ranked | null>(better, null);
  if (!best) return null;
  const { rank: _, ...against } = best;
  return against;
}

/** The earlier one stays where the ranks are equal. */
function better(best: Ranked | null, one: Ranked): Ranked {
  if (!best) return one;
  const at = one.rank.findIndex((value, place) => value !== best.rank[place]);
  return at >= 0 && one.rank[at]! > best.rank[at]! ? one : best;
}

const STANDS = { in: 2, undecided: 1, out: 0 } as const;

function candidatesIn(room: Room, template: Template, live: Live): Ranked[] {
  const map = mapSeen(room);
  if (!map) return [];
  const { framework } = frameworkOf(map);
  const labels = grounded(framework);
  const standing = new Map(map.nodes.map(({ id }, at) => [id, labels[at] ?? "undecided"]));
  const tallies = talliesOf(room, null);
  const thread = room.thread();
  const places = new Map(thread.map(({ id }, at) => [id, at]));
  const claimsAt = (place: number): FoundClaim[] =>
    room.judged(place).claims.filter((found) => room.binding(thread[place]!.id, found.template.id) !== false);
  return thread.flatMap(({ id, author, text, parent, relation }, place) => {
    if (!isShown(room.state(id)?.status ?? room.judged(place).moderation.status)) return [];
    const claims = claimsAt(place);
    // Whoever presses the claim does not speak against it, whatever else they answer.
    if (claims[0]?.template.id === template.id) return [];
    const above = parent === null ? undefined : places.get(parent);
    const read = relation ?? relationRead(text);
    const speaksAgainst = above !== undefined && (read === "attack" || read === "undercut");
    const direct = speaksAgainst && claimsAt(above).some((found) => found.template.id === template.id);
    const contrary = claims.filter((found) => opposes(found.template, template));
    if (!direct && contrary.length === 0) return [];
    const { agree = 0, disagree = 0 } = tallies.get(id) ?? {};
    const stands = standing.get(id) ?? "undecided";
    const holds = holding(claims, live);
    const score = Math.max(0, ...(contrary.length > 0 ? contrary : claims).map((found) => found.score));
    return {
      debate: room.debate.id,
      comment: id,
      author,
      text,
      why: { stands, holds, agree, disagree, direct },
      rank: [STANDS[stands], direct ? 1 : 0, holds, (agree + 1) / (agree + disagree + 2), score],
    };
  });
}

/** How much of what a comment claims holds by the models. */
function holding(claims: readonly FoundClaim[], live: Live): number {
  const verdicts = claims.flatMap(({ template }) =>
    template.bindings.flatMap((binding) => (binding.kind === "model" ? [live(binding).verdict] : [])),
  );
  if (verdicts.length === 0) return 0.5;
  const points = { holds: 1, unknown: 0.5, fails: 0 };
  return verdicts.reduce((sum, verdict) => sum + points[verdict], 0) / verdicts.length;
}

function opposes(one: Template, other: Template): boolean {
  return one.bindings.some((a) =>
    other.bindings.some(
      (b) => a.kind === "model" && b.kind === "model" && a.proposition === b.proposition && a.sense !== b.sense,
    ),
  );
}
