// The shared parameters that are single numbers: meaning, unit, range, default and the kind of source.

import type { WorldKey, WorldParam, WorldSource } from "./world.ts";

const quarter: WorldSource = { kind: "assumption", note: "one period is one quarter of a year" };
const guess: WorldSource = { kind: "assumption" };
/** How close a value may come to an end of its range that is not included. */
const NEAR = 1e-6;

function entry(value: number, min: number, max: number, unit: string, meaning: string, source = guess): WorldParam {
  return { value, min, max, unit, meaning, source };
}

export const worldParams: Record<WorldKey, WorldParam> = {
  delta_A: entry(0.9, 0, 1 - NEAR, "1 per period", "weight that A gives to the next period", quarter),
  delta_B: entry(0.9, 0, 1 - NEAR, "1 per period", "weight that B gives to the next period", quarter),
  q: entry(0.5, NEAR, 1, "1 per period", "probability that an attack is seen and attributed"),
  rho: entry(0.1, NEAR, 1 - NEAR, "1 per period", "probability of a false alarm though both restrain"),
  m: entry(0.1, 0, 1, "1", "share of attributions that name the wrong state"),
  n: entry(2, 1, 10, "states", "suspects who could have done it"),
  gamma: entry(0.5, NEAR, 1, "1 per period", "probability that some suspect has an opportunity"),
  k_ret: entry(2, NEAR, 100, "payoff", "loss from being retaliated against"),
  t: entry(0.3, NEAR, 1 - NEAR, "1", "probability that the other side is trustworthy"),
  h: entry(2.5, NEAR, 100, "payoff", "what breaking its word costs a trustworthy side (its scruple)"),
  p_hard: entry(0.3, 0, 1, "1", "probability that the challenger would rather fight than back down"),
  q_hard: entry(0.7, 0, 1, "1", "probability that the defender would rather fight than give way"),
  e: entry(0.1, 0, 0.5, "1", "probability that a stated line is misread"),
  p: entry(0.5, 0, 1, "share", "share that A would win by conflict"),
  c_A: entry(0.1, 0, 10, "share", "cost of conflict to A"),
  c_B: entry(0.2, 0, 10, "share", "cost of conflict to B"),
  k_A: entry(1, NEAR, 1000, "control time per move", "cost of a move to A, who defends"),
  k_B: entry(0.2, NEAR, 1000, "control time per move", "cost of a move to B, who attacks"),
  phi: entry(5, 0, 1000, "payoff per period", "B's fear of spread content"),
  lambda: entry(0.5, 0, 1, "share", "share of the adviser's advice that is tactical"),
  s_c: entry(0.9, NEAR, 1, "1 per period", "probability that a leader who restrains keeps office"),
  s_d: entry(0.95, NEAR, 1, "1 per period", "probability that a leader who steals keeps office"),
  persistence: entry(0.9, 0, 1, "1 per period", "probability that an exploit kept stays usable"),
  stealth: entry(0.5, 0, 1, "1 per period", "probability that an exploit used stays usable"),
  prior: entry(0.3, NEAR, 1 - NEAR, "1", "probability that a threat is real before any alarm"),
  tau: entry(0.5, NEAR, 1 - NEAR, "1", "belief at which the public acts"),
  reporting: entry(0.3, NEAR, 1, "1", "probability that an incident of average severity is reported"),
};
