// A chart at a width of its own that shrinks with its column: for the brief, on screen and on paper.

import { useMemo, type ReactNode } from "react";
import type { Chart } from "../../charts/chart.ts";
import { layOut } from "../../charts/lay-out.ts";
import { ScenePicture } from "./scene-picture.tsx";
import { useWidth } from "./use-width.ts";

export function FixedPicture({ chart, width: most }: { chart: Chart; width: number }): ReactNode {
  const [ref, there] = useWidth<HTMLDivElement>();
  const width = Math.min(most, there);
  const scene = useMemo(() => layOut(chart, width), [chart, width]);
  return (
    <div ref={ref} className="fixed-picture" style={{ minHeight: scene.height }}>
      <ScenePicture scene={scene} id={`fixed-${chart.id}`} title={chart.title} description={chart.description} />
    </div>
  );
}
