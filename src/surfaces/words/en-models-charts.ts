// What the charts of the models say, in English.

import { significant } from "./en.ts";

export const regimes = {
  here: "here",
  holds: "holds",
  fails: "does not hold",
  verdict: "The argument",
};

export const sets = {
  title: "Which average payoffs of both sides can last",
  axisA: "payoff of A",
  axisB: "payoff of B",
  seen: "if everything is seen",
  watched: "if only alarms are seen",
  holdsAll: "holds all that may last",
  settled: "if alarms are settled by payments",
  outcomes: "what one period pays",
  bothRestrain: "both restrain",
  onlyA: "only A attacks",
  onlyB: "only B attacks",
  bothAttack: "both attack",
  set: "Set",
  corner: "Corner",
};

export const charts = {
  mapTitle: (sentence: string, x: string, y: string): string => `Where this holds, over ${x} and ${y}: “${sentence}”`,
  mapDescription: ({
    x,
    y,
    atX,
    atY,
    here,
    share,
  }: {
    x: string;
    y: string;
    atX: number;
    atY: number;
    here: boolean;
    share: number;
  }): string =>
    `At ${x} ${significant(atX)} and ${y} ${significant(atY)} the argument ${here ? "holds" : "does not hold"}. Over the two it holds on ${Math.round(100 * share)}% of the map, the rest of the world as it stands.`,
  setDescription: (
    seen: readonly (readonly number[])[],
    watched: readonly (readonly number[])[] | null,
    settled: readonly (readonly number[])[],
  ): string =>
    [
      `If everything is seen, ${corners(seen)}.`,
      ...(watched === null ? [] : [`If only alarms are seen, ${corners(watched)}.`]),
      ...(settled.length === 0 ? [] : [`If alarms are settled by payments, ${corners(settled)}.`]),
    ].join(" "),
};

function corners(points: readonly (readonly number[])[]): string {
  if (points.length === 0) return "no pure plan is an equilibrium";
  const told = points.map((point) => `(${point.map((value) => significant(value)).join(", ")})`).join(", ");
  if (points.length === 1) return `the one lasting payoff of A and B is ${told}`;
  return `the payoffs of A and B lie between ${told}`;
}
