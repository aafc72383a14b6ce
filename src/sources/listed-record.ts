// One row of a list of incidents, in the words that all lists share: what record linkage compares. Nothing here is
// merged or judged; what a list does not say is null or empty.

import type { StateCode } from "../values/state.ts";
import type { Effect, Scale, Sector } from "../values/statement.ts";
import { whenBetween, type When } from "../values/when.ts";

export type ListedRecord = {
  /** The list and its release: "dcid-2.0", "eurepoc-1.1", "cfr-2023-02". */
  source: string;
  /** The list's own number, or the 1-based record number where a list has none. Unique within the source only. */
  id: string;
  title: string;
  description: string;
  /** When it happened, each end with its own precision. CFR gives neither. */
  start: When | null;
  end: When | null;
  /** When it became public. CFR's only date; DCID has none. */
  disclosed: When | null;
  /** When an initiator was first named in public. */
  attributed: When | null;
  /** Each state once. Empty where the list names none ("Unknown", blank). */
  initiators: StateCode[];
  targets: StateCode[];
  /** Names of groups, as written; never a key. */
  actors: string[];
  /** Named bodies and people among the victims, as written. */
  victims: string[];
  effects: Effect[];
  sectors: Sector[];
  urls: string[];
  /** Scales are never mixed. */
  scores: { scale: Scale; value: number }[];
  /** An actor's whole career, no single incident. */
  profile: boolean;
};

/** When it happened, from first to last; "since" where the end is not known. */
export function happenedOf({ start, end }: Pick<ListedRecord, "start" | "end">): When | null {
  return start && whenBetween(start, end);
}

/** Whether the record says that `from` acted against `to`. */
export function isDirected(
  record: Pick<ListedRecord, "initiators" | "targets">,
  from: StateCode,
  to: StateCode,
): boolean {
  return record.initiators.includes(from) && record.targets.includes(to);
}
