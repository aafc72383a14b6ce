// Arguments d, e, f and g as conditions on two issues: theft, and content behind the filter as the penalty.

import type { World } from "../world/world.ts";
import { axis, gainsIn, type Axis, type Point, type Proposition } from "./proposition.ts";

// What each side gains by theft (T−R), loses by mutual theft (R−P), and the same in the penalty issue. There B's P is −phi.
const axes: readonly Axis[] = [
  axis("delta_A", 0, 0.999, 0.9),
  axis("delta_B", 0, 0.999, 0.9),
  axis("gain_A", 0.1, 10, 1),
  axis("loss_A", 0.1, 10, 2),
  axis("gain_B", 0.1, 10, 3),
  axis("loss_B", 0.1, 10, 1),
  axis("penaltyGain_A", 0.1, 10, 1),
  axis("penaltyLoss_A", 0.1, 10, 1),
  axis("penaltyGain_B", 0.1, 10, 0.2),
  axis("penaltyR_B", 0, 10, 3),
  axis("phi", 0, 20, 5),
];
const ofB = axes.filter(({ key }) => key.endsWith("_B") || key === "phi");

const fraction = (gain: number, loss: number): number => gain / (gain + loss);

type Fractions = { theft: Sides; penalty: Sides; linked: Sides; pooled: number };
type Sides = { A: number; B: number };

function fractions(point: Point): Fractions {
  const {
    gain_A: gA = 1,
    loss_A: lA = 2,
    gain_B: gB = 3,
    loss_B: lB = 1,
    penaltyGain_A: pgA = 1,
    penaltyLoss_A: plA = 1,
    penaltyGain_B: pgB = 0.2,
    penaltyR_B: prB = 3,
    phi = 5,
  } = point;
  const plB = prB + phi;
  return {
    theft: { A: fraction(gA, lA), B: fraction(gB, lB) },
    penalty: { A: fraction(pgA, plA), B: fraction(pgB, plB) },
    linked: { A: fraction(gA + pgA, lA + plA), B: fraction(gB + pgB, lB + plB) },
    pooled: fraction(gA + pgA + gB + pgB, lA + plA + lB + plB),
  };
}

/** Without a penalty issue the axes stand at their usual values. */
function inWorld(world: World): Point {
  const penalty = world.penalty === null ? undefined : world.issues[world.penalty];
  if (!penalty) return gainsIn(world);
  const { A, B } = penalty;
  const ofPenalty = { penaltyGain_A: A.T - A.R, penaltyLoss_A: A.R - A.P, penaltyGain_B: B.T - B.R, penaltyR_B: B.R };
  return { ...gainsIn(world), ...ofPenalty };
}

/** How far the sides' patience lies above the two fractions, at the side where it is least. */
function heldBy({ A, B }: Sides, { delta_A: dA = 0.9, delta_B: dB = 0.9 }: Point): number {
  return Math.min(dA - A, dB - B);
}

const about = { model: "LINK", inWorld };

export const linkPropositions: readonly Proposition[] = [
  {
    ...about,
    id: "cannot-retaliate",
    argument: "d",
    sentence: "The other side cannot be held, not even by linking issues and compensating it.",
    condition: "Sum_ik(T-R)/Sum_ik(T-P) > min(delta_A, delta_B)",
    axes,
    margin: (point) =>
      fractions(point).pooled - Math.min(point["delta_A"] ?? 0.9, point["delta_B"] ?? 0.9) - Number.EPSILON,
  },
  {
    ...about,
    id: "growth-cannot-be-linked",
    argument: "e",
    sentence: "The other side has so little to lose that no penalty elsewhere holds it.",
    condition: "Sum_k(T-R)/Sum_k(T-P) of B > delta_B",
    axes: ofB,
    margin: (point) => fractions(point).linked.B - (point["delta_B"] ?? 0.9) - Number.EPSILON,
  },
  {
    ...about,
    id: "linking-outweighs",
    argument: "f",
    sentence: "Tying theft to a penalty elsewhere holds what theft alone does not.",
    condition: "for both sides Sum_k(T-R)/Sum_k(T-P) <= delta, and for one (T-R)/(T-P) > delta in some issue",
    axes,
    margin(point) {
      const { theft, penalty, linked } = fractions(point);
      const apart = Math.min(heldBy(theft, point), heldBy(penalty, point));
      return Math.min(heldBy(linked, point), -apart - Number.EPSILON);
    },
  },
  {
    ...about,
    id: "linking-risks-nothing",
    argument: "f",
    sentence: "Linking puts no restraint at risk that would have held by itself.",
    condition: "not [ in some issue (T-R)/(T-P) <= delta for both, and Sum_k(T-R)/Sum_k(T-P) > delta for one ]",
    axes,
    margin(point) {
      const { theft, penalty, linked } = fractions(point);
      const sound = Math.max(heldBy(theft, point), heldBy(penalty, point));
      return Math.max(heldBy(linked, point), -sound - Number.EPSILON);
    },
  },
  {
    ...about,
    id: "threat-is-credible",
    argument: "f",
    sentence: "The threat can be believed: to carry it out is an equilibrium of the issue used as a penalty.",
    condition: "S <= P for both sides in the penalty issue",
    axes: [axis("penaltySpread_A", 0, 10, 1), axis("penaltySpread_B", 0, 10, 1)],
    inWorld(world) {
      const penalty = world.penalty === null ? undefined : world.issues[world.penalty];
      return penalty ? { penaltySpread_A: penalty.A.P - penalty.A.S, penaltySpread_B: penalty.B.P - penalty.B.S } : {};
    },
    margin: ({ penaltySpread_A: a = 1, penaltySpread_B: b = 1 }) => Math.min(a, b),
    proof: {
      holds: "everywhere",
      because:
        "in every issue of a world T > R > P > S, so that attacking is the better answer to an attack; whether it is worth its cost to whoever carries it out is another question",
    },
  },
  {
    ...about,
    id: "they-fear-open-networks",
    argument: "g",
    sentence: "The rival's fear of open networks is enough to hold it in the theft issue too.",
    condition: "(gain_B + penaltyGain_B)/(gain_B + penaltyGain_B + loss_B + penaltyR_B + phi) <= delta_B",
    axes: ofB,
    margin: (point) => (point["delta_B"] ?? 0.9) - fractions(point).linked.B,
  },
];
