// The case at a glance: what each side is said to do to the other, what changed, what was agreed. The sentence first.

import { lazy, Suspense, useDeferredValue, useMemo, type ReactNode } from "react";
import type { Act } from "../../../../values/act.ts";
import type { Brief } from "../../../brief/compose.ts";
import { dyad as words } from "../../../words/en-pages.ts";
import { readOfDyad } from "../../address.ts";
import { prefetch } from "../../answers.ts";
import { addressOf, type YearsAnswer } from "../../api.ts";
import { copy } from "../../copy.ts";
import type { Known } from "../../facts/brief-facts.ts";
import { Drawer } from "../../parts/drawer.tsx";
import { FaultNote } from "../../parts/fault-note.tsx";
import { KnownBrief } from "../../parts/known.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { useCase, type CaseInView } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { NotFoundPage } from "../not-found-page.tsx";
import { Kept } from "./kept.tsx";
import { Magnitude } from "./magnitude.tsx";
import { Trend } from "./trend.tsx";

const PasteClaim = lazy(async () => ({ default: (await import("../debate/paste-claim.tsx")).PasteClaim }));

export function DyadPage({ dyad }: { dyad: string }): ReactNode {
  const inView = useCase(dyad);
  const { path, view: asked } = useAddress();
  const view = useMemo(() => ({ ...asked, read: readOfDyad(dyad) }), [asked, dyad]);
  const briefed = useData<Brief>(inView.id === null ? null : addressOf.brief(inView.id, view));
  const years = useData<YearsAnswer>(inView.id === null ? null : addressOf.years(inView.id, view));
  const acts = useData<Act[]>(inView.id === null ? null : addressOf.acts(inView.id, view));
  const brief = briefed.data;
  if (inView.fault?.kind === "missing") return <NotFoundPage />;
  const failed = [inView, briefed, years, acts].find(({ fault }) => fault !== null);
  const title = inView.parties === null ? words.nav : titleOf(inView);
  const ready = brief && years.data && acts.data && inView.parties;
  return (
    <Page title={title} inView={inView} busy={briefed.late}>
      {failed?.fault && <FaultNote fault={failed.fault} retry={failed.retry} start={path} />}
      {!ready && !failed && <Waiting question={words.question} />}
      {ready && brief && years.data && acts.data && (
        <Answered
          brief={brief}
          allYears={years.data}
          acts={acts.data}
          view={view}
          ahead={() => fetchAhead(inView, view)}
        />
      )}
    </Page>
  );
}

function titleOf({ parties, reader }: CaseInView): string {
  const [a, b] = parties ?? [];
  if (!a || !b) return words.nav;
  return reader === a.iso ? words.title(a.name.en, b.name.en) : words.title(b.name.en, a.name.en);
}

/** The other answers to "as counted by" are asked for before they are wanted: the switch then answers at once. */
function fetchAhead({ id, parties }: CaseInView, view: Known["view"]): void {
  if (id === null || parties === null) return;
  for (const by of [null, parties[0].iso, parties[1].iso, "third"]) prefetch(addressOf.brief(id, { ...view, by }));
}

type Answers = { brief: Brief; allYears: YearsAnswer; acts: Act[]; view: Known["view"]; ahead: () => void };

function Answered({ brief, allYears, acts, view, ahead }: Answers): ReactNode {
  // What stands below the first screen is drawn after it.
  const below = useDeferredValue(true, false);
  const known = useMemo((): Known => {
    const shown = allYears[view.by ?? "all"] ?? allYears["all"];
    // The direction that acts against the reader comes first, as in the brief.
    const years = brief.directions.flatMap(
      ({ from, to }) => shown?.filter((one) => one.from === from && one.to === to) ?? [],
    );
    return { brief, view, years };
  }, [brief, allYears, view]);
  return (
    <KnownBrief known={known}>
      <div onPointerEnter={ahead} onFocus={ahead}>
        <Magnitude known={known} acts={acts} below={below} />
        {below && copy === null && (
          <Suspense fallback={<div className="paste-place" />}>
            <PasteClaim caseId={brief.case} />
          </Suspense>
        )}
        {below && <Trend known={known} acts={acts} />}
        {below && <Kept known={known} />}
      </div>
      <Drawer />
    </KnownBrief>
  );
}
