// What the pages of the models say, in English. Another language is another file of this shape.

import type { Status } from "../../models/model.ts";
import type { SourceKind } from "../../world/world.ts";
import { counted, list, significant } from "./en.ts";
import { likely } from "./en-likelihood.ts";

export const models = {
  question: "Would either side keep an agreement, given how well it can be watched?",
  seenAndNamed: (q: number): string =>
    likely(q, "a breach is seen and its author named within the quarter in which it happens"),
  set: "set by hand",
  confidence: "Confidence",
  sides: (a: string, b: string): string => `A is ${a}, B is ${b}.`,
  changed: (count: number): string =>
    count === 0
      ? "The world stands at the case’s own values."
      : `${counted(count, "value")} ${count === 1 ? "is" : "are"} set by hand.`,
  differ: (count: number, of: number): string =>
    count === 0
      ? `None of the ${of} verdicts differs from those at the case’s own values.`
      : `${count} of the ${of} verdicts ${count === 1 ? "differs" : "differ"} from those at the case’s own values.`,
  ignored: "Not taken from the address:",
  resetAll: "Take everything back",
  restsOn: "What this rests on",
  rests: [
    "Every value of a real dyad that the record cannot tell is an assumption, and says so beside its slider.",
    "A verdict says what would follow from such values. No model says how likely an argument is to be true.",
    "A side is taken to want what its payoffs say, and nothing else.",
    "“Holds everywhere” and “holds nowhere” are proved; every other verdict holds exactly if its condition does.",
  ] as readonly string[],
  next: { check: "Check a certificate yourself", game: "Solve a game file of your own", kept: "Back to the case" },
};

export const verdictWords = {
  title: "The nine arguments, at these values",
  columns: ["Argument, as a condition", "Verdict", "What would have to be true"] as const,
  argument: (letter: string, sentence: string): string => `(${letter}) ${sentence}`,
  here: (holds: boolean): string => (holds ? "Holds here" : "Does not hold here"),
  kind: {
    everywhere: "proved to hold everywhere",
    nowhere: "proved to hold nowhere",
    iff: "exactly if its condition holds",
  },
  condition: "Condition",
  proof: "Proof",
  byModel: (model: string): string => `by ${model}`,
  nothingFlips: "No value alone changes it.",
  would: (holds: boolean): string => (holds ? "To fail:" : "To hold:"),
  leftOpen: (open: boolean | null): string =>
    open === null ? "" : open ? "within what the record leaves open" : "beyond what the record leaves open",
  flips: (holds: boolean, words: string, from: number, to: number): string =>
    `${holds ? "For it to fail" : "For it to hold"}, ${words} would have to go from ${significant(from)} to ${significant(to)}`,
  see: "See it at that value",
  seeModel: (model: string): string => `See ${model}`,
  changedTo: (holds: boolean): string => (holds ? "now holds" : "no longer holds"),
  share: (holds: number, lower: number, upper: number, draws: number, seed: number): string =>
    `holds in ${percent(holds)} of the box (95%: ${percent(lower)} to ${percent(upper)}; ${draws.toLocaleString("en-GB")} draws, seed ${seed})`,
  shareNote: "A share is of a seeded sample of the parameters’ box, and no probability.",
};

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

export const sourceWords: Record<SourceKind, string> = {
  data: "data",
  literature: "literature",
  assumption: "assumption",
};

export const statusWords: Record<Status, string> = {
  published: "published",
  derived: "derived",
  recalled: "recalled",
};
export const statusMeans: Record<Status, string> = {
  published: "the number stands in a paper",
  derived: "derived from the standard model and computed twice",
  recalled: "formula recalled, not checked against the paper’s text",
};

