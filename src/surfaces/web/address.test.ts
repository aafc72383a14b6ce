// The address holds the view: what is written is read back.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dyadPath, keeping, query, readOfDyad, viewEntries, viewOf, type View } from "./address.ts";

const views: fc.Arbitrary<View> = fc.record({
  asof: fc.option(fc.constantFrom("2015-09-25", "2020-12-31")),
  by: fc.option(fc.constantFrom("USA", "CHN", "third")),
  date: fc.constantFrom("first", "happened", "disclosed", "attributed"),
  read: fc.option(fc.constantFrom("CHN")),
});

test("viewOf() reads what keeping() wrote, on every page", () => {
  fc.assert(
    fc.property(views, (view) => {
      const address = new URL(keeping("/incidents", view), "http://localhost");
      expect(viewOf(address.searchParams)).toEqual(view);
    }),
  );
});

test("viewOf() takes a kind of date that there is not for the usual one", () => {
  expect(viewOf(new URLSearchParams("date=tomorrow&by=")).date).toBe("first");
});

test("query() leaves out what is not set, and keeps commas readable", () => {
  expect(query({ from: "CHN", effect: "espionage,data-theft", q: null, since: "" })).toBe(
    "?from=CHN&effect=espionage,data-theft",
  );
  expect(query({})).toBe("");
});

test("query() hides nothing in a value: it is read back whole", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(new URLSearchParams(query({ q: text, z: "end" })).get("q")).toBe(
        new URLSearchParams([["q", text]]).get("q"),
      );
    }),
  );
});

test("the capital stands in a dyad's path and nowhere else twice", () => {
  expect(dyadPath("CHN")).toBe("/d/chn-usa");
  expect(dyadPath(null)).toBe("/d/usa-chn");
  expect(readOfDyad("chn-usa")).toBe("CHN");
  expect(readOfDyad("usa-chn")).toBeNull();
  expect(keeping(dyadPath("CHN"), { asof: null, by: "third", date: "first", read: "CHN" })).toBe("/d/chn-usa?by=third");
  expect(viewEntries({ asof: null, by: null, date: "first", read: null })).toEqual({
    asof: null,
    by: null,
    date: null,
  });
});
