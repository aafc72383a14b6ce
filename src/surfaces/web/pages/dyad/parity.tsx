// Are the two directions equal? The ratio by who counts, or why there is none.

import { useMemo, type ReactNode } from "react";
import { ratiosChart } from "../../../charts/ratios.ts";
import { nameOf, toneOf } from "../../../charts/years.ts";
import { ratio } from "../../../words/en.ts";
import { charts } from "../../../words/en-charts.ts";
import { dyad as words } from "../../../words/en-pages.ts";
import { sideName, type Known } from "../../facts/brief-facts.ts";
import { ChartFigure } from "../../parts/chart-figure.tsx";
import { NumberButton } from "../../parts/number.tsx";
import { footFacts } from "./foot-facts.ts";

export function Parity({ known: { brief } }: { known: Known }): ReactNode {
  const [first] = brief.directions;
  const [from, to] = [nameOf(brief.parties, first.from), nameOf(brief.parties, first.to)];
  const chart = useMemo(
    () =>
      ratiosChart({
        id: "parity",
        title: charts.parityTitle(from, to),
        equal: charts.equal,
        ratios: brief.parity.map(({ side, ratio: answer }) => ({
          label: sideName(brief, side),
          tone: toneOf(brief.parties, side),
          answer,
        })),
      }),
    [brief, from, to],
  );
  return (
    <section aria-labelledby="parity">
      <h2 id="parity">{words.parity}</h2>
      <p>{words.parityWords(from, to)}</p>
      <p className="answer">
        {brief.parity.map(({ side, ratio: found }, index) => (
          <span key={side}>
            {index > 0 && " · "}
            {sideName(brief, side)}:{" "}
            <NumberButton name={`parity:${side}`}>
              {"refused" in found ? words.refusedCell : `×${ratio(found.value)}`}
            </NumberButton>
          </span>
        ))}
      </p>
      <ChartFigure chart={chart} facts={footFacts(brief)} />
    </section>
  );
}
