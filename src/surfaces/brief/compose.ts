// The first answers about a case, as data: the page, the terminal, the print and the JSON all show this and nothing
// else. Numbers come from `measure`, sentences from `sentences.ts`.

import { hashOf } from "../../log/record.ts";
import { asOf, type LedgerView } from "../../ledger/view.ts";
import { checkCounts, type DateKind, type Direction } from "../../ledger/incident.ts";
import { aroundDate, type ListAround } from "../../measure/around-date.ts";
import { beforeAfter } from "../../measure/before-after.ts";
import { chao } from "../../measure/chao.ts";
import type { Estimator } from "../../measure/estimator.ts";
import { frequencies, overlap, type Overlap } from "../../measure/overlap.ts";
import { tableOf, type DoubtfulPlacement } from "../../measure/hidden/case-hidden.ts";
import { hidden } from "../../measure/hidden/index.ts";
import { parity } from "../../measure/parity.ts";
import { incidentsIn, tally, type Side, type Tally } from "../../measure/tally.ts";
import type { Party } from "../../values/case-file.ts";
import type { Day } from "../../values/day.ts";
import type { CitedEstimate, Estimate } from "../../values/estimate.ts";
import { refuse, type Outcome, type Refusal } from "../../values/outcome.ts";
import type { Check } from "../../values/statement.ts";
import type { StateCode } from "../../values/state.ts";
import type { Text } from "../../values/text.ts";
import { measuredLists } from "../inputs/measured-lists.ts";
import { sourceOf, type SourceAbout } from "../inputs/sources.ts";
import { measuredBrief, type MeasuredBrief } from "./measured.ts";
import { keepingBrief, type KeepingBrief } from "./keeping.ts";
import { headline, sections, type Section } from "./sentences.ts";
import type { AgreementsBrief } from "./agreement-sentences.ts";
import type { ArgumentTable } from "./argument-table.ts";

/** Months on each side of the agreement's month. */
export const AROUND_MONTHS = 24;

/** An answer with all that is needed to cite it, or `refused` with its reason. */
export type Answer<Extra = unknown> = (CitedEstimate & Extra) | { refused: Refusal };

export type DirectionBrief = Tally & {
  overlap: Overlap;
  /** A lower bound on all incidents, those on no list included. */
  hidden: Answer;
  /** The bound in the form for this number of lists, which is lower. */
  hiddenForTheseLists: Answer;
  /** All incidents, averaged over models of how the lists depend on each other, and over the doubtful links where drawn. */
  averaged: Answer;
  /** The bound as printed, without actors' profiles. */
  hiddenWithoutProfiles: Answer;
};

export type SideParity = {
  side: Side;
  counts: { from: string; to: string; incidents: number }[];
  ratio: Answer<{ p: number }>;
};

export type AgreementRow = {
  list: string;
  profiles: "with" | "without";
  dates: "happened" | "disclosed";
  fall: Answer<{ before: number; after: number; p: number }>;
};

export type BriefOptions = {
  asof: Day | null;
  dates: DateKind;
  side: Side | null;
  /** The party that reads: what is done to it is told first. Without it, the case's first party. */
  reader?: StateCode | null;
};

export type Brief = {
  case: string;
  title: Text;
  version: string;
  licence: string;
  asof: Day | null;
  dates: DateKind;
  countedBy: Side | null;
  /** Hash of the ledger's content that the brief rests on. */
  inputs: string;
  parties: [Party, Party];
  headline: string;
  directions: [DirectionBrief, DirectionBrief];
  parity: SideParity[];
  agreement: { title: Text; date: Day; months: number; direction: Direction; rows: AgreementRow[] };
  /** Whether restraint would be kept, issue by issue, as well as it can be watched. */
  keeping: KeepingBrief;
  /** Trend, reciprocity and the agreement's effect, as far as the brief tells of them. */
  measured: MeasuredBrief;
  /** What could be agreed, and what the register says of keeping it; null where no register was read. */
  agreements: AgreementsBrief | null;
  /** The arguments of the public debate; null where nobody waited for their verdicts. */
  debate: ArgumentTable | null;
  checked: Record<Check, number>;
  totals: { incidents: number; statements: number; denials: number; acts: number };
  sections: Section[];
  sources: SourceAbout[];
};

/** What `told.ts` works out beside counts and measures. */
export type ToldBrief = { agreements: AgreementsBrief; debate: ArgumentTable };

/**
 * What takes long to work out of a case, as known on a day: the same for every reader. `doubtful`: the placements of the
 * view that are in doubt; null where nobody knows them, and the links are taken as they stand.
 */
export function measuresFor(
  ledger: LedgerView,
  asof: Day | null,
  doubtful: readonly DoubtfulPlacement[] | null = null,
): MeasuredBrief {
  const view = asof === null ? ledger : asOf(ledger, asof);
  const [a, b] = view.about.parties;
  return measuredBrief(view, asof, { from: b.iso, to: a.iso }, doubtful);
}

