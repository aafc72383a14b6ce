// The view stands in the address: what is asked for, by whom it is counted, as of when. Reload and back keep it.

import type { DateKind } from "../../ledger/incident.ts";
import type { FacetName } from "../../ledger/filter.ts";
import { copy } from "./copy.ts";

/** What follows the reader from page to page. */
export type View = {
  asof: string | null;
  by: string | null;
  date: DateKind;
  read: string | null;
  /** As it stood on record then: a day or a moment. */
  recorded?: string | null;
};

/** Facets in the order of the page. Names only: their values come with the answer. */
export const facetOrder: readonly FacetName[] = [
  "from",
  "to",
  "standing",
  "list",
  "effect",
  "sector",
  "kind",
  "checked",
];

/** The case that the pages are about; a published copy says which. */
export const homeDyad: string = copy?.dyad ?? "usa-chn";

const dateKinds: readonly DateKind[] = ["first", "happened", "disclosed", "attributed"];

export function viewOf(params: URLSearchParams): View {
  const date = params.get("date");
  return {
    asof: params.get("asof") || null,
    by: params.get("by") || null,
    date: dateKinds.find((kind) => kind === date) ?? "first",
    read: params.get("read") || null,
    ...(params.get("recorded") ? { recorded: params.get("recorded") } : {}),
  };
}

/** A query from what is set, in a fixed order: the same view has one address. */
export function query(entries: Record<string, string | number | null | undefined>): string {
  const set = Object.entries(entries).filter(
    (entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined && entry[1] !== "",
  );
  const params = new URLSearchParams(set.map(([name, value]) => [name, String(value)]));
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%3E", ">");
  return text === "" ? "" : `?${text}`;
}

/** What of a view is worth writing: defaults are left out. */
export function viewEntries({ asof, by, date, recorded }: View): Record<string, string | null> {
  return { asof, by, date: date === "first" ? null : date, ...(recorded ? { recorded } : {}) };
}

/** A page's address that keeps the view. The capital stands in the path of a dyad and as `read` elsewhere. */
export function keeping(path: string, view: View, more: Record<string, string | number | null> = {}): string {
  const read = path.startsWith("/d/") ? null : view.read;
  return `${path}${query({ ...viewEntries(view), read, ...more })}`;
}

/** The case's page, read from one capital. */
export function dyadPath(read: string | null): string {
  const [first = "", second = ""] = homeDyad.split("-");
  return read !== null && read.toLowerCase() === second ? `/d/${second}-${first}` : `/d/${homeDyad}`;
}

/** The capital that a dyad's address is read from, as other pages write it: null for the case's first. */
export function readOfDyad(dyad: string): string | null {
  const [first = "", second = ""] = dyad.toLowerCase().split("-");
  return homeDyad === `${second}-${first}` ? first.toUpperCase() : null;
}

/** The filter of the list of incidents, as its page and its files take it. */
export function filterEntries(params: URLSearchParams): Record<string, string | null> {
  const names = [...facetOrder, "by", "q", "since", "until", "date", "asof", "recorded"];
  return Object.fromEntries(names.map((name) => [name, params.get(name)]));
}

/** Values of a facet in the address. */
export function chosen(params: URLSearchParams, facet: string): string[] {
  return (params.get(facet) ?? "").split(",").filter((value) => value !== "");
}
