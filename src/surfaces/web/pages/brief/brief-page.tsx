// The brief on the screen; printed, the answers take three pages and methods and sources a fourth.

import { useMemo, type ReactNode } from "react";
import type { Act } from "../../../../values/act.ts";
import type { Brief } from "../../../brief/compose.ts";
import { yearsChart } from "../../../charts/years.ts";
import { dateKinds } from "../../../words/en.ts";
import { brief as words, foot } from "../../../words/en-pages.ts";
import { query, viewEntries } from "../../address.ts";
import { addressOf } from "../../api.ts";
import { sideName, type Known } from "../../facts/brief-facts.ts";
import { headlineNumbers } from "../../facts/headline-numbers.ts";
import { Drawer } from "../../parts/drawer.tsx";
import { copy, fileAt } from "../../copy.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { FileLink } from "../../parts/file-link.tsx";
import { KnownBrief } from "../../parts/known.tsx";
import { Told } from "../../parts/number.tsx";
import { FixedPicture } from "../../parts/fixed-picture.tsx";
import { Zh } from "../../parts/zh.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { windowsOf } from "../dyad/foot-facts.ts";
import { BriefNotes, BriefSections } from "./brief-parts.tsx";
import { BriefTables } from "./brief-tables.tsx";

export function BriefPage(): ReactNode {
  const inView = useCase();
  const { view } = useAddress();
  const briefed = useData<Brief>(inView.id === null ? null : addressOf.brief(inView.id, view));
  const acts = useData<Act[]>(inView.id === null ? null : addressOf.acts(inView.id, view));
  const failed = [inView, briefed, acts].find(({ fault }) => fault !== null);
  const brief = briefed.data;
  const files = query({ ...viewEntries(view), read: view.read });
  return (
    <Page title={words.kicker} inView={inView} busy={briefed.late}>
      {failed?.fault && <FaultNote fault={failed.fault} retry={failed.retry} start="/brief" />}
      {!briefed.data && !failed && <Waiting question={words.kicker} />}
      {brief && (
        <KnownBrief known={{ brief, view, years: brief.directions }}>
          <p className="take">
            {words.take} {copy === null && <a href={`/brief.pdf${files}`}>{words.pdf}</a>}
            {copy === null && " · "}
            <FileLink href={`/brief.html${files}`}>{words.html}</FileLink> ·{" "}
            <a href={fileAt(addressOf.brief(brief.case, view))}>{words.json}</a> ·{" "}
            <button type="button" className="plain" onClick={() => window.print()}>
              {words.print}
            </button>
          </p>
          <Sheet known={{ brief, view, years: brief.directions }} acts={acts.data ?? []} />
          <Drawer />
        </KnownBrief>
      )}
    </Page>
  );
}

const PICTURE_WIDTH = 760;

function Sheet({ known, acts }: { known: Known; acts: Act[] }): ReactNode {
  const { brief, view } = known;
  const chart = useMemo(
    () =>
      yearsChart({
        parties: brief.parties,
        directions: brief.directions,
        acts,
        lists: windowsOf(brief),
        agreement: brief.agreement,
        countedBy: sideName(brief, view.by),
        dates: dateKinds[view.date],
      }),
    [brief, acts, view],
  );
  return (
    <article className="sheet">
      <p className="kicker">
        {words.kicker} · {foot.asof(brief.asof)} · {sideName(brief, view.by)}
      </p>
      <h1>
        {brief.title.en} <Zh>{brief.title.zh}</Zh>
      </h1>
      <p className="lead">
        <Told text={brief.headline} numbers={headlineNumbers(brief)} />
      </p>
      <figure>
        <FixedPicture chart={chart} width={PICTURE_WIDTH} />
        <figcaption className="small">
          {chart.title}. {words.footer}
        </figcaption>
      </figure>
      <BriefSections brief={brief} />
      <BriefTables brief={brief} />
      <BriefNotes brief={brief} />
    </article>
  );
}
