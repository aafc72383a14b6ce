// What the measures say of an event's effect, in sentences.

import type { Direction } from "../../ledger/incident.ts";
import type { CaseEffect } from "../../measure/effect/case-effect.ts";
import type { RivalsEffect } from "../../measure/effect/rivals.ts";
import type { CountSeries } from "../../measure/effect/series.ts";
import type { SeriesEffect } from "../../measure/effect/series-effect.ts";
import type { Curve } from "../../measure/effect/specification-curve.ts";
import type { Estimate } from "../../values/estimate.ts";
import type { Outcome } from "../../values/outcome.ts";
import { number, probability, ratio } from "./en.ts";

export function seriesSentences(effect: SeriesEffect, step: CountSeries["step"]): string[] {
  const { windows, placebo, interrupted, structural, width, firstAfter } = effect;
  const span = step.every === 1 ? `${width} ${step.unit}s` : `${width} periods of ${step.every} ${step.unit}s`;
  return [
    `In the ${span} before ${firstAfter} there were ${number(windows.before)}, in the ${span} from then on ${number(windows.after)}: ${times(windows)} the earlier rate. Had nothing changed, so few after would have a probability of ${probability(windows.p)}.`,
    placeboSentence(placebo),
    interrupted.ok
      ? `With the trend taken into account the level stepped to ${times(interrupted.value)} what it was (p ${probability(interrupted.value.p)}), and at the middle of the time after stood at ${times(interrupted.value.middle)} what the old trend gives.`
      : `Interrupted series: no answer. ${interrupted.refusal.because}`,
    structuralSentence(structural),
  ];
}

export function caseSentences({ lists, pooled, date, months }: CaseEffect, { from, to }: Direction): string[] {
  const rows = [...lists, ...pooled].map(({ list, profiles, dates, outcome }) => {
    const what = `${list}, ${profiles === "with" ? "" : "without profiles, "}by ${dates} date`;
    if (!outcome.ok) return `${what}: no answer. ${outcome.refusal.because}`;
    const { windows, placebo, interrupted } = outcome.value;
    const step = interrupted.ok ? ` Against the old trend: ${times(interrupted.value.middle)}.` : "";
    return `${what}: ${windows.before} before, ${windows.after} after, ${times(windows)}, p ${probability(windows.p)}; rank ${placebo.rank} of ${placebo.of} dates.${step}`;
  });
  return [`${from} to ${to}, ${months} months on each side of ${date}.`, ...rows, ""];
}

export function curveSentences(curve: Outcome<Curve>): string[] {
  if (!curve.ok) return [`Over all ways to count: no answer. ${curve.refusal.because}`];
  const { variants, median, falls, significantFalls, shares, placebo } = curve.value;
  const first = shares[0];
  const ofList = shares.find(({ choice }) => choice === "list");
  const byList = ofList?.medians.map(({ value, median: middle }) => `${value} ${ratio(middle)}`).join(", ");
  return [
    `Over ${number(variants.length)} ways to count, the median ratio is ${ratio(median)}; ${percent(falls)} of them show a fall and ${percent(significantFalls)} a significant one. Among the medians at other dates it ranks ${placebo.rank} of ${placebo.of}.`,
    ...(ofList
      ? [
          `The choice of list alone goes with ${percent(ofList.share)} of the variance of log ratios (medians: ${byList}).`,
        ]
      : []),
    ...(first && first !== ofList ? [`More hangs on ${first.choice}: ${percent(first.share)}.`] : []),
    "",
  ];
}

export function rivalSentences(list: string, { placebo, synthetic }: RivalsEffect): string[] {
  return [
    placebo.ok
      ? `Among ${placebo.value.of} pairs on ${list}, itself included, the fall ranks ${placebo.value.rank} (p ${probability(placebo.value.p)}).`
      : `Other rivals on ${list}: no answer. ${placebo.refusal.because}`,
    synthetic.ok
      ? `Against ${shiftWords(synthetic.value.shift)}a mixture of ${synthetic.value.weights.map(({ name, weight }) => `${name} ${weight.toFixed(2)}`).join(", ")} the gap is ${synthetic.value.value.toFixed(2)} a half-year; RMSPE after / before ${synthetic.value.ratio.toFixed(2)}, rank ${synthetic.value.placebo.rank} of ${synthetic.value.placebo.of}.`
      : `Synthetic control on ${list}: no answer. ${synthetic.refusal.because}`,
  ];
}

function shiftWords(shift: number): string {
  return shift === 0 ? "" : `${Math.abs(shift).toFixed(2)} ${shift > 0 ? "above" : "below"} `;
}

function structuralSentence(structural: SeriesEffect["structural"]): string {
  if (!structural.ok) return `Structural series: no answer. ${structural.refusal.because}`;
  const { predicted, actual, relative, negative } = structural.value;
  const share = relative
    ? `: ${signed(relative.value)} (${level(relative)}: ${signed(relative.interval.lower)} to ${signed(relative.interval.upper)})`
    : ` (${level(predicted)} of the prediction: ${predicted.interval.lower.toFixed(2)} to ${predicted.interval.upper.toFixed(2)})`;
  return `A structural series predicted ${predicted.value.toFixed(2)} a time where ${actual.toFixed(2)} came${share}.${belowNothing(negative)}`;
}

function placeboSentence({ rank, of, p, byScore }: SeriesEffect["placebo"]): string {
  if (of === 1) return "The series is too short to compare other dates.";
  return `Among ${number(of)} dates at which both windows fit, this fall ranks ${number(rank)}, the largest first: ${probability(p)} of dates fall as far.${byScore ? ` Measured against the noise of such counts it ranks ${number(byScore.rank)}.` : ""}`;
}

function times(estimate: Estimate): string {
  const { value, interval } = estimate;
  return `${ratio(value)} times (${level(estimate)}: ${ratio(interval.lower)} to ${ratio(interval.upper)})`;
}

function belowNothing(share: number): string {
  return share > 0.005
    ? ` ${percent(share)} of its predictions are below 0, which no count is: prefer the interrupted series.`
    : "";
}

function level({ interval }: Pick<Estimate, "interval">): string {
  return `${Number((100 * interval.level).toPrecision(6))}%`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function signed(share: number): string {
  return `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.abs(100 * share).toFixed(0)}%`;
}
