// Which incidents to show: every filter is a parameter of the page's address, and every facet says how many incidents
// each of its values would leave, the other filters kept.

import { firstDay, startYear } from "../values/when.ts";
import { dateOf, type DateKind, type Incident } from "./incident.ts";

/** What an incident can be sorted into; each may hold several values at once. */
export const facetNames = ["from", "to", "by", "list", "effect", "sector", "standing", "kind", "checked"] as const;
export type FacetName = (typeof facetNames)[number];

export type Filter = {
  /** Values asked for, per facet: an incident passes a facet when it has one of them. */
  facets: Partial<Record<FacetName, string[]>>;
  /** Words that must all stand in its texts, names or actors. */
  text: string;
  /** First and last year, both included, on the kind of date asked for. */
  years: { from: number | null; to: number | null };
  dates: DateKind;
};

export type FacetCount = { value: string; count: number };

export type Filtered = { incidents: Incident[]; facets: Record<FacetName, FacetCount[]> };

export function filterIncidents(incidents: readonly Incident[], filter: Filter): Filtered {
  const indexed = incidents
    .filter((incident) => inYears(incident, filter) && hasWords(incident, filter.text))
    .map((incident) => ({ incident, values: facetValues(incident) }));
  const passes = (values: Record<FacetName, string[]>, except: FacetName | null): boolean =>
    facetNames.every((name) => {
      const asked = filter.facets[name] ?? [];
      return name === except || asked.length === 0 || values[name].some((value) => asked.includes(value));
    });
  const facets = Object.fromEntries(
    facetNames.map((name) => [name, countValues(indexed.filter(({ values }) => passes(values, name)).map(({ values }) => values[name]), filter.facets[name] ?? [])]),
  ) as Record<FacetName, FacetCount[]>;
  const found = indexed.filter(({ values }) => passes(values, null)).map(({ incident }) => incident);
  return { incidents: newestFirst(found, filter.dates), facets };
}

function facetValues({ statements, directions, contested, profile, effects, sectors, listedBy }: Incident): Record<FacetName, string[]> {
  const standing = statements.filter(({ withdrawn }) => !withdrawn);
  return {
    from: unique(directions.map(({ from }) => from)),
    to: unique(directions.map(({ to }) => to)),
    by: unique(standing.filter(({ stance }) => stance === "asserts" || stance === "supports").map(({ author }) => author.side)),
    list: unique(listedBy.map(({ source }) => source)),
    effect: effects,
    sector: sectors,
    standing: contested ? ["contested"] : ["uncontested"],
    kind: [profile ? "profile" : "event"],
    checked: unique(standing.map(({ checked }) => checked)),
  };
}

function countValues(lists: string[][], asked: readonly string[]): FacetCount[] {
  const counts = new Map<string, number>(asked.map((value) => [value, 0]));
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function inYears(incident: Incident, { years: { from, to }, dates }: Filter): boolean {
  if (from === null && to === null) return true;
  const when = dateOf(incident, dates);
  if (when === null) return false;
  const year = startYear(when);
  return (from === null || year >= from) && (to === null || year <= to);
}

function hasWords(incident: Incident, text: string): boolean {
  const words = folded(text).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return true;
  const haystack = folded(
    [
      incident.id,
      incident.title.en,
      incident.title.zh ?? "",
      incident.summary.en,
      incident.summary.zh ?? "",
      ...incident.statements.flatMap(({ author, accused, victims }) => [author.name.en, author.name.zh ?? "", ...accused.actors, ...victims.names]),
    ].join(" "),
  );
  return words.every((word) => haystack.includes(word));
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function newestFirst(incidents: Incident[], dates: DateKind): Incident[] {
  // By day, not by text: "2015-Q1" would stand after "2015-12". Incidents without a date stand last.
  const key = (incident: Incident): string => {
    const when = dateOf(incident, dates);
    return when === null ? "" : firstDay(when);
  };
  return incidents.sort((one, other) => {
    if (key(one) === key(other)) return one.id < other.id ? -1 : 1;
    return key(one) < key(other) ? 1 : -1;
  });
}

function unique<Value>(values: Value[]): Value[] {
  return [...new Set(values)];
}
