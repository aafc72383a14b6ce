// Events of one kind in one file of a folder: read once, then only added to.

import { join } from "node:path";
import { existsSync } from "node:fs";
import type { z } from "zod";
import { appendToEventFile, readEventFile } from "../../../store/event-file.ts";
import { SourceError } from "../../../values/errors.ts";

export type EventFile<Event> = { add(events: readonly Event[]): void };

/** `take` is given every event, those of before first; an event is on disk before it is taken. */
export function eventFile<Event>(
  folder: string,
  name: string,
  schema: z.ZodType<Event>,
  take: (event: Event) => void,
): EventFile<Event> {
  const path = join(folder, `${name}.jsonl`);
  for (const [at, line] of (readEventFile(path) ?? []).entries()) {
    try {
      take(schema.parse(JSON.parse(line)));
    } catch (cause) {
      throw new SourceError("damaged", `${path} cannot be read at line ${at + 1}; a copy of before must take its place`, { cause }); // prettier-ignore
    }
  }
  return {
    add(events) {
      appendToEventFile(path, events.map((event) => JSON.stringify(event)), { make: !existsSync(path) }); // prettier-ignore
      for (const event of events) take(event);
    },
  };
}
