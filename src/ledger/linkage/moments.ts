// How far apart are two records in time, given what their dates mean? DCID and EuRepoC date the start and end of what happened,
// CFR the day it became public; a date may be a day, a month or only a year. Compared are the nearest moments of the two records,
// and a date that can lie anywhere in a year counts as less near than a day that agrees.

import type { ListedRecord } from "../../sources/listed-record.ts";
import { dayNumber } from "../../values/day.ts";
import { span, startYear, type When } from "../../values/when.ts";

/** A dated moment as day numbers: the first and last day it can mean. */
type Dated = { first: number; last: number; kind: "happened" | "public" | "told" };

export type Moments = {
  all: Dated[];
  /** Those at which it became public; of a record that dates only what happened, its end. */
  late: Dated[];
  happened: { first: number; last: number } | null;
  /** First days of moments known to the month at least. */
  sharp: number[];
};

export type Nearness = {
  /** Days between the nearest moments, at best. */
  gap: number;
  /** The same with half of what the precisions leave open added. */
  distance: number;
  /** Days between the two starts (with what is left open), where both records date what happened. */
  starts: number | null;
  /** Days by which one became public before the other started: the same event cannot. */
  early: number;
  /** Days between the nearest moments of becoming public (or of ending), at best. */
  publics: number;
  /** What the nearest moments are, of the first record and of the second. */
  kinds: [Dated["kind"], Dated["kind"]];
};

/** `years` are those that the text names: where a list dates only the disclosure, they tell when it happened. */
export function momentsOf(
  record: Pick<ListedRecord, "start" | "end" | "disclosed" | "attributed">,
  years: readonly number[] = [],
): Moments {
  const { start, end, disclosed, attributed } = record;
  const told =
    !start && disclosed ? years.filter((year) => year <= startYear(disclosed) && year > startYear(disclosed) - 12) : [];
  const happened = [...ends(start, "happened"), ...ends(end, "happened")];
  const made = [...ends(disclosed, "public"), ...ends(attributed, "public")];
  const named = told.flatMap((year) => ends(String(year) as When, "told"));
  const all = [...happened, ...made, ...named];
  const began = happened[0];
  return {
    all,
    late: made.length > 0 ? made : happened.slice(-1),
    happened: began ? { first: began.first, last: Math.max(...happened.map(({ last }) => last)) } : null,
    sharp: [...new Set(all.filter(({ first, last }) => last - first <= 31).map(({ first }) => first))],
  };
}

function ends(when: When | null, kind: Dated["kind"]): Dated[] {
  if (!when) return [];
  const { start, end } = span(when);
  const moments = end && end !== start ? [start, end] : [start];
  return moments.map(({ first, last }) => ({ first: dayNumber(first), last: dayNumber(last), kind }));
}

/** Compares two records in time; null where one has no date. */
export function nearness(a: Moments, b: Moments): Nearness | null {
  let best = Infinity;
  let one: Dated | undefined;
  let other: Dated | undefined;
  for (const left of a.all) {
    for (const right of b.all) {
      const distance = distanceBetween(left, right);
      if (distance >= best) continue;
      best = distance;
      one = left;
      other = right;
    }
  }
  if (!one || !other) return null;
  let publics = Infinity;
  for (const left of a.late) for (const right of b.late) publics = Math.min(publics, gapBetween(left, right));
  const [startA, startB] = [a.happened && a.all[0], b.happened && b.all[0]];
  return {
    gap: gapBetween(one, other),
    distance: best,
    starts: startA && startB ? distanceBetween(startA, startB) : null,
    early: Math.max(earliness(a, b), earliness(b, a)),
    publics,
    kinds: [one.kind, other.kind],
  };
}

/** Days between two moments at best, and half of what their precisions leave open. */
function distanceBetween(left: Dated, right: Dated): number {
  return gapBetween(left, right) + (left.last - left.first + (right.last - right.first)) / 4;
}

function gapBetween(left: Dated, right: Dated): number {
  return Math.max(0, right.first - left.last, left.first - right.last);
}

/** Days by which `a` was public before `b` began. */
function earliness(a: Moments, b: Moments): number {
  if (!b.happened || a.happened) return 0;
  const first = a.all.find(({ kind }) => kind === "public");
  return first ? Math.max(0, b.happened.first - first.last) : 0;
}
