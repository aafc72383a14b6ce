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
    .map((incident) => ({ incident, values: facetValues(incident), accusations: accusationsOf(incident) }));
  const valuesLeft = ({ values, accusations }: Sorted, name: FacetName): string[] => {
    if (!passesFacets(values, filter, name)) return [];
    const left = accusations.filter((accusation) => passesAccusation(accusation, filter, name));
    if (isOfAccusation(name)) return unique(left.map((accusation) => accusation[name])).filter((value) => value !== "");
    return left.length > 0 ? values[name] : [];
  };
  const facets = Object.fromEntries(
    facetNames.map((name) => [
      name,
      countValues(
        indexed.map((sorted) => valuesLeft(sorted, name)),
        filter.facets[name] ?? [],
      ),
    ]),
  ) as Record<FacetName, FacetCount[]>;
  const found = indexed
    .filter(
      ({ values, accusations }) =>
        passesFacets(values, filter, null) &&
        accusations.some((accusation) => passesAccusation(accusation, filter, null)),
    )
    .map(({ incident }) => incident);
  return { incidents: newestFirst(found, filter.dates), facets };
}

/** Who says of whom that they acted against whom: the three are asked of one statement, not of an incident's several. */
type Accusation = { from: string; to: string; by: string };
type PlainFacet = Exclude<FacetName, keyof Accusation>;
type Sorted = { values: Record<PlainFacet, string[]>; accusations: Accusation[] };

function isOfAccusation(name: FacetName | null): name is keyof Accusation {
  return name === "from" || name === "to" || name === "by";
}

function passesFacets(values: Record<PlainFacet, string[]>, { facets }: Filter, except: FacetName | null): boolean {
  return facetNames.every((name) => {
    const asked = facets[name] ?? [];
    return (
      isOfAccusation(name) ||
      name === except ||
      asked.length === 0 ||
      values[name].some((value) => asked.includes(value))
    );
  });
}

function passesAccusation(accusation: Accusation, { facets }: Filter, except: FacetName | null): boolean {
  return (["from", "to", "by"] as const).every((name) => {
    const asked = facets[name] ?? [];
    return name === except || asked.length === 0 || asked.includes(accusation[name]);
  });
}

function accusationsOf({ statements }: Incident): Accusation[] {
  const accusing = statements.filter(
    ({ withdrawn, stance }) => !withdrawn && (stance === "asserts" || stance === "supports"),
  );
  const found = accusing.flatMap(({ accused, victims, author }) =>
    orNobody(accused.states).flatMap((from) => orNobody(victims.states).map((to) => ({ from, to, by: author.side }))),
  );
  return found.length > 0 ? found : [{ from: "", to: "", by: "" }];
}

/** A statement that names no state still has an author. */
function orNobody(states: readonly string[]): readonly string[] {
  return states.length > 0 ? states : [""];
}

function facetValues({
  statements,
  contested,
  profile,
  effects,
  sectors,
  listedBy,
}: Incident): Record<PlainFacet, string[]> {
  const standing = statements.filter(({ withdrawn }) => !withdrawn);
  return {
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
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function inYears(incident: Incident, { years: { from, to }, dates }: Filter): boolean {
  if (from === null && to === null) return true;
  const when = dateOf(incident, dates);
  if (when === null) return false;
  const year = startYear(when);
  return (from === null || year >= from) && (to === null || year <= to);
}

function hasWords(incident: Incident, text: string): boolean {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return true;
  const haystack = folded(
    [
      incident.id,
      incident.title.en,
      incident.title.zh ?? "",
      incident.summary.en,
      incident.summary.zh ?? "",
      ...incident.statements.flatMap(({ author, accused, victims }) => [
        author.name.en,
        author.name.zh ?? "",
        ...accused.actors,
        ...victims.names,
      ]),
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