export const sliders = {
  title: "The world",
  groups: {
    seeing: "How well it can be watched",
    patience: "Patience and office",
    costs: "Costs and fears",
    trust: "Trust, resolve and advice",
    signals: "Hidden means, alarms, answers",
  },
  issues: "The issues and their payoffs",
  issue: "The issue at stake",
  penalty: "Tied to it as a penalty",
  none: "none",
  payoffs: (title: string): string => `Payoffs: ${title}`,
  side: (side: string, name: string): string => `${side}, ${name}`,
  letters: {
    T: "alone in attacking",
    R: "both restrained",
    P: "both attacking",
    S: "alone in restraint",
  },
  exact: (meaning: string): string => `${meaning}, as a number`,
  range: (min: number, max: number): string => `${tidy(min)} to ${tidy(max)}`,
  interval: (lower: number, upper: number, level: number): string =>
    `${100 * level}%: ${significant(lower)} to ${significant(upper)}`,
  reset: "take back",
  resetOf: (meaning: string, value: number): string => `Take back: ${meaning}, to ${significant(value)}`,
  setByHand: (kind: SourceKind, value: number): string =>
    `set by hand; the case’s value is ${significant(value)} (${kind})`,
  provided: "provided",
  only: "The values on which this model turns",
  all: "All other values of the world",
};

/** The ends of a range without the hair by which an open end is written. */
function tidy(value: number): string {
  return significant(Math.abs(value - Math.round(value)) < 1e-5 ? Math.round(value) : value);
}

/** Axes of the arguments' boxes that are no parameters of the world. */
export const axisWords: Readonly<Record<string, string>> = {
  gain_A: "what A gains by cheating (T−R)",
  gain_B: "what B gains by cheating (T−R)",
  loss_A: "what A loses where both attack (R−P)",
  loss_B: "what B loses where both attack (R−P)",
  R_B: "what restraint pays B (R)",
  P_B: "what B has where both attack (P)",
  penaltyGain_A: "what A gains by cheating in the penalty issue",
  penaltyGain_B: "what B gains by cheating in the penalty issue",
  penaltyLoss_A: "what A loses where both attack in the penalty issue",
  penaltyR_B: "what restraint in the penalty issue pays B",
  penaltySpread_A: "what carrying out the threat spares A (P−S)",
  penaltySpread_B: "what carrying out the threat spares B (P−S)",
  pi: "how likely the asking side is strong",
  gap: "how far a strong side’s odds lie above a weak one’s",
  risk: "what trusting in vain costs (P−S)",
  gain: "what there is to gain",
  keep: "what a trustworthy side gains by keeping its word",
  share: "what restraint pays an untrustworthy side",
  lure: "what an untrustworthy side gains by cheating",
  c_DC: "what the defender has after conflict",
  c_SQ: "what the challenger has as things stand",
  c_WH: "what a hard challenger has after conflict",
};

export const model = {
  all: "All models",
  status: (status: Status): string => `${statusWords[status]}: ${statusMeans[status]}`,
  here: "What it says at these values",
  noAnswer: "The model says nothing here.",
  regime: "Here",
  equilibria: "In equilibrium",
  outcome: {
    restraintA: "A restrains",
    restraintB: "B restrains",
    payoffA: "A’s average payoff",
    payoffB: "B’s average payoff",
    prClash: "Pr(clash)",
    shareOfTimePunishing: "time spent punishing",
  } as Readonly<Record<string, string>>,
  thresholds: "Thresholds",
  thresholdColumns: ["Parameter", "Now", "Threshold", "Formula", "What changes there"] as const,
  direction: { above: "at or above", below: "at or below" },
  never: "never",
  arguments: "The arguments it decides",
  turns: "What each turns on",
  flipColumns: ["Parameter", "Now", "Flips at", "Distance", "Source"] as const,
  flipsNever: "not within its range",
  shareTitle: "On how much of the box",
  map: "Over two parameters",
  across: "Across",
  up: "Up",
  certificates: "Why one can believe it",
  card: "The card",
  story: "Story",
  players: "Players",
  moves: "Moves",
  payoffs: "Payoffs",
  assumptions: "Assumptions",
  params: (part: string): string => `Parameters: ${part}`,
  paramColumns: ["Key", "Meaning", "Usual", "Range", "Source"] as const,
  references: "References",
  command: "The same on the command line",
  copy: "Copy the command",
  copied: "Copied",
  exportNfg: "Open its stage game, or save it for Gambit",
  method: "The model’s page, with a worked example",
  unknown: (name: string): string => `No model is called ${name}`,
  unknownDo: (names: readonly string[]): string => `There are ${list(names)}.`,
  seeAll: "See all models",
};

