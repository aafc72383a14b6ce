// Numbers as people write them in tables and settings: in decimals. What JavaScript reads as a number besides (0x10, 0b1,
// Infinity, an empty cell as 0) is a slip of whoever wrote it.

/** A whole number from 0 in plain digits; null for any other text, and beyond what a double holds. */
export function wholeIn(text: unknown): number | null {
  if (typeof text !== "string" || !/^\d+$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** A number in decimals, with a sign, a point or an exponent; null for any other text, and beyond what a double holds. */
export function decimalIn(text: unknown): number | null {
  if (typeof text !== "string" || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
