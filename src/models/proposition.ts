// A proposition is an argument of the debate put as a condition on parameters. It is evaluated in floats, thousands
// of times a second, for shares, flips and maps; exact solutions and certificates are the models' own.

import { at, chosenIssue, worldKeys, type World } from "../world/world.ts";
import type { Argument, ParamSource } from "./model.ts";

/** One axis of the box: where a parameter may lie. */
export type Axis = { key: string; min: number; max: number; at: number; source: ParamSource["kind"] };

export type Point = Readonly<Record<string, number>>;

export type Proposition = {
  id: string;
  argument: Argument;
  model: string;
  /** The sentence that it tests. */
  sentence: string;
  /** The condition in the model's letters. */
  condition: string;
  axes: readonly Axis[];
  /** At or above zero where the argument holds; the distance has no unit. */
  margin(point: Point): number;
  /** How "everywhere" or "nowhere" was proved, where it was. */
  proof?: { holds: "everywhere" | "nowhere"; because: string };
  /** What a world's values mean for axes that are no parameters of the world. */
  inWorld?(world: World): Point;
};

export function axis(key: string, min: number, max: number, usual: number): Axis {
  return { key, min, max, at: usual, source: "assumption" };
}

/** The point of a proposition's box at which a world stands; an axis that no world knows stands at its usual value. */
export function pointIn(proposition: Proposition, world: World): Record<string, number> {
  const own = proposition.inWorld?.(world) ?? {};
  return Object.fromEntries(
    proposition.axes.map(({ key, at: usual }) => [key, own[key] ?? (isKey(key) ? at(world, key) : usual)]),
  );
}

/** The kind of source that an axis has at a world: payoffs have their issue's. */
export function sourceIn(key: string, world: World): ParamSource["kind"] {
  return isKey(key) ? world.params[key].source.kind : chosenIssue(world).source.kind;
}

function isKey(key: string): key is (typeof worldKeys)[number] {
  return (worldKeys as readonly string[]).includes(key);
}

/** What each side gains by cheating in the chosen issue (T−R), and what mutual attack costs it (R−P). */
export function gainsIn(world: World): { gain_A: number; loss_A: number; gain_B: number; loss_B: number } {
  const { A, B } = chosenIssue(world);
  return { gain_A: A.T - A.R, loss_A: A.R - A.P, gain_B: B.T - B.R, loss_B: B.R - B.P };
}
