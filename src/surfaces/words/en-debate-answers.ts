// What measures and queries say on a claim, in sentences.

import type { Answered } from "../../debate/verdict-of.ts";
import type { Direction } from "../../ledger/incident.ts";
import type { Act } from "../../values/act.ts";
import type { Party } from "../../values/case-file.ts";
import type { Outcome } from "../../values/outcome.ts";
import { firstDay } from "../../values/when.ts";
import type { Brief, DirectionBrief, SideParity } from "../brief/compose.ts";
import type { DirectionTrend, MeasuredBrief } from "../brief/measured.ts";
import type { LineSeen } from "../inputs/line-distances.ts";
import type { CaseRestraint } from "../inputs/case-restraint.ts";
import type { TensionAnswer } from "../inputs/case-tension.ts";
import { about, counted, list, number, ratio, sideNames } from "./en.ts";

type Parties = readonly [Party, Party];

/** A rise this sure is called one. */
const SURE = 0.95;
const UNUSUAL = 0.05;
/** The tension index counts against a long-run mean of this. */
const MEAN = 100;

const percentOf = (level: number): string => `${Math.round(100 * level)}%`;

function nameOf(iso: string, parties: Parties): string {
  return parties.find((party) => party.iso === iso)?.inSentence.en ?? iso;
}

export function arrow(parties: Parties): (direction: Direction) => string {
  return ({ from, to }) => `${nameOf(from, parties)} against ${nameOf(to, parties)}`;
}

function author(side: string, parties: Parties): string {
  return sideNames(side, nameOf(side, parties));
}

export function parity(sides: readonly SideParity[], parties: Parties, page: string): Answered {
  const rows = sides.map(({ side, counts: [first, second], ratio: found }) => {
    const counts = `${number(first?.incidents ?? 0)} and ${number(second?.incidents ?? 0)}`;
    if ("refused" in found) return { told: `${author(side, parties)}: ${counts}, too few to compare`, equal: null };
    const { value, interval, p } = found;
    return {
      told: `${author(side, parties)}: ${counts}, ${ratio(value)} to 1 (${percentOf(interval.level)}: ${ratio(interval.lower)} to ${ratio(interval.upper)})`,
      equal: p >= UNUSUAL,
    };
  });
  const tested = rows.flatMap(({ equal }) => (equal === null ? [] : [equal]));
  // Where one side's sources count more in one direction and another's in the other, it turns on who counts.
  const leanings = new Set(
    sides.map(({ counts: [first, second] }) => Math.sign((first?.incidents ?? 0) - (second?.incidents ?? 0))),
  );
  const agree = leanings.size === 1 && tested.length > 0 && tested.every((one) => one === tested[0]);
  return {
    holds: agree ? (tested[0] ?? null) : null,
    inWords: `Incidents of ${arrow(parties)({ from: parties[1].iso, to: parties[0].iso })}, and the other way: ${rows.map(({ told }) => told).join("; ")}.`,
    against: "Counts follow those who publish as much as those who act: each side's lists see the other's deeds.",
    pivot: "who counts",
    wouldChange: "Counting by another side's sources turns it: compare the three.",
    address: page,
  };
}

export function hidden(directions: readonly DirectionBrief[], parties: Parties, page: string): Answered {
  const told = directions.map((direction) => {
    const { hidden: bound } = direction;
    if ("refused" in bound) return `For ${arrow(parties)(direction)} there is no estimate: ${bound.refused.because}`;
    const { value, interval } = bound;
    return `${arrow(parties)(direction)}: ${number(direction.incidents)} on record, no fewer than about ${about(value, interval)} in all (${percentOf(interval.level)}: ${about(interval.lower, interval)} to ${about(interval.upper, interval)}).`;
  });
  return {
    holds: directions.some((one) => "refused" in one.hidden || one.hidden.value > 1.5 * one.incidents) ? true : null,
    inWords: told.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(" "),
    against: "The lists lean on the same reports; were they independent of each other, the bound would be the total.",
    pivot: "how the lists depend on each other",
    wouldChange: "More overlap between independent lists would bring the totals down to the record.",
    address: page,
  };
}

