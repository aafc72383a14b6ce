// Would either side keep restraint, issue by issue, watched as well as a world says? The closed forms of REPEAT under a
// public signal and of LINK (derived; docs/models/repeat.md), in floats: the models certify the same exactly. One file
// without the models, so that a brief need not load them.
//   held at delta iff delta [(q−rho)(R−P) − g rho] >= (1−delta) g, g = T−R

import { at, type Issue, type Payoffs, type World } from "../world/world.ts";

export type SideKept = {
  /** Whether the side is held at its patience and this watching. */
  keeps: boolean;
  /** Patience from which it is held, watched so; null where no patience is enough. */
  patience: number | null;
  /** Patience from which it is held if everything is seen: (T−R)/(T−P). */
  patienceIfSeen: number;
  /** Probability of detection from which it is held; null where even certainty is too little. */
  detection: number | null;
};

export type IssueKept = { id: string; title: Issue["title"]; A: SideKept; B: SideKept };

export type Keeping = {
  issues: IssueKept[];
  /** Patience that each side needs where the chosen issue is tied to the penalty and everything is seen. */
  linked: { chosen: string; penalty: string; A: number; B: number } | null;
};

export function keeping(world: World): Keeping {
  const { issues, chosen, penalty } = world;
  const [q, rho] = [at(world, "q"), at(world, "rho")];
  const side = (payoffs: Payoffs, key: "delta_A" | "delta_B"): SideKept => kept(payoffs, at(world, key), q, rho);
  return {
    issues: issues.map(({ id, title, A, B }) => ({ id, title, A: side(A, "delta_A"), B: side(B, "delta_B") })),
    linked: linkedIn(issues[chosen], penalty === null || penalty === chosen ? undefined : issues[penalty], world),
  };
}

/** A knife edge counts as held, as it does in exact numbers: floats may land on either side of it. */
const EDGE = 1e-12;

function kept({ T, R, P }: Payoffs, delta: number, q: number, rho: number): SideKept {
  const [gain, loss] = [T - R, R - P];
  const room = (q - rho) * loss - gain * rho;
  const needed = delta === 0 ? Infinity : rho + (gain * ((1 - delta) / delta + rho)) / loss;
  return {
    keeps: room > EDGE && delta * room >= (1 - delta) * gain - EDGE * gain,
    patience: room > EDGE ? gain / (gain + room) : null,
    patienceIfSeen: gain / (gain + loss),
    detection: needed <= 1 + EDGE ? Math.min(1, needed) : null,
  };
}

/** B's P in the penalty issue is −phi, as LINK takes it. */
function linkedIn(chosen: Issue | undefined, penalty: Issue | undefined, world: World): Keeping["linked"] {
  if (!chosen || !penalty) return null;
  const pooled = (one: Payoffs, other: Payoffs): number =>
    (one.T - one.R + other.T - other.R) / (one.T - one.P + other.T - other.P);
  return {
    chosen: chosen.id,
    penalty: penalty.id,
    A: pooled(chosen.A, penalty.A),
    B: pooled(chosen.B, { ...penalty.B, P: -at(world, "phi") }),
  };
}
