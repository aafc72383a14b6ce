// A tacit understanding that a user has put under watch. Whether an incident breaks it is a rule that is handed in;
// here is only who watches what since when, what the rule flags, and what people said of the flags.

import { z } from "zod";
import { stateSchema, type StateCode } from "../../values/state.ts";
import { effects, incidentIdSchema, sectors, type Effect, type Sector } from "../../values/statement.ts";
import { momentSchema, isAfter } from "../moment.ts";

/** Severity on DCID's scale, as `measure restraint` bands it. */
export const bands = ["low", "middle", "high"] as const;
export type Band = (typeof bands)[number];

export type WatchedUnderstanding = { between: [StateCode, StateCode]; sector: Sector; effect: Effect; band: Band };

export type WatchHappened =
  | { kind: "adopted"; by: string; understanding: WatchedUnderstanding; because: string }
  | { kind: "flag-judged"; by: string; incident: string; breaks: boolean; because: string }
  | { kind: "dropped"; by: string; because: string };

export type WatchEvent = WatchHappened & { at: string };

const words = z.string().trim().min(1).max(2000);
const who = z.string().trim().min(1).max(200);

export const watchEventSchema: z.ZodType<WatchEvent> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("adopted"),
    at: momentSchema,
    by: who,
    understanding: z.strictObject({
      between: z.tuple([stateSchema, stateSchema]),
      sector: z.enum(sectors),
      effect: z.enum(effects),
      band: z.enum(bands),
    }),
    because: words,
  }),
  z.strictObject({
    kind: z.literal("flag-judged"),
    at: momentSchema,
    by: who,
    incident: incidentIdSchema,
    breaks: z.boolean(),
    because: words,
  }),
  z.strictObject({ kind: z.literal("dropped"), at: momentSchema, by: who, because: words }),
]);

export const illegalWatchMoves = {
  "not-adopted": "Nothing is under this watch yet.",
  "adopted-twice": "This watch has begun already.",
  "time-runs-back": "A step cannot come before the last one.",
  dropped: "The watch was given up.",
} as const;
export type IllegalWatchMove = keyof typeof illegalWatchMoves;

export type Watch = {
  stage: "none" | "watching" | "dropped";
  understanding: WatchedUnderstanding | null;
  since: string | null;
  by: string | null;
  judged: ReadonlyMap<string, { breaks: boolean; because: string; by: string; at: string }>;
  last: string | null;
};

export const newWatch: Watch = {
  stage: "none",
  understanding: null,
  since: null,
  by: null,
  judged: new Map(),
  last: null,
};

export type WatchStep = { ok: true; watch: Watch } | { ok: false; why: IllegalWatchMove };

export function stepWatch(watch: Watch, event: WatchEvent): WatchStep {
  const { at, by } = event;
  if (watch.stage === "none" && event.kind !== "adopted") return { ok: false, why: "not-adopted" };
  if (watch.stage === "dropped") return { ok: false, why: "dropped" };
  if (watch.last !== null && isAfter(watch.last, at)) return { ok: false, why: "time-runs-back" };
  switch (event.kind) {
    case "adopted":
      if (watch.stage !== "none") return { ok: false, why: "adopted-twice" };
      return {
        ok: true,
        watch: { ...watch, stage: "watching", understanding: event.understanding, since: at, by, last: at },
      };
    case "flag-judged": {
      const { breaks, because, incident } = event;
      return {
        ok: true,
        watch: { ...watch, last: at, judged: new Map(watch.judged).set(incident, { breaks, because, by, at }) },
      };
    }
    case "dropped":
      return { ok: true, watch: { ...watch, stage: "dropped", last: at } };
  }
}

export function watchOf(events: readonly WatchEvent[]): WatchStep & { at?: number } {
  let watch = newWatch;
  for (const [at, event] of events.entries()) {
    const next = stepWatch(watch, event);
    if (!next.ok) return { ...next, at };
    watch = next.watch;
  }
  return { ok: true, watch };
}

export type Flag = { incident: string; judged: { breaks: boolean; because: string; by: string; at: string } | null };

/** Incidents that the rule says would break what is watched; a person's word stands beside each. */
export function flagsOf<Seen extends { id: string }>(
  { stage, understanding, judged }: Watch,
  incidents: readonly Seen[],
  breaks: (understanding: WatchedUnderstanding, incident: Seen) => boolean,
): Flag[] {
  if (stage !== "watching" || understanding === null) return [];
  return incidents
    .filter((incident) => breaks(understanding, incident))
    .map(({ id }) => ({ incident: id, judged: judged.get(id) ?? null }));
}
