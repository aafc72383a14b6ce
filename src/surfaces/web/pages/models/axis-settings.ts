// What a proposition's axis means as settings of the world: a gain of B is its T in the chosen issue, and so on. An axis
// that no world knows is set for its proposition alone.

import type { Proposition } from "../../../../models/proposition.ts";
import type { Payoffs, World } from "../../../../world/world.ts";
import { isWorldKey } from "../../../../world/set.ts";
import { worldSet, type Settings } from "./settings.ts";

type Letter = keyof Payoffs;

/** The settings that put the axis at a value, or null where the world has no such value. */
export function settingsFor(key: string, value: number, world: World): Settings | null {
  if (isWorldKey(key)) return checked({ [key]: written(value) }, world);
  const parsed = /^(penalty)?([Gg]ain|[Ll]oss|R|P)_([AB])$/.exec(key);
  if (!parsed) return null;
  const [, tied, what = "", side = "A"] = parsed;
  const issue = world.issues[tied === undefined ? world.chosen : (world.penalty ?? -1)];
  if (!issue) return null;
  const own = side === "A" ? issue.A : issue.B;
  const changes = payoffsFor(what.toLowerCase(), value, own);
  if (!changes) return null;
  const settings = Object.fromEntries(
    Object.entries(changes).map(([letter, payoff]) => [`issue.${issue.id}.${side}.${letter}`, written(payoff)]),
  );
  return checked(settings, world);
}

/** Gain is T−R, loss R−P; the others keep their distance where the order would break. */
function payoffsFor(what: string, value: number, { R, P, S }: Payoffs): Partial<Record<Letter, number>> | null {
  if (what === "gain") return { T: R + value };
  if (what === "loss") return { P: R - value, ...(R - value <= S ? { S: R - value - (P - S) } : {}) };
  return null;
}

function checked(settings: Settings, world: World): Settings | null {
  return worldSet(world, settings).ignored.length === 0 ? settings : null;
}

/** Six figures: enough to be on the other side of a threshold, short enough for an address. */
function written(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** The value, moved on by a hair so that rounding cannot put it back over the threshold. */
export function past(proposition: Proposition, key: string, from: number, to: number): number {
  const axis = proposition.axes.find((one) => one.key === key);
  const further = to + Math.sign(to - from) * Math.max(1e-5, Math.abs(to - from) * 1e-4);
  return axis ? Math.min(axis.max, Math.max(axis.min, further)) : further;
}
