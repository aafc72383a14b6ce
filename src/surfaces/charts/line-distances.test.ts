import { expect, test } from "vitest";
import type { LineSeen } from "../inputs/line-distances.ts";
import { lineDistancesChart } from "./line-distances.ts";

type Point = LineSeen["distances"][number];
const point = (incident: string, steps: number, score: number | null, unknown: Point["unknown"] = []): Point =>
  ({ incident, day: "2018-07-01", steps, score, unknown, crossing: steps > 0 ? "no" : "yes" }) as Point;
const line = (distances: Point[], severity: number | null = 6): LineSeen =>
  ({
    id: "l",
    when: "2015-04",
    gist: { en: "A line." },
    threshold: { coding: "own", sectors: [], effects: ["destruction"], severity },
    distances,
    bunching: { refused: { reason: "too-few", because: "Few." } },
  }) as unknown as LineSeen;

test("lineDistancesChart() draws every incident once, at its distance, known and open ones apart", () => {
  const chart = lineDistancesChart(line([point("a", 0, 6), point("b", 4, 3), point("c", 2, null, ["severity"])]));
  const [plane, severity] = chart?.panels ?? [];
  if (plane?.kind !== "plane" || severity?.kind !== "plane") throw new Error("no planes");
  const drawn = plane.marks.flatMap((mark) => (mark.kind === "points" ? [mark.points.map(({ y }) => y)] : []));
  expect(drawn).toEqual([[-0, -4], [-2]]);
  expect(severity.marks).toContainEqual(
    expect.objectContaining({
      kind: "sticks",
      points: [0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0].map((count, at) => [at, count]),
    }),
  );
  expect(chart?.table.rows).toHaveLength(3);
  expect(chart?.description).toBe("A line. at the line: 1; 2 steps below: 1; 4 steps below: 1.");
});

test("lineDistancesChart() draws no severity where the line names none, and nothing where nothing is on record", () => {
  expect(lineDistancesChart(line([point("a", 1, 4)], null))?.panels).toHaveLength(1);
  expect(lineDistancesChart(line([]))).toBeNull();
});
