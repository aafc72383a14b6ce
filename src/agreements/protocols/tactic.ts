// How a negotiator concedes. Time-dependent tactics (faratin1998) aim at
//   target(t) = r + (most − r) · (1 − (t / (N − 1))^(1/e)),   t = 0 … N − 1,
// with e below 1 slow until late (boulware), 1 straight, above 1 early (conceder); they offer the outcome that gives
// them least at or above it and accept what reaches it. Tit for tat (faratin1998) concedes, in its own utility, what the
// other conceded in its last step, and a little by chance. Zeuthen's side (zeuthen1930) concedes when it risks less by a
// breakdown than the other, which is when the product of gains at its own offer is the smaller (harsanyi1956), and just
// so far that this is no longer so: it needs to know both sides' utilities.

import type { Chance } from "../../math/philox.ts";
import { InputError } from "../../values/errors.ts";
import { gainsOf, leastAtOrAbove, mostOf, other, type Bids, type Side } from "./bids.ts";

/** What a tactic sees. Bids by place, in order of time. */
export type Sight = {
  bids: Bids;
  side: Side;
  /** From 0; the last is deadline − 1. */
  time: number;
  deadline: number;
  mine: readonly number[];
  theirs: readonly number[];
  /** What the tactic wrote down for itself in this run. */
  memory: number[];
  chance: Chance;
};

export type Tactic = {
  name: string;
  offer: (sight: Sight) => number;
  /** Whether it takes the last of `theirs`. */
  accepts: (sight: Sight) => boolean;
  /** With a mediator: the loss that it lets a draft cost it at first, as a share of its range. */
  generosity: number;
};

const exponents: Readonly<Record<string, number>> = { boulware: 0.2, linear: 1, conceder: 2 };

/** The most that chance adds to a tit for tat's concession, as a share of its range: two of them would else never move. */
const KINDNESS = 0.04;

/** What a side of exponent 1 lets a mediator's draft cost it at first, as a share of its range. */
const GENEROUS = 0.05;

export const tacticNames = ["boulware", "linear", "conceder", "time:E", "tit-for-tat", "zeuthen"] as const;

const aliases: Readonly<Record<string, string>> = { tft: "tit-for-tat", titfortat: "tit-for-tat", nash: "zeuthen" };

export function tacticNamed(option: string, text: unknown): Tactic {
  const given = String(text).toLowerCase();
  const name = aliases[given] ?? given;
  const written = /^time:(\d*\.?\d+)$/.exec(name)?.[1];
  const exponent = written === undefined ? exponents[name] : Number(written);
  if (exponent !== undefined && exponent > 0) return timeDependent(name, exponent);
  if (name === "tit-for-tat") return titForTat;
  if (name === "zeuthen") return zeuthen;
  throw new InputError(option, `one of ${tacticNames.join(", ")} with E above 0`, text);
}

/** The share of its whole way that a side has conceded: 0 at first, 1 in the last step. */
export function conceded(time: number, deadline: number, exponent: number): number {
  return deadline <= 1 ? 1 : (Math.min(time, deadline - 1) / (deadline - 1)) ** (1 / exponent);
}

export function timeDependent(name: string, exponent: number): Tactic {
  const target = ({ bids, side, time, deadline }: Sight): number => {
    const walkAway = bids.reservation[side];
    return walkAway + (mostOf(bids, side) - walkAway) * (1 - conceded(time, deadline, exponent));
  };
  return {
    name,
    offer: (sight) => leastAtOrAbove(sight.bids, sight.side, target(sight)),
    accepts: (sight) => worthOfLatest(sight) >= target(sight),
    generosity: Math.min(0.2, GENEROUS * exponent),
  };
}

function worthOfLatest({ bids, side, theirs }: Sight): number {
  return bids.utilities[side][theirs.at(-1)!]!;
}

const titForTat: Tactic = {
  name: "tit-for-tat",
  offer(sight) {
    const { bids, side, memory, chance } = sight;
    const range = mostOf(bids, side) - bids.reservation[side];
    const kindness = memory.length === 0 ? 0 : KINDNESS * chance() * range;
    const target = Math.max(bids.reservation[side], answered(sight) - kindness);
    memory.push(target);
    return leastAtOrAbove(bids, side, target);
  },
  accepts: (sight) => worthOfLatest(sight) >= Math.max(sight.bids.reservation[sight.side], answered(sight)),
  generosity: GENEROUS,
};

/** The last aim less what the other conceded in its last step. */
function answered({ bids, side, memory, theirs }: Sight): number {
  const worth = bids.utilities[side];
  const step = theirs.length < 2 ? 0 : Math.max(0, worth[theirs.at(-1)!]! - worth[theirs.at(-2)!]!);
  return (memory.at(-1) ?? mostOf(bids, side)) - step;
}

const zeuthen: Tactic = {
  name: "zeuthen",
  offer({ bids, side, mine, theirs }) {
    const latest = theirs.at(-1);
    const own = mine.at(-1) ?? bestAbove(bids, side, Number.NEGATIVE_INFINITY)!;
    if (mine.length === 0 || latest === undefined || !acceptable(bids, latest)) return own;
    const standing = gainProduct(bids, latest);
    // The side whose offer has the greater product risks more by a breakdown, and stands.
    return gainProduct(bids, own) > standing ? own : (bestAbove(bids, side, standing) ?? latest);
  },
  accepts({ bids, side, mine, theirs }) {
    const latest = theirs.at(-1)!;
    if (!acceptable(bids, latest)) return false;
    const own = mine.at(-1);
    if (own !== undefined && bids.utilities[side][latest]! >= bids.utilities[side][own]!) return true;
    return bestAbove(bids, side, gainProduct(bids, latest)) === null;
  },
  generosity: 0,
};

function acceptable(bids: Bids, bid: number): boolean {
  const [a, b] = gainsOf(bids, bid);
  return a >= 0 && b >= 0;
}

/** Nash's product (nash1950). */
function gainProduct(bids: Bids, bid: number): number {
  const [a, b] = gainsOf(bids, bid);
  return a * b;
}

/**
 * A side's best acceptable outcome whose product of gains is above another's by more than the last bits of a float; of
 * equals, the one that the other side likes best.
 */
function bestAbove(bids: Bids, side: Side, product: number): number | null {
  const order = bids.rising[side];
  const [worth, theirs] = [bids.utilities[side], bids.utilities[other(side)]];
  const above = Number.isFinite(product) ? product + 1e-12 * Math.abs(product) : product;
  let found: number | null = null;
  for (let at = order.length - 1; at >= 0; at--) {
    const bid = order[at]!;
    if (found !== null && worth[bid]! < worth[found]!) break;
    if (!acceptable(bids, bid) || gainProduct(bids, bid) <= above) continue;
    if (found === null || theirs[bid]! > theirs[found]!) found = bid;
  }
  return found;
}
