// A negotiation as a person names it: a GENIUS domain and one profile a side.

import { readDomain, readProfile, type Domain, type Profile } from "../../agreements/index.ts";
import { InputError } from "../../values/errors.ts";
import { wholeIn } from "./decimal.ts";
import { readText } from "./read-file.ts";

const LARGEST_STEPS = 10_000;

export function readNegotiation([file = "", ...sides]: readonly string[]): { domain: Domain; profiles: Profile[] } {
  const domain = readDomain(file, readText(file));
  return { domain, profiles: sides.map((side) => readProfile(side, readText(side), domain)) };
}

export function scaleFrom(name: unknown): "normalized" | "raw" {
  if (name === undefined || name === "normalized") return "normalized";
  if (name === "raw") return "raw";
  throw new InputError("--scale", "normalized or raw", name);
}

export function stepsFrom(text: unknown, usual: number): number {
  if (text === undefined) return usual;
  const steps = wholeIn(text);
  if (steps === null || steps < 1 || steps > LARGEST_STEPS)
    throw new InputError("--steps", `a whole number from 1 to ${LARGEST_STEPS}`, text);
  return steps;
}
