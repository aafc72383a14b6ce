// What the ledger can tell a world: each parameter that is bound to a formula is computed from the record, with its
// interval. Where the record holds too little the formula refuses, and the case's own value stands as an assumption.

import { chao } from "../measure/chao.ts";
import { PERIOD_DAYS, type DyadFacts } from "../measure/dyad-facts.ts";
import { median } from "../measure/median.ts";
import { frequencies } from "../measure/overlap.ts";
import { rate } from "../measure/rate.ts";
import { reciprocityOverDates, USUAL_DATE_DRAWS, type OverDates } from "../measure/reciprocity/over-dates.ts";
import { reciprocity, USUAL_DRAWS } from "../measure/reciprocity/index.ts";
import { share } from "../measure/share.ts";
import type { Estimate } from "../values/estimate.ts";
import { answer, type Outcome, type Refusal } from "../values/outcome.ts";
import type { ReferenceKey } from "../values/references.ts";
import type { LedgerFormula, WorldKey } from "../values/world-keys.ts";
import { worldKeys, type Issue, type Observed, type Reaction, type World, type WorldParam } from "./world.ts";

export type Formula = {
  /** What it computes, in words. */
  means: string;
  assumptions: readonly string[];
  references: readonly ReferenceKey[];
  estimate(facts: DyadFacts): Outcome;
};

/** The level at which two shares are taken so that their product's interval still has 95%: what is left is halved. */
const HALVED = 0.975;

export const formulas: Readonly<Record<LedgerFormula, Formula>> = {
  "listed-share": {
    means: "incidents of B against A on the lists, over Chao's lower bound on all that could be listed",
    assumptions: ["the bound is a lower one, so that the share is at most this", ...chao.assumptions.slice(1, 3)],
    references: ["chao1987", "colwell2012"],
    estimate: (facts) => listedShare(facts),
  },
  "seen-and-named": {
    means: "the share that is listed, times the share of dated events whose accused was named within one period",
    assumptions: [
      "what is named later counts as not seen",
      "events without dates were named as fast as those with dates",
      "what is never listed is never named; the listed share is at most what the bound says",
    ],
    references: ["chao1987", "clopperPearson1934"],
    estimate: seenAndNamed,
  },
  "accusers-differ": {
    means:
      "of events that two or more authors besides the lists blame on states, those where two blame no state in common",
    assumptions: [
      "authors who agree may all be wrong, and often follow each other: the true share is larger",
      "events blamed on third states alone do not stand in the case",
    ],
    references: share.references,
    estimate: ({ differing }) => share.estimate(differing),
  },
  "contested-share": {
    means: "events that somebody denies or doubts",
    assumptions: ["a denial is on record where there was one"],
    references: share.references,
    estimate: ({ contested }) => share.estimate(contested),
  },
  "median-delay": {
    means: "the middle of the days from an event's start until an accuser named the accused, both known to the month",
    assumptions: ["events that nobody has named yet are left out: the true middle is later", ...median.assumptions],
    references: median.references,
    estimate: ({ delays }) => median.estimate({ values: delays, unit: "days" }),
  },
  "no-concession": {
    means: "DCID 2.0's rows of the dyad that are coded without a concession by the target",
    assumptions: ["the coders saw every concession", "a side gives way in other matters as it does here"],
    references: ["dcid2", "clopperPearson1934"],
    estimate: ({ unyielding }) => share.estimate(unyielding),
  },
  "answered-in-kind": {
    means: "rows of DCID 2.0's second sheet in the dyad that are coded with cyber escalation",
    assumptions: ["the coders' window holds the answer", "answers that nobody saw are no answers"],
    references: ["dcid2", "clopperPearson1934"],
    estimate: ({ answered }) => share.estimate(answered),
  },
  "busy-quarters": {
    means: "periods of the case in which an event on record began",
    assumptions: ["whoever could act did so, and was seen: the true share is larger"],
    references: share.references,
    estimate: ({ busy }) => share.estimate(busy),
  },
  "labels-shuffled": {
    means:
      "how often the record looks no more like action and reaction than with its labels shuffled; its interval is that of the shuffling alone",
    assumptions: reciprocity.assumptions,
    references: reciprocity.references,
    estimate: labelsShuffled,
  },
};

const reactions = new WeakMap<DyadFacts, Outcome<OverDates>>();

/** The fit takes a fifth of a second: once for the same facts. */
function reactionOf(facts: DyadFacts): Outcome<OverDates> {
  const found =
    reactions.get(facts) ?? reciprocityOverDates(facts.dated, { draws: USUAL_DRAWS, dateDraws: USUAL_DATE_DRAWS });
  reactions.set(facts, found);
  return found;
}

