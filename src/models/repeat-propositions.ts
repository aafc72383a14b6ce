// Arguments b, e and i as conditions on one issue with a noisy public signal, and on a leader's survival.

import { chosenIssue } from "../world/world.ts";
import { axis, gainsIn, type Axis, type Point, type Proposition } from "./proposition.ts";

// g = T−R is the gain of cheating, loss = R−P what mutual attack costs.
const noise: readonly Axis[] = [
  axis("delta_A", 0.001, 0.999, 0.9),
  axis("delta_B", 0.001, 0.999, 0.9),
  axis("q", 0.001, 1, 0.5),
  axis("rho", 0.001, 0.999, 0.1),
  axis("gain_A", 0.1, 10, 2),
  axis("loss_A", 0.1, 10, 2),
  axis("gain_B", 0.1, 10, 2),
  axis("loss_B", 0.1, 10, 2),
];

/** At or above zero where the side is held: d A − (1−d) g, with A = (q−rho) loss − g rho. */
function held(delta: number, q: number, rho: number, gain: number, loss: number): number {
  return delta * ((q - rho) * loss - gain * rho) - (1 - delta) * gain;
}

/** At or above zero where restraint holds: for both sides. */
function restraint(point: Point): number {
  const { delta_A: dA = 0.9, delta_B: dB = 0.9, q = 0.5, rho = 0.1 } = point;
  const { gain_A: gA = 2, loss_A: lA = 2, gain_B: gB = 2, loss_B: lB = 2 } = point;
  return Math.min(held(dA, q, rho, gA, lA), held(dB, q, rho, gB, lB));
}

const leaderAxes: readonly Axis[] = [
  axis("delta_B", 0, 0.999, 0.9),
  axis("s_c", 0.01, 1, 0.9),
  axis("s_d", 0.01, 1, 0.95),
  axis("R_B", 1, 10, 3),
  axis("gain_B", 0.1, 10, 2),
  axis("P_B", 0, 1, 1),
];

const about = { model: "REPEAT", inWorld: gainsIn };

export const repeatPropositions: readonly Proposition[] = [
  {
    ...about,
    id: "distrust-defeats-restraint",
    argument: "b",
    sentence:
      "Breaches are seen too badly, or the future weighs too little, for any restraint to hold between rivals who distrust each other.",
    condition: "not [ for both sides q/rho > 1 + g/(R-P) and delta >= g/(g + (q-rho)(R-P) - g rho) ]",
    axes: noise,
    margin: (point) => -restraint(point) - Number.EPSILON,
  },
  {
    ...about,
    id: "nothing-to-lose",
    argument: "e",
    sentence:
      "The other side has so much to gain and so little to lose that it does not restrain even if everything is seen.",
    condition: "(T-R)/(T-P) of B > delta_B",
    axes: noise.filter(({ key }) => key.endsWith("_B")),
    margin: ({ delta_B: d = 0.9, gain_B: gain = 2, loss_B: loss = 2 }) => gain / (gain + loss) - d - Number.EPSILON,
  },
  {
    ...about,
    id: "leaders-need-growth",
    argument: "e",
    sentence: "Its leaders need the gain to survive in office, so they do not restrain.",
    condition: "R/(1-d s_c) < T + d s_d P/(1-d s_d), for B",
    axes: leaderAxes,
    inWorld(world) {
      const { R, P } = chosenIssue(world).B;
      return { ...gainsIn(world), R_B: R, P_B: P };
    },
    margin: ({ delta_B: d = 0.9, s_c = 0.9, s_d = 0.95, R_B: R = 3, gain_B: gain = 2, P_B: P = 1 }) =>
      R + gain + (d * s_d * P) / (1 - d * s_d) - R / (1 - d * s_c) - Number.EPSILON,
  },
  {
    ...about,
    id: "no-treaty-no-restraint",
    argument: "i",
    sentence: "Without any document there is no restraint to speak of: a silent agreement is no equilibrium.",
    condition: "for one side delta < delta_min, or q/rho <= 1 + g/(R-P)",
    axes: noise,
    margin: (point) => -restraint(point) - Number.EPSILON,
  },
];
