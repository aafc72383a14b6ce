// The answers about an event's effect as one document: estimates with all that is needed to cite them, refusals in their
// place, and a strip of placebo ratios short enough to draw.

import { hashOf } from "../../log/record.ts";
import type { Fall } from "../../measure/before-after.ts";
import type { Estimator } from "../../measure/estimator.ts";
import { interrupted, structural, syntheticControl, windows, placeboDyads } from "../../measure/effect/index.ts";
import type { Placebo } from "../../measure/effect/placebo.ts";
import type { RivalsEffect } from "../../measure/effect/rivals.ts";
import type { SeriesEffect } from "../../measure/effect/series-effect.ts";
import type { CitedEstimate, Estimate } from "../../values/estimate.ts";
import type { Outcome, Refusal } from "../../values/outcome.ts";

const LONGEST_STRIP = 1200;

type Refused = { refused: Refusal };

/** What every reader of the command's JSON finds: these keys stay. */
export type EffectAnswer = {
  before: number;
  after: number;
  ratio: CitedEstimate;
  exact: { p: number; sided: "one: so few after" };
  placebo: Pick<Placebo, "rank" | "of" | "p" | "byScore"> & { dates: { date: string; ratio: number | null }[] };
  firstAfter: string;
  periods: number;
  interrupted: object | Refused;
  structural: object | Refused;
};

export function effectAnswer(effect: SeriesEffect, inputs: unknown): EffectAnswer {
  const hash = hashOf(inputs);
  const { before, after, p, ...ratio } = effect.windows;
  return {
    before,
    after,
    ratio: cited(windows, ratio, hash),
    exact: { p, sided: "one: so few after" },
    placebo: strip(effect.placebo),
    firstAfter: effect.firstAfter,
    periods: effect.width,
    interrupted: citedOutcome(interrupted, withoutSeries(effect.interrupted, "fitted"), hash),
    structural: citedOutcome(structural, effect.structural, hash),
  };
}

export function rivalsAnswer({ placebo, synthetic }: RivalsEffect, inputs: unknown): object {
  const hash = hashOf(inputs);
  return {
    placebo: placebo.ok
      ? { ...placebo.value, assumptions: placeboDyads.assumptions, references: placeboDyads.references }
      : { refused: placebo.refusal },
    synthetic: citedOutcome(syntheticControl, synthetic, hash),
  };
}

function strip({ rank, of, p, byScore, rows }: Placebo): EffectAnswer["placebo"] {
  const every = Math.ceil(rows.length / LONGEST_STRIP);
  const dates = rows
    .filter(({ ofInterest }, index) => ofInterest || index % every === 0)
    .map(({ name, ratio }) => ({ date: name, ratio }));
  return { rank, of, p, byScore, dates };
}

function cited<Input, Found extends Estimate>(
  { name, assumptions, references }: Estimator<Input, Fall> | Estimator<Input, Found>,
  estimate: Estimate,
  inputs: string,
): CitedEstimate {
  return { ...estimate, method: name, assumptions, references, inputs };
}

function citedOutcome<Input, Found extends Estimate, Shown extends Estimate>(
  { name, assumptions, references }: Estimator<Input, Found>,
  outcome: Outcome<Shown>,
  inputs: string,
): object | Refused {
  if (!outcome.ok) return { refused: outcome.refusal };
  return { ...outcome.value, method: name, assumptions, references, inputs };
}

function withoutSeries<Found extends object, Key extends keyof Found>(
  outcome: Outcome<Found>,
  key: Key,
): Outcome<Omit<Found, Key>> {
  if (!outcome.ok) return outcome;
  const { [key]: _, ...rest } = outcome.value;
  return { ok: true, value: rest };
}