/** `measured`: what `measuresFor` gave before from the same ledger and day; `told`: what `told.ts` gave. */
export function composeBrief(
  ledger: LedgerView,
  options: BriefOptions,
  measured?: MeasuredBrief,
  told: ToldBrief | null = null,
): Brief {
  const view = options.asof === null ? ledger : asOf(ledger, options.asof);
  const [a, b] = view.about.parties;
  const towardA: Direction = { from: b.iso, to: a.iso };
  const towardB: Direction = { from: a.iso, to: b.iso };
  const directions: [Direction, Direction] = options.reader === b.iso ? [towardB, towardA] : [towardA, towardB];
  const sides: Side[] = [a.iso, b.iso, "third"];
  const statements = view.incidents.flatMap((incident) => incident.statements.filter(({ withdrawn }) => !withdrawn));
  const found = measured ?? measuresFor(ledger, options.asof);
  const facts: Omit<Brief, "headline" | "sections"> = {
    case: view.about.id,
    title: view.about.title,
    version: view.about.version,
    licence: view.about.licence,
    asof: options.asof,
    dates: options.dates,
    countedBy: options.side,
    inputs: view.hash,
    parties: view.about.parties,
    directions: [
      directionBrief(view, directions[0], sides, options, found),
      directionBrief(view, directions[1], sides, options, found),
    ],
    parity: sides.map((side) => sideParity(view, directions, side)),
    agreement: agreementRows(view, towardA, options.asof),
    keeping: keepingBrief(view, options.asof),
    measured: found,
    agreements: told?.agreements ?? null,
    debate: told?.debate ?? null,
    checked: checkCounts(statements),
    totals: {
      incidents: view.incidents.length,
      statements: statements.length,
      denials: statements.filter(({ stance }) => stance === "denies" || stance === "doubts").length,
      acts: view.acts.length,
    },
    sources: sourcesOf(view),
  };
  return { ...facts, headline: headline(facts), sections: sections(facts, view.acts) };
}

function directionBrief(
  view: LedgerView,
  direction: Direction,
  sides: readonly Side[],
  { dates, side }: BriefOptions,
  { totals }: MeasuredBrief,
): DirectionBrief {
  const drawn = totals.find(({ from, to }) => from === direction.from && to === direction.to);
  const cells = overlap(view.incidents, direction, measuredLists);
  const events = overlap(view.incidents, direction, measuredLists, false);
  return {
    ...tally(view.incidents, direction, sides, dates, side),
    overlap: cells,
    hidden: hiddenFrom(cells),
    hiddenForTheseLists: hiddenFrom(cells, measuredLists.length),
    averaged: drawn?.total ?? averagedFrom(cells),
    hiddenWithoutProfiles: hiddenFrom(events),
  };
}

/** The bound as printed, which supposes many lists, and with `lists` in the form for so many. */
function hiddenFrom(cells: Overlap, lists?: number): Answer {
  const input = { frequencies: frequencies(cells), ...(lists === undefined ? {} : { lists }) };
  return cite(chao, input, chao.estimate(input));
}

function averagedFrom(cells: Overlap): Answer {
  const outcome = hidden(tableOf(cells), { method: "chao" });
  if (!outcome.ok) return { refused: outcome.refusal };
  const { averaged, refused, assumptions, references } = outcome.value;
  if (!averaged) return { refused: refused ?? refuse("not-found").refusal };
  const { value, interval, method } = averaged;
  return { value, unit: "incidents", interval, method, assumptions, references, inputs: hashOf(cells) };
}

export function sideParity(view: LedgerView, [toA, toB]: [Direction, Direction], side: Side): SideParity {
  const [first, second] = [
    incidentsIn(view.incidents, toA, side).length,
    incidentsIn(view.incidents, toB, side).length,
  ];
  const input = { first, second };
  return {
    side,
    counts: [
      { ...toA, incidents: first },
      { ...toB, incidents: second },
    ],
    ratio: cite(parity, input, parity.estimate(input)),
  };
}

function agreementRows(view: LedgerView, direction: Direction, asof: Day | null): Brief["agreement"] {
  const { date, title } = view.about.agreement;
  const rows = aroundDate(view.incidents, direction, measuredLists, date, AROUND_MONTHS, asof);
  return { title, date, months: AROUND_MONTHS, direction, rows: rows.map(agreementRow) };
}

function agreementRow({ list, profiles, dates, outcome }: ListAround): AgreementRow {
  return { list, profiles, dates, fall: cite(beforeAfter, { list, profiles, dates, outcome }, outcome) };
}

export function cite<Input, Found extends Estimate>(
  { name, assumptions, references }: Estimator<Input, Found>,
  inputs: unknown,
  outcome: Outcome<Found>,
): Answer<Found> {
  if (!outcome.ok) return { refused: outcome.refusal };
  return { ...outcome.value, method: name, assumptions, references, inputs: hashOf(inputs) };
}

function sourcesOf(view: LedgerView): SourceAbout[] {
  const names = new Set(view.incidents.flatMap(({ listedBy }) => listedBy.map(({ source }) => source)));
  return [...names].sort().map((name) => sourceOf(name));
}
