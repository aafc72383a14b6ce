// What the panels of the measures and their charts say, in English.

import type { CodingChoice } from "../../measure/hidden/case-hidden.ts";
import type { Interval } from "../../values/estimate.ts";
import { about, counted, number, probability, ratio } from "./en.ts";

const level = ({ level: share }: Pick<Interval, "level">): string => `${Number((100 * share).toPrecision(6))}%`;

export const measures = {
  range: (value: number, interval: Interval): string =>
    `${about(value, interval)} (${level(interval)}: ${about(interval.lower, interval)} to ${about(interval.upper, interval)})`,
  points: (value: number, interval: Interval): string =>
    `${value.toFixed(2)} (${level(interval)}: ${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)})`,
  none: (because: string): string => `No estimate: ${because.charAt(0).toLowerCase()}${because.slice(1)}`,
  estimate: "Estimate",
  from: "From",
  to: "To",
  remark: "Remark",
  list: "List",
  date: "Date",
  year: "Year",
  month: "Month",
  yes: "yes",
  no: "no",
};

export const hiddenWords = {
  models: (arrow: string): string => `How many incidents in all, ${arrow}, by model`,
  choices: (arrow: string): string => `The same, by way of counting and without one list, ${arrow}`,
  onRecord: (observed: number): string => `${number(observed)} on record`,
  answer: "Over models and doubtful links",
  averaged: "Averaged over models, links as they stand",
  unequal: "With unequal cases among the models",
  decomposable: "Decomposable graphs, averaged",
  bound: "At least (Chao), for many lists",
  boundHere: "At least (Chao), for so few lists",
  model: (name: string, weight: number, lists: string): string =>
    `${name} ${lists}, weight ${weight < 0.01 ? "below .01" : probability(weight)}`,
  column: "Model or way of counting",
  without: (list: string): string => `Without ${list}`,
  headingModels: "Log-linear models of how the lists depend on each other, the best first",
  headingOthers: "All of them together, and other kinds",
  headingChoices: "Ways of counting",
  headingLists: "One list left out",
  choice: ({ profiles, links, statements }: CodingChoice): string =>
    `${profiles === "in" ? "with profiles" : "without profiles"}, links ${links}${statements === "all" ? "" : ", checked statements only"}`,
  both: ", all statements or checked ones only",
  noModels: "No model supports an estimate here",
};

export const tensionWords = {
  title: "Tension between the two sides month by month; 100 is its long-run mean",
  told: (month: string, value: string, highest: string, lowest: string): string =>
    `Index in ${month}: ${value}. Highest: ${highest}. Lowest: ${lowest}.`,
  at: (value: number, month: string): string => `${value.toFixed(0)} in ${month}`,
  axis: "Index",
  mean: "long-run mean",
  joint: (share: string): string => `both directions, with its ${share} band`,
  operations: "of it operations; the rest is acts",
  lower: "Lower",
  upper: "Upper",
  incidents: "Of it operations",
};

export const trendWords = {
  title: (arrow: string, list: string): string => `Incidents a year, ${arrow}, ${list}: on record and still expected`,
  counts: "Incidents a year",
  changes: "Probability that a new rate begins",
  known: "on record",
  nowcast: (share: string): string => `expected once all is known, ${share}`,
  rate: (share: string): string => `rate by stretch, ${share} band`,
  told: (year: number, count: number): string => `${year}: ${count}`,
  toldChange: (year: string, p: number): string => `a new rate from ${year}: ${probability(p)}`,
  expected: "Expected",
  rateColumn: "Rate of its stretch",
  change: "New rate begins",
  allLists: "all lists",
};

export const reciprocityWords = {
  title: "How often chance alone gives what is seen: both tests, by kind of date",
  ratio: (heading: string): string => `${heading}: likelihood ratio`,
  shuffled: (heading: string): string => `${heading}: shuffled labels`,
  unusual: "5%",
  p: (p: number, least: number, most: number): string =>
    `p ${chance(p)} (${chance(least)} to ${chance(most)} over drawn dates)`,
  shuffledP: (p: number, draws: number): string => `p ${chance(p)} of ${number(draws)} shuffles`,
  test: "Test",
  column: "p",
};

const chance = (p: number): string => (p < 1e-6 ? "below .000001" : probability(p));

