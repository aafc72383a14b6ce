// Ledgers by chance, for properties: every kind of statement, dated in every way, in three states and four lists.

import * as fc from "fast-check";
import { incidentOf, type Incident, type LinkedStatement } from "../../src/ledger/incident.ts";
import { dayFromNumber, dayNumber, type Day } from "../../src/values/day.ts";
import type { StateCode } from "../../src/values/state.ts";
import { authorKinds, bases, checks, effects, sectors, stances } from "../../src/values/statement.ts";
import { spanOf, whenAt, whenBetween, type Precision, type When } from "../../src/values/when.ts";

export const states: StateCode[] = ["NZL", "ISL", "FRA"] as StateCode[];
export const lists: string[] = ["dcid-2.0", "eurepoc-1.1", "cfr-2023-02", "made-up"];

/** Any UTF-16 units: control characters and halves of characters with them. */
export const anyUnits: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })))
  .map((units) => String.fromCharCode(...units));

const precisions: Precision[] = ["day", "month", "quarter", "year"];

/** Days of a stretch of years, both included. */
export function dayIn(fromYear: number, toYear: number): fc.Arbitrary<Day> {
  const number = (text: string): number => dayNumber(text as Day);
  const year = (value: number): string => String(value).padStart(4, "0");
  return fc
    .integer({ min: number(`${year(fromYear)}-01-01`), max: number(`${year(toYear)}-12-31`) })
    .map((value) => dayFromNumber(value));
}

export const precision: fc.Arbitrary<Precision> = fc.constantFrom(...precisions);

/** Moments, periods, and periods without a known end. */
export const when: fc.Arbitrary<When> = fc
  .tuple(dayIn(2010, 2020), precision, fc.option(fc.tuple(fc.nat(800), precision)), fc.boolean())
  .map(([day, first, later, open]) => {
    const start = whenAt(day, first);
    if (open) return whenBetween(start, null);
    if (later === null) return start;
    const both = whenBetween(start, whenAt(dayFromNumber(dayNumber(day) + later[0]), later[1]));
    return spanOf(both) === null ? start : both;
  });

const someOf = <Value>(values: readonly Value[], minLength = 0): fc.Arbitrary<Value[]> =>
  fc.subarray([...values], { minLength, maxLength: Math.min(values.length, 3) });

const listing = fc.record({ source: fc.constantFrom(...lists), id: fc.nat(99).map(String) });

export const statement: fc.Arbitrary<LinkedStatement> = fc.record({
  id: fc.nat().map((id) => `made-up-${id}`),
  about: fc.constantFrom("incident" as const, "campaign" as const, "profile" as const),
  author: fc.record({
    name: fc.constant({ en: "Test author" }),
    kind: fc.oneof(fc.constant("dataset" as const), fc.constantFrom(...authorKinds)),
    side: fc.constantFrom(states[0]!, states[1]!, "third" as const),
  }),
  said: fc.option(when),
  stance: fc.oneof(fc.constant("asserts" as const), fc.constantFrom(...stances)),
  accused: fc.record({ states: someOf(states), actors: fc.constant([]) }),
  victims: fc.record({ states: someOf(states), names: fc.constant([]) }),
  what: fc.record({ effects: someOf(effects, 1), sectors: someOf(sectors, 1) }),
  happened: fc.option(when),
  disclosed: fc.option(when),
  basis: fc.constantFrom(...bases),
  grade: fc.constant({ source: "F" as const, claim: 6 as const }),
  summary: fc.constant({ en: "Made up." }),
  read: fc.constant([]),
  checked: fc.constantFrom(...checks),
  listedBy: fc.array(listing, { maxLength: 2 }),
  link: fc.constant({
    statement: "a",
    incident: "a",
    kind: "same" as const,
    because: "made up",
    by: { kind: "person" as const, name: "the test" },
  }),
  withdrawn: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
});

/** Incidents of identifiers of their own, each of one statement or more. */
export const incidents: fc.Arbitrary<Incident[]> = fc
  .array(fc.tuple(fc.string(), fc.array(statement, { minLength: 1, maxLength: 3 })), { maxLength: 9 })
  .map((found) =>
    found.map(([title, statements], index) =>
      incidentOf({ id: `made-up-${index}`, title: { en: title }, summary: { en: "Made up." } }, statements),
    ),
  );
