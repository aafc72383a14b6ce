import { expect, test } from "vitest";
import { answerCache } from "./answer-cache.ts";

test("an answer is made once for its name, also one that is nothing", () => {
  const cache = answerCache(8);
  let made = 0;
  const make = (): number => (made += 1);
  expect([cache.kept("one", make), cache.kept("one", make)]).toEqual([1, 1]);
  expect(cache.kept("two", make)).toBe(2);
  const nothing = (): null => {
    made += 1;
    return null;
  };
  expect([cache.kept("none", nothing), cache.kept("none", nothing), made]).toEqual([null, null, 3]);
});

test("the least lately asked for goes first, and a failure is not kept", () => {
  const cache = answerCache(2);
  const made: string[] = [];
  const ask = (name: string): string =>
    cache.kept(name, () => {
      made.push(name);
      return name;
    });
  for (const name of ["a", "b", "a", "c", "a", "b"]) ask(name);
  expect(made).toEqual(["a", "b", "c", "b"]);
  const fail = (): never => {
    throw new Error("no");
  };
  expect(() => cache.kept("d", fail)).toThrow("no");
  expect(cache.kept("d", () => 4)).toBe(4);
});