export const effectWords = {
  lists: (months: number, date: string): string =>
    `Rate in the ${counted(months, "month")} after ${date}, as a multiple of the ${counted(months, "month")} before, by list`,
  unchanged: "unchanged",
  placebo: (list: string): string => `The same ratio at every other date, ${list}`,
  placeboTold: (rank: number, of: number): string =>
    `Of ${counted(of, "date")} this one ranks ${rank}, the largest fall first.`,
  ratioAxis: "Rate after as a multiple of the rate before",
  thisDate: "this date",
  others: "other dates",
  below: "no later incident: at the lower edge",
  curve: (count: number): string => `Every way to count, ${counted(count, "variant")}: the ratio with its interval`,
  curveTold: (median: number, falls: number, significant: number): string =>
    `Median ratio ${ratio(median)}; ${Math.round(100 * falls)}% show a fall, ${Math.round(100 * significant)}% a significant one.`,
  variants: "Variants, the lowest ratio first",
  significant: "p below .05",
  other: "others",
  choiceAxis: "What each variant chose",
  before: "Before",
  after: "After",
  ratio: "Ratio",
  choice: (choice: string, value: string): string =>
    choices[choice]?.[value] ?? (choice === "window" ? `${value} months` : value),
};

const choices: Record<string, Record<string, string>> = {
  dates: { happened: "starts", disclosed: "disclosures", first: "first dates" },
  list: { pooled: "all lists" },
  profiles: { with: "with profiles", without: "no profiles" },
  links: { all: "all links", sure: "sure links" },
  severity: { any: "any severity", "3 and above": "severity 3+" },
  estimator: { windows: "plain windows", "level and slope": "level, slope", "level with trend": "level, trend" },
};

export const restraintWords = {
  title: (from: string, to: string): string =>
    `What ${from} does to ${to}, beside what its habits with other rivals would give`,
  row: (observed: number, expected: number, p: number, q: number | null): string =>
    `${observed} seen, ${expected.toFixed(1)} expected; p ${chance(p)}${q === null ? "" : `, ${chance(q)} after control for false discoveries`}`,
  category: "Category",
  observed: "Seen",
  expected: "Expected",
  q: "p after control for false discoveries",
  p: "p",
};

export const severityWords = {
  title: (unit: string): string => `Mean severity of an incident, in ${unit}`,
  row: (list: string, arrow: string, incidents: number): string =>
    `${list}, ${arrow}, ${counted(incidents, "incident")}`,
  column: "List and direction",
};

/** What the panels say around the answers. */
export const panelWords = {
  method: "How it is measured",
  command: "The command that gives it:",
  hidden: "How many incidents are there in all, the unlisted ones included?",
  hiddenChoices: "Other ways of counting, and without one list",
  hiddenFact: (arrow: string): string => `Incidents in all, ${arrow}`,
  hiddenMeaning:
    "Those on the lists and those on none, read from how the lists overlap, averaged over models of how the lists depend on each other and over draws of the doubtful links.",
  hiddenFormula:
    "log-linear Poisson models of the lists’ cells, each extended to the cell of no list, weighted by BIC; the whole over draws of which doubtful links hold",
  shares: { sampling: "chance", models: "choice of model", linkage: "doubtful links" },
  parity: "Are they equal, list by list?",
  parityTitle: (from: string, to: string): string =>
    `How many times as many incidents ${from} → ${to} as the other way, by list and by severity`,
  bySeverity: (list: string, unit: string): string => `${list}, by ${unit}`,
  parityAnswer: (answered: number, of: number): string =>
    answered === 0
      ? `None of ${counted(of, "list")} has enough on record both ways to compare the directions.`
      : `Of ${counted(of, "list")}, ${number(answered)} ${answered === 1 ? "has" : "have"} enough on record both ways to compare the directions; the others say nothing about it.`,
  severity: "How severe is what is done?",
  severityFact: (list: string, arrow: string): string => `Mean severity on ${list}, ${arrow}`,
  severityMeaning: (incidents: number): string =>
    `Over ${counted(incidents, "incident")} that this list scores. Scales of different lists are never added or compared.`,
  severityFormula: "mean of the scores, with a bootstrap interval",
  severityMean: (list: string, arrow: string): string => `${list}, ${arrow}:`,
  severityNone: (list: string, arrow: string, because: string): string => `${list}, ${arrow}: no mean. ${because}`,
  severityOn: (unit: string): string => `The mean incident, in ${unit}.`,
  severityRatio: (list: string, words: string): string =>
    `Counted by severity on ${list}, the first direction is ${words} the other.`,
};

