// How the panels name what they speak of: parties, directions, lists, and the flags of the view.

import type { Direction } from "../../../../../ledger/incident.ts";
import type { Brief } from "../../../../brief/compose.ts";
import { nameOf, toneOf } from "../../../../charts/years.ts";
import type { Tone } from "../../../../charts/chart.ts";
import { listName } from "../../../../words/en-codes.ts";
import type { View } from "../../../address.ts";
import { query } from "../../../address.ts";

export type Names = { arrow: string; sentence: string; tone: Tone; from: string; to: string };

type Ends = { from: string; to: string };

export function namesOf(brief: Pick<Brief, "parties">, { from, to }: Ends): Names {
  const inSentence = (iso: string): string =>
    brief.parties.find((party) => party.iso === iso)?.inSentence.en ?? nameOf(brief.parties, iso);
  const [first, second] = [nameOf(brief.parties, from), nameOf(brief.parties, to)];
  return {
    arrow: `${first} → ${second}`,
    sentence: `${inSentence(from)} against ${inSentence(to)}`,
    tone: toneOf(brief.parties, from),
    from: first,
    to: second,
  };
}

/** In the order of the brief: what is done to the reader comes first. */
export function inOrder<Found extends Direction>(brief: Brief, found: readonly Found[]): Found[] {
  return brief.directions.flatMap(({ from, to }) => found.filter((one) => one.from === from && one.to === to));
}

/** Lists by name, as the charts show them. */
export function listNamesOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, listName(name)]));
}

export function commandOf(name: string, caseId: string, { recorded }: View, more = ""): string {
  return `detente measure ${name} ${caseId}${more}${recorded ? ` --recorded ${recorded}` : ""} --json`;
}

export function incidentsHref({ from, to }: Ends, { asof, read }: View): string {
  return `/incidents${query({ from, to, asof, read })}`;
}
