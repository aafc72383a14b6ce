// Arguments d, e, f and g as conditions on two issues: theft, and content behind the filter as the penalty.

import type { Axis, Point, Proposition } from "./proposition.ts";

const delta: Axis = { key: "delta", min: 0, max: 0.999, at: 0.9, source: "assumption" };
const axis = (key: string, min: number, max: number, at: number): Axis => ({ key, min, max, at, source: "assumption" });

// What each side gains by theft (T−R), loses by mutual theft (R−P), and the same in the penalty issue.
const axes: readonly Axis[] = [
  delta,
  axis("gain_A", 0.1, 10, 1),
  axis("loss_A", 0.1, 10, 2),
  axis("gain_B", 0.1, 10, 3),
  axis("loss_B", 0.1, 10, 1),
  axis("penaltyGain_A", 0.1, 10, 1),
  axis("penaltyLoss_A", 0.1, 10, 1),
  axis("penaltyGain_B", 0.1, 10, 0.2),
  axis("phi", 0, 20, 5),
];

const fraction = (gain: number, loss: number): number => gain / (gain + loss);

function parts(point: Point): { separate: number; linkedA: number; linkedB: number; pooled: number; delta: number } {
  const of = (key: string): number => point[key] ?? axes.find((one) => one.key === key)?.at ?? 0;
  const [gA, lA, gB, lB] = [of("gain_A"), of("loss_A"), of("gain_B"), of("loss_B")];
  // B's R in the penalty issue is 3, and its P is −phi: it loses 3 + phi.
  const [pgA, plA, pgB, plB] = [of("penaltyGain_A"), of("penaltyLoss_A"), of("penaltyGain_B"), 3 + of("phi")];
  return {
    delta: of("delta"),
    separate: Math.max(fraction(gA, lA), fraction(gB, lB)),
    linkedA: fraction(gA + pgA, lA + plA),
    linkedB: fraction(gB + pgB, lB + plB),
    pooled: fraction(gA + pgA + gB + pgB, lA + plA + lB + plB),
  };
}

export const linkPropositions: readonly Proposition[] = [
  {
    id: "cannot-retaliate",
    argument: "d",
    model: "LINK",
    sentence: "The other side cannot be held, not even by linking issues and compensating it.",
    condition: "Sum_ik(T-R)/Sum_ik(T-P) > delta",
    axes,
    margin: (point) => parts(point).pooled - parts(point).delta,
  },
  {
    id: "growth-cannot-be-linked",
    argument: "e",
    model: "LINK",
    sentence: "The other side has so little to lose that no penalty elsewhere holds it.",
    condition: "Sum_k(T-R)/Sum_k(T-P) of B > delta",
    axes,
    margin: (point) => parts(point).linkedB - parts(point).delta,
  },
  {
    id: "linking-outweighs",
    argument: "f",
    model: "LINK",
    sentence: "Tying theft to a penalty elsewhere holds what theft alone does not.",
    condition: "max_i Sum_k(T-R)/Sum_k(T-P) <= delta < max (T-R)/(T-P)",
    axes,
    margin: (point) => {
      const { linkedA, linkedB, separate, delta: d } = parts(point);
      return Math.min(d - Math.max(linkedA, linkedB), separate - d);
    },
  },
  {
    id: "they-fear-open-networks",
    argument: "g",
    model: "LINK",
    sentence: "The rival's fear of open networks is enough to hold it in the theft issue too.",
    condition: "(gain_B + penaltyGain_B)/(gain_B + penaltyGain_B + loss_B + 3 + phi) <= delta",
    axes,
    margin: (point) => parts(point).delta - parts(point).linkedB,
  },
];
