// How much does each side do to the other, as far as anyone says so, and how much is hidden?

import { useMemo, useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { Act } from "../../../../values/act.ts";
import { nameOf, toneOf, yearsChart } from "../../../charts/years.ts";
import { dateKinds } from "../../../words/en.ts";
import { dyad as words, rests } from "../../../words/en-pages.ts";
import { sideName, type Known } from "../../facts/brief-facts.ts";
import { headlineNumbers } from "../../facts/headline-numbers.ts";
import { sentencesOf } from "../../facts/numbers-in.ts";
import { ChartFigure } from "../../parts/chart-figure.tsx";
import { Told } from "../../parts/number.tsx";
import { DirectionsTable } from "./directions-table.tsx";
import { footFacts, windowsOf } from "./foot-facts.ts";
import { Hidden } from "./hidden.tsx";
import { LaterMeasures } from "./later-measures.tsx";
import { Parity } from "./parity.tsx";
import { YearPointer, YearReadout } from "./year-pointer.tsx";

export function Magnitude({ known, acts, below }: { known: Known; acts: Act[]; below: boolean }): ReactNode {
  const { brief } = known;
  const [lead = "", ...others] = sentencesOf(brief.headline);
  const numbers = headlineNumbers(brief);
  const section = brief.sections.find(({ id }) => id === "magnitude");
  return (
    <section aria-labelledby="magnitude" className="question-part">
      <p className="kicker">{words.questionOf(1)}</p>
      <h1 id="magnitude">{words.question}</h1>
      <p className="lead">
        <Told text={lead} numbers={numbers} />
      </p>
      <p className="answer">
        <Told text={others.join(" ")} numbers={numbers.slice(2)} />
      </p>
      {section && (
        <p className="confidence">
          <span className="label">{words.confidence}</span> {section.confidence}
        </p>
      )}
      <YearsFigure known={known} acts={acts} />
      {below && (
        <>
          <DirectionsTable known={known} />
          <Parity known={known} />
          <Hidden known={known} />
          <LaterMeasures part="magnitude" known={known} />
          <Rests known={known} />
          <NextLink href="#trend">{brief.sections.find(({ id }) => id === "trend")?.question ?? ""}</NextLink>
        </>
      )}
    </section>
  );
}

function YearsFigure({ known, acts }: { known: Known; acts: Act[] }): ReactNode {
  const { brief, years, view } = known;
  const chart = useMemo(() => {
    const [first, second] = years;
    if (!first || !second) return null;
    return yearsChart({
      parties: brief.parties,
      directions: [first, second],
      acts,
      lists: windowsOf(brief),
      agreement: brief.agreement,
      countedBy: sideName(brief, view.by),
      dates: dateKinds[view.date],
    });
  }, [brief, years, view, acts]);
  const [year, setYear] = useState<number | null>(null);
  if (chart === null) return null;
  const told = {
    year,
    known,
    acts,
    toneOf: (iso: string) => toneOf(brief.parties, iso),
    nameOf: (iso: string) => nameOf(brief.parties, iso),
  };
  return (
    <ChartFigure
      chart={chart}
      facts={footFacts(brief)}
      above={<YearReadout told={told} />}
      renderOver={(scene) => <YearPointer scene={scene} year={year} setYear={setYear} told={told} />}
    />
  );
}

function Rests({ known: { brief } }: { known: Known }): ReactNode {
  const covered = windowsOf(brief).map(({ name, from, to }) => `${name} ${from}–${to ?? ""}`);
  return (
    <details className="rests">
      <summary>{words.restsOn}</summary>
      <ul>
        {[rests.counts, rests.sides, rests.covered(covered), rests.unlike, rests.late, rests.change].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

export function NextLink({ href, children }: { href: string; children: string }): ReactNode {
  return (
    <p className="next-line">
      <span className="label">{words.next}</span>{" "}
      {href.startsWith("#") ? <a href={href}>{children} →</a> : <Link href={href}>{children} →</Link>}
    </p>
  );
}
