// A world as a person reads it: every parameter by its key, with value, range, unit, meaning and source. The keys are
// those that `setInWorld` takes, but for what the ledger alone can tell.

import type { Estimate, Interval } from "../values/estimate.ts";
import type { Refusal } from "../values/outcome.ts";
import { formulas } from "./from-ledger.ts";
import { HIGHEST_PAYOFF } from "./set.ts";
import { worldKeys, type Issue, type World, type WorldParam, type WorldSource } from "./world.ts";

export type Described = {
  value: number | string | readonly number[] | null;
  range: readonly [number, number] | readonly string[] | null;
  unit: string;
  meaning: string;
  /** `ref`: the formula for data, the reference's key for literature, nothing for an assumption. */
  source: { kind: WorldSource["kind"]; ref: string | null; note?: string };
  interval?: Interval;
  /** What the formula computes, and what it rests on. */
  formula?: { means: string; assumptions: readonly string[] };
  refused?: Refusal & { formula: string };
};

const letters = {
  T: "alone in attacking",
  R: "both restrained",
  P: "both attacking",
  S: "alone in restraint",
} as const;

export function describeWorld(world: World): Record<string, Described> {
  const { issues, chosen, penalty, stakes } = world;
  const ids = issues.map(({ id }) => id);
  const byHand = { kind: "assumption", ref: null } as const;
  return {
    ...Object.fromEntries(worldKeys.map((key) => [key, describedParam(world.params[key])])),
    chosen: {
      value: ids[chosen] ?? null,
      range: ids,
      unit: "issue",
      meaning: "the issue that single-issue models take",
      source: byHand,
    },
    penalty: {
      value: penalty === null ? null : (ids[penalty] ?? null),
      range: [...ids, "none"],
      unit: "issue",
      meaning: "the issue used as a penalty where issues are linked",
      source: byHand,
    },
    stakes: {
      value: stakes,
      range: null,
      unit: "payoff",
      meaning: "stakes for which a hidden resource may be used, each as likely",
      source: byHand,
    },
    ...Object.fromEntries(issues.flatMap(describedIssue)),
  };
}

function describedParam({ value, min, max, unit, meaning, source, interval, refused }: WorldParam): Described {
  return {
    value,
    range: [min, max],
    unit,
    meaning,
    source: sourceShown(source),
    ...(interval ? { interval } : {}),
    ...(source.kind === "data"
      ? { formula: { means: formulas[source.ref].means, assumptions: formulas[source.ref].assumptions } }
      : {}),
    ...(refused ? { refused } : {}),
  };
}

function sourceShown({ kind, ref, note }: WorldSource): Described["source"] {
  return { kind, ref: ref ?? null, ...(note === undefined ? {} : { note }) };
}

function describedIssue(issue: Issue): [string, Described][] {
  const { id, title, words, source, rates } = issue;
  const sides = ["A", "B"] as const;
  const payoffs = sides.flatMap((side) =>
    (Object.keys(letters) as (keyof typeof letters)[]).map((letter): [string, Described] => [
      `issue.${id}.${side}.${letter}`,
      {
        value: issue[side][letter],
        range: [-HIGHEST_PAYOFF, HIGHEST_PAYOFF],
        unit: "payoff per period",
        meaning: `${title.en}: ${side}'s payoff when ${letters[letter]}${words ? `. ${words[side].en}` : ""}`.replace(
          /\.$/,
          "",
        ),
        source: sourceShown(source),
      },
    ]),
  );
  if (!rates) return payoffs;
  return [
    ...payoffs,
    ...sides.map((side): [string, Described] => [`issue.${id}.${side}.rate`, describedRate(issue, side, rates[side])]),
  ];
}

function describedRate({ title }: Issue, side: "A" | "B", rate: Estimate | Refusal): Described {
  const about = {
    range: null,
    unit: "incidents per period",
    meaning: `${title.en}: incidents on record in which ${side} is accused of acting. One incident may speak of several issues`,
    source: { kind: "data", ref: "rate" } as const,
  };
  if ("reason" in rate) return { ...about, value: null, refused: { ...rate, formula: "rate" } };
  return { ...about, value: rate.value, interval: rate.interval };
}
