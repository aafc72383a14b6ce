// The rows of each list before and after a date, by the one kind of date that the list gives. Lists are asked apart,
// because they disagree, and with and without actors' profiles, which are no events.

import { accusesIn, type Direction, type Incident } from "../ledger/incident.ts";
import { addMonths, daysBetween, type Day } from "../values/day.ts";
import { refuse, type Outcome } from "../values/outcome.ts";
import type { Statement } from "../values/statement.ts";
import { firstDay } from "../values/when.ts";
import { beforeAfter, countsAround, type Fall } from "./before-after.ts";

export type ListAround = {
  list: string;
  profiles: "with" | "without";
  dates: "happened" | "disclosed";
  outcome: Outcome<Fall>;
};

/**
 * Compares `months` up to the end of the date's month with as many after it: lists know few dates to the day. Seen
 * from a day before the later months are over (`asof`), no comparison is made: what has not happened yet is no fall.
 */
export function aroundDate(
  incidents: readonly Incident[],
  direction: Direction,
  lists: readonly string[],
  date: Day,
  months: number,
  asof: Day | null = null,
): ListAround[] {
  const monthAfter = addMonths(`${date.slice(0, 7)}-01` as Day, 1);
  const end = addMonths(monthAfter, months);
  const estimate = (days: readonly Day[]): Outcome<Fall> =>
    asof !== null && daysBetween(asof, end) > 1
      ? refuse("too-short", `The ${months} months after it were not over on ${asof}.`)
      : beforeAfter.estimate(countsAround(days, monthAfter, months));
  return lists.flatMap((list) => {
    const rows = rowsOf(incidents, direction, list);
    const dates = rows.some(({ happened }) => happened !== null) ? "happened" : "disclosed";
    const compare = (some: Statement[], profiles: "with" | "without"): ListAround => {
      const days = some.flatMap((row) => (row[dates] === null ? [] : [firstDay(row[dates])]));
      return { list, profiles, dates, outcome: estimate(days) };
    };
    const events = rows.filter(({ about }) => about !== "profile");
    return events.length < rows.length ? [compare(rows, "with"), compare(events, "without")] : [compare(rows, "with")];
  });
}

/** A list's own rows in a direction. */
function rowsOf(incidents: readonly Incident[], direction: Direction, list: string): Statement[] {
  return incidents.flatMap(({ statements }) =>
    statements.filter(
      (statement) =>
        !statement.withdrawn &&
        statement.author.kind === "dataset" &&
        accusesIn(statement, direction) &&
        statement.listedBy.some(({ source }) => source === list),
    ),
  );
}
