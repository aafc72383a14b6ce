// How the world's parameters are laid out as sliders: in which group, from where to where a slider goes. The number field
// beside it takes the parameter's whole range.

import { worldDomains, type WorldKey } from "../../../../values/world-keys.ts";
import type { Payoffs } from "../../../../world/world.ts";

export type GroupName = "seeing" | "patience" | "costs" | "trust" | "signals";

export const groups: Readonly<Record<GroupName, readonly WorldKey[]>> = {
  seeing: ["q", "rho", "m", "n", "gamma", "delay", "contested", "reporting"],
  patience: ["delta_A", "delta_B", "s_c", "s_d"],
  costs: ["k_ret", "p", "c_A", "c_B", "k_A", "k_B", "phi"],
  trust: ["t", "h", "p_hard", "q_hard", "e", "lambda"],
  signals: ["persistence", "stealth", "prior", "tau", "answered", "reaction_p"],
};

/** Positions of a slider: whole numbers from 0 to `last`, each with its value. */
export type Track = { last: number; valueAt(position: number): number; positionOf(value: number): number };

type Span = { from: number; to: number; step: number };

/** Where the whole range would leave most of the slider to values that nobody means. */
const spans: Partial<Record<WorldKey, Span>> = {
  n: { from: 1, to: 10, step: 1 },
  delay: { from: 0, to: 3650, step: 10 },
  k_ret: { from: 0, to: 10, step: 0.1 },
  h: { from: 0, to: 10, step: 0.1 },
  c_A: { from: 0, to: 1, step: 0.01 },
  c_B: { from: 0, to: 1, step: 0.01 },
  phi: { from: 0, to: 20, step: 0.1 },
  e: { from: 0, to: 0.5, step: 0.01 },
};

const logarithmic: ReadonlySet<WorldKey> = new Set(["k_A", "k_B"]);

export function trackOf(key: WorldKey): Track {
  const [min, max] = worldDomains[key];
  if (logarithmic.has(key)) return logTrack;
  return linear(spans[key] ?? { from: 0, to: 1, step: 0.01 }, min, max);
}

/** A payoff moves between its neighbours in T > R > P > S. */
export function payoffTrack(letter: keyof Payoffs, { T, R, P, S }: Payoffs): { track: Track; range: [number, number] } {
  const near = 0.1;
  const bounds: Record<keyof Payoffs, [number, number]> = {
    T: [R + near, Math.max(12, T)],
    R: [P + near, T - near],
    P: [S + near, R - near],
    S: [Math.min(-12, S), P - near],
  };
  const [min, max] = bounds[letter].map((value) => Number(value.toFixed(4))) as [number, number];
  return { track: linear({ from: min, to: max, step: 0.1 }, min, max), range: [min, max] };
}

function linear({ from, to, step }: Span, min: number, max: number): Track {
  const last = Math.max(1, Math.round((to - from) / step));
  return {
    last,
    valueAt: (position) => Math.min(max, Math.max(min, Number((from + position * step).toFixed(4)))),
    positionOf: (value) => Math.min(last, Math.max(0, Math.round((value - from) / step))),
  };
}

/** From a hundredth to a hundred. */
const logTrack: Track = {
  last: 100,
  valueAt: (position) => Number((0.01 * 10 ** (position / 25)).toPrecision(3)),
  positionOf: (value) => Math.min(100, Math.max(0, Math.round(25 * Math.log10(Math.max(value, 1e-6) / 0.01)))),
};
