// Declared lines with every incident's distance, and tacit understandings under watch: adopted, judged, given up.

import { z } from "zod";
import { flagsOf, type Made, type Watch, type WatchedUnderstanding } from "../../../agreements/index.ts";
import { bands } from "../../../agreements/lines/watch.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { breaks } from "../../../measure/restraint/watch.ts";
import { InputError } from "../../../values/errors.ts";
import { stateSchema } from "../../../values/state.ts";
import { effects, sectors } from "../../../values/statement.ts";
import { lineSeen } from "../../inputs/line-distances.ts";
import { make } from "../../inputs/register.ts";
import { NotFound, strictJson, type Route } from "../route.ts";
import { opened } from "./agreement-routes.ts";

const LARGEST = 16 * 1024;

type WatchShown = Pick<Watch, "stage" | "understanding" | "since" | "by"> & {
  id: string;
  flags: ReturnType<typeof flagsOf>;
};

function watchesOf({ watches }: Made, { incidents }: LedgerView): WatchShown[] {
  return [...watches].map(([id, watch]) => ({
    id,
    stage: watch.stage,
    understanding: watch.understanding,
    since: watch.since,
    by: watch.by,
    flags: flagsOf(watch, incidents, breaks),
  }));
}

const lines: Route = {
  method: "GET",
  path: "/api/cases/{case}/lines",
  summary:
    "Declared lines: how far each incident stays from them, crossings with what followed, gathering below, watches",
  async handle({ path }, context) {
    const { register, made, view } = await opened(path, context);
    return { lines: register.lines.map((line) => lineSeen(line, view)), watches: watchesOf(made, view) };
  },
};

const said = {
  by: z.string().trim().min(1).max(200),
  because: z.string().trim().min(1).max(2000),
};
const watch = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/);

const stepSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...said,
    kind: z.literal("adopted"),
    /** A new watch gets its name here. */
    watch: z.null(),
    understanding: z.strictObject({
      between: z.tuple([stateSchema, stateSchema]),
      sector: z.enum(sectors),
      effect: z.enum(effects),
      band: z.enum(bands),
    }),
  }),
  z.strictObject({ ...said, kind: z.literal("flag-judged"), watch, incident: z.string(), breaks: z.boolean() }),
  z.strictObject({ ...said, kind: z.literal("dropped"), watch }),
]);

const watchStep: Route = {
  method: "POST",
  path: "/api/cases/{case}/watches",
  summary: "Put a tacit understanding under watch, judge a flag, or give the watch up; who, and why",
  largestBody: LARGEST,
  async handle(asked, context) {
    const { env, view, caseId } = await opened(asked.path, context);
    const { watch: id, ...event } = strictJson(stepSchema, asked);
    if (event.kind === "flag-judged" && !view.incidents.some((incident) => incident.id === event.incident))
      throw new InputError("incident", "an incident of the case", event.incident);
    const now = context.now();
    const made = make(caseId, { env, now }, (before) => {
      if (id !== null && !before.watches.has(id)) throw new NotFound("watch", "a watch that was begun", id);
      const subject = id ?? freshWatch(event.kind === "adopted" ? event.understanding : null, before);
      const body = { ...event, at: now.toISOString() };
      return [{ kind: "watch", subject, body }];
    });
    return { watches: watchesOf(made, view) };
  },
};

/** What is watched, with a number: energy-disruption-high-1. */
function freshWatch(understanding: WatchedUnderstanding | null, { watches }: Made): string {
  const stem = understanding ? `${understanding.sector}-${understanding.effect}-${understanding.band}` : "watch";
  for (let number = 1; ; number++) if (!watches.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

export const lineRoutes: readonly Route[] = [lines, watchStep];
