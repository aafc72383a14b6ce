// The models' charts as data and as pictures, held to files that people have looked at.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { pointIn } from "../../models/proposition.ts";
import { regimeMap, type RegimeMap } from "../../models/sensitivity.ts";
import { propositions } from "../../models/verdict.ts";
import { standardWorld } from "../../world/standard.ts";
import { layOut } from "./lay-out.ts";
import { CORNER_RADIUS, payoffSetChart } from "./payoff-set.ts";
import { merged, regimeMapChart } from "./regime-map.ts";
import { svgOf } from "./svg.ts";

const unit = { label: "x", from: 0, to: 1, at: 0.5 };

function mapOf(holds: boolean[][]): RegimeMap {
  const places = (count: number): number[] => Array.from({ length: count }, (_, k) => (k + 0.5) / count);
  return { x: "x", y: "y", xs: places(holds[0]?.length ?? 0), ys: places(holds.length), holds };
}

describe("regimeMapChart()", () => {
  test("is as it was looked at", () => {
    const proposition = propositions.find(({ id }) => id === "distrust-defeats-restraint");
    if (!proposition) throw new Error("the proposition is gone");
    const point = pointIn(proposition, standardWorld);
    const chart = regimeMapChart({
      id: "map",
      sentence: proposition.sentence,
      map: regimeMap(proposition, "gain_B", "q", point, 24),
      x: { label: "what B gains by cheating", from: 0.1, to: 10, at: point["gain_B"] ?? 0 },
      y: { label: "detection", from: 0.001, to: 1, at: point["q"] ?? 0 },
      here: proposition.margin(point) >= 0,
    });
    expect(`${JSON.stringify(chart, null, 2)}\n`).toBe(
      golden("chart-regime-map.json", `${JSON.stringify(chart, null, 2)}\n`),
    );
    expect(svgOf(chart, 640)).toBe(golden("chart-regime-map.svg", svgOf(chart, 640)));
  });

  test("draws each cell that holds once and no other", () => {
    const map = fc.integer({ min: 1, max: 9 }).chain((width) => {
      const row = fc.array(fc.boolean(), { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 9 });
    });
    fc.assert(
      fc.property(map, (holds) => {
        const cells = merged(mapOf(holds), unit, unit);
        for (const [row, line] of holds.entries())
          for (const [column, held] of line.entries()) {
            const [x, y] = [(column + 0.5) / line.length, (row + 0.5) / holds.length];
            const over = cells.filter((cell) => cell.x[0] < x && x < cell.x[1] && cell.y[0] < y && y < cell.y[1]);
            expect(over.length).toBe(held ? 1 : 0);
          }
      }),
    );
  });
});

describe("payoffSetChart()", () => {
  const outcomes = { CC: [3, 3], DC: [4, 1], CD: [0, 6], DD: [1, 2] } satisfies Record<string, [number, number]>;
  const seen: [number, number][] = [
    [1, 5],
    [1, 2],
    [3.5, 2],
    [3, 3],
  ];

  test("is as it was looked at", () => {
    const corners: [number, number][] = [
      [1, 2],
      [2.647, 2.824],
    ];
    const chart = payoffSetChart({ outcomes, seen, watched: { corners, outer: corners }, settled: [] });
    expect(`${JSON.stringify(chart, null, 2)}\n`).toBe(
      golden("chart-payoff-set.json", `${JSON.stringify(chart, null, 2)}\n`),
    );
    expect(svgOf(chart, 640)).toBe(golden("chart-payoff-set.svg", svgOf(chart, 640)));
  });

  test("has a dot for every corner, those of the alarms first, as the page lays its buttons", () => {
    const chart = payoffSetChart({ outcomes, seen, watched: { corners: [[1, 2]], outer: [[1, 2]] }, settled: [] });
    const dots = layOut(chart, 640).shapes.flatMap((shape) =>
      shape.kind === "dot" && shape.radius === CORNER_RADIUS ? [shape] : [],
    );
    expect(dots.map(({ tone }) => tone)).toEqual(["ink", ...seen.map(() => "quiet")]);
    expect(dots[0]?.x).toBe(dots[2]?.x);
    expect(dots[0]?.y).toBe(dots[2]?.y);
  });

  test("says what can last where nothing, one payoff or many can", () => {
    const said = (points: [number, number][]): string =>
      payoffSetChart({ outcomes, seen: points, watched: null, settled: [] }).description;
    expect(said([])).toBe("If everything is seen, no pure plan is an equilibrium.");
    expect(said([[1, 2]])).toBe("If everything is seen, the one lasting payoff of A and B is (1, 2).");
    expect(said(seen)).toContain("lie between (1, 5), (1, 2), (3.5, 2), (3, 3)");
  });
});
