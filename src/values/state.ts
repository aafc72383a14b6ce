// States by ISO 3166-1 alpha-3 code, the one spelling used inside the workbench. Lists spell them in many ways and
// some number them after the Correlates of War; both are read here and nowhere else.

import { z } from "zod";
import { stateTable } from "./state-table.ts";

export type StateCode = string & { readonly __brand: "StateCode" };

export type State = { code: StateCode; iso2: string; cow: number; spellings: string[] };

const states: readonly State[] = stateTable
  .split(/[|\n]/)
  .filter((entry) => entry !== "")
  .map((entry) => {
    const [code, iso2, cow, ...rest] = entry.split(" ") as [string, string, string, ...string[]];
    return {
      code: code as StateCode,
      iso2,
      cow: Number(cow),
      spellings: rest
        .join(" ")
        .split(";")
        .filter((s) => s !== ""),
    };
  });

const byCode = new Map(states.map((state) => [state.code as string, state]));
const byCow = new Map(states.filter((state) => state.cow > 0).map((state) => [state.cow, state.code]));

export function allStates(): readonly State[] {
  return states;
}

export function isStateCode(text: string): text is StateCode {
  return byCode.has(text);
}

export function stateOf(code: StateCode): State {
  const state = byCode.get(code);
  if (!state) throw new RangeError(`Cannot look up the state "${code}": it was never checked`);
  return state;
}

/** The state with a Correlates of War number, or null. */
export function stateFromCow(cow: number): StateCode | null {
  return byCow.get(cow) ?? null;
}

/** The name in a language, as the platform's own tables give it. */
export function stateName(code: StateCode, lang: "en" | "zh"): string {
  return displayNames(lang).of(stateOf(code).iso2) ?? code;
}

const namesByLanguage = new Map<string, Intl.DisplayNames>();

function displayNames(lang: "en" | "zh"): Intl.DisplayNames {
  const locale = lang === "zh" ? "zh-Hans" : "en";
  const names = namesByLanguage.get(locale) ?? new Intl.DisplayNames([locale], { type: "region" });
  namesByLanguage.set(locale, names);
  return names;
}

let byName: Map<string, StateCode> | null = null;

/** The state that a list means by a name, in any spelling known, or null. Case and surrounding blanks do not matter. */
export function stateFromName(name: string): StateCode | null {
  byName ??= new Map(
    states.flatMap((state) =>
      [stateName(state.code, "en"), ...state.spellings, state.code].map(
        (spelling) => [folded(spelling), state.code] as const,
      ),
    ),
  );
  return byName.get(folded(name)) ?? null;
}

function folded(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").trim().toLowerCase();
}

export const stateSchema: z.ZodType<StateCode, string> = z
  .string()
  .refine(isStateCode, { error: "expected a state as ISO 3166-1 alpha-3, such as USA" })
  .transform((text) => text);
