// What a side wants, as far as it is known: every weight, every option's value and the walk-away value is a range, not a
// point. Weights are drawn within their ranges and divided by their sum; values and the walk-away value are drawn as
// they are. All draws are even over the ranges and independent: nothing is known that would say otherwise.

import type { Chance } from "../math/philox.ts";
import { InputError } from "../values/errors.ts";
import { at, type World } from "../world/world.ts";
import type { Additive } from "./additive.ts";

export type Range = { lower: number; upper: number };

export type Preferences = {
  name: string;
  /** Issue by issue. */
  weights: readonly Range[];
  /** Issue by issue, option by option, from 0 to 1. */
  values: readonly (readonly Range[])[];
  walkAway: Range;
};

/** One possible side: what each option adds to its utility, and what it has without agreement. */
export type Drawn = { additions: number[][]; walkAway: number };

export function checkPreferences({ name, weights, values, walkAway }: Preferences): void {
  const places: [string, Range][] = [
    ...weights.map((range, issue): [string, Range] => [`weight ${issue + 1}`, range]),
    ...values.flatMap((row, issue) =>
      row.map((range, option): [string, Range] => [`value ${issue + 1}.${option + 1}`, range]),
    ),
    ["walk-away value", walkAway],
  ];
  for (const [place, { lower, upper }] of places) {
    if (!Number.isFinite(lower) || !Number.isFinite(upper) || lower > upper)
      throw new InputError(`${name}:${place}`, "a range of two numbers, the lower first", `${lower} to ${upper}`);
  }
  if (weights.length === 0 || weights.length !== values.length)
    throw new InputError(`${name}:weights`, "a weight and values for every issue", `${weights.length} weights`);
  if (weights.some(({ lower }) => lower < 0)) throw new InputError(`${name}:weights`, "weights from 0");
  if (weights.every(({ upper }) => upper === 0)) throw new InputError(`${name}:weights`, "at least one weight above 0");
}

export function draw({ weights, values, walkAway }: Preferences, chance: Chance): Drawn {
  const within = ({ lower, upper }: Range): number => lower + chance() * (upper - lower);
  const drawn = weights.map(within);
  const sum = drawn.reduce((total, weight) => total + weight, 0);
  return {
    additions: values.map((row, issue) =>
      row.map((range) => (sum > 0 ? drawn[issue]! / sum : 1 / drawn.length) * within(range)),
    ),
    walkAway: within(walkAway),
  };
}

/** A side whose numbers are taken to be uncertain by a share of themselves: 0.1 is a tenth up or down. */
export function around(game: Additive, side: number, share: number): Preferences {
  const party = game.parties[side];
  if (!party) throw new RangeError(`Cannot find side ${side}: there are ${game.parties.length}`);
  const spread = (value: number): Range => ({
    lower: value - share * Math.abs(value),
    upper: value + share * Math.abs(value),
  });
  const tops = party.additions.map((row) => Math.max(...row.map((value) => value.toNumber())));
  return {
    name: party.name,
    weights: tops.map((top) => spread(Math.max(0, top))),
    values: party.additions.map((row, issue) =>
      row.map((value) => spread(tops[issue]! > 0 ? value.toNumber() / tops[issue]! : 0)),
    ),
    walkAway: spread(party.reservation.toNumber()),
  };
}

/** What a side of a world has without agreement: its odds less its cost of conflict (fearon1995), as BARGAIN has it. */
export function walkAwayOf(world: World, side: "A" | "B"): Range {
  const odds = { A: (p: number) => p, B: (p: number) => 1 - p }[side];
  const cost = world.params[side === "A" ? "c_A" : "c_B"];
  const value = odds(at(world, "p"));
  const clip = (x: number): number => Math.min(1, Math.max(0, x));
  return { lower: clip(value - cost.max), upper: clip(value - cost.min) };
}
