// The tension index of a case as one document, with everything that each month's figure was made of.

import { asOf, type LedgerView } from "../../ledger/view.ts";
import type { DateKind, Direction } from "../../ledger/incident.ts";
import { hashOf } from "../../log/record.ts";
import { tensionEvents } from "../../measure/case-tension.ts";
import { tension, USUAL_HALF_LIFE, type Tension } from "../../measure/tension.ts";
import { severityFactor, tensionKinds, type TensionKind, type TensionWeights } from "../../measure/tension-weights.ts";
import type { Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import type { CitedEstimate, Estimate } from "../../values/estimate.ts";
import type { Outcome } from "../../values/outcome.ts";
import { tensionCautions, tensionFormula } from "../words/en-trend.ts";
import { listYears } from "./list-years.ts";
import { decimalIn } from "./decimal.ts";
import { settingsFrom } from "./settings.ts";

export type TensionOptions = {
  asof: Day | null;
  dates: DateKind;
  halfLifeDays: number;
  weights: Partial<TensionWeights>;
  level: number;
  seed: number;
};

export type TensionAnswer = {
  case: string;
  asof: Day | null;
  dates: DateKind;
  formula: string;
  halfLifeDays: number;
  weights: TensionWeights;
  /** Factors of the mildest, a middling and the gravest operation. */
  severity: [number, number, number];
  joint: CitedEstimate;
  directions: (Direction & { estimate: CitedEstimate })[];
  months: (Omit<Tension["months"][number], "directions"> & { directions: (Direction & { index: number })[] })[];
  contributions: (Tension["contributions"][number] & { title: string; when: string })[];
  undated: number;
  cautions: string[];
};

const LONGEST_HALF_LIFE = 36_500;
const LARGEST_WEIGHT = 100;
const LONGEST_MONTHS = 12 * 200;

export function caseTensionAnswer(ledger: LedgerView, options: TensionOptions): Outcome<TensionAnswer> {
  const view = options.asof === null ? ledger : asOf(ledger, options.asof);
  const { asof, dates, halfLifeDays, weights, level, seed } = options;
  const [a, b] = view.about.parties;
  const directions: [Direction, Direction] = [
    { from: b.iso, to: a.iso },
    { from: a.iso, to: b.iso },
  ];
  const { events, undated } = tensionEvents(view, directions[0], dates);
  const { from, to } = view.about.collection;
  const months = { from: `${from}-01-01` as Day, to: asof ?? (`${to}-12-31` as Day) };
  if (12 * (to - from + 1) > LONGEST_MONTHS) throw new InputError("CASE", "a case of at most 200 years", to - from);
  const outcome = tension.estimate({ events, months, weights, halfLifeDays, level, seed });
  if (!outcome.ok) return outcome;
  const found = outcome.value;
  const inputs = hashOf({ view: view.hash, ...options });
  const { name, assumptions, references } = tension;
  const cited = ({ value, unit, interval }: Estimate): CitedEstimate => ({
    value,
    unit,
    interval,
    method: name,
    assumptions,
    references,
    inputs,
    seed,
  });
  const about = aboutOf(view);
  const lists = listYears(view, asof);
  return {
    ok: true,
    value: {
      case: view.about.id,
      asof,
      dates,
      formula: tensionFormula,
      halfLifeDays,
      weights: found.weights,
      severity: [severityFactor(0), severityFactor(null), severityFactor(1)],
      joint: cited(found),
      directions: directions.map((direction, side) => ({ ...direction, estimate: cited(found.directions[side]!) })),
      months: found.months.map((month) => ({
        ...month,
        directions: directions.map((direction, side) => ({ ...direction, index: month.directions[side]! })),
      })),
      contributions: found.contributions.map((one) => ({ ...one, ...(about.get(one.id) ?? { title: "", when: "" }) })),
      undated,
      cautions: tensionCautions(Math.min(...lists.map(({ years }) => years.to)), Number(months.to.slice(0, 4))),
    },
  };
}

function aboutOf({ acts, incidents }: LedgerView): Map<string, { title: string; when: string }> {
  return new Map([
    ...incidents.map(({ id, title, happened, disclosed, attributed }) => {
      const when = happened ?? disclosed ?? attributed ?? "";
      return [id, { title: title.en, when }] as const;
    }),
    ...acts.map(({ id, title, when }) => [id, { title: title.en, when }] as const),
  ]);
}

/** Days, as typed. */
export function halfLifeFrom(text: unknown, flag = "--half-life"): number {
  if (text === undefined || text === "") return USUAL_HALF_LIFE;
  const days = decimalIn(text);
  if (days === null || !(days > 0 && days <= LONGEST_HALF_LIFE))
    throw new InputError(flag, `a number of days above 0, at most ${LONGEST_HALF_LIFE}`, text);
  return days;
}

/** `KIND=V` as typed: a kind of act, or INCIDENT for operations. */
export function weightsFrom(pairs: readonly string[], flag = "--weight"): Partial<TensionWeights> {
  const weights: Partial<Record<TensionKind, number>> = {};
  for (const [name, value] of settingsFrom(pairs, flag, "KIND=V")) {
    const kind = tensionKinds.find((known) => known === name.toUpperCase());
    if (!kind) throw new InputError(flag, `one of ${tensionKinds.join(", ")}`, name);
    if (typeof value !== "number" || !(Math.abs(value) <= LARGEST_WEIGHT))
      throw new InputError(`${flag} ${kind}`, `a number from −${LARGEST_WEIGHT} to ${LARGEST_WEIGHT}`, value);
    weights[kind] = value;
  }
  return weights;
}
