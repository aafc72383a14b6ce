// A range as people type it: "0.5", "2-4", "2–4", "2 to 4".

import type { Range } from "../../../../agreements/preferences.ts";

const NUMBER = String.raw`-?\d+(?:[.,]\d+)?`;
const pattern = new RegExp(String.raw`^\s*(${NUMBER})(?:\s*(?:-|–|—|to|\.\.)\s*(${NUMBER}))?\s*$`);

/** Null where it cannot be read, or runs backwards. */
export function readRange(typed: string): Range | null {
  const [whole, first = "", second = first] = pattern.exec(typed) ?? [];
  if (whole === undefined) return null;
  const [lower, upper] = [first, second].map((text) => Number(text.replace(",", "."))) as [number, number];
  return lower <= upper ? { lower, upper } : null;
}

export function writeRange({ lower, upper }: Range): string {
  return lower === upper ? String(lower) : `${lower}–${upper}`;
}
