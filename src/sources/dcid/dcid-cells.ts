// DCID's cells: dates, codes outside the codebook, addresses in pieces, and what is known to be wrong.

import type { When } from "../../values/when.ts";
import { numberOf, textOf } from "../cell-text.ts";
import type { Notes, Row } from "../importer.ts";
import { dayFromIso, dayFromUsDate, endsBefore, whenMeant } from "../list-date.ts";
import { addressesIn } from "../web-address.ts";
import { infrastructures, methods } from "./dcid-codes.ts";

/** A value known to be wrong in a release, by number: applied only where the old value is there. */
export type Correction = { id: number; field: string; old: number; now: number; because: string };

/** What is known to be doubtful and stays as it is, by number and name. */
export type Doubt = { id: number; name: string; field: string; because: string };

export function correctRow(row: Row, notes: Notes, corrections: readonly Correction[]): Row {
  const id = numberOf(row["Cyberincidentnum"]);
  const known = corrections.filter((c) => c.id === id && numberOf(row[c.field]) === c.old);
  for (const { field, because, old, now } of known) notes.repair(field, because, old, now);
  return known.length === 0 ? row : { ...row, ...Object.fromEntries(known.map(({ field, now }) => [field, now])) };
}

/** A date cell, real or text (M/D/YYYY), as precise as it can be meant: 202 of 429 starts fall on day 1. */
export function readDate(cell: unknown): { when: When; old: string; repaired: boolean } | null {
  const old = textOf(cell);
  const day = dayFromIso(cell);
  if (day) return { when: whenMeant(day, "month"), old, repaired: false };
  const typed = dayFromUsDate(old);
  return typed && { when: whenMeant(typed, "month"), old, repaired: true };
}

export function readEnd(cell: unknown, start: When, notes: Notes): When | null {
  const old = textOf(cell);
  if (old === "") return null;
  const end = readDate(cell);
  if (!end) {
    notes.repair("interactionenddate", "no date can be read here; the end is unknown", old, "");
    return null;
  }
  if (endsBefore(start, end.when)) {
    notes.repair("interactionenddate", `the end is before the start, ${start}; the end is unknown`, old, "");
    return null;
  }
  if (end.repaired) notes.repair("interactionenddate", "a date written as text", old, end.when);
  return end.when;
}

/** 3.1 is written for 3; a bare 4 leaves the kind of infiltration open. */
export function readMethod(method: number, notes: Notes): number {
  if (methods.includes(method)) return method;
  const whole = Math.trunc(method);
  if (whole === 4) notes.flag("method", "infiltration of a kind that the row leaves open");
  else if (whole >= 1 && whole <= 3) notes.repair("method", "a code that the codebook does not have", method, whole);
  else notes.flag("method", `the codebook has no method ${method}`);
  return whole;
}

export function readInfrastructure(cell: unknown, notes: Notes): number | null {
  const code = numberOf(cell);
  if (code === null || infrastructures[code]) return code;
  notes.repair("Crit Inf", "a code that the codebook does not have; the sector is unknown", code, "");
  return null;
}

export function trimmed(row: Row, field: string, notes: Notes): string {
  const cell = row[field];
  const text = textOf(cell);
  if (typeof cell === "string" && cell !== text) notes.repair(field, "outer blanks cut off", cell, text);
  return text;
}

export function readAddresses(row: Row, fields: readonly string[], notes: Notes): string[] {
  const found = fields.flatMap((field) => {
    const { urls, rest } = addressesIn(textOf(row[field]));
    if (rest.length > 0) notes.flag(field, `no web address: "${rest.join(" ").slice(0, 60)}"`);
    return urls;
  });
  return [...new Set(found)];
}

export function keptCodes(row: Row, fields: readonly string[]): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const field of fields) {
    const value = numberOf(row[field]);
    if (value !== null) codes[field] = value;
  }
  return codes;
}
