// Whether sides answer each other, by dated events that are given as a file.

import { reciprocity, type Reciprocity } from "../../measure/reciprocity/index.ts";
import type { Outcome } from "../../values/outcome.ts";
import type { ReferenceKey } from "../../values/references.ts";
import { reciprocityReading } from "../words/en-reciprocity.ts";
import { readEventTable, type EventTable } from "./event-table.ts";
import { horizonSetting, reciprocitySettings, type Flag, type Settings } from "./measure-settings.ts";

export type EventReciprocity = Reciprocity &
  Pick<EventTable, "unit" | "origin"> & {
    reading: string;
    assumptions: readonly string[];
    references: readonly ReferenceKey[];
  };

export type FoundInEvents = { found: Reciprocity; document: EventReciprocity };

export function reciprocityInEvents(
  file: string,
  read: () => string,
  settings: Settings,
  flag: Flag,
): Outcome<FoundInEvents> {
  const asked = reciprocitySettings(settings, flag);
  const { events, sides, unit, origin } = readEventTable(file, read());
  const horizon = horizonSetting(settings, flag);
  const outcome = reciprocity.estimate({ events, sides, ...asked, ...(horizon === null ? {} : { horizon }) });
  if (!outcome.ok) return outcome;
  const { hawkes, likelihoodRatio, permutation, ...rest } = outcome.value;
  const reading = reciprocityReading(outcome.value);
  const { references, assumptions } = reciprocity;
  return {
    ok: true,
    value: {
      found: outcome.value,
      document: {
        hawkes,
        likelihoodRatio,
        permutation,
        reading,
        unit,
        origin,
        ...rest,
        assumptions,
        references,
      },
    },
  };
}
