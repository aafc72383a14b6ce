// Settings as a person types them: `--set key=value`, seeds, levels.

import { InputError } from "../../values/errors.ts";
import { decimalIn, wholeIn } from "./decimal.ts";

/** `key=value` pairs; a value is read as JSON where it is JSON, else as text. */
export function settingsFrom(pairs: readonly string[], flag = "--set", shape = "key=value"): [string, unknown][] {
  return pairs.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw new InputError(flag, shape, pair);
    return [pair.slice(0, at), valueFrom(pair.slice(at + 1))];
  });
}

function valueFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function wholeFrom(name: string, text: unknown, usual: number, most: number = Number.MAX_SAFE_INTEGER): number {
  if (text === undefined) return usual;
  const value = wholeIn(text);
  if (value === null || value > most) throw new InputError(name, `a whole number from 0 to ${most}`, text);
  return value;
}

export function shareFrom(name: string, text: unknown, usual: number): number {
  if (text === undefined) return usual;
  const value = decimalIn(text);
  // So near to 1 that the two ends of an interval cannot be told from certainty is 1.
  if (value === null || !(value > 0 && (1 + value) / 2 < 1))
    throw new InputError(name, "a number between 0 and 1", text);
  return value;
}
