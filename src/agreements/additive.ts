// A negotiation as numbers: issues with options, and for every side what each option adds to its utility,
// u(outcome) = Σ_k w_k · e_k(option). On the raw scale w and e are as written; on the normalized one, which GENIUS and
// the model BARGAIN use, an evaluation is divided by its issue's largest (linEtAl2014) and weights that miss one by more
// than rounding are divided by their sum. Additions are exact fractions, so that ties are ties.

import { Rational, largest, smallest, sumOf } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import type { Domain, Issue } from "./issue.ts";
import type { Evaluation, Profile } from "./profile.ts";

export type Scale = "normalized" | "raw";

export type AdditiveParty = {
  name: string;
  /** Issue by issue, what each option adds. */
  additions: readonly (readonly Rational[])[];
  reservation: Rational;
  discount: number;
};

/** A real issue of which only `steps` + 1 values are looked at; between two of them each side's utility is a line. */
export type Discretised = { issue: string; steps: number };

export type Additive = {
  issues: readonly { name: string; options: readonly string[] }[];
  parties: readonly AdditiveParty[];
  scale: Scale;
  discretised: readonly Discretised[];
  notes: readonly string[];
};

/** Weights that sum to one within this are taken as written: files round them, and other programs read them so. */
const ROUNDED = Rational.of("0.01");

export const USUAL_STEPS = 100;

export function additive(
  domain: Domain,
  profiles: readonly Profile[],
  scale: Scale = "normalized",
  steps: number = USUAL_STEPS,
): Additive {
  const notes: string[] = [];
  const values = domain.issues.map((issue, at) =>
    valuesOf(
      issue,
      profiles.map(({ evaluations }) => evaluations[at]!),
      steps,
    ),
  );
  return {
    issues: domain.issues.map((issue, at) => ({
      name: issue.name,
      options: issue.kind === "discrete" ? issue.options : values[at]!.map(shownValue),
    })),
    parties: profiles.map((profile) => ({
      name: profile.name,
      additions: additionsOf(domain, profile, values, scale, notes),
      reservation: profile.reservation,
      discount: profile.discount.toNumber(),
    })),
    scale,
    discretised: domain.issues.flatMap((issue, at) =>
      issue.kind === "real" ? [{ issue: issue.name, steps: values[at]!.length - 1 }] : [],
    ),
    notes,
  };
}

function additionsOf(
  { issues }: Domain,
  { name, weights, evaluations }: Profile,
  values: readonly Rational[][],
  scale: Scale,
  notes: string[],
): Rational[][] {
  const total = sumOf(weights);
  const off = total.minus(1);
  const divide = scale === "normalized" && off.abs().isAbove(ROUNDED);
  if (!off.isZero() && off.abs().isAbove(Rational.of("1e-9"))) {
    const what = divide ? "each was divided by that sum" : "they were taken as written";
    notes.push(`${name}: the weights sum to ${Number(total.toNumber().toPrecision(9))}, not 1; ${what}.`);
  }
  return issues.map((issue, at) => {
    const weight = divide ? weights[at]!.over(total) : weights[at]!;
    const evaluation = evaluations[at]!;
    const raw =
      issue.kind === "discrete" ? eachOf(evaluation) : values[at]!.map((value) => valueAt(evaluation, value, scale));
    const scaled = scale === "normalized" ? normalized(issue, raw) : raw;
    return scaled.map((value) => value.times(weight));
  });
}

/** By the largest where options have evaluations; a function is cut to [0, 1], as GENIUS does. */
function normalized(issue: Issue, raw: readonly Rational[]): readonly Rational[] {
  if (issue.kind !== "discrete")
    return raw.map((value) => (value.sign() < 0 ? Rational.zero : value.isAbove(1) ? Rational.one : value));
  const top = largest(raw);
  return top.isZero() ? raw : raw.map((value) => value.over(top));
}

function eachOf(evaluation: Evaluation): readonly Rational[] {
  if (evaluation.kind !== "each") throw new RangeError("Cannot evaluate options: the profile has a function");
  return evaluation.values;
}

/** On the raw scale a line is read as NegMAS reads it, slope · x + offset; GENIUS counts x from the issue's lower end. */
function valueAt(evaluation: Evaluation, x: Rational, scale: Scale): Rational {
  if (evaluation.kind === "line")
    return evaluation.slope.times(scale === "raw" ? x : x.minus(evaluation.from)).plus(evaluation.offset);
  if (evaluation.kind === "each") throw new RangeError("Cannot evaluate a number: the profile lists options");
  const { lower, upper, top } = evaluation;
  if (x.isBelow(lower) || x.isAbove(upper)) return Rational.zero;
  if (x.equals(top)) return Rational.one;
  return x.isBelow(top) ? x.minus(lower).over(top.minus(lower)) : upper.minus(x).over(upper.minus(top));
}

/**
 * The numbers of an issue that are looked at. Of a real one: its ends, every point where a side's line bends, and equal
 * steps between the first and the last of these. Options with names have none.
 */
function valuesOf(issue: Issue, evaluations: readonly Evaluation[], steps: number): Rational[] {
  if (issue.kind === "discrete") return [];
  if (issue.kind === "integer")
    return Array.from({ length: issue.upper - issue.lower + 1 }, (_, at) => Rational.of(issue.lower + at));
  if (!Number.isSafeInteger(steps) || steps < 1) throw new InputError("steps", "a whole number from 1", steps);
  const { lower, upper } = issue;
  const width = upper.minus(lower);
  const even = Array.from({ length: steps + 1 }, (_, at) => lower.plus(width.times(Rational.of(at)).over(steps)));
  const bends = evaluations.flatMap(bendsOf).filter((x) => x.isAbove(lower) && x.isBelow(upper));
  const sorted = [...even, ...bends].toSorted((a, b) => a.compare(b));
  return sorted.filter((x, at) => at === 0 || !x.equals(sorted[at - 1]!));
}

/** Where the function bends: at a triangle's corners, and where a line is cut at 0 and at 1. */
function bendsOf(evaluation: Evaluation): Rational[] {
  if (evaluation.kind === "triangle") return [evaluation.lower, evaluation.top, evaluation.upper];
  if (evaluation.kind === "each" || evaluation.slope.isZero()) return [];
  return [0, 1].map((height) =>
    Rational.of(height).minus(evaluation.offset).over(evaluation.slope).plus(evaluation.from),
  );
}

function shownValue(value: Rational): string {
  return value.bottom === 1n ? value.toString() : String(value.toNumber());
}

/** How many outcomes the table holds. */
export function outcomesIn({ issues }: Additive): number {
  return issues.reduce((product, { options }) => product * options.length, 1);
}

/** The least and the most that a side can get. */
export function rangeOf({ additions }: AdditiveParty): { lowest: Rational; highest: Rational } {
  return { lowest: sumOf(additions.map(smallest)), highest: sumOf(additions.map(largest)) };
}

/** The option of every issue, by index, as words. */
export function wordsOf({ issues }: Additive, choice: ArrayLike<number>): string[] {
  return issues.map(({ options }, at) => options[choice[at]!]!);
}

/** What a side gets from an outcome, to the last bit or two of a floating-point number. */
export function utilityOf({ additions }: AdditiveParty, choice: ArrayLike<number>): number {
  return sumOf(additions.map((row, at) => row[choice[at]!]!)).toNumber();
}
