// What the two tests of reciprocity say together, in words.

import type { Refusal } from "../../values/outcome.ts";
import { probability } from "./en.ts";

type Tested<Test> = Test | { refused: Refusal };
type Tests = {
  likelihoodRatio: Tested<{ p: number }>;
  permutation: Tested<{ p: number; ownSide: number }>;
};

const UNUSUAL = 0.05;

export function reciprocityReading({ likelihoodRatio, permutation }: Tests): string {
  if ("refused" in likelihoodRatio || "refused" in permutation)
    return "Whether the sides answer each other cannot be asked here.";
  const [ratio, shuffled] = [likelihoodRatio.p <= UNUSUAL, permutation.p <= UNUSUAL];
  const campaigns = permutation.ownSide <= UNUSUAL;
  return `${sentence(ratio, shuffled, campaigns)} (likelihood ratio p ${chanceOf(likelihoodRatio.p)}, shuffled labels p ${chanceOf(permutation.p)}).`;
}

function sentence(ratio: boolean, shuffled: boolean, campaigns: boolean): string {
  if (ratio && shuffled) return "Both tests say that the sides answer each other";
  if (ratio && campaigns)
    return "The likelihood ratio finds that the sides answer each other, but common shocks give that too, and shuffled labels cannot rule them out: events follow their own side’s more than the other’s, so each side runs campaigns beneath which answers would not show";
  if (ratio)
    return "Only the likelihood ratio finds that the sides answer each other; shuffled labels follow each other as much, which is what common shocks give, so nothing shows that they do";
  if (shuffled)
    return "Events follow the other side’s more than shuffled labels would, but the fitted process needs no cross excitation: a weak sign that the sides answer each other";
  if (campaigns) return "Neither test finds that the sides answer each other; each side’s events follow its own";
  return "Neither test finds that the sides answer each other";
}

function chanceOf(p: number): string {
  return p < 1e-6 ? "below .000001" : probability(p);
}
