// Sentences keep their words, and numbers are found where they stand by themselves.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { numbersIn, sentencesOf } from "./numbers-in.ts";

test("numbersIn() finds numbers in their order and leaves alone those inside others", () => {
  const parts = numbersIn("In 2012, 12 of 120 (95% interval: 12 to 20).", [
    { text: "12", key: "a" },
    { text: "12", key: "b" },
    { text: "20", key: "c" },
  ]);
  expect(parts.filter(({ key }) => key !== null).map(({ key, at }) => [key, at])).toEqual([
    ["a", 9],
    ["b", 34],
    ["c", 40],
  ]);
});

test("numbersIn() skips a number that the sentence does not hold, and goes on", () => {
  const parts = numbersIn("They say 7 and 9.", [
    { text: "7", key: "a" },
    { text: "8", key: "b" },
    { text: "9", key: "c" },
  ]);
  expect(parts.map(({ key }) => key).filter(Boolean)).toEqual(["a", "c"]);
});

test("numbersIn() never changes the words", () => {
  const number = fc.nat(999).map(String);
  fc.assert(
    fc.property(fc.string(), fc.array(number), (text, numbers) => {
      const sentence = `${text} ${numbers.join(" and ")}.`;
      const parts = numbersIn(
        sentence,
        numbers.map((one) => ({ text: one, key: one })),
      );
      expect(parts.map((part) => part.text).join("")).toBe(sentence);
    }),
  );
});

test("sentencesOf() splits after a full stop, not inside a number or a code", () => {
  expect(sentencesOf("One says 1.5 times. Two (p = .06) cannot tell. End")).toEqual([
    "One says 1.5 times.",
    "Two (p = .06) cannot tell.",
    "End",
  ]);
});
