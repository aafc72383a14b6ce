import fc from "fast-check";
import { expect, test } from "vitest";
import { differences } from "./provenance.ts";

test("differences() names each field that differs, with what was and what is", () => {
  expect(differences({ a: 1, b: { c: [1], d: "x" } }, { a: 1, b: { c: [1, 2], d: "x" }, e: null })).toEqual([
    { field: "b.c", was: [1], is: [1, 2] },
  ]);
  expect(differences(null, { a: 1, b: 2 })).toEqual([
    { field: "a", was: null, is: 1 },
    { field: "b", was: null, is: 2 },
  ]);
  expect(differences({ a: { toString: 1 } }, { a: {} })).toEqual([{ field: "a.toString", was: 1, is: null }]);
  expect(differences("x", "y", "f")).toEqual([{ field: "f", was: "x", is: "y" }]);
});

test("equal bodies have no difference, and exchanged ones have the same fields with the sides exchanged", () => {
  const body = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 });
  fc.assert(
    fc.property(body, body, (one, other) => {
      expect(differences(one, one)).toEqual([]);
      const [there, back] = [differences(one, other), differences(other, one)];
      expect(back.map(({ field, was, is }) => ({ field, was: is, is: was }))).toEqual(there);
    }),
    { numRuns: 200 },
  );
});
