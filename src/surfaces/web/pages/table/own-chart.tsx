// A chart of private numbers: with its table, without the ways by which others' charts are shared.

import { useMemo, type ReactNode } from "react";
import type { Chart } from "../../../charts/chart.ts";
import { layOut } from "../../../charts/lay-out.ts";
import { foot } from "../../../words/en-pages.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { ScenePicture } from "../../parts/scene-picture.tsx";
import { useWidth } from "../../parts/use-width.ts";

export function OwnChart({ chart }: { chart: Chart }): ReactNode {
  const [ref, width] = useWidth<HTMLDivElement>(1);
  const scene = useMemo(() => layOut(chart, width), [chart, width]);
  return (
    <figure className="chart" id={`chart-${chart.id}`}>
      <div className="canvas" ref={ref} style={{ minHeight: scene.height }}>
        <ScenePicture scene={scene} id={chart.id} title={chart.title} description={chart.description} />
      </div>
      <details className="as-table">
        <summary>{foot.table}</summary>
        <DataTable caption={chart.title} columns={chart.table.columns} rows={chart.table.rows} />
      </details>
    </figure>
  );
}