export function trend({ trends }: MeasuredBrief, sentence: (one: DirectionTrend) => string, page: string): Answered {
  if ("refused" in trends) return refused(trends.refused.because, page);
  const rises = trends.map(({ pooled: { rise } }) => ("refused" in rise ? null : rise.probabilityOfRise));
  const sure = rises.filter((one) => one !== null);
  return {
    holds: sure.some((one) => one >= SURE)
      ? true
      : sure.length > 0 && sure.every((one) => one <= 1 - SURE)
        ? false
        : null,
    inWords: trends.map(sentence).join(" "),
    against: "The newest years are always short of cases that are not told yet, and fuller of what is easy to find.",
    pivot: "how late incidents become known",
    wouldChange: "A longer or shorter delay between deed and disclosure would move the last years.",
    address: page,
  };
}

export function effect(
  { title, rows }: Brief["agreement"],
  { curve }: MeasuredBrief["effect"],
  more: readonly string[],
  page: string,
): Answered {
  const found = rows.flatMap(({ list: name, fall, profiles, dates }) =>
    "refused" in fall || profiles !== "with" || dates !== "disclosed" ? [] : [{ name, ...fall }],
  );
  const told = found.map(
    ({ before, after, value, interval }) =>
      `${number(before)} before and ${number(after)} after, ${ratio(value)} times the rate (${percentOf(interval.level)}: ${ratio(interval.lower)} to ${ratio(interval.upper)})`,
  );
  const own = !("refused" in curve) && curve.significantFalls >= 0.5 && curve.rank <= UNUSUAL * curve.of;
  const falls = found.filter(({ value, p }) => value < 1 && p < UNUSUAL).length;
  return {
    // A fall counts as the date's own only where few other dates have one as large, however it is counted.
    holds: found.length > 0 && falls === found.length && own ? true : found.length > 0 && falls === 0 ? false : null,
    inWords:
      `Around “${title.en}”: ${told.length === 0 ? "too little to compare" : told.join("; ")}. ${more.join(" ")}`.trim(),
    against:
      "A fall after a date is no effect of it: exposure, reorganisation and better hiding fell in the same months.",
    pivot: "which list and which date are counted",
    wouldChange: "A date among the placebo dates with as large a fall speaks against it.",
    address: page,
  };
}

export function tension(outcome: Outcome<TensionAnswer>, page: string): Answered {
  if (!outcome.ok) return refused(outcome.refusal.because, page);
  const { value, interval } = outcome.value.joint;
  return {
    holds: interval.lower > MEAN ? true : interval.upper < MEAN ? false : null,
    inWords: `The tension of the last month is about ${about(value, interval)}, where ${MEAN} is its long-run mean (${percentOf(interval.level)}: ${about(interval.lower, interval)} to ${about(interval.upper, interval)}).`,
    against: "The index weighs acts by a table; another table, another index.",
    pivot: "the weights of the acts",
    wouldChange: "Weights of the reader's own choosing, or a shorter half-life.",
    address: page,
  };
}

export function restraint(outcome: Outcome<CaseRestraint>, page: string): Answered {
  if (!outcome.ok) return refused(outcome.refusal.because, page);
  const { mutual } = outcome.value;
  if ("refused" in mutual) return refused(mutual.refused.because, page);
  const { tested, understandings } = mutual;
  return {
    holds: understandings.length > 0 ? true : null,
    inWords:
      understandings.length === 0
        ? `Of ${counted(tested, "kind")} of deed that both do to others, none is missing between these two by more than chance would bring.`
        : `Of ${counted(tested, "kind")} of deed that both do to others, ${number(understandings.length)} ${understandings.length === 1 ? "is" : "are"} missing between these two, beyond what chance would bring.`,
    against: "What is not on record was perhaps not seen.",
    pivot: "whether the list sees both dyads alike",
    address: page,
  };
}

