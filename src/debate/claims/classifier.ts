// What rules miss and no variant resembles: a logistic regression for each claim against all the others and against
// texts without one, over words, pairs of words and the groups of words that rules know. Trained by
// scripts/train-debate.ts on the templates' variants and examples.txt; weights.txt holds what came out.

import { readFileSync } from "node:fs";
import { fitLogistic, type LogisticModel } from "../../math/logistic-regression.ts";
import { predictAll, readWeights, type WeightTable } from "../../math/weight-table.ts";
import type { Template } from "./claim.ts";
import { plainText } from "./concepts.ts";
import { stem } from "./likeness.ts";
import { conceptsIn } from "./standing.ts";
import { groupsIn } from "./word-groups.ts";

export type Example = { claim: string | null; text: string };

export function examples(): Example[] {
  return readFileSync(new URL("examples.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.includes("\t"))
    .map((line) => {
      const [claim = "", text = ""] = line.split("\t");
      return { claim: claim === "none" ? null : claim, text };
    });
}

const COMMON = new Set(
  "a an the of to in on at by for and or is are was were be been it its this that these those as with from do does did so".split(
    " ",
  ),
);

export function claimFeatures(text: string, standing?: ReadonlySet<string>): Map<string, number> {
  const features = new Map<string, number>();
  const plain = plainText(text);
  const words = plain.match(/[\p{L}\p{N}]+(?:'[a-z]+)?/gu) ?? [];
  const stems = words.map(stem);
  const weight = 2 / Math.sqrt(Math.max(4, words.length));
  for (const [at, word] of words.entries()) {
    if (!COMMON.has(word)) features.set(`w ${stems[at]}`, weight);
    const next = stems[at + 1];
    if (next !== undefined) features.set(`p ${stems[at]} ${next}`, weight * 0.7);
  }
  for (const name of standing ?? conceptsIn(plain)) features.set(`c ${name}`, 0.6);
  // What two groups say together is more than each alone.
  const groups = [...groupsIn(plain)].sort();
  for (const [at, one] of groups.entries()) {
    features.set(`g ${one}`, 0.8);
    for (const other of groups.slice(at + 1)) features.set(`g ${one} ${other}`, 0.6);
  }
  return features;
}

export function trainClaims(templates: readonly Template[], lines: readonly Example[]): Map<string, LogisticModel> {
  const all: Example[] = [
    ...templates.flatMap(({ id, claim, variants }) => [claim, ...variants].map((text) => ({ claim: id, text }))),
    ...lines,
  ];
  const rows = all.map(({ claim, text }) => ({ claim, features: claimFeatures(text) }));
  return new Map(
    templates.map(({ id }) => [
      id,
      fitLogistic(
        rows.map(({ claim, features }) => ({ features, positive: claim === id, weight: claim === id ? 6 : 1 })),
        { penalty: 1e-3, rounds: 60, step: 0.3, atLeast: 2 },
      ),
    ]),
  );
}

let table: WeightTable | null = null;

/** The claims' chances by the classifier. */
export function classified(text: string, standing: ReadonlySet<string>): Map<string, number> {
  table ??= readWeights(readFileSync(new URL("weights.txt", import.meta.url), "utf8"));
  const chances = predictAll(table, claimFeatures(text, standing));
  return new Map(table.names.map((name, at) => [name, chances[at] ?? 0]));
}
