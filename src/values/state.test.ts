import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allStates,
  isStateCode,
  stateFromCow,
  stateFromName,
  stateName,
  stateOf,
  stateSchema,
  type State,
  type StateCode,
} from "./state.ts";

const anyState = fc.constantFrom(...allStates());

describe("the table of states", () => {
  test("has every code and number once, and no name that could mean two states", () => {
    const twice = (all: readonly unknown[]): unknown[] => all.filter((one, index) => all.indexOf(one) !== index);
    expect(allStates().length).toBeGreaterThan(200);
    expect(twice(allStates().flatMap(({ code, iso2 }) => [code as string, iso2]))).toEqual([]);
    expect(
      twice(
        allStates()
          .map(({ cow }) => cow)
          .filter((cow) => cow > 0),
      ),
    ).toEqual([]);
    const namesOf = ({ code, spellings }: State): string[] => [
      ...new Set([stateName(code, "en"), ...spellings, code].map((name) => name.toLowerCase())),
    ];
    expect(twice(allStates().flatMap(namesOf))).toEqual([]);
  });

  test("is written in codes of three and two capital letters", () => {
    for (const { code, iso2, cow } of allStates()) {
      expect(`${code} ${iso2}`).toMatch(/^[A-Z]{3} [A-Z]{2}$/);
      expect(Number.isInteger(cow) && cow >= 0).toBe(true);
    }
  });

  test("names every state in both languages", () => {
    for (const { code, iso2 } of allStates()) {
      expect(stateName(code, "en")).not.toBe(iso2);
      expect(stateName(code, "zh")).toMatch(/\p{Script=Han}/u);
    }
  });
});

test("stateFromName() finds a state by its code, name or any spelling, in any case, with blanks around", () => {
  fc.assert(
    fc.property(anyState, fc.constantFrom("", " ", "\t"), fc.boolean(), (state, blank, loud) => {
      for (const name of [state.code, stateName(state.code, "en"), ...state.spellings]) {
        expect(stateFromName(`${blank}${loud ? name.toUpperCase() : name}${blank}`)).toBe(state.code);
      }
    }),
  );
  expect(
    ["Iran, Islamic Republic of", "N Korea", "Turkiye", "Côte d'Ivoire", "cote d’ivoire"].map(stateFromName),
  ).toEqual(["IRN", "PRK", "TUR", "CIV", "CIV"]);
});

test("stateFromName() gives null for what is no state", () => {
  for (const name of ["", " ", "Unknown", "EU", "constructor", "USA, China"]) expect(stateFromName(name)).toBeNull();
});

test("stateFromCow() undoes a state's number, and gives null for 0 and unknown numbers", () => {
  for (const { code, cow } of allStates()) expect(stateFromCow(cow)).toBe(cow === 0 ? null : code);
  expect([stateFromCow(9999), stateFromCow(-1), stateFromCow(2), stateFromCow(710)]).toEqual([
    null,
    null,
    "USA",
    "CHN",
  ]);
});

test("isStateCode() takes a code in capital letters and nothing else", () => {
  expect(["USA", "CHN", "usa", "US", "", "toString", "XXX"].map(isStateCode)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(stateSchema.safeParse("usa").error?.issues[0]?.message).toBe(
    "expected a state as ISO 3166-1 alpha-3, such as USA",
  );
  expect(() => stateOf("XXX" as StateCode)).toThrow(RangeError);
});
