// A chart to put into another page: its picture whole, with its source and date. Nothing is asked of this place to show it.

import { useMemo, type ReactNode } from "react";
import type { Chart } from "../../charts/chart.ts";
import { figureMarkup } from "../../publish/figure-markup.ts";
import { foot } from "../../words/en-pages.ts";
import { embedWords as words } from "../../words/en-published.ts";
import type { FootFacts } from "./chart-foot.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = { chart: Chart; facts: FootFacts; link: string; close: () => void };

export function EmbedDialog({ chart, facts, link, close }: Props): ReactNode {
  const markup = useMemo(() => {
    const from = `${facts.sources.join(" · ")} · ${foot.asof(facts.asof)} · ${foot.licence}`;
    return figureMarkup(chart, from, link);
  }, [chart, facts, link]);
  return (
    <Dialog title={words.title} close={close}>
      <p>{words.how}</p>
      <CopyButton text={markup} label={words.copy} done={words.copied} />
      <pre className="embed-markup">{markup.slice(0, 400)} …</pre>
    </Dialog>
  );
}
