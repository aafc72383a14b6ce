// The shared parameters that are single numbers: meaning, unit, range, default and the kind of source.

import { worldDomains } from "../values/world-keys.ts";
import type { WorldKey, WorldParam, WorldSource } from "./world.ts";

const quarter: WorldSource = { kind: "assumption", note: "one period is one quarter of a year" };
const persuasion: WorldSource = { kind: "literature", ref: "kamenicaGentzkow2011", note: "the paper's example" };
const guess: WorldSource = { kind: "assumption" };

function entry(key: WorldKey, value: number, unit: string, meaning: string, source = guess): WorldParam {
  const [min, max] = worldDomains[key];
  return { value, min, max, unit, meaning, source };
}

export const worldParams: Record<WorldKey, WorldParam> = {
  delta_A: entry("delta_A", 0.9, "1 per period", "weight that A gives to the next period", quarter),
  delta_B: entry("delta_B", 0.9, "1 per period", "weight that B gives to the next period", quarter),
  q: entry("q", 0.5, "1 per period", "probability that an attack is seen and attributed"),
  rho: entry("rho", 0.1, "1 per period", "probability of a false alarm though both restrain"),
  m: entry("m", 0.1, "1", "share of attributions that name the wrong state"),
  n: entry("n", 2, "states", "suspects who could have done it"),
  gamma: entry("gamma", 0.5, "1 per period", "probability that some suspect has an opportunity"),
  k_ret: entry("k_ret", 2, "payoff", "loss from being retaliated against"),
  t: entry("t", 0.3, "1", "probability that the other side is trustworthy"),
  h: entry("h", 2.5, "payoff", "what breaking its word costs a trustworthy side (its scruple)"),
  p_hard: entry("p_hard", 0.3, "1", "probability that the challenger would rather fight than back down"),
  q_hard: entry("q_hard", 0.7, "1", "probability that the defender would rather fight than give way"),
  e: entry("e", 0.1, "1", "probability that a stated line is misread"),
  p: entry("p", 0.5, "share", "share that A would win by conflict"),
  c_A: entry("c_A", 0.1, "share", "cost of conflict to A"),
  c_B: entry("c_B", 0.2, "share", "cost of conflict to B"),
  k_A: entry("k_A", 1, "control time per move", "cost of a move to A, who defends"),
  k_B: entry("k_B", 0.2, "control time per move", "cost of a move to B, who attacks"),
  phi: entry("phi", 5, "payoff per period", "B's fear of spread content"),
  lambda: entry("lambda", 0.5, "share", "share of the adviser's advice that is tactical"),
  s_c: entry("s_c", 0.9, "1 per period", "probability that a leader who restrains keeps office"),
  s_d: entry("s_d", 0.95, "1 per period", "probability that a leader who steals keeps office"),
  persistence: entry("persistence", 0.9, "1 per period", "probability that an exploit kept stays usable"),
  stealth: entry("stealth", 0.5, "1 per period", "probability that an exploit used stays usable"),
  prior: entry("prior", 0.3, "1", "probability that a threat is real before any alarm", persuasion),
  tau: entry("tau", 0.5, "1", "belief at which the public acts", persuasion),
  reporting: entry("reporting", 0.3, "1", "probability that an incident of average severity is reported"),
  contested: entry("contested", 0.5, "share", "share of incidents that somebody denies or doubts"),
  answered: entry("answered", 0.5, "share", "share of operations that were answered by a cyber operation"),
  delay: entry("delay", 365, "days", "days from an operation's start until somebody named the accused"),
  reaction_p: entry(
    "reaction_p",
    0.5,
    "1",
    "how often shuffled labels look as much like action and reaction as the record does",
  ),
};
