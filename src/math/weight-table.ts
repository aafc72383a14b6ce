// Fitted weights as a text file: a line of names, a line of constants, then one line a feature with a weight for each
// name. Small enough to read, and the same on every machine.

import type { LogisticModel } from "./logistic-regression.ts";

const DIGITS = 2;

export type WeightTable = {
  names: readonly string[];
  bias: readonly number[];
  weights: ReadonlyMap<string, Float64Array>;
};

export function writeWeights(models: ReadonlyMap<string, LogisticModel>): string {
  const names = [...models.keys()];
  const features = [...new Set([...models.values()].flatMap(({ weights }) => [...weights.keys()]))].sort();
  const round = (value: number): string => String(Number(value.toFixed(DIGITS)) + 0);
  const rows = features.flatMap((feature) => {
    const row = names.map((name) => round(models.get(name)?.weights.get(feature) ?? 0));
    return row.every((value) => value === "0" || value === "-0") ? [] : [`${feature}\t${row.join(" ")}`];
  });
  const bias = names.map((name) => round(models.get(name)?.bias ?? 0));
  return `${names.join(" ")}\n${bias.join(" ")}\n${rows.join("\n")}\n`;
}

export function readWeights(text: string): WeightTable {
  const [names = "", bias = "", ...rows] = text.trimEnd().split("\n");
  const weights = new Map<string, Float64Array>();
  for (const row of rows) {
    const at = row.indexOf("\t");
    weights.set(row.slice(0, at), Float64Array.from(row.slice(at + 1).split(" "), Number));
  }
  return { names: names.split(" "), bias: bias.split(" ").map(Number), weights };
}

/** The chance of each name, by its logistic regression. */
export function predictAll({ names, bias, weights }: WeightTable, features: ReadonlyMap<string, number>): Float64Array {
  const scores = Float64Array.from(bias);
  for (const [feature, value] of features) {
    const row = weights.get(feature);
    if (row) for (let at = 0; at < names.length; at += 1) scores[at]! += value * row[at]!;
  }
  return scores.map((score) => 1 / (1 + Math.exp(-score)));
}
