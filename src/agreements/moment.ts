// A moment of an event: an ISO time in UTC, so that text order is time.

import { z } from "zod";

export const momentSchema: z.ZodType<string, string> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/, { error: "expected a moment as 2026-01-02T03:04:05Z" })
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: "expected a moment that exists" });

const HOUR = 3_600_000;

export function hoursAfter(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + hours * HOUR).toISOString();
}

export function daysAfter(moment: string, days: number): string {
  return hoursAfter(moment, 24 * days);
}

/** Whether `one` is later; moments with and without milliseconds differ as texts. */
export function isAfter(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}
