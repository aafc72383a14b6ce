// A proposition is an argument of the debate put as a condition on parameters. It is evaluated in floats, thousands
// of times a second, for shares, flips and maps; exact solutions and certificates are the models' own.

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
  /** Above zero where the argument holds; the distance has no unit. */
  margin(point: Point): number;
  /** How "everywhere" or "nowhere" was proved, where it was. */
  proof?: { holds: "everywhere" | "nowhere"; because: string };
};
