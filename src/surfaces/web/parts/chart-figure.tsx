// A chart with all that belongs to it: title, picture, what it is drawn from, ways to take it along, its table.

import { useMemo, useState, type ReactNode } from "react";
import type { Chart } from "../../charts/chart.ts";
import { layOut } from "../../charts/lay-out.ts";
import type { Scene } from "../../charts/scene.ts";
import { foot } from "../../words/en-pages.ts";
import { ChartFoot, type FootFacts } from "./chart-foot.tsx";
import { DataTable } from "./data-table.tsx";
import { ScenePicture } from "./scene-picture.tsx";
import { useWidth } from "./use-width.ts";

type Props = {
  chart: Chart;
  facts: FootFacts;
  /** Laid over the picture: what points at it. */
  renderOver?: (scene: Scene) => ReactNode;
  /** How many such charts stand beside each other. */
  share?: number;
  /** Between the title and the picture. */
  above?: ReactNode;
};

export function ChartFigure({ chart, facts, renderOver, above, share = 1 }: Props): ReactNode {
  const [ref, width] = useWidth<HTMLDivElement>(share);
  const [asTable, setAsTable] = useState(false);
  const scene = useMemo(() => layOut(chart, width), [chart, width]);
  return (
    <figure className="chart" id={`chart-${chart.id}`}>
      <figcaption>{chart.title}</figcaption>
      {above}
      <div className="canvas" ref={ref} style={{ minHeight: scene.height }}>
        <ScenePicture scene={scene} id={chart.id} title={chart.title} description={chart.description} />
        {renderOver?.(scene)}
      </div>
      <ChartFoot chart={chart} facts={facts} />
      <details className="as-table" onToggle={(event) => setAsTable(event.currentTarget.open)}>
        <summary>{foot.table}</summary>
        {asTable && <DataTable caption={chart.title} columns={chart.table.columns} rows={chart.table.rows} />}
      </details>
    </figure>
  );
}
