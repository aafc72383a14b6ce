// How much would moving one statement to another incident move the estimate of hidden incidents? Only two incidents change the
// lists on which they stand, so only their cells of the overlap are counted again, and the bound is taken anew
// (chao1987). Where there are too few shared incidents for the bound, the number on record stands for it.

import type { Direction, Incident } from "../ledger/incident.ts";
import { chao } from "./chao.ts";
import { frequencies, overlap } from "./overlap.ts";

/** A statement, and the incident that it would move to; null for one of its own. */
export type Move = { statement: string; to: string | null };

/** An estimate in one direction, as it is and as it would be. */
export type Influence = Direction & { of: "hidden" | "observed"; now: number; after: number };

/** Gives, for a move, what it would do to the estimate in each direction. */
export function linkInfluence(
  incidents: readonly Incident[],
  directions: readonly Direction[],
  lists: readonly string[],
): (move: Move) => Influence[] {
  const home = new Map(incidents.flatMap((incident) => incident.statements.map(({ id }) => [id, incident] as const)));
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const standing = directions.map((direction) => ({
    direction,
    now: frequencies(overlap(incidents, direction, lists)),
  }));
  return ({ statement, to }) => {
    const from = home.get(statement);
    const target = to === null ? null : byId.get(to);
    if (!from || target === undefined)
      throw new RangeError(`Cannot move ${statement} to ${to}: one of them is not there`);
    const moving = from.statements.filter(({ id }) => id === statement);
    const before = target === null || target === from ? [from] : [from, target];
    const after =
      target === from
        ? [from]
        : [
            { ...from, statements: from.statements.filter(({ id }) => id !== statement) },
            target === null
              ? { ...from, statements: moving }
              : { ...target, statements: [...target.statements, ...moving] },
          ];
    return standing.map(({ direction, now }) => {
      const [gone, come] = [before, after].map((some) => frequencies(overlap(some, direction, lists)));
      return compared(
        direction,
        now,
        now.map((count, index) => count - (gone?.[index] ?? 0) + (come?.[index] ?? 0)),
      );
    });
  };
}

function compared(direction: Direction, now: readonly number[], after: readonly number[]): Influence {
  const [one, other] = [chao.estimate({ frequencies: now }), chao.estimate({ frequencies: after })];
  if (one.ok && other.ok) return { ...direction, of: "hidden", now: one.value.value, after: other.value.value };
  return { ...direction, of: "observed", now: sum(now), after: sum(after) };
}

/** By how many incidents a move changes the estimates, over all directions. */
export function movedBy(influences: readonly Influence[]): number {
  return sum(influences.map(({ now, after }) => Math.abs(after - now)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
