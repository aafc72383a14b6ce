// The brief's sentences, made from its numbers by rule. A number that an estimator refused is told as refused.

import type { Estimate } from "../../values/estimate.ts";
import type { Act } from "../../values/act.ts";
import type { Party } from "../../values/case-file.ts";
import { OVER_LINKAGES } from "../inputs/case-hidden.ts";
import { shortTitle } from "../inputs/sources.ts";
import { about, counted, list, number, probability } from "../words/en.ts";
import { keepingAnswer, keepingConfidence, keepingQuestion } from "./keeping-sentences.ts";
import { agreementOf, confidence, likely, type Saying } from "../words/en-likelihood.ts";
import { answeringSentence, effectSentences, trendSentences } from "./measured-sentences.ts";
import type { DirectionTrend, MeasuredBrief } from "./measured.ts";
import type { AgreementRow, Answer, Brief, DirectionBrief } from "./compose.ts";

export type Section = {
  id: "magnitude" | "trend" | "keeping" | "agreeable" | "kept" | "debate";
  question: string;
  answer: string;
  /** In its own sentence, with its reasons: likelihood and confidence are never one number. */
  confidence: string;
  estimates: { name: string; estimate: Answer }[];
  sources: string[];
};

/** Below this the exact test says that so few after the date would be unusual had nothing changed. */
const UNUSUAL = 0.05;

type Facts = Omit<Brief, "headline" | "sections">;

/** What is said in each direction and by whom, what the lists' overlap adds, whether it changes, and what followed the agreement. */
export function headline({ directions, parity, parties, measured, agreement }: Facts): string {
  const [toA, toB] = directions;
  const said = `On the public record, ${inSentence(toA.from, parties)} is accused of acting against ${inSentence(toA.to, parties)} in ${counted(toA.incidents, "incident")}, and ${arrow(toB, parties)} in ${number(toB.incidents)}`;
  const counts = parity.map(
    ({ side, counts: [first, second] }) =>
      `${authorsOf(side, parties)} say ${number(first?.incidents ?? 0)} and ${number(second?.incidents ?? 0)}`,
  );
  const hidden = `${upperFirst(shortHidden(toA, parties))}, and ${shortHidden(toB, parties)}.`;
  return [`${said}; ${list(counts)}.`, hidden, ...shortChange(measured, toA, parties), fallSentence(agreement)].join(
    " ",
  );
}

/** Whether incidents became more or fewer, of the direction told first. */
function shortChange({ trends }: MeasuredBrief, { from, to }: DirectionBrief, parties: readonly Party[]): string[] {
  if ("refused" in trends) return [];
  const found = trends.find((one) => one.from === from && one.to === to);
  if (!found || "refused" in found.pooled.rise) return [];
  const { probabilityOfRise: up } = found.pooled.rise;
  const years = `the last ${found.pooled.years} years that all lists cover`;
  return [
    likely(
      Math.max(up, 1 - up),
      `those of ${arrow(found, parties)} became ${up >= 0.5 ? "more" : "fewer"} over ${years}`,
    ),
  ];
}

function fallSentence({ rows, title }: Brief["agreement"]): string {
  return `Whether fewer followed ${title.en}: ${lowerFirst(verdict(rows))}`;
}

function shortHidden(direction: DirectionBrief, parties: readonly Party[]): string {
  const { hidden } = direction;
  if ("refused" in hidden)
    return `how many there are of ${arrow(direction, parties)}, those on no list included, cannot be estimated`;
  const { averaged } = direction;
  if ("refused" in averaged)
    return `the lists’ overlap puts all those of ${arrow(direction, parties)} at no fewer than about ${about(hidden.value, hidden.interval)}`;
  const { value, interval } = averaged;
  return `the lists’ overlap puts all those of ${arrow(direction, parties)} at about ${about(value, interval)} (${100 * interval.level}%: ${about(interval.lower, interval)} to ${about(interval.upper, interval)})`;
}

export function authorsOf(side: string, parties: readonly Party[]): string {
  const party = parties.find(({ iso }) => iso === side);
  return party ? `sources in ${party.inSentence.en}` : "third parties";
}

function arrow({ from, to }: { from: string; to: string }, parties: readonly Party[]): string {
  return `${inSentence(from, parties)} against ${inSentence(to, parties)}`;
}

function inSentence(iso: string, parties: readonly Party[]): string {
  return parties.find((party) => party.iso === iso)?.inSentence.en ?? iso;
}

