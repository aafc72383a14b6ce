// Arguments b, e and i as conditions on one issue with a noisy public signal, and on a leader's survival.

import type { Axis, Point, Proposition } from "./proposition.ts";

const axis = (key: string, min: number, max: number, at: number): Axis => ({ key, min, max, at, source: "assumption" });

// g = T−R is the gain of cheating, loss = R−P what mutual attack costs.
const noise: readonly Axis[] = [
  axis("delta", 0.001, 0.999, 0.9),
  axis("q", 0.001, 1, 0.5),
  axis("rho", 0.001, 0.999, 0.1),
  axis("gain", 0.1, 10, 2),
  axis("loss", 0.1, 10, 2),
];

/** At or above zero where restraint holds: d A − (1−d) g, with A = (q−rho) loss − g rho. */
function restraint(point: Point): number {
  const of = (key: string): number => point[key] ?? noise.find((one) => one.key === key)?.at ?? 0;
  const room = (of("q") - of("rho")) * of("loss") - of("gain") * of("rho");
  return of("delta") * room - (1 - of("delta")) * of("gain");
}

const leaderAxes: readonly Axis[] = [
  axis("delta_B", 0, 0.999, 0.9),
  axis("s_c", 0.01, 1, 0.9),
  axis("s_d", 0.01, 1, 0.95),
  axis("R", 1, 10, 3),
  axis("gain", 0.1, 10, 2),
  axis("P", 0, 1, 1),
];

export const repeatPropositions: readonly Proposition[] = [
  {
    id: "distrust-defeats-restraint",
    argument: "b",
    model: "REPEAT",
    sentence:
      "Breaches are seen too badly, or the future weighs too little, for any restraint to hold between rivals who distrust each other.",
    condition: "not [ q/rho > 1 + g/(R-P) and delta >= g/(g + (q-rho)(R-P) - g rho) ]",
    axes: noise,
    margin: (point) => -restraint(point) - Number.MIN_VALUE,
  },
  {
    id: "nothing-to-lose",
    argument: "e",
    model: "REPEAT",
    sentence:
      "The other side has so much to gain and so little to lose that it does not restrain even if everything is seen.",
    condition: "(T-R)/(T-P) > delta",
    axes: noise.filter(({ key }) => key !== "q" && key !== "rho"),
    margin: ({ delta = 0.9, gain = 2, loss = 2 }) => gain / (gain + loss) - delta,
  },
  {
    id: "leaders-need-growth",
    argument: "e",
    model: "REPEAT",
    sentence: "Its leaders need the gain to survive in office, so they do not restrain.",
    condition: "R/(1-d s_c) < T + d s_d P/(1-d s_d)",
    axes: leaderAxes,
    margin: ({ delta_B: d = 0.9, s_c = 0.9, s_d = 0.95, R = 3, gain = 2, P = 1 }) =>
      R + gain + (d * s_d * P) / (1 - d * s_d) - R / (1 - d * s_c),
  },
  {
    id: "no-treaty-no-restraint",
    argument: "i",
    model: "REPEAT",
    sentence: "Without any document there is no restraint to speak of: a silent agreement is no equilibrium.",
    condition: "delta < delta_min, or q/rho <= 1 + g/(R-P)",
    axes: noise,
    margin: (point) => -restraint(point) - Number.MIN_VALUE,
  },
];
