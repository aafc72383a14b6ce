// What share of a month's events was on a list when it ended? The delays of all incidents that have both dates, start and
// disclosure, say how many become known within so many months (delay.ts); a list is taken to hear as fast as all together.
// A series by disclosure is complete as it stands.

import { dateOf, type Incident } from "../../ledger/incident.ts";
import type { Day } from "../../values/day.ts";
import type { Outcome } from "../../values/outcome.ts";
import { firstDay, span, type When } from "../../values/when.ts";
import { delay, type Delay } from "../delay.ts";
import type { Completeness } from "./series.ts";

/** Few incidents surface later, and too few to say how many. */
const LONGEST_MONTHS = 60;

/** The delay from start to disclosure, or attribution where nothing else is known, in months. */
export function delayOf(incidents: readonly Incident[]): Outcome<Delay> {
  const cases = incidents.flatMap((incident) => {
    const [happened, known] = [incident.happened, incident.disclosed ?? incident.attributed];
    // A year alone would make delays of up to a year out of nothing.
    if (incident.profile || happened === null || known === null || isYear(happened) || isYear(known)) return [];
    const pair = { happened: monthOf(firstDay(happened)), known: monthOf(firstDay(known)) };
    return pair.known >= pair.happened ? [pair] : [];
  });
  const until = cases.reduce((latest, { known }) => Math.max(latest, known), 0);
  return delay.estimate({ cases, until, longest: LONGEST_MONTHS, unit: "months", draws: 200 });
}

/** The share known by `end` of what happened in each month. */
export function completenessBy(found: Delay, end: Day): Completeness {
  const until = monthOf(end);
  return (period) => found.shares[Math.min(found.longest, Math.max(0, until - monthOf(period)))]?.share ?? 1;
}

/** The last day on which anything of the incidents, as counted, became known. */
export function lastDay(incidents: readonly Incident[]): Day | null {
  return incidents.reduce<Day | null>((latest, incident) => {
    const when = incident.disclosed ?? dateOf(incident, "first");
    const day = when && firstDay(when);
    return day !== null && (latest === null || day > latest) ? day : latest;
  }, null);
}

function isYear(when: When): boolean {
  return span(when).start.precision === "year";
}

function monthOf(day: Day): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
}
