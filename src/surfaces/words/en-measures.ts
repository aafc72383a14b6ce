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
