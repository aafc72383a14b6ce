// Coal-mining disasters with ten or more killed, by year, 1851 to 1962 (jarrett1979), as published: the series on which
// change-point methods are shown. Printed elsewhere: rates of about 3.1 and 0.9 a year, a change about 1890
// (barryHartigan1993 and many others).

import { expect, test } from "vitest";
import { changePoints } from "../../src/measure/change-points/change-points.ts";
import { gammaSegments, segmentTable } from "../../src/measure/change-points/gamma-segments.ts";
import { penalisedSegments } from "../../src/measure/change-points/segments.ts";

const FIRST_YEAR = 1851;
const coal = [
  "4540143406334026335453144155342522342132211113001011003103220111010100021000110",
  "233112111123300014000100000100101",
].flatMap((years) => Array.from(years, Number));

test("changePoints() finds the fall of coal-mining disasters about 1890, and is certain that there was one", () => {
  expect([coal.length, coal.reduce((sum, count) => sum + count, 0)]).toEqual([112, 191]);
  const outcome = changePoints.estimate({ counts: coal });
  if (!outcome.ok) throw new Error("refused");
  const { probabilityOfNone, starts, segments } = outcome.value;
  expect(probabilityOfNone).toBeLessThan(1e-10);
  const about1890 = starts.slice(1886 - FIRST_YEAR, 1896 - FIRST_YEAR).reduce((sum, value) => sum + value, 0);
  expect(about1890).toBeGreaterThan(0.9);
  expect(segments[0]!.rate).toBeCloseTo(3.1, 1);
  expect(segments[0]!.to + FIRST_YEAR).toBe(1891);
});

test("changePoints() with one change has the published odds: as a sum by hand over every year", () => {
  const outcome = changePoints.estimate({ counts: coal });
  if (!outcome.ok) throw new Error("refused");
  const { prior, numbers } = outcome.value;
  const ones = coal.map(() => 1);
  const { logMarginals } = segmentTable(coal, ones, prior);
  const log = (from: number, to: number): number => logMarginals[(to * (to - 1)) / 2 + from]!;
  let odds = 0;
  for (let t = 1; t < coal.length; t++)
    odds += Math.exp(log(0, t) + log(t, coal.length) - log(0, coal.length)) / (coal.length - 1);
  // Prior: ½ for none, ¼ for one.
  expect(numbers[1]!.probability / numbers[0]!.probability / (odds / 2)).toBeCloseTo(1, 9);
  const { shape, rate } = gammaSegments(coal, ones, prior).rateOf(0, 41);
  expect(shape / rate).toBeCloseTo(128 / (41 + 112 / 191), 12);
});

test("penalisedSegments() with at most one change parts coal-mining disasters after 1891, at 3.10 and 0.90 a year", () => {
  const outcome = penalisedSegments.estimate({ series: coal, search: "at-most-one" });
  if (!outcome.ok) throw new Error("refused");
  expect(outcome.value.segments.map(({ to, mean }) => [to + FIRST_YEAR, mean.toFixed(2)])).toEqual([
    [1891, "3.10"],
    [1962, "0.90"],
  ]);
});
