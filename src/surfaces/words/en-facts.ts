// What stands in the drawer behind a number, in English.

import { counted } from "./en.ts";

export const drawer = {
  exact: "Exactly",
  interval: "Interval",
  sources: "Sources",
  assumption: "Assumption",
  assumptions: "Assumptions",
  formula: "How it is made",
  citation: "Citation",
  noCitation: "A count needs no paper; the sources above are what to cite.",
  command: "The command that gives it",
  inputs: "Hash of what went in",
  list: "Open the incidents behind it",
  copy: "Copy",
  copied: "Copied",
  refused: "No estimate",
  missing: "This number is not part of the present view.",
  allSources: (count: number): string => `${counted(count, "list")} and this case’s own collection`,
  /** The only counts that are estimated here are lower bounds. */
  atLeast: (text: string): string => `at least about ${text}`,
  roughly: (text: string): string => `about ${text}`,
  unit: (text: string, unit: string): string => `${text} ${unit}`,
  intervalWords: (level: number, lower: string, upper: string): string => `${level}%: ${lower} to ${upper}`,
};

type Direction = { from: string; to: string };
const arrow = ({ from, to }: Direction): string => `${from} → ${to}`;
const by = (side: string | null): string => (side === null ? "" : `, as counted by ${side}`);

export const facts = {
  incidents: (direction: Direction, side: string | null): string => `Incidents ${arrow(direction)}${by(side)}`,
  incidentsMean: ({ from, to }: Direction): string =>
    `Incidents in which at least one statement on record accuses ${from} of acting against ${to}.`,
  incidentsFormula:
    "count of incidents with at least one standing statement that asserts or supports it in this direction",
  statements: (direction: Direction): string => `Statements that accuse, ${arrow(direction)}`,
  statementsMean: "Each statement is one author saying one thing once. A list’s row is a statement by that list.",
  statementsFormula: "count of standing statements that assert or support, with this accused and this victim",
  denials: (direction: Direction): string => `Denials and doubts, ${arrow(direction)}`,
  denialsMean:
    "Statements about these incidents that deny or doubt. They stand beside the accusations; neither removes the other.",
  denialsFormula: "count of standing statements of these incidents whose stance is to deny or to doubt",
  contested: (direction: Direction): string => `Contested incidents, ${arrow(direction)}`,
  contestedMean:
    "Incidents that at least one statement denies or doubts. The others were not contested on record; that is no admission.",
  contestedFormula: "count of these incidents with at least one statement that denies or doubts",
  profiles: (direction: Direction): string => `Actors’ profiles, ${arrow(direction)}`,
  profilesMean:
    "Entries that describe an actor’s whole career rather than one event. They are counted, and told apart.",
  profilesFormula: "count of these incidents of which every accusing statement speaks of a profile",
  unchecked: (direction: Direction): string => `Incidents not yet checked, ${arrow(direction)}`,
  uncheckedMean:
    "Incidents that rest on statements from general knowledge alone, which nobody has yet checked against a page or a list. The list behind the link also shows incidents of which only some statements are unchecked.",
  uncheckedFormula: "count of these incidents of which no statement was checked",
  undated: (direction: Direction, dates: string): string => `Without a date, ${arrow(direction)}, by ${dates}`,
  undatedMean: "Incidents for which nobody on record gives this kind of date. They stand in no year of the chart.",
  undatedFormula: "count of these incidents without a date of the kind chosen",
  year: (direction: Direction, year: number): string => `${arrow(direction)} in ${year}`,
  yearMean: (dates: string): string => `Incidents placed in this year by ${dates}.`,
  yearFormula: "count of incidents of this direction whose date of the chosen kind starts in this year",
  yearBlank:
    "No list with a rule covers this year: what is shown comes from this case’s own collection, and its absence says nothing.",
  bySide: (direction: Direction, side: string): string => `${arrow(direction)}, as counted by ${side}`,
  bySideMean: (side: string): string => `Incidents that at least one of ${side} asserts or supports.`,
  bySideFormula: "count of incidents with at least one accusing statement whose author stands on that side",
  byList: (direction: Direction, list: string): string => `${arrow(direction)}, on ${list}`,
  byListMean: "Incidents that a row of this list speaks of in this direction. Several rows may speak of one incident.",
  byListFormula: "count of incidents with at least one statement that is a row of this list",
  observed: (direction: Direction): string => `On at least one measured list, ${arrow(direction)}`,
  observedMean: "Incidents on at least one of the lists that have a rule for what they take up.",
  observedFormula: "sum of the cells of the overlap",
  cell: (direction: Direction, lists: string): string => `On exactly ${lists}, ${arrow(direction)}`,
  cellMean: "Incidents that stand on these of the measured lists and on no other.",
  cellFormula: "count of incidents by the exact set of lists they stand on",
  hidden: (direction: Direction): string => `At least so many, ${arrow(direction)}`,
  averaged: (direction: Direction): string => `So many in all, ${arrow(direction)}`,
  averagedMean:
    "All incidents, those on no list included: averaged over every model of how the lists depend on each other, each by how well it fits, and over draws of the doubtful links. The panel below shows the models and each part of the doubt.",
  hiddenWithout: (direction: Direction): string => `At least so many events, profiles left out, ${arrow(direction)}`,
  hiddenMean:
    "A lower bound on all incidents of this direction, those on no list included, read from how the lists overlap. It is not an estimate of the total: the total may be much larger.",
  parity: (side: string): string => `Ratio of the two directions, as counted by ${side}`,
  parityMean: ({ from, to }: Direction): string =>
    `How many times as many incidents ${from} → ${to} as the other way round.`,
  fall: (list: string): string => `Rate after, as a multiple of the rate before: ${list}`,
  fallMean: (before: number, after: number, months: number): string =>
    `${before} in the ${months} months before, ${after} in the ${months} months after.`,
  totalIncidents: "Incidents on record",
  totalStatements: "Statements on record",
  totalDenials: "Denials and doubts on record",
  totalActs: "Acts on record",
  totalMean: "All that this case holds, in every direction.",
  totalFormula: "count of what stands on record and is not withdrawn",
  countAssumptions: [
    "what is on record was said; whether it happened is another question",
    "records that speak of one thing were linked, and others were not",
  ] as string[],
  interval: "interval",
};

/** Formulas as printed in the papers, by the estimator's name. */
export const formulas: Record<string, string> = {
  chao: "n + f₁² ⁄ (2 f₂), with n the incidents on any list, f₁ those on exactly one and f₂ those on exactly two; n + f₁(f₁ − 1) ⁄ 2 where f₂ = 0. Interval: log-normal above n.",
  "averaged-bic":
    "Σ wₘ Nₘ over the hierarchical log-linear models m below the saturated one, each fitted to the cells that can be seen, with wₘ proportional to exp(−BICₘ ⁄ 2). Interval: quantiles of the mixture of log-normal distributions above n.",
  parity:
    "x₁ ⁄ x₂, with the exact interval of the conditional binomial test: given x₁ + x₂, x₁ is binomial with probability ½ when the rates are equal.",
  "before-after":
    "x₂ ⁄ x₁ over two windows of equal length; p is the chance of x₂ or fewer after, of x₁ + x₂ in all, when each falls on either side with probability ½.",
};