export const trendPanel = {
  title: "Is it getting better or worse?",
  choose: "Count by",
  fact: (arrow: string, list: string, years: number): string => `Change a year, ${arrow}, ${list}, last ${years} years`,
  meaning:
    "By how many times the yearly number of incidents changes from one year to the next, what is still to become known allowed for.",
  formula:
    "negative binomial regression of yearly counts on the year, each year’s exposure the share of its incidents known by now",
  rise: (arrow: string, list: string, years: number, more: boolean): string =>
    `incidents of ${arrow} became ${more ? "more" : "fewer"} over the last ${years} years of ${list}`,
  slope: "From one year to the next they are",
  times: (value: number): string => `${value.toFixed(2)} times`,
  asMany: (interval: Interval): string =>
    `as many (${level(interval)}: ${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)}).`,
  none: "their rate never changed in all those years",
  turn: (turn: number | null): string =>
    turn === null
      ? "The last year alone could not turn this."
      : `${counted(Math.abs(turn), "incident")} ${turn > 0 ? "more" : "fewer"} in the last year would turn it.`,
  years: (from: number, to: number): string => `Covered whole: ${from}–${to}.`,
};

export const tensionPanel = {
  title: "How tense is it?",
  halfLife: "Half-life",
  days: (days: number): string => `${days} days`,
  weights: "Weights of the kinds",
  weight: (kind: string): string => `Weight of ${kind}`,
  reset: "Take the usual ones",
  hint: "What you set stands in the address. Negative weights ease tension, positive ones strain it.",
  fact: "Tension index, both directions",
  meaning: "How much acts and operations strain the dyad by now, with 100 its own long-run mean.",
  contributions: "What adds most to the latest figure",
  heads: ["What", "When", "Kind", "Points"] as string[],
  operation: "operation",
  sources: ["this case’s acts", "this case’s incidents"] as string[],
  direction: (arrow: string, value: string, interval: Interval): string =>
    `${arrow}: ${value} (${level(interval)}: ${interval.lower.toFixed(0)} to ${interval.upper.toFixed(0)}).`,
  told: (month: string): [string, string] => [
    `At the end of ${month} the index is`,
    "where 100 is the dyad’s own long-run mean",
  ],
  band: (interval: Interval): string =>
    `(${level(interval)}: ${interval.lower.toFixed(0)} to ${interval.upper.toFixed(0)}).`,
  compared: (more: boolean | null): string =>
    more === null
      ? "The band holds 100: whether it is tenser than usual cannot be said."
      : more
        ? "It is tenser than in the long run."
        : "It is less tense than in the long run.",
};

export const reciprocityPanel = {
  title: "Do the sides answer each other?",
  ratioFact: (heading: string): string => `${heading}: likelihood ratio of no answering`,
  shuffledFact: (heading: string): string => `${heading}: shuffled labels`,
  meaning: "How often as much as this would be seen, were there no answering. Below .05 is called unusual.",
  ratioFormula:
    "twice the gain in log-likelihood of a two-sided Hawkes process over one without cross excitation, against χ²",
  shuffledFormula:
    "share of shuffles of who did what, over the same times, after which the sides follow each other as much",
  spread: (least: string, most: string): string => `${least} to ${most} over drawn dates`,
};

export const effectPanel = {
  title: "Did something change at a date?",
  date: "Date",
  months: "Months on each side",
  agreement: (title: string): string => `The agreement’s date (${title})`,
  fact: (list: string): string => `Rate after as a multiple of the rate before: ${list}`,
  meaning: (before: number, after: number, months: number): string =>
    `${before} in the ${months} months before, ${after} in the ${months} months after.`,
  formula:
    "x₂ ⁄ x₁ over two windows of equal length, with the exact interval of the conditional binomial test; p is one-sided",
  row: (list: string, dates: string, profiles: string): string =>
    `${list}, ${dates === "disclosed" ? "disclosures" : dates === "happened" ? "starts" : "first dates"}${profiles === "without" ? ", without profiles" : ""}`,
  pooled: "all lists together",
  around: (arrow: string, months: number, date: string): string =>
    `Incidents of ${arrow}, ${counted(months, "month")} before and after ${date}.`,
  placebos: "Does this date stand out among all others?",
  otherStrips: "The other lists’ dates",
  curve: "Does it hang on how one counts?",
  curveTold: "The full curve, with what each variant chose",
  corrected: (list: string, value: string): string => `Made up for late reports, ${list} gives ${value}.`,
};

export const restraintPanel = {
  title: "Is there something that neither does to the other, though both do it to others?",
  by: (source: string): string => `By the rows of ${source}.`,
  unsaid: (because: string): string => `Whether they spare each other anything cannot be said. ${because}`,
  none: (tested: number): string =>
    `Of ${counted(tested, "category", "categories")} that could have told, none is rare both ways.`,
  against: (found: readonly string[]): string => ` On record here against it: ${found.join(", ")}.`,
  import: "Bring in DCID on the page for imports, and this part answers.",
  importLink: "Import a list",
};
