// Averaging over decomposable graphs, against dga.

import { describe, expect, test } from "vitest";
import { decomposable } from "../../src/measure/hidden/decomposable.ts";
import { cellsOfCase, gap, haveOracles, oracleCases } from "./oracle-tables.ts";

describe.skipIf(!haveOracles)("decomposable graphs against dga, on shared data", () => {
  test.each(oracleCases().filter(({ output }) => output.dga))(
    "$name: posterior of the total and of the graphs",
    (oracle) => {
      const { dga } = oracle.output;
      const outcome = decomposable(cellsOfCase(oracle), 0.95, dga.missingUpTo);
      if (!outcome.ok) throw new Error(outcome.refusal.because);
      const ours = outcome.value;
      expect(ours.graphs).toBe(dga.graphs);
      expect(gap(ours.mean, dga.posteriorMean)).toBeLessThan(1e-8);
      expect(ours.mode).toBe(dga.mode);
      expect(ours.median).toBe(dga.quantiles.median);
      expect(ours.interval.lower).toBe(dga.quantiles.q025);
      expect(ours.interval.upper).toBe(dga.quantiles.q975);
      dga.topGraphs.forEach((graph: { probability: number }, i: number) => {
        expect(gap(ours.topGraphs[i]!.probability, graph.probability)).toBeLessThan(1e-8);
      });
    },
  );
});