export function ripeness(acts: readonly Act[]): Answered {
  const told = acts.filter(({ form }) => form === "talks");
  return {
    holds: null,
    inWords: `No measure tells when the time has come. On record are ${counted(told.length, "act")} of talks${latest(told)}.`,
    against: "That talks were held says nothing of what they would bring now.",
    wouldChange: "What each side expects from carrying on, against a settlement: see the model of bargaining.",
    pivot: "what each side expects from carrying on",
    address: "/models/bargain",
  };
}

type Count = Direction & { incidents: number; denied: number };

export function statements(counts: readonly Count[], parties: Parties, both: boolean): Answered {
  const told = counts.map(
    (one) =>
      `${counted(one.incidents, "incident")} of ${arrow(parties)(one)}, ${number(one.denied)} of them denied or doubted by somebody`,
  );
  const [first, second] = counts;
  const query = first ? `?from=${first.from}&to=${first.to}` : "";
  const attributed = counts.every(({ incidents }) => incidents > 0);
  return {
    holds: both ? null : attributed,
    inWords: `On the public record stand ${list(told)}.`,
    against: "To be accused is not to have done it; and what nobody says stands nowhere.",
    ...(both && first && second ? { pivot: "who counts" } : { pivot: "who says so" }),
    address: `/incidents${query}`,
  };
}

export function reporters(sides: readonly SideParity[], parties: Parties, page: string): Answered {
  const told = sides.map(
    ({ side, counts: [first, second] }) =>
      `${author(side, parties)} tell of ${number(first?.incidents ?? 0)} and ${number(second?.incidents ?? 0)}`,
  );
  return {
    holds: null,
    inWords: `By who tells of them, against ${nameOf(parties[0].iso, parties)} and against ${nameOf(parties[1].iso, parties)}: ${list(told)}.`,
    against: "Who tells of a threat may gain by it, and may be right.",
    pivot: "how far reporters inflate",
    address: page,
  };
}

export function acts(all: readonly Act[], form: string, page: string, answers = false): Answered {
  const found = all.filter((act) => act.form === form);
  const names: Record<string, string> = { talks: "talks", agreement: "agreement", threat: "stated threats or lines" };
  const what = names[form] ?? form;
  return {
    // That acts stand on record answers a claim that there were some, and no claim on what they bring.
    holds: answers && found.length > 0 ? true : null,
    inWords:
      found.length === 0
        ? `No act of ${what} stands on the record.`
        : `${counted(found.length, "act")} of ${what} ${found.length === 1 ? "stands" : "stand"} on the record${latest(found)}.`,
    against: "What was announced is not what was kept.",
    address: `${page}#trend`,
  };
}

/** Declared lines, from the register: how many each side drew, what came up to them, and what followed. */
export function redLines(lines: readonly LineSeen[], [a, b]: Parties): Answered {
  const address = "/lines";
  if (lines.length === 0) return { holds: null, inWords: "No declared line stands on the register.", address };
  const by = [a, b].map((party) => `${lines.filter((line) => line.by === party.iso).length} by ${party.name.en}`);
  const reached = lines.flatMap(({ crossings }) => crossings);
  const sure = reached.filter(({ distance }) => distance.crossing === "yes").length;
  const answered = reached.filter(({ followed }) => followed.length > 0).length;
  const days = lines[0]?.windowDays ?? 0;
  return {
    // That lines were drawn is on record; whether crossing one has its price is the models' question.
    holds: null,
    inWords:
      `${counted(lines.length, "declared line")} ${lines.length === 1 ? "stands" : "stand"} on the register, ${list(by)}. ` +
      (reached.length === 0
        ? "No incident on record came up to one."
        : `${counted(reached.length, "time")} an incident came up to one, ${sure} of them surely; after ${answered} of these the side that drew it acted within ${days} days.`),
    against: "That an act followed is no proof that it was the answer.",
    address,
  };
}

function latest(found: readonly Act[]): string {
  const last = found.toSorted((one, other) => (firstDay(one.when) < firstDay(other.when) ? -1 : 1)).at(-1);
  return last ? `, the last of them “${last.title.en}” (${firstDay(last.when).slice(0, 7)})` : "";
}

function refused(because: string, address: string): Answered {
  return { holds: null, inWords: `No estimate: ${because}`, address };
}