function hiddenSentence(direction: DirectionBrief, parties: readonly Party[]): string {
  const { hidden } = direction;
  if ("refused" in hidden) {
    return `How many stand on no list, of ${arrow(direction, parties)}, cannot be estimated: ${lowerFirst(hidden.refused.because)}`;
  }
  const { lists, observed } = direction.overlap;
  const base = `The overlap of ${number(lists.length)} lists, ${number(observed)} incidents between them, puts the total of ${arrow(direction, parties)} at`;
  const { averaged } = direction;
  if ("refused" in averaged) return `${base} ${boundWords(direction, hidden)}.`;
  const { value, interval } = averaged;
  return `${base} about ${about(value, interval)} (${100 * interval.level}%: ${about(interval.lower, interval)} to ${about(interval.upper, interval)}), averaged over models of how the lists depend on each other${averaged.method === OVER_LINKAGES ? " and over what is doubtful in the links" : ""}. If some incidents are harder for every list to see than others, there are more: ${boundWords(direction, hidden)}.`;
}

function boundWords(direction: DirectionBrief, { value, interval }: Estimate): string {
  return `no fewer than about ${about(value, interval)} (${100 * interval.level}% interval of this lower bound: ${about(interval.lower, interval)} to ${about(interval.upper, interval)})${smallerForm(direction)}`;
}

/** Chao's printed bound supposes many lists; in the form for three it is lower, and both are said. */
function smallerForm({ hiddenForTheseLists: found, overlap: { lists } }: DirectionBrief): string {
  if ("refused" in found) return "";
  return `; in the form for ${words(lists.length)} lists, no fewer than about ${about(found.value, found.interval)}`;
}

export function sections(facts: Facts, acts: readonly Act[]): Section[] {
  return [magnitude(facts), trend(facts, acts), keeping(facts), ...agreeable(facts), kept(facts), ...debate(facts)];
}

function agreeable({ agreements }: Facts): Section[] {
  if (agreements === null) return [];
  const { answer, sentences, confidence: sure, sources } = agreements.agreeable;
  const question = "What could they agree on, in negotiation or tacitly?";
  return [
    { id: "agreeable", question, answer: [answer, ...sentences].join(" "), confidence: sure, estimates: [], sources },
  ];
}

/** Its rows stand in a table of their own. */
function debate({ debate: found }: Facts): Section[] {
  if (found === null) return [];
  const { question, answer, confidence: sure } = found;
  return [{ id: "debate", question, answer, confidence: sure, estimates: [], sources: [] }];
}

function magnitude(facts: Facts): Section {
  const { directions, parties, parity } = facts;
  const told = directions.map(
    (direction) =>
      `Of ${arrow(direction, parties)}: ${counted(direction.incidents, "incident")} in ${counted(direction.statements, "statement")}; ${number(direction.contested)} ${direction.contested === 1 ? "is" : "are"} contested by a denial or a doubt, ${number(direction.profiles)} ${direction.profiles === 1 ? "is an actor’s profile rather than an event" : "are actors’ profiles rather than events"}, and ${number(direction.unchecked)} ${direction.unchecked === 1 ? "rests" : "rest"} on statements not yet checked.`,
  );
  const equal = parity.map(({ side, ratio: found }) => {
    const who = side === "third" ? "Third parties" : upperFirst(authorsOf(side, parties));
    if ("refused" in found) return `${who}: no comparison of the two directions. ${found.refused.because}`;
    const { value, interval } = found;
    return `${who} report ${value.toFixed(1)} times as many in the first direction as in the second (${100 * interval.level}%: ${interval.lower.toFixed(1)} to ${interval.upper.toFixed(1)}).`;
  });
  const [first, second] = directions;
  return {
    id: "magnitude",
    question: "How much does each side do to the other, as far as anyone says so, and how much is hidden?",
    answer: [...told, ...equal, hiddenSentence(first, parties), hiddenSentence(second, parties)].join(" "),
    confidence:
      "Low confidence in any total: the lists lean on the same reports and on each other, all three are Western, and reports follow those who publish as much as those who act. Moderate confidence that both directions are larger than the record.",
    estimates: [
      ...directions.flatMap(({ from, to, hidden, averaged }) => [
        { name: `hidden ${from}→${to}`, estimate: hidden },
        { name: `hidden ${from}→${to}, averaged over models`, estimate: averaged },
      ]),
      ...parity.map(({ side, ratio: found }) => ({ name: `parity as counted by ${side}`, estimate: found })),
    ],
    sources: facts.sources.map(({ name }) => name),
  };
}

function estimatesOfTrend({ trends }: MeasuredBrief): Section["estimates"] {
  if ("refused" in trends) return [];
  return trends.flatMap(({ from, to, pooled, lists }) =>
    [pooled, ...lists].map(({ list: name, rise }) => ({
      name: `change a year ${from}→${to}, ${name === null ? "all lists" : shortTitle(name)}`,
      estimate: rise,
    })),
  );
}

