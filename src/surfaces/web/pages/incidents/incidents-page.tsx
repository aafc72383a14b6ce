// The list of incidents. Every filter stands in the address; every filter says what it would leave.

import { useCallback, useEffect, useState, type ReactNode } from "react";
import { incidents as words } from "../../../words/en-pages.ts";
import { chosen, facetOrder, filterEntries, keeping, query } from "../../address.ts";
import { addressOf, type IncidentsAnswer } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { FileLink } from "../../parts/file-link.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { useAddress, type Address } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { useMedia } from "../../use-media.ts";
import { Facets } from "./facets.tsx";
import { facetValueName } from "./facet-names.ts";
import { IncidentRows } from "./incident-rows.tsx";
import { Pages } from "./pages.tsx";

const PER_PAGE = 40;

export function IncidentsPage(): ReactNode {
  const inView = useCase();
  const address = useAddress();
  const { params, view } = address;
  const { data, fault, late, retry } = useData<IncidentsAnswer>(
    inView.id === null ? null : addressOf.incidents(inView.id, params),
  );
  const narrow = useMedia("(max-width: 900px)");
  const failed = inView.fault ?? fault;
  const on = filtersOn(params);
  const facets = data && <Facets facets={data.facets} parties={inView.parties} />;
  const files = query({ ...filterEntries(params) });
  return (
    <Page title={words.question} inView={inView} busy={late} rail={narrow ? undefined : facets}>
      {failed && (
        <FaultNote
          fault={failed}
          retry={inView.fault ? inView.retry : retry}
          start={keeping("/incidents", { asof: null, by: null, date: "first", read: view.read })}
        />
      )}
      {!data && !failed && <Waiting question={words.question} />}
      {data && (
        <>
          <h1>{words.question}</h1>
          <SearchField {...address} />
          {narrow && (
            <details className="fold">
              <summary>{words.filtersOn(on.length)}</summary>
              {facets}
            </details>
          )}
          <OnNow {...address} parties={inView.parties} />
          <div className="list-head">
            <output className="found">{words.found(data.total)}</output>
            <p className="small">
              {words.download} <FileLink href={`/incidents.csv${files}`}>{words.csv}</FileLink> ·{" "}
              <FileLink href={`/incidents.json${files}`}>{words.json}</FileLink>
            </p>
          </div>
          {data.total === 0 ? (
            <Empty clear={keeping("/incidents", { ...view, by: null, date: view.date })} />
          ) : (
            <Found data={data} address={address} inView={inView} />
          )}
        </>
      )}
    </Page>
  );
}

function Found({
  data,
  address: { params, view, set },
  inView,
}: {
  data: IncidentsAnswer;
  address: Address;
  inView: ReturnType<typeof useCase>;
}): ReactNode {
  const pages = Math.ceil(data.incidents.length / PER_PAGE);
  const page = Math.min(pages, Math.max(1, Number(params.get("page") ?? "1") || 1));
  const turn = (to: number): void => {
    set({ page: to === 1 ? null : String(to) });
    window.scrollTo(0, 0);
  };
  return (
    <>
      <IncidentRows
        rows={data.incidents.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
        parties={inView.parties}
        view={view}
      />
      {pages > 1 && <Pages page={page} pages={pages} turn={turn} />}
    </>
  );
}

/** Facets, words and years that are set; the view's own three are not counted among them. */
function filtersOn(params: URLSearchParams): [string, string][] {
  const facets = facetOrder.flatMap((name) => chosen(params, name).map((value): [string, string] => [name, value]));
  const others = ["by", "q", "since", "until"].flatMap((name): [string, string][] =>
    params.get(name) ? [[name, params.get(name) ?? ""]] : [],
  );
  return [...facets, ...others];
}

function OnNow({ params, set, parties }: Address & { parties: ReturnType<typeof useCase>["parties"] }): ReactNode {
  const on = filtersOn(params);
  if (on.length === 0) return null;
  const remove = (name: string, value: string): void => {
    const left = chosen(params, name).filter((one) => one !== value);
    set({ [name]: name === "q" || left.length === 0 ? null : left.join(","), page: null });
  };
  const clear = (): void => set({ ...Object.fromEntries(on.map(([name]) => [name, null])), page: null });
  return (
    <ul className="on-now">
      {on.map(([name, value]) => {
        const label = facetValueName(name, value, parties);
        return (
          <li key={`${name}:${value}`}>
            <button type="button" onClick={() => remove(name, value)} aria-label={words.remove(label)}>
              {label} <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" className="plain" onClick={clear}>
          {words.clear}
        </button>
      </li>
    </ul>
  );
}

const PAUSE_MS = 120;

/** Answers while one types; the address follows without a step in the history for each letter. */
function SearchField({ params, set }: Address): ReactNode {
  const asked = params.get("q") ?? "";
  const [text, setText] = useState(asked);
  const [seen, setSeen] = useState(asked);
  const [applied, setApplied] = useState(asked);
  // An address that another hand changed (back, clear) is taken over; the echo of one's own typing is not.
  if (seen !== asked) {
    setSeen(asked);
    if (asked !== applied) setText(asked);
  }
  const apply = useCallback(
    (words: string) => set({ q: words === "" ? null : words, page: null }, { replace: true }),
    [set],
  );
  useEffect(() => {
    if (text === asked) return undefined;
    const timer = setTimeout(() => {
      setApplied(text);
      apply(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, asked, apply]);
  return (
    <search>
      <form className="list-search" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="search">{words.searchLabel}</label>
        <input
          id="search"
          type="search"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          aria-keyshortcuts="/"
          autoComplete="off"
        />
      </form>
    </search>
  );
}

function Empty({ clear }: { clear: string }): ReactNode {
  const { go } = useAddress();
  return (
    <section className="refusal">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyDo}</p>
      <button type="button" className="button" onClick={() => go(clear)}>
        {words.clear}
      </button>
    </section>
  );
}
