import { expect, test } from "vitest";
import { answer, refusalReasons, refuse, type RefusalReason } from "./outcome.ts";

test("refuse() gives the reason with its sentence, and a detail after it", () => {
  expect(refuse("no-cases")).toEqual({
    ok: false,
    refusal: { reason: "no-cases", because: "No case is on record here." },
  });
  expect(refuse("too-few", "There is 1.").refusal.because).toBe(
    "Too few cases are on record to support an estimate. There is 1.",
  );
});

test("answer() gives the value as it is", () => {
  const value = { value: 1 };
  expect(answer(value)).toEqual({ ok: true, value });
  expect(answer(value).value).toBe(value);
});

test("every reason is told in sentences of its own, each closed by a full stop", () => {
  const sentences = (Object.keys(refusalReasons) as RefusalReason[]).map((reason) => refuse(reason).refusal.because);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
});
