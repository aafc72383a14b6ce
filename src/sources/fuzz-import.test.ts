import { expect, test } from "vitest";
import { fuzzImporters } from "../../scripts/fuzz-import.ts";

test("damaged files end in a result that accounts for every row, or in an InputError", async () => {
  const report = await fuzzImporters(2000, 7);
  expect(report.faults).toEqual([]);
  expect(report.results + report.refusals).toBe(2000);
  // Both ways out are taken: the inputs are neither all sound nor all hopeless.
  expect(Math.min(report.results, report.refusals)).toBeGreaterThan(200);
});
