// Both tests of reciprocity on a case: by when operations began and by when they became public, with and without the
// hostile acts between the parties.

import type { LedgerView } from "../../ledger/view.ts";
import {
  caseEvents,
  seriesContents,
  seriesDates,
  type CaseEvents,
  type SeriesContent,
  type SeriesDates,
} from "../../measure/reciprocity/case-events.ts";
import { reciprocity } from "../../measure/reciprocity/index.ts";
import { reciprocityOverDates, type OverDates, type OverDatesOptions } from "../../measure/reciprocity/over-dates.ts";
import type { Refusal } from "../../values/outcome.ts";
import { counted, list } from "../words/en.ts";
import { reciprocityReading } from "../words/en-reciprocity.ts";

export type CaseSeries = {
  dates: SeriesDates;
  of: SeriesContent;
  heading: string;
  reading: string;
  leftOut: CaseEvents["leftOut"];
} & (OverDates | { refused: Refusal });

export type CaseReciprocity = {
  case: string;
  inputs: string;
  /** Side 0 and side 1 of every series. */
  sides: string[];
  unit: "days";
  series: CaseSeries[];
  cautions: string[];
  assumptions: readonly string[];
  references: readonly string[];
};

const dateWords: Record<SeriesDates, string> = { happened: "By start", disclosed: "By disclosure" };

export function caseReciprocity(view: LedgerView, options: OverDatesOptions): CaseReciprocity {
  return {
    case: view.about.id,
    inputs: view.hash,
    sides: view.about.parties.map(({ iso }) => iso),
    unit: "days",
    series: seriesContents.flatMap((of) => seriesDates.map((dates) => seriesOf(view, dates, of, options))),
    cautions: [
      "events dated to a month or a quarter have their day drawn within it; those known by the year alone are left out",
      "events of one day are not taken to answer each other",
      "disclosures cluster by themselves: a report or an indictment brings several at once, and an accusation is at once an act of one side and the disclosure of what the other did",
      "both directions are seen through mostly Western lists: what is not published answers nothing here",
    ],
    assumptions: reciprocity.assumptions,
    references: [...reciprocity.references, "rubin1987"],
  };
}

function seriesOf(view: LedgerView, dates: SeriesDates, of: SeriesContent, options: OverDatesOptions): CaseSeries {
  const { events, leftOut } = caseEvents(view, dates, of);
  const outcome = reciprocityOverDates(events, options);
  const about = { dates, of, heading: `${dateWords[dates]}, ${of}`, leftOut };
  if (!outcome.ok) return { ...about, reading: `No answer. ${outcome.refusal.because}`, refused: outcome.refusal };
  const { counts, dated } = outcome.value;
  const [first, second] = view.about.parties.map(({ iso }, side) => `${counted(counts[side] ?? 0, "event")} of ${iso}`);
  const gone = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  const base = `${list([first ?? "", second ?? ""])}, ${dated.drawn} of them with their day drawn; ${gone} left out.`;
  return { ...about, reading: `${reciprocityReading(outcome.value)} ${base}`, ...outcome.value };
}
