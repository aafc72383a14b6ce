// Dated events of several sides, as the point-process measures read them: sorted, checked, in flat arrays.

import { InputError } from "../../values/errors.ts";

/** One event: when, and who acted, by number from 0. */
export type SideEvent = { time: number; side: number };

/** Events in order of time on [0, horizon]; `times[k]` and `sides[k]` belong together. */
export type SidedEvents = {
  times: Float64Array;
  sides: Int32Array;
  /** How many sides there are; a side may have no event. */
  count: number;
  horizon: number;
};

export const MOST_EVENTS = 5_000_000;
export const MOST_SIDES = 50;

/** Sorts and checks. Events of one instant keep the order in which they came. */
export function sidedEvents(events: readonly SideEvent[], count: number, horizon?: number): SidedEvents {
  if (events.length > MOST_EVENTS) throw new InputError("events", `at most ${MOST_EVENTS} events`, events.length);
  if (!Number.isSafeInteger(count) || count < 1 || count > MOST_SIDES)
    throw new InputError("sides", `from 1 to ${MOST_SIDES} sides`, count);
  for (const [index, { time, side }] of events.entries()) {
    if (!Number.isFinite(time) || time < 0) throw new InputError(`events:${index + 1}:time`, "a time from 0", time);
    if (!Number.isSafeInteger(side) || side < 0 || side >= count)
      throw new InputError(`events:${index + 1}:side`, `a side from 0 to ${count - 1}`, side);
  }
  const sorted = events.toSorted((one, other) => one.time - other.time);
  const last = sorted.at(-1)?.time ?? 0;
  const end = horizon ?? last;
  if (!Number.isFinite(end) || end < last)
    throw new InputError("horizon", `a time not before the last event, ${last}`, end);
  return {
    times: Float64Array.from(sorted, ({ time }) => time),
    sides: Int32Array.from(sorted, ({ side }) => side),
    count,
    horizon: end,
  };
}

/** The first `most` events, on the time up to the last of them. */
export function opening(events: SidedEvents, most: number): SidedEvents {
  if (events.times.length <= most) return events;
  const times = events.times.subarray(0, most);
  return { times, sides: events.sides.subarray(0, most), count: events.count, horizon: times[most - 1]! };
}

/** The same events with all sides taken for one. */
export function pooled({ times, horizon }: SidedEvents): SidedEvents {
  return { times, sides: new Int32Array(times.length), count: 1, horizon };
}

export function countsOf({ sides, count }: SidedEvents): number[] {
  const counts = Array.from({ length: count }, () => 0);
  for (const side of sides) counts[side]! += 1;
  return counts;
}
