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
  const bits = new Map(lists.map((list, index) => [list, 1 << index]));
  const counts = new Map<number, number>();
  for (const incident of incidents) {
    const pattern = seenBy(incident, direction, bits, withProfiles);
    if (pattern > 0) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const cells = [...counts]
    .sort(([one], [other]) => one - other)
    .map(([pattern, count]) => ({ lists: lists.filter((_, index) => pattern & (1 << index)), count }));
  return { lists: [...lists], cells, observed: cells.reduce((sum, { count }) => sum + count, 0) };
}

/** The lists that see an incident, one bit each: draws of linkages ask for thousands of incidents. */
function seenBy(
  { statements }: Incident,
  direction: Direction,
  bits: ReadonlyMap<string, number>,
  withProfiles: boolean,
): number {
  let pattern = 0;
  for (const statement of statements) {
    if (statement.withdrawn || statement.author.kind !== "dataset") continue;
    if (!withProfiles && statement.about === "profile") continue;
    let named = 0;
    for (const { source } of statement.listedBy) named |= bits.get(source) ?? 0;
    if ((pattern | named) !== pattern && accusesIn(statement, direction)) pattern |= named;
  }
  return pattern;
}

/** How many incidents stand on exactly one list, on two, and so on: `frequencies[0]` is one. */
export function frequencies({ lists, cells }: Overlap): number[] {
  return lists.map((_, index) =>
    cells.filter((cell) => cell.lists.length === index + 1).reduce((sum, { count }) => sum + count, 0),
  );
}
