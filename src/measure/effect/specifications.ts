// Every way to count a case that a reader could defend: which list or all pooled, actors' profiles in or out, unsure
// links in or out, by which date, from which severity. Ways that count the same events on the same days are kept once,
// as the plainest of them (simonsohn2020: non-redundant specifications).

import {
  accusesIn,
  dateOf,
  incidentOf,
  type Direction,
  type Incident,
  type LinkedStatement,
} from "../../ledger/incident.ts";
import type { Day } from "../../values/day.ts";
import { firstDay } from "../../values/when.ts";
import { monthlySeries } from "./series.ts";
import type { Specification } from "./specification-curve.ts";

export type CodingChoices = {
  list: string;
  profiles: "with" | "without";
  links: "all" | "sure";
  dates: "first" | "happened" | "disclosed";
  severity: "any" | "3 and above";
};

/** All lists together, an incident counted once. */
export const POOLED = "pooled";

const profileChoices = ["with", "without"] as const;
const linkChoices = ["all", "sure"] as const;
/** A list that gives one kind of date is said to go by that kind. */
const dateChoices = ["happened", "disclosed", "first"] as const;
const severityChoices = ["any", "3 and above"] as const;
const SEVERITY_FLOOR = 3;
/** A model's link below this is unsure. */
const SURE = 0.9;

export function specificationsOf(
  incidents: readonly Incident[],
  direction: Direction,
  lists: readonly string[],
): Specification[] {
  const seen = new Set<string>();
  return [...lists, POOLED].flatMap((list) =>
    everyChoice(list).flatMap((choices) => {
      const found = eventsOf(incidents, direction, choices);
      const key = `${list} ${found.map(({ id, day }) => `${id}@${day}`).join(" ")}`;
      if (found.length === 0 || seen.has(key)) return [];
      seen.add(key);
      return [
        {
          choices,
          series: seriesOf(
            incidents,
            list,
            choices,
            found.map(({ day }) => day),
          ),
        },
      ];
    }),
  );
}

function everyChoice(list: string): CodingChoices[] {
  return profileChoices.flatMap((profiles) =>
    linkChoices.flatMap((links) =>
      dateChoices.flatMap((dates) => severityChoices.map((severity) => ({ list, profiles, links, dates, severity }))),
    ),
  );
}

type Event = { id: string; day: Day };

/** What counts under a choice, each with its first day: rows of a list, or incidents of all lists together. */
export function eventsOf(incidents: readonly Incident[], direction: Direction, choices: CodingChoices): Event[] {
  return choices.list === POOLED ? pooled(incidents, direction, choices) : rowsOf(incidents, direction, choices);
}

function rowsOf(incidents: readonly Incident[], direction: Direction, choices: CodingChoices): Event[] {
  const rows = incidents.flatMap(({ statements }) => statements.filter((one) => isRow(one, choices.list)));
  return rows
    .filter((row) => accusesIn(row, direction) && passes(row, choices))
    .flatMap((row) => {
      const when = choices.dates === "first" ? (row.happened ?? row.disclosed) : row[choices.dates];
      return when === null ? [] : [{ id: row.id, day: firstDay(when) }];
    });
}

function pooled(incidents: readonly Incident[], direction: Direction, choices: CodingChoices): Event[] {
  return incidents.flatMap(({ id, title, summary, statements }) => {
    const counted = statements.filter((one) => !one.withdrawn && (choices.links === "all" || isSure(one)));
    const incident = incidentOf({ id, title, summary }, counted);
    if (!counted.some((one) => accusesIn(one, direction))) return [];
    if (choices.profiles === "without" && incident.profile) return [];
    if (choices.severity !== "any" && !counted.some(isSevere)) return [];
    const when = dateOf(incident, choices.dates);
    return when === null ? [] : [{ id, day: firstDay(when) }];
  });
}

function isRow(statement: LinkedStatement, list: string): boolean {
  return (
    !statement.withdrawn &&
    statement.author.kind === "dataset" &&
    statement.listedBy.some(({ source }) => source === list)
  );
}

function passes(row: LinkedStatement, { profiles, links, severity }: CodingChoices): boolean {
  return (
    (profiles === "with" || row.about !== "profile") &&
    (links === "all" || isSure(row)) &&
    (severity === "any" || isSevere(row))
  );
}

/** Part of something, a row twice, or a link that a model is unsure of: whether it counts for one is a choice. */
function isSure({ link }: LinkedStatement): boolean {
  return link.kind === "same" && (link.probability ?? 1) >= SURE;
}

/** By the scale of its own list; what no list has graded is not known to be severe. */
function isSevere({ scores = [] }: LinkedStatement): boolean {
  return scores.some(({ scale, value }) => scale !== "eurepoc-weighted-intensity" && value >= SEVERITY_FLOOR);
}

/** From the month of the list's first row in the case, whoever acted, to that of its last: so long it watched. */
function seriesOf(
  incidents: readonly Incident[],
  list: string,
  { dates }: CodingChoices,
  days: readonly Day[],
): Specification["series"] {
  const watched = incidents.flatMap((incident) => {
    const rows = list === POOLED ? [incident] : incident.statements.filter((one) => isRow(one, list));
    return rows.flatMap(({ happened, disclosed }) => {
      const when = dates === "first" ? (happened ?? disclosed) : dates === "happened" ? happened : disclosed;
      return when === null ? [] : [firstDay(when)];
    });
  });
  const sorted = [...watched, ...days].sort();
  return monthlySeries(days, sorted[0] ?? days[0]!, sorted.at(-1) ?? days[0]!);
}
