// Which states the tracker's free texts mean. Sponsors are names of states; victims mix states, bodies and sentences.

import type { StateCode } from "../../values/state.ts";
import { distinct } from "../cell-text.ts";
import { statesAmong, statesNamedIn } from "../state-spelling.ts";

/** Words that put a victim in the United States, as DATA counts them; 72 records with the sponsor China. */
const UNITED_STATES =
  /United States|\bU\.S\.?|\bUS\b|American|\bUSA\b|Washington|Pentagon|Microsoft|Google|Lockheed|Boeing|NASA|Navy/;

/** Bodies of other states that stand alone among victims. */
const BODIES: readonly (readonly [name: string, state: string])[] = [["Northwestern Polytechnical University", "CHN"]];

// A comma inside a state's name is not a comma between two: "Palestine, State of".
const NAMES_WITH_COMMAS = /, (?=State of\b|Republic of\b|Islamic Republic of\b|Province of\b)/g;

export function itemsOf(cell: string): string[] {
  const items = cell.replace(NAMES_WITH_COMMAS, "\u0000").split(/, ?/);
  return distinct(items.map((item) => item.replaceAll("\u0000", ", ").trim()));
}

export function sponsorStates(cell: string): { states: StateCode[]; others: string[] } {
  return statesAmong(itemsOf(cell));
}

export function victimStates(cell: string): StateCode[] {
  const named = statesNamedIn(cell).filter((state) => (state as string) !== "USA");
  const bodies = BODIES.filter(([name]) => cell.includes(name)).map(([, state]) => state as StateCode);
  const american = UNITED_STATES.test(cell) ? ["USA" as StateCode] : [];
  return distinct([...american, ...named, ...bodies]);
}

/** Victims that are no states. */
export function victimNames(cell: string): string[] {
  return statesAmong(itemsOf(cell.replace(/\band (?=\p{Lu})/gu, ""))).others;
}