function listsOf(trends: readonly DirectionTrend[]): string[] {
  return [...new Set(trends.flatMap(({ lists }) => lists.flatMap(({ list: name }) => (name === null ? [] : [name]))))];
}

function trend({ directions, parties, totals, measured }: Facts, acts: readonly Act[]): Section {
  const busiest = directions.map((direction) => {
    const most = direction.perYear.reduce((best, year) => (year.count > best.count ? year : best), {
      year: 0,
      count: 0,
    });
    const named = `Of ${arrow(direction, parties)}`;
    return most.count === 0
      ? `${named}, nothing on record has a date.`
      : `${named}, the year with most is ${most.year} (${number(most.count)}).`;
  });
  const talks = acts.filter(({ form }) => form === "talks" || form === "agreement" || form === "cooperation").length;
  const pressure = acts.filter(
    ({ form }) =>
      form === "indictment" ||
      form === "sanction" ||
      form === "export-control" ||
      form === "expulsion" ||
      form === "market-ban",
  ).length;
  return {
    id: "trend",
    question: "Is it getting worse, do the sides answer each other, and is it time to talk?",
    answer: `${busiest.join(" ")} ${[...trendSentences(measured, (direction) => arrow(direction, parties)), answeringSentence(measured)].join(" ")} Between the two governments ${counted(totals.acts, "act")} that ${totals.acts === 1 ? "bears on cyber operations is" : "bear on cyber operations are"} on record: ${number(talks)} of talking or agreeing, ${number(pressure)} of charging, sanctioning, banning or expelling.`,
    confidence: confidence("low", [
      "late reports are allowed for, but not that lists look harder in some years than in others",
      "the lists lean on each other",
    ]),
    estimates: estimatesOfTrend(measured),
    sources: "refused" in measured.trends ? [] : listsOf(measured.trends),
  };
}

function keeping({ keeping: found, parties, sources }: Facts): Section {
  return {
    id: "keeping",
    question: keepingQuestion,
    answer: keepingAnswer(found, parties),
    confidence: keepingConfidence(found),
    estimates: found.estimates,
    sources: found.estimates.length > 0 ? sources.map(({ name }) => name) : [],
  };
}

function kept({ agreement, parties, measured: { effect }, agreements }: Facts): Section {
  const told = agreement.rows.map((row) => `${rowName(row)}: ${rowSentence(row)}`);
  return {
    id: "kept",
    question: "Is what was agreed, declared or tacitly understood being kept?",
    answer:
      `${arrow(agreement.direction, parties)}, ${agreement.months} months up to the end of the month of ${agreement.title.en} against ${agreement.months} months after it. ${told.join("; ")}. ${[verdict(agreement.rows), ...effectSentences(effect), ...(agreements?.kept.sentences ?? [])].join(" ")}`.replace(
        /^./,
        (first) => first.toUpperCase(),
      ),
    confidence:
      "Low confidence that the understanding is the cause: a fall may have begun before it, reports come late, and what is not seen is not counted.",
    estimates: agreement.rows.map((row) => ({ name: `before and after, ${rowName(row)}`, estimate: row.fall })),
    sources: [...new Set(agreement.rows.map((row) => row.list))],
  };
}

export function rowName({ list: name, profiles, dates }: AgreementRow): string {
  const kind = dates === "happened" ? "starts" : "disclosures";
  return `${shortTitle(name)} ${kind}${profiles === "without" ? " without profiles" : ""}`;
}

function rowSentence({ fall }: AgreementRow): string {
  if ("refused" in fall) return lowerFirst(fall.refused.because).replace(/\.$/, "");
  return `${fall.before} before, ${fall.after} after (one-sided exact p = ${probability(fall.p)})`;
}

/** Lists that say fewer, and lists that cannot tell: a disagreement is the answer, not a nuisance. */
function verdict(rows: readonly AgreementRow[]): string {
  const byList = new Map<string, boolean>();
  for (const { list: name, fall } of rows) {
    const fewer = !("refused" in fall) && fall.p < UNUSUAL;
    byList.set(name, (byList.get(name) ?? true) && fewer);
  }
  const sayings = [...byList.values()].map((fewer): Saying => (fewer ? "fewer" : "cannot tell"));
  if (rows.some(({ fall }) => !("refused" in fall)) && !sayings.includes("fewer"))
    return "No list shows more of a fall than chance could bring.";
  return agreementOf(sayings);
}

function words(count: number): string {
  return ["none", "one", "two", "three", "four", "five", "six"][count] ?? number(count);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