export const payoffSet = {
  title: "Which payoffs can last",
  lead: (issue: string, delta: number): string =>
    `${issue}, with pure plans and public lotteries. Both sides are taken to weigh the next period by ${significant(delta)}, the less patient one’s weight.`,
  kinds: {
    empty: "No pure plan of both is an equilibrium.",
    unproved: "No payoff was proved to last.",
    point: "One payoff is proved to last.",
    segment: "A line of payoffs is proved to last.",
    polygon: "Many payoffs are proved to last; which of them is played is not settled by the payoffs.",
  } as Readonly<Record<string, string>>,
  ifSeen: "If everything is seen",
  ifWatched: (q: number, rho: number): string =>
    `If only alarms are seen (${significant(q)} after an attack, ${significant(rho)} falsely)`,
  ifSettled: "If only alarms are seen, and the sides may also pay each other after them",
  settledKinds: {
    unproved: "No stage equilibrium holds both sides to their least: this set is not computed.",
    point: "Payments keep nothing that lasts beyond the punishment.",
    polygon:
      "Every payoff of the triangle between the punishment and the line of the best joint payoff. Amounts are in payoffs of one period.",
  } as Readonly<Record<string, string>>,
  blames: "An alarm names one side (takes some seconds)",
  alarms: ["quiet", "an alarm"] as string[],
  alarmsThatBlame: ["quiet", "an alarm that blames A", "an alarm that blames B"] as string[],
  pastComputing: (because: string): string => `It is past what can be computed: ${because}`,
  /** The play behind a corner if everything is seen: what is done now, and by which lottery play goes on. */
  play: ([a, b]: readonly [number, number], weights: readonly number[], at: number): string => {
    const now =
      a === b
        ? a === 0
          ? "Both restrain"
          : "Both attack"
        : a === 0
          ? "A restrains while B attacks"
          : "A attacks while B restrains";
    const next = weights.flatMap((weight, corner) =>
      weight < 1e-9 ? [] : [{ share: weight, words: corner === at ? "the same again" : `on to corner ${corner + 1}` }],
    );
    const then =
      next.length === 1
        ? `; then ${next[0]?.words ?? ""}`
        : `; then by public lottery ${next.map(({ share, words }) => `${words} (${Math.round(100 * share)}%)`).join(" or ")}`;
    return `${now}${then}. Whoever breaks it is held to its own worst corner.`;
  },
  working: "Computing …",
  overdue: "This took too long and was stopped. Change a value to try again.",
  corner: (at: number): string => `Corner ${at}`,
  point: "Point at a corner, or choose one, to read the play behind it.",
  ms: (ms: number): string => `computed in ${ms < 1 ? "under 1" : Math.round(ms)} ms, beside the page`,
};

export const certificates = {
  title: "The certificate",
  none: "This result carries no certificate.",
  valid: (kind: string, rows: number): string =>
    `Holds: each of the ${counted(rows, "row")} of this certificate of ${kind} was computed again from the game itself.`,
  invalid: (kind: string, failing: number, rows: number): string =>
    `Does not hold: ${failing} of the ${counted(rows, "row")} of this certificate of ${kind} ${failing === 1 ? "fails" : "fail"}.`,
  columns: ["Why", "Left", "Right", "Slack", "Holds"] as const,
  holds: "holds",
  fails: "fails",
  download: "Save as JSON",
  checkIt: "Check it elsewhere: one file that needs no server",
  more: (left: number): string => `Show the other ${counted(left, "row")}`,
  rebuilt:
    "The checker shares no code with the solver: it takes the primitives, computes every row anew in exact fractions, and compares.",
};

export const compare = {
  title: "Two worlds side by side",
  lead: "Keep the world as it is now, change it, and see what differs.",
  pin: "Keep this world to compare with",
  unpin: "Stop comparing",
  again: "Keep the present world instead",
  swap: "Go back to the kept world",
  none: "No verdict differs between the two.",
  differ: (count: number): string => `${counted(count, "verdict")} ${count === 1 ? "differs" : "differ"}.`,
  same: (count: number): string => `${counted(count, "verdict")} the same in both`,
  columns: ["Argument", "Kept world", "This world"] as const,
  values: "Values that differ",
  valueColumns: ["Value", "Kept world", "This world"] as const,
};

export const cards = {
  title: "Twelve models, one world",
  lead: "Each reads the same values; one slider moves them all.",
  refused: "Says nothing at these values.",
};
