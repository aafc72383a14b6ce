// The map of a debate: what supports, attacks or undercuts what. An undercut speaks against a step, not against a
// statement: its target is an edge.

import type { Framework } from "./acceptability.ts";
import type { FoundClaim } from "./claims/index.ts";
import type { Comment, Debate, Relation } from "./debate.ts";

export type MapNode = { id: string; kind: "claim" | "comment"; title: string; text: string };
export type MapEdge = {
  id: string;
  from: string;
  to: string;
  relation: Relation;
  /** Written by somebody, or read from the reply's first words. */
  basis: "stated" | "read" | "claim";
};
export type ArgumentMap = { title: string; nodes: readonly MapNode[]; edges: readonly MapEdge[] };

const AGREES =
  /^(?:(?:very |so |quite |absolutely |totally )?(?:yes|yep|exactly|agreed|i (?:\w+ )?agree|indeed|true|precisely|correct|same here|well (?:said|put)|right|(?:that(?:'s| is) )?(?:a )?(?:good|fair|excellent) point|hear,? hear|amen|this\b|\+1))\b(?!,? but)/i;
const DISAGREES =
  /^(?:no\b|nope|not (?:so|true|really|quite|at all)|wrong|nonsense|rubbish|i (?:\w+ )?disagree|disagree|depends|hardly|on the contrary|that(?:'s| is) (?:not|wrong|false|nonsense)|but\b|come on|oh please|you(?:'re| are) (?:wrong|mistaken|forgetting)|with respect|false\b|really\?|why (?:would|should))/i;

/** What a reply does to what it answers, read from its first words; null where they do not say. */
export function relationRead(text: string): Relation | null {
  const first = text
    .trim()
    .replace(/[‘’]/g, "'")
    .replace(/^[“"']+/, "");
  if (AGREES.test(first)) return "support";
  return DISAGREES.test(first) ? "attack" : null;
}

/** The map of a thread: comments, the claims found in them, and what replies do. */
export function mapOf({ title, comments }: Debate, claims: readonly (readonly FoundClaim[])[]): ArgumentMap {
  const nodes: MapNode[] = [];
  const edges: MapEdge[] = [];
  const claimNodes = new Map<string, MapNode>();
  for (const [at, comment] of comments.entries()) {
    nodes.push({ id: comment.id, kind: "comment", title: comment.author, text: comment.text });
    for (const { template } of claims[at] ?? []) {
      const id = `claim-${template.id}`;
      claimNodes.set(id, { id, kind: "claim", title: template.id, text: template.claim });
      edges.push({ id: `${comment.id}>${id}`, from: comment.id, to: id, relation: "support", basis: "claim" });
    }
    const edge = replyEdge(comment, comments);
    if (edge) edges.push(edge);
  }
  return { title, nodes: [...claimNodes.values(), ...nodes], edges };
}

function replyEdge(comment: Comment, comments: readonly Comment[]): MapEdge | null {
  const { id, parent, relation, text } = comment;
  if (parent === null) return null;
  const read = relation ?? relationRead(text);
  if (!read) return null;
  const basis = relation ? "stated" : "read";
  const edge = { id: `${id}>${parent}`, from: id, relation: read, basis } as const;
  if (read !== "undercut") return { ...edge, to: parent };
  // An undercut aims at the step from what it answers to what that answers.
  const above = comments.find((one) => one.id === parent)?.parent;
  return above ? { ...edge, to: `${parent}>${above}` } : { ...edge, to: parent, relation: "attack" };
}

export type MapFramework = {
  framework: Framework;
  /** Nodes in the framework's order; helpers come after them. */ names: readonly string[];
};

/**
 * The attacks of a map as a framework. Supports have no place in it. An attack that is itself undercut goes through two
 * helpers, so that it counts only while the undercut does not stand: a → x → y → b, with the undercut on y (AFRA,
 * baroni2011, flattened).
 */
export function frameworkOf({ nodes, edges }: ArgumentMap): MapFramework {
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const names = nodes.map(({ id }) => id);
  const attacks: [number, number][] = [];
  const undercut = new Set(edges.filter(({ relation }) => relation === "undercut").map(({ to }) => to));
  const helpers = new Map<string, number>();
  for (const { id, from, to, relation } of edges) {
    const [a, b] = [place.get(from), place.get(to)];
    if (relation !== "attack" || a === undefined || b === undefined) continue;
    if (!undercut.has(id)) {
      attacks.push([a, b]);
      continue;
    }
    const [x, y] = [names.length, names.length + 1];
    names.push(`${id} (helper)`, `${id} (step)`);
    helpers.set(id, y);
    attacks.push([a, x], [x, y], [y, b]);
  }
  for (const { from, to, relation } of edges) {
    const [a, y] = [place.get(from), helpers.get(to)];
    if (relation === "undercut" && a !== undefined && y !== undefined) attacks.push([a, y]);
  }
  return { framework: { size: names.length, attacks }, names };
}
