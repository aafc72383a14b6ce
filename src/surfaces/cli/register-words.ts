// Words of the register's commands as their options give them.

import { InputError } from "../../values/errors.ts";
import { isStateCode, type StateCode } from "../../values/state.ts";
import type { Options } from "./command.ts";

/** An option that must be there. */
export function needed(options: Options, name: string, expected: string): string {
  const given = options[name];
  if (typeof given === "string" && given.trim() !== "") return given;
  throw new InputError(`--${name}`, expected);
}

export function oneOf<Word extends string>(options: Options, name: string, words: readonly Word[], usual?: Word): Word {
  const given = options[name] ?? usual;
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new InputError(`--${name}`, `one of ${words.join(", ")}`, given);
}

export function sideFrom(options: Options, name: string): StateCode | "third" {
  const given = needed(options, name, "a state such as USA, or third");
  if (given === "third") return given;
  return stateFrom(options, name);
}

export function stateFrom(options: Options, name: string): StateCode {
  const code = needed(options, name, "a state such as USA").toUpperCase();
  if (isStateCode(code)) return code;
  throw new InputError(`--${name}`, "a state as ISO 3166-1 alpha-3, such as USA", code);
}

/** "B2": reliability of the source, credibility of the claim. */
export function gradeFrom(options: Options): { source: "A"; claim: 1 } {
  const given = needed(options, "grade", "an Admiralty code such as B2");
  if (!/^[A-F][1-6]$/.test(given))
    throw new InputError("--grade", "an Admiralty code, A to F and 1 to 6, such as B2", given);
  return { source: given[0] as "A", claim: Number(given[1]) as 1 };
}

/** ".6" or ".5-.8": a probability, or the range in which it lies. */
export function rangeFrom(options: Options): { lower: number; upper: number } {
  const given = needed(options, "probability", "a probability such as .7, or a range such as .5-.8");
  const [lower, upper = lower, ...rest] = given.split(/[-–]/).map(Number);
  if (rest.length > 0 || lower === undefined || upper === undefined || !(lower >= 0 && upper <= 1 && lower <= upper))
    throw new InputError("--probability", "a probability such as .7, or a range such as .5-.8", given);
  return { lower, upper };
}

export function many(options: Options, name: string): string[] {
  const given = options[name];
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [String(given)]).flatMap((text) => text.split(","));
}

/** A name for what is begun: given, or made from what it is about, the day and how many there are. */
export function freshId(options: Options, about: string, day: string, known: { has(id: string): boolean }): string {
  const given = options["id"];
  if (typeof given === "string") return given;
  const stem = `${about
    .replaceAll(/[^a-z0-9]+/gi, "-")
    .toLowerCase()
    .replaceAll(/^-|-$/g, "")}-${day}`.slice(0, 70);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!known.has(id)) return id;
  }
}