function labelsShuffled(facts: DyadFacts): Outcome {
  const found = reactionOf(facts);
  if (!found.ok) return found;
  const { permutation } = found.value;
  if ("refused" in permutation) return { ok: false, refusal: permutation.refused };
  const { p, draws } = permutation;
  // The labels as they are count as one shuffle.
  const drawn = share.estimate({ found: Math.round(p * (draws + 1)), of: draws + 1 });
  return drawn.ok ? answer({ ...drawn.value, value: p, unit: "1" }) : drawn;
}

function listedShare({ overlap: cells }: DyadFacts, level?: number): Outcome {
  const found = chao.estimate({ frequencies: frequencies(cells), ...(level === undefined ? {} : { level }) });
  if (!found.ok) return found;
  const { value, interval, observed } = found.value;
  const of = (total: number): number => observed / total;
  return answer({
    value: of(value),
    unit: "share",
    interval: { lower: of(interval.upper), upper: of(interval.lower), level: interval.level },
  });
}

function seenAndNamed(facts: DyadFacts): Outcome {
  const listed = listedShare(facts, HALVED);
  if (!listed.ok) return listed;
  const inTime = facts.delays.filter((days) => days <= PERIOD_DAYS).length;
  const named = share.estimate({ found: inTime, of: facts.delays.length, level: HALVED });
  if (!named.ok) return named;
  const [a, b] = [listed.value, named.value];
  return answer({
    value: a.value * b.value,
    unit: "1 per period",
    interval: {
      lower: a.interval.lower * b.interval.lower,
      upper: a.interval.upper * b.interval.upper,
      level: 2 * HALVED - 1,
    },
  });
}

/** The world with all that is bound to the ledger, or the parameters named alone, and what models fit themselves. */
export function fromLedger(world: World, facts: DyadFacts, keys: readonly WorldKey[] = worldKeys): World {
  const params = Object.fromEntries(
    worldKeys.map((key) => [key, keys.includes(key) ? informed(world.params[key], facts) : world.params[key]]),
  );
  return {
    ...world,
    params: params as Record<WorldKey, WorldParam>,
    issues: world.issues.map((issue) => withRates(issue, facts)),
    observed: { lists: listsIn(facts), reaction: keys.includes("reaction_p") ? reactionIn(facts) : null },
  };
}

function informed(param: WorldParam, facts: DyadFacts): WorldParam {
  const { source } = param;
  if (source.kind !== "data") return param;
  const found = formulas[source.ref].estimate(facts);
  if (!found.ok) {
    const note = `${source.ref} gives no number: ${found.refusal.because}`;
    return { ...param, source: { kind: "assumption", note }, refused: { ...found.refusal, formula: source.ref } };
  }
  const { value, interval } = found.value;
  return { ...param, value: Math.min(Math.max(rounded(value), param.min), param.max), interval };
}

/** Six figures are more than any record knows, and keep the models' exact fractions short. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function withRates(issue: Issue, { issues, periods }: DyadFacts): Issue {
  const counts = issues[issue.id];
  if (!counts) return issue;
  const of = (count: number): Estimate | Refusal => {
    const found = rate.estimate({ count, periods });
    return found.ok ? found.value : found.refusal;
  };
  return { ...issue, rates: { A: of(counts.A), B: of(counts.B) } };
}

function listsIn({ overlap: { lists, cells } }: DyadFacts): Observed["lists"] {
  return {
    names: lists,
    cells: cells.map((cell) => ({ in: lists.map((name) => (cell.lists.includes(name) ? 1 : 0)), count: cell.count })),
  };
}

/** Each event in the middle of the days that it can mean; the two sides' decays as their geometric mean. */
function reactionIn(facts: DyadFacts): Reaction | null {
  const found = reactionOf(facts);
  if (!found.ok) return null;
  const { hawkes, horizonDays } = found.value;
  const from = facts.dated.reduce((least, { first }) => Math.min(least, first), Infinity);
  const decays = hawkes.beta.filter((beta) => beta !== null && beta > 0) as number[];
  const [[aa = 0, ab = 0] = [], [ba = 0, bb = 0] = []] = hawkes.branching;
  const [a = 0, b = 0] = hawkes.mu;
  return {
    days: horizonDays,
    events: facts.dated
      .map(({ first, last, side }) => ({ time: (first + last + 1) / 2 - from, side: side === 0 ? "A" : "B" }) as const)
      .toSorted((one, other) => one.time - other.time),
    rates: [rounded(a), rounded(b)],
    offspring: [
      [rounded(aa), rounded(ab)],
      [rounded(ba), rounded(bb)],
    ],
    decay: decays.length === 0 ? 1 / PERIOD_DAYS : rounded(geometricMean(decays)),
  };
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
