// How far apart are two records in time, given what their dates mean? DCID and EuRepoC date the start and end of what happened,
// CFR the day it became public; a date may be a day, a month or only a year. Compared are the nearest moments of the two records,
// and a date that can lie anywhere in a year counts as less near than a day that agrees.

import type { ListedRecord } from "../../sources/listed-record.ts";
import { dayNumber } from "../../values/day.ts";
import { span, startYear, type When } from "../../values/when.ts";

/** A dated moment as day numbers: the first and last day it can mean. */
type Dated = { first: number; last: number; kind: "happened" | "public" | "told" };

export type Moments = { all: Dated[]; happened: { first: number; last: number } | null; sharp: number[] };

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
  kinds: string;
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
  let best: Nearness | null = null;
  for (const left of a.all) {
    for (const right of b.all) {
      const gap = gapBetween(left, right);
      const distance = gap + (left.last - left.first + (right.last - right.first)) / 4;
      if (best && best.distance <= distance) continue;
      best = { gap, distance, starts: null, early: 0, publics: Infinity, kinds: `${left.kind}–${right.kind}` };
    }
  }
  if (!best) return null;
  const [one, other] = [a.happened && a.all[0], b.happened && b.all[0]];
  if (one && other) {
    best.starts = gapBetween(one, other) + (one.last - one.first + (other.last - other.first)) / 4;
  }
  for (const left of late(a))
    for (const right of late(b)) best.publics = Math.min(best.publics, gapBetween(left, right));
  best.early = Math.max(earliness(a, b), earliness(b, a));
  return best;
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

/** Moments at which a record became public; of one that dates only what happened, its end. */
function late({ all }: Moments): Dated[] {
  const made = all.filter(({ kind }) => kind === "public");
  return made.length > 0 ? made : all.filter(({ kind }) => kind === "happened").slice(-1);
}
