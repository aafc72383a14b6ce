// Draws from the posterior of the structural model by Gibbs sampling, in turn: the states given the rest, the noise and the
// coefficients given the states, the variances of the steps (brodersen2015, section 2). After the event nothing counts as
// observed, so states there are predictions.

import type { Chance } from "../../math/philox.ts";
import { normalsFrom } from "../../math/sampling.ts";
import { drawVariance, slabSampler, type RegressionDraw } from "./spike-slab.ts";
import { stateSampler, type StateDraw, type Variances } from "./state-draws.ts";

export type StructuralSetting = {
  response: readonly (number | null)[];
  controls: readonly (readonly number[])[];
  from: number;
  seasons: number;
  levelPriorSd: number;
  draws: number;
  chance: Chance;
};

export type StructuralDraws = {
  /** Per draw kept and time, in the response's unit: the mean without noise, and with it. */
  states: Float64Array[];
  seen: Float64Array[];
  /** On the standardised scale. */
  observationSds: number[];
  levelSds: number[];
  controls: { inclusion: number; coefficient: number }[];
};

/** The first draws remember where the chain began. */
const BURN_IN = 0.1;

export function drawStructural(setting: StructuralSetting): StructuralDraws {
  const { response, from, seasons, levelPriorSd, draws, chance } = setting;
  const n = response.length;
  const normal = normalsFrom(chance);
  const observed = Uint8Array.from(response, (value, t) => (t < from && value !== null ? 1 : 0));
  const { series, center, scale } = standardised(response, observed);
  const controls = setting.controls.map((control) => standardised(control, firstOnes(n, from)).series);
  // As in the paper's program a constant stands among the controls; level and constant together say where the series is.
  if (controls.length > 0) controls.push(new Float64Array(n).fill(1));
  const first = series[observed.indexOf(1)] ?? 0;
  const drawState = stateSampler(observed, seasons, { levelMean: first, levelSd: 1, seasonSd: 1 });
  const drawRest = regressionSampler(controls, observed);
  let rest: RegressionDraw = {
    coefficients: new Float64Array(controls.length),
    included: new Uint8Array(controls.length).fill(1),
    noise: 1,
  };
  let steps = { level: levelPriorSd ** 2, season: 1e-4 };
  const left = new Float64Array(n);
  const explained = new Float64Array(n);
  const kept: StructuralDraws = { states: [], seen: [], observationSds: [], levelSds: [], controls: [] };
  const included = new Float64Array(controls.length);
  const coefficients = new Float64Array(controls.length);
  const burn = Math.ceil(BURN_IN * draws);
  for (let draw = 0; draw < draws + burn; draw++) {
    for (let t = 0; t < n; t++) left[t] = series[t]! - explained[t]!;
    const found = drawState(left, { observation: rest.noise, ...steps }, normal);
    for (let t = 0; t < n; t++) left[t] = series[t]! - found.state[t]!;
    rest = drawRest(left, rest, chance);
    steps = drawSteps(found, n, levelPriorSd, seasons, chance);
    combine(controls, rest.coefficients, explained);
    if (draw < burn) continue;
    keep(kept, found.state, explained, rest.noise, steps.level, { center, scale }, normal);
    for (let i = 0; i < controls.length; i++) {
      included[i]! += rest.included[i]!;
      coefficients[i]! += rest.coefficients[i]!;
    }
  }
  kept.controls = setting.controls.map((_, i) => ({
    inclusion: included[i]! / draws,
    coefficient: coefficients[i]! / draws,
  }));
  return kept;
}

/** With controls, their coefficients and the noise; without any, the noise alone, of which little is supposed. */
function regressionSampler(
  controls: readonly Float64Array[],
  observed: Uint8Array,
): (left: Float64Array, previous: RegressionDraw, chance: Chance) => RegressionDraw {
  if (controls.length > 0) {
    const prior = { modelSize: 3, noiseDegrees: 50, noiseSquares: 50 * (1 - 0.8), largestNoiseSd: 1.2, worth: 0.01 };
    return slabSampler(controls, observed, prior);
  }
  const seen = observed.reduce((sum, one) => sum + one, 0);
  return (left, previous, chance) => {
    let squares = 0;
    for (let t = 0; t < left.length; t++) if (observed[t]) squares += left[t]! * left[t]!;
    return { ...previous, noise: drawVariance(chance, 0.01 + seen, 0.01 + squares, 1.2) };
  };
}

function drawSteps(
  { levelSquares, seasonSquares }: StateDraw,
  n: number,
  levelPriorSd: number,
  seasons: number,
  chance: Chance,
): Pick<Variances, "level" | "season"> {
  return {
    level: drawVariance(chance, 32 + n - 1, 32 * levelPriorSd ** 2 + levelSquares, 1),
    season: seasons > 1 ? drawVariance(chance, 0.01 + n - 1, 0.01 * 0.01 ** 2 + seasonSquares, 1) : 0,
  };
}

function combine(controls: readonly Float64Array[], coefficients: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let i = 0; i < controls.length; i++) {
    const coefficient = coefficients[i]!;
    if (coefficient === 0) continue;
    const control = controls[i]!;
    for (let t = 0; t < out.length; t++) out[t]! += coefficient * control[t]!;
  }
}

function keep(
  kept: StructuralDraws,
  state: Float64Array,
  explained: Float64Array,
  noise: number,
  levelStep: number,
  { center, scale }: { center: number; scale: number },
  normal: () => number,
): void {
  const mean = new Float64Array(state.length);
  const seen = new Float64Array(state.length);
  const sd = Math.sqrt(noise);
  for (let t = 0; t < state.length; t++) {
    const value = state[t]! + explained[t]!;
    mean[t] = center + scale * value;
    seen[t] = center + scale * (value + sd * normal());
  }
  kept.states.push(mean);
  kept.seen.push(seen);
  kept.observationSds.push(sd);
  kept.levelSds.push(Math.sqrt(levelStep));
}

/** Less the mean and by the standard deviation of what was observed. A series that stands still there becomes 0. */
function standardised(
  values: readonly (number | null)[],
  observed: Uint8Array,
): { series: Float64Array; center: number; scale: number } {
  const seen = values.flatMap((value, t) => (observed[t] && value !== null ? [value] : []));
  const center = seen.reduce((sum, value) => sum + value, 0) / seen.length;
  const square = seen.reduce((sum, value) => sum + (value - center) ** 2, 0);
  const scale = Math.sqrt(square / Math.max(1, seen.length - 1));
  const series = Float64Array.from(values, (value) => (scale > 0 ? ((value ?? center) - center) / scale : 0));
  return { series, center, scale };
}

function firstOnes(n: number, count: number): Uint8Array {
  return Uint8Array.from({ length: n }, (_, t) => (t < count ? 1 : 0));
}
