import { expect, test } from "vitest";
import { answerCache } from "./answer-cache.ts";

test("an answer is made once for its name, also when it is asked for twice at once", async () => {
  const cache = answerCache(8);
  let made = 0;
  const make = (): number => (made += 1);
  expect(await Promise.all([cache.kept("one", make), cache.kept("one", make)])).toEqual([1, 1]);
  expect(await cache.kept("one", make)).toBe(1);
  expect(await cache.kept("two", make)).toBe(2);
});

test("the least lately asked for goes first, and a failure is not kept", async () => {
  const cache = answerCache(2);
  const made: string[] = [];
  const ask = (name: string): Promise<string> =>
    cache.kept(name, () => {
      made.push(name);
      return name;
    });
  for (const name of ["a", "b", "a", "c", "a", "b"]) await ask(name);
  expect(made).toEqual(["a", "b", "c", "b"]);
  const fail = (): never => {
    throw new Error("no");
  };
  await expect(cache.kept("d", fail)).rejects.toThrow("no");
  expect(await cache.kept("d", () => 4)).toBe(4);
});
