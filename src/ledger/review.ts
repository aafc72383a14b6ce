// Which placements of statements are doubtful? A statement that a model put into an incident without being sure, and a
// statement that stands apart from an incident although linkage finds it alike. A person judges these one by one.

import type { ListedRecord } from "../sources/listed-record.ts";
import type { LinkKind } from "../values/statement.ts";
import { anchorsOf, statementNamed, type Anchor } from "./case-records.ts";
import type { Decision } from "./change.ts";
import { explain, link, type AliasClaim, type LinkContext, type LinkedPair } from "./linkage/index.ts";
import type { LedgerView } from "./view.ts";

/** At or above this a model's link is taken to be sure; at or below its complement two statements are surely apart. */
export const SURE = 0.95;

export type Doubtful = {
  /** The statement that a judgement moves, and the incident that it is judged to speak of or not. */
  statement: string;
  incident: string;
  /** The incident's statement that is most like it. */
  against: string;
  /** As it stands now. */
  now: "linked" | "apart";
  probability: number;
  kind: LinkKind;
};

export type Waterfall = {
  probability: number;
  prior: number;
  bits: { feature: string; level: string; bits: number }[];
};

export type Review = { pairs: Doubtful[]; why: (pair: Pick<Doubtful, "statement" | "against">) => Waterfall | null };

/** Pairs that a person may judge. `listed`: rows as they were imported, by statement. */
export function review(
  view: LedgerView,
  listed: ReadonlyMap<string, ListedRecord>,
  aliases: readonly AliasClaim[],
): Review {
  const anchors = anchorsOf(view, listed);
  const { pairs, context } = link(bySource(anchors), { aliases });
  const named = pairs.map((pair) => ({
    pair,
    a: statementNamed({ source: pair.source_a, id: pair.id_a }),
    b: statementNamed({ source: pair.source_b, id: pair.id_b }),
  }));
  return {
    pairs: [...doubtfulLinks(view, named), ...doubtfulGaps(view, anchors, named)],
    why: ({ statement, against }) => whyOf(anchors, context, statement, against),
  };
}

/** Pairs without those on which a person has judged, whichever of the two statements was moved. */
export function undecided(pairs: readonly Doubtful[], view: LedgerView, decisions: readonly Decision[]): Doubtful[] {
  const home = new Map(view.incidents.flatMap(({ id, statements }) => statements.map((one) => [one.id, id] as const)));
  const judged = new Set(decisions.map(({ statement, incident }) => `${statement}|${incident}`));
  return pairs.filter(
    ({ statement, incident, against }) =>
      !judged.has(`${statement}|${incident}`) && !judged.has(`${against}|${home.get(statement) ?? ""}`),
  );
}

type Named = { pair: LinkedPair; a: string; b: string };

/** Links that a model made and was not sure of, each with the statement of its incident that is most like it. */
function doubtfulLinks({ incidents }: LedgerView, named: readonly Named[]): Doubtful[] {
  return incidents.flatMap(({ id, statements }) => {
    const here = new Set(statements.map((statement) => statement.id));
    return statements.flatMap(({ id: statement, link: { by, probability, kind } }) => {
      if (by.kind !== "model" || probability === undefined || probability >= SURE) return [];
      const best = named.find(({ a, b }) => (a === statement && here.has(b)) || (b === statement && here.has(a)));
      if (!best) return [];
      const against = best.a === statement ? best.b : best.a;
      return [{ statement, incident: id, against, now: "linked" as const, probability: best.pair.probability, kind }];
    });
  });
}

/** Of two incidents whose statements are alike, the likeliest pair; the incident with fewer statements gives way. */
function doubtfulGaps(
  { incidents }: LedgerView,
  anchors: ReadonlyMap<string, Anchor>,
  named: readonly Named[],
): Doubtful[] {
  const size = new Map(
    incidents.map(({ id, statements }) => [id, statements.filter(({ withdrawn }) => !withdrawn).length]),
  );
  const best = new Map<string, Doubtful>();
  // Pairs come by probability, the likeliest first.
  for (const { pair, a, b } of named) {
    const [inA, inB] = [anchors.get(a)?.incident, anchors.get(b)?.incident];
    if (inA === undefined || inB === undefined || inA === inB || pair.probability <= 1 - SURE) continue;
    const key = [inA, inB].toSorted().join("\n");
    if (best.has(key)) continue;
    const aMoves = (size.get(inA) ?? 0) <= (size.get(inB) ?? 0);
    const { probability, kind } = pair;
    best.set(key, {
      ...(aMoves ? { statement: a, incident: inB, against: b } : { statement: b, incident: inA, against: a }),
      now: "apart",
      probability,
      kind,
    });
  }
  return [...best.values()];
}

function whyOf(
  anchors: ReadonlyMap<string, Anchor>,
  context: LinkContext,
  one: string,
  other: string,
): Waterfall | null {
  const [a, b] = [anchors.get(one)?.record, anchors.get(other)?.record];
  return a && b ? explain(a, b, context) : null;
}

function bySource(anchors: ReadonlyMap<string, Anchor>): ListedRecord[][] {
  return [
    ...Map.groupBy(
      [...anchors.values()].map(({ record }) => record),
      ({ source }) => source,
    ).values(),
  ];
}
