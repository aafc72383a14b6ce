// How many stand on no list? The total averaged over models where the lists overlap, with the bound that holds if some are
// harder to see; a refusal with its reason where they do not overlap.

import { useMemo, type ReactNode } from "react";
import type { DirectionBrief } from "../../../brief/compose.ts";
import { overlapChart } from "../../../charts/overlap.ts";
import { nameOf, toneOf } from "../../../charts/years.ts";
import { about } from "../../../words/en.ts";
import { listNames } from "../../../words/en-codes.ts";
import { dyad as words } from "../../../words/en-pages.ts";
import type { Known } from "../../facts/brief-facts.ts";
import { pair } from "../../facts/headline-numbers.ts";
import { ChartFigure } from "../../parts/chart-figure.tsx";
import { NumberButton } from "../../parts/number.tsx";
import { Arrow } from "../../parts/party.tsx";
import { footFacts } from "./foot-facts.ts";

export function Hidden({ known }: { known: Known }): ReactNode {
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{words.hiddenTitle}</h2>
      <div className="pair">
        {known.brief.directions.map((direction) => (
          <OneDirection key={pair(direction)} direction={direction} known={known} />
        ))}
      </div>
    </section>
  );
}

function OneDirection({ direction, known: { brief } }: { direction: DirectionBrief; known: Known }): ReactNode {
  const { from, to, hidden, hiddenForTheseLists: few, averaged, overlap } = direction;
  const total = "refused" in averaged ? null : averaged;
  const [first, second] = [
    { tone: toneOf(brief.parties, from), name: nameOf(brief.parties, from) },
    { tone: toneOf(brief.parties, to), name: nameOf(brief.parties, to) },
  ];
  const chart = useMemo(
    () =>
      overlapChart({
        id: `overlap-${pair({ from, to })}`,
        overlap,
        names: listNames,
        tone: first.tone,
        direction: words.hiddenOf(first.name, second.name),
      }),
    [overlap, from, to, first.tone, first.name, second.name],
  );
  return (
    <div className="half">
      <h3>
        <Arrow from={first} to={second} />
      </h3>
      {"refused" in hidden ? (
        <p className="refusal">
          <strong>
            <NumberButton name={`hidden:${pair(direction)}`}>{words.noEstimate}</NumberButton>
          </strong>{" "}
          {hidden.refused.because}
        </p>
      ) : (
        <div className="estimate">
          {total !== null && (
            <>
              <p className="big">
                {words.totalValue}{" "}
                <NumberButton name={`averaged:${pair(direction)}`}>{about(total.value, total.interval)}</NumberButton>
              </p>
              <p>
                {words.totalInterval(
                  100 * total.interval.level,
                  about(total.interval.lower, total.interval),
                  about(total.interval.upper, total.interval),
                )}
              </p>
              <p className="provided">
                <span className="label">{words.provided}</span> {total.assumptions[0]}
              </p>
            </>
          )}
          <p className={total === null ? "big" : "bound"}>
            {total === null ? words.hiddenValue : words.hiddenBeside}{" "}
            <NumberButton name={`hidden:${pair(direction)}`}>{about(hidden.value, hidden.interval)}</NumberButton>
          </p>
          <p>
            {words.hiddenInterval(
              100 * hidden.interval.level,
              about(hidden.interval.lower, hidden.interval),
              about(hidden.interval.upper, hidden.interval),
            )}
            {"refused" in few ? "" : `. ${words.hiddenFewLists(overlap.lists.length, about(few.value, few.interval))}`}
          </p>
          <p className="provided">
            <span className="label">{words.provided}</span> {hidden.assumptions[1] ?? hidden.assumptions[0]}
          </p>
        </div>
      )}
      {overlap.observed > 0 && <ChartFigure chart={chart} facts={footFacts(brief)} share={2} />}
    </div>
  );
}
