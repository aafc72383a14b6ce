import { expect, test } from "vitest";
import { syntheticControl } from "../../measure/effect/synthetic-control.ts";
import { refuse } from "../../values/outcome.ts";
import { rivalSentences } from "./en-effect.ts";

/** Ten half-years with the same ups and downs at another height. */
const pair = (name: string, height: number, bent = 0): { name: string; values: number[] } => ({
  name,
  values: Array.from({ length: 10 }, (_, t) => height + [0, 2, 1, 3, 0, 2, 1, 3, 0, 2][t]! + bent * (t % 3)),
});

test.each([
  ["below", 0, 20],
  ["above", 20, 0],
])("a pair that stands %s every mixture is said to, by a figure without a sign", (side, own, others) => {
  const donors = [0, 1, 2, 3, 4].map((k) => pair(`D${k}`, others + k, k / 10));
  const synthetic = syntheticControl.estimate({ treated: pair("own", own), donors, from: 6 });
  const [, told] = rivalSentences("A list", { placebo: refuse("too-few"), synthetic });
  expect(told).toMatch(new RegExp(`^Against \\d+\\.\\d\\d ${side} a mixture of D`));
});
