import fc from "fast-check";
import { expect, test } from "vitest";
import { layPlane, roundTicks, type PlanePanel } from "./plane.ts";

const panel = (marks: PlanePanel["marks"], more: Partial<PlanePanel> = {}): PlanePanel => ({
  kind: "plane",
  x: { from: 0, to: 10, ticks: roundTicks(0, 10), label: "x" },
  y: { from: 0, to: 4, ticks: roundTicks(0, 4), label: "y" },
  height: 200,
  marks,
  ...more,
});

test("a point stands in proportion between the ends of both axes", () => {
  const { shapes } = layPlane(
    panel([
      {
        kind: "points",
        points: [
          { x: 0, y: 0 },
          { x: 5, y: 2 },
          { x: 10, y: 4 },
        ],
        tone: "a",
        mark: "solid",
      },
    ]),
    { y: 0, width: 500 },
  );
  const [first, middle, last] = shapes.filter(({ kind }) => kind === "dot") as { x: number; y: number }[];
  expect(middle!.x).toBeCloseTo((first!.x + last!.x) / 2);
  expect(first!.y - last!.y).toBe(200);
  expect(middle!.y).toBeCloseTo((first!.y + last!.y) / 2);
});

test("on a logarithmic axis equal ratios are equal steps", () => {
  const { shapes } = layPlane(
    panel(
      [
        {
          kind: "path",
          points: [
            [1, 0.01],
            [1, 0.1],
            [1, 1],
          ],
          tone: "b",
        },
      ],
      {
        y: { from: 0.01, to: 1, ticks: [], label: "", scale: "log" },
      },
    ),
    { y: 0, width: 300 },
  );
  const path = shapes.find(({ kind }) => kind === "path") as { points: [number, number][] };
  const [low, middle, high] = path.points.map(([, y]) => y) as [number, number, number];
  expect(low - middle).toBeCloseTo(middle - high);
});

test("ticks are round, in order and inside, whatever the ends", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      (from, span) => {
        const ticks = roundTicks(from, from + span);
        expect(ticks.length).toBeLessThanOrEqual(8);
        for (const { at } of ticks) {
          expect(at).toBeGreaterThanOrEqual(from - 1e-6 * span - 1e-9);
          expect(at).toBeLessThanOrEqual(from + span * (1 + 1e-6) + 1e-9);
        }
      },
    ),
  );
});

test("nothing is drawn outside the width", () => {
  const { shapes } = layPlane(
    panel([
      { kind: "points", points: [{ x: 10, y: 4, label: "a rather long name of a point" }], tone: "a", mark: "ring" },
      { kind: "rule", along: "x", at: 9.9, label: "a rule near the end" },
      { kind: "cells", cells: [{ x: [0, 20], y: [0, 9], fill: "hatch" }], tone: "quiet" },
    ]),
    { y: 0, width: 400 },
  );
  const ends = shapes.flatMap((shape) =>
    shape.kind === "rect" ? [shape.x + shape.width] : shape.kind === "dot" ? [shape.x] : [],
  );
  expect(Math.max(...ends)).toBeLessThanOrEqual(400);
});
