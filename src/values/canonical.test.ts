import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "./canonical.ts";

const json = fc.jsonValue({ stringUnit: "grapheme" });

test("canonical() writes RFC 8785's own example as the RFC does (3.2.2, 3.2.3)", () => {
  const example = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  expect(canonical(example)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test("canonical() sorts keys by UTF-16 units (RFC 8785, 3.2.3)", () => {
  const keys = { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 };
  expect([...canonical(keys).matchAll(/:(\d)/g)].map(([, value]) => Number(value))).toEqual([2, 4, 6, 7, 1, 5, 3]);
});

test("canonical() writes JSON of the same value, and the same text again from it", () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonical(value);
      expect(canonical(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("canonical() does not mind in which order an object was filled", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (value) => {
      expect(canonical(Object.fromEntries(Object.entries(value).toReversed()))).toBe(canonical(value));
    }),
  );
});

test("canonical() throws on what JSON cannot hold", () => {
  for (const value of [Number.NaN, { a: [Infinity] }, undefined]) expect(() => canonical(value)).toThrow(Error);
});

test("canonical() leaves out a field that is undefined, as JSON does", () => {
  expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}');
});
