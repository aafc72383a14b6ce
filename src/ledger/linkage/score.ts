// From readings to a probability. First the pair alone: bits = prior + Σ weight × amount (fellegiSunter1969 in bits, the weights learnt
// with a prior belief, see fit-weights.ts). Then in its context: a record has few partners, so a better rival on the other list counts
// against a pair (after sadinle2017's one-to-one matching, softened because campaigns are split into rows), and a third
// record that goes with both counts for it. Both steps are sums of bits, so the waterfall adds up.

import { featureNames, type Amounts, type FeatureName } from "./features.ts";
import { probabilityOf } from "./fit-weights.ts";
import parameters from "./parameters.json" with { type: "json" };

export type Parameters = {
  /** Bits of a pair about which nothing is known, and of one unit of each feature. */
  alone: { prior: number; weights: Record<FeatureName, number> };
  /** Bits added to every pair, the share of the bits alone that is kept, and of each unit of the context. */
  context: { prior: number; kept: number; rival: number; support: number; clear: number };
  /** Bits added so that probabilities are right for pairs worth reviewing (see docs/methods/linkage.md). */
  review: number;
  /** Bits taken off where both rows stand on one list: its rows are meant to be distinct. */
  sameList: number;
};

export const defaultParameters: Parameters = parameters;

/** Bits of a pair by itself. */
export function bitsAlone({ alone }: Parameters, amounts: Amounts): number {
  return featureNames.reduce((bits, name, i) => bits + alone.weights[name] * (amounts[i] ?? 0), alone.prior);
}

/** What stands around a pair: bits alone of the best rivals, and of the best third record that goes with both. */
export type Surroundings = { rivalOfA: number; rivalOfB: number; support: number };

/** No rival and no support: pairs below this many bits are not looked at. */
export const FLOOR_BITS = -9;

/** Amounts of the context between −1 and 1: margin over the stronger rival, over the weaker one, and support. */
export function contextAmounts(bits: number, { rivalOfA, rivalOfB, support }: Surroundings): [number, number, number] {
  const [first, second] = [margin(bits, rivalOfA), margin(bits, rivalOfB)];
  return [Math.min(first, second), Math.max(first, second), clamp((support + 3) / 6, 0, 1)];
}

/** Six bits of difference are as good as any. */
function margin(bits: number, rival: number): number {
  return clamp((bits - rival) / 6, -1, 1);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export type Bit = { feature: FeatureName | "rival" | "clear" | "support" | "same-list"; level: string; bits: number };

export type Explanation = {
  probability: number;
  /** Bits before anything is known of the pair. */
  prior: number;
  bits: Bit[];
};

/** The waterfall of a pair: prior and bits add up to the log odds (base 2) of the probability. */
export function waterfall(
  parameters: Parameters,
  amounts: Amounts,
  levels: Record<FeatureName, string>,
  around: Surroundings | "same-list",
): Explanation {
  const { alone, context, review, sameList } = parameters;
  if (around === "same-list") {
    const own: Bit = { feature: "same-list", level: "rows of one list are meant to be distinct", bits: -sameList };
    return summed(alone.prior, [...featureBits(alone.weights, amounts, levels, 1), own]);
  }
  const [worst, least, support] = contextAmounts(bitsAlone(parameters, amounts), around);
  const prior = context.prior + review + context.kept * alone.prior;
  return summed(prior, [
    ...featureBits(alone.weights, amounts, levels, context.kept),
    { feature: "rival", level: rivalLevel(worst), bits: context.rival * worst },
    {
      feature: "clear",
      level: least > 0 ? "no rival for either record" : "both records have better partners",
      bits: context.clear * least,
    },
    {
      feature: "support",
      level: support > 0 ? "a third record goes with both" : "no third record goes with both",
      bits: context.support * support,
    },
  ]);
}

function rivalLevel(margin: number): string {
  if (margin >= 0) return "the best partner that either record has";
  return `another record fits better by ${margin <= -1 ? "6 bits or more" : `${(-6 * margin).toFixed(1)} bits`}`;
}

function featureBits(
  weights: Record<FeatureName, number>,
  amounts: Amounts,
  levels: Record<FeatureName, string>,
  kept: number,
): Bit[] {
  return featureNames.map((feature, i) => ({
    feature,
    level: levels[feature],
    bits: kept * weights[feature] * (amounts[i] ?? 0),
  }));
}

/** Bits of a pair in its context: what the waterfall adds up to, without its words. */
export function bitsInContext(
  { context, review, sameList }: Parameters,
  bits: number,
  around: Surroundings | "same-list",
): number {
  if (around === "same-list") return bits - sameList;
  const [worst, least, support] = contextAmounts(bits, around);
  const own = context.prior + review + context.kept * bits;
  return own + context.rival * worst + context.clear * least + context.support * support;
}

function summed(prior: number, bits: Bit[]): Explanation {
  return { probability: probabilityOf(bits.reduce((sum, each) => sum + each.bits, prior)), prior, bits };
}
