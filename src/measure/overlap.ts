// On how many lists each incident stands. The cells of this table are all that hidden-case estimates rest on.

import { accusesIn, type Direction, type Incident } from "../ledger/incident.ts";

/** Incidents that stand on exactly these lists. */
export type Cell = { lists: string[]; count: number };

export type Overlap = { lists: string[]; cells: Cell[]; observed: number };

/** Which lists an incident stands on is kept in the bits of one number. */
const MOST_LISTS = 30;

/**
 * The overlap of lists in one direction. A list counts only where a row of its own carries the direction: a row that
 * names no state is no sighting of the direction.
 */
export function overlap(
  incidents: readonly Incident[],
  direction: Direction,
  lists: readonly string[],
  withProfiles = true,
): Overlap {
  if (lists.length > MOST_LISTS)
    throw new RangeError(`Cannot overlap ${lists.length} lists: at most ${MOST_LISTS} fit`);
  const counts = new Map<number, number>();
  for (const incident of incidents) {
    const pattern = lists.reduce(
      (bits, list, index) => (seenBy(incident, direction, list, withProfiles) ? bits | (1 << index) : bits),
      0,
    );
    if (pattern > 0) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const cells = [...counts]
    .sort(([one], [other]) => one - other)
    .map(([pattern, count]) => ({ lists: lists.filter((_, index) => pattern & (1 << index)), count }));
  return { lists: [...lists], cells, observed: cells.reduce((sum, { count }) => sum + count, 0) };
}

function seenBy({ statements }: Incident, direction: Direction, list: string, withProfiles: boolean): boolean {
  return statements.some(
    (statement) =>
      !statement.withdrawn &&
      accusesIn(statement, direction) &&
      (withProfiles || statement.about !== "profile") &&
      statement.author.kind === "dataset" &&
      statement.listedBy.some(({ source }) => source === list),
  );
}

/** How many incidents stand on exactly one list, on two, and so on: `frequencies[0]` is one. */
export function frequencies({ lists, cells }: Overlap): number[] {
  return lists.map((_, index) =>
    cells.filter((cell) => cell.lists.length === index + 1).reduce((sum, { count }) => sum + count, 0),
  );
}
