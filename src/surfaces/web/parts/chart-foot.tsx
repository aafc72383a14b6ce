// Under each chart: what it is drawn from, and how to take it along.

import { useState, type ReactNode } from "react";
import type { Chart } from "../../charts/chart.ts";
import { svgOf } from "../../charts/svg.ts";
import { foot } from "../../words/en-pages.ts";
import { embedWords } from "../../words/en-published.ts";
import { CiteDialog } from "./cite-dialog.tsx";
import { CopyButton } from "./copy-button.tsx";
import { EmbedDialog } from "./embed-dialog.tsx";
import { csvOf, save } from "./save.ts";

export type FootFacts = { sources: readonly string[]; asof: string | null; caseTitle: string; version: string };

const SAVED_WIDTH = 880;

export function ChartFoot({ chart, facts }: { chart: Chart; facts: FootFacts }): ReactNode {
  const [citing, setCiting] = useState(false);
  const [embedding, setEmbedding] = useState(false);
  const link = `${window.location.origin}${window.location.pathname}${window.location.search}#chart-${chart.id}`;
  return (
    <div className="chart-foot">
      <p>
        {facts.sources.join(" · ")} · {foot.asof(facts.asof)} · {foot.licence}
      </p>
      <fieldset className="actions">
        <legend className="unseen">{foot.actions}</legend>
        <CopyButton text={link} label={foot.copy} done={foot.copied} />
        <button type="button" className="plain" aria-haspopup="dialog" onClick={() => setCiting(true)}>
          {foot.cite}
        </button>
        <button type="button" className="plain" aria-haspopup="dialog" onClick={() => setEmbedding(true)}>
          {embedWords.button}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => save(`${chart.id}.svg`, "image/svg+xml", svgOf(chart, SAVED_WIDTH))}
          aria-label={foot.download("SVG")}
        >
          SVG
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => save(`${chart.id}.csv`, "text/csv", csvOf(chart.table))}
          aria-label={foot.download("CSV")}
        >
          CSV
        </button>
        <button
          type="button"
          className="plain"
          onClick={() =>
            save(
              `${chart.id}.json`,
              "application/json",
              JSON.stringify({ ...chart, sources: facts.sources, asof: facts.asof }, null, 2),
            )
          }
          aria-label={foot.download("JSON")}
        >
          JSON
        </button>
      </fieldset>
      {embedding && <EmbedDialog chart={chart} facts={facts} link={link} close={() => setEmbedding(false)} />}
      {citing && <CiteDialog title={chart.title} facts={facts} link={link} close={() => setCiting(false)} />}
    </div>
  );
}
