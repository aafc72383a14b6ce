// Where the numbers come from: each list's window, rule, publisher and licence, and what it holds of the case.

import { useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import { windowsChart } from "../../charts/windows.ts";
import { listName } from "../../words/en-codes.ts";
import { number } from "../../words/en.ts";
import { sources as words } from "../../words/en-pages.ts";
import { whenWords } from "../../words/en-when.ts";
import { charts } from "../../words/en-charts.ts";
import { addressOf, type RowsOfDirection, type SourceRow, type SourcesAnswer } from "../api.ts";
import { keeping } from "../address.ts";
import { ChartFigure } from "../parts/chart-figure.tsx";
import { FaultNote } from "../parts/fault-note.tsx";
import { Arrow } from "../parts/party.tsx";
import { Zh } from "../parts/zh.tsx";
import { Page, Waiting } from "../shell/page.tsx";
import { stateName } from "../state-names.ts";
import { useAddress } from "../use-address.ts";
import { shown, useCase, type CaseInView } from "../use-case.ts";
import { useData } from "../use-data.ts";
import { NextLink } from "./dyad/magnitude.tsx";

export function SourcesPage(): ReactNode {
  const inView = useCase();
  const { view } = useAddress();
  const { data, fault, retry } = useData<SourcesAnswer>(inView.id === null ? null : addressOf.sources(inView.id));
  const failed = inView.fault ?? fault;
  return (
    <Page title={words.question} inView={inView}>
      {failed && <FaultNote fault={failed} retry={inView.fault ? inView.retry : retry} />}
      {!data && !failed && <Waiting question={words.question} />}
      {data && (
        <>
          <Known data={data} inView={inView} />
          <NextLink href={keeping("/brief", view)}>{words.nextBrief}</NextLink>
        </>
      )}
    </Page>
  );
}

function Known({ data: { lists, collection }, inView }: { data: SourcesAnswer; inView: CaseInView }): ReactNode {
  const used = lists.filter(({ rows }) => rows.some(({ count }) => count > 0));
  const unused = lists.filter((list) => !used.includes(list));
  const chart = useMemo(() => {
    const windows = used
      .filter(({ coverage }) => coverage.from > 0)
      .map(({ name, coverage }) => ({ name: listName(name), from: coverage.from, to: coverage.to, ruled: true }));
    const own = collection ? [{ name: words.collection, from: collection.from, to: collection.to, ruled: false }] : [];
    return windowsChart(
      [...windows, ...own].sort((one, other) => one.from - other.from),
      collection?.to ?? 0,
    );
    // Lists come with the answer and change only with it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [lists, collection]);
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.answer(used.length)}</p>
      <ChartFigure
        chart={chart}
        facts={{
          sources: used.map(({ name }) => listName(name)),
          asof: null,
          caseTitle: inView.title.en,
          version: inView.id ?? "",
        }}
      />
      <h2>{words.used}</h2>
      {used.map((source) => (
        <SourceCard key={source.name} source={source} inView={inView} />
      ))}
      {collection && (
        <section className="source" aria-labelledby="collection">
          <h3 id="collection">
            {collection.title.en} <Zh>{collection.title.zh}</Zh>
          </h3>
          <p>{collection.inclusion.en}</p>
          {collection.inclusion.zh !== undefined && (
            <p>
              <Zh>{collection.inclusion.zh}</Zh>
            </p>
          )}
          <dl className="particulars">
            <Item name={words.window}>{charts.years(collection.from, collection.to)}</Item>
            <Item name={words.statements}>
              <Rows rows={collection.rows} inView={inView} />
            </Item>
          </dl>
        </section>
      )}
      {unused.length > 0 && (
        <details className="folded">
          <summary>
            {words.unused} ({number(unused.length)})
          </summary>
          {unused.map((source) => (
            <SourceCard key={source.name} source={source} inView={inView} />
          ))}
        </details>
      )}
    </>
  );
}

function SourceCard({
  source: { name, title, publisher, licence, url, coverage, rows, page: documented },
  inView,
}: {
  source: SourceRow;
  inView: CaseInView;
}): ReactNode {
  const { view } = useAddress();
  const known = coverage.from > 0;
  return (
    <section className="source" aria-labelledby={`source-${name}`}>
      <h3 id={`source-${name}`}>{title === name ? listName(name) : title}</h3>
      <dl className="particulars">
        <Item name={words.rule}>{coverage.inclusion || words.notStated}</Item>
        <Item name={words.window}>
          {known
            ? coverage.to === null
              ? charts.since(coverage.from)
              : charts.years(coverage.from, coverage.to)
            : words.unknownWindow}
        </Item>
        <Item name={words.directions}>{coverage.directions || words.notStated}</Item>
        <Item name={words.frozen}>{coverage.frozen === null ? words.notFrozen : whenWords(coverage.frozen)}</Item>
        <Item name={words.publisher}>{publisher || words.notStated}</Item>
        <Item name={words.licence}>{licence || words.notStated}</Item>
        {rows.length > 0 && (
          <Item name={words.rows}>
            <Rows rows={rows} inView={inView} list={name} />
          </Item>
        )}
        {documented && (
          <Item name={words.page}>
            <Link href={keeping(`/methods/sources/${documented}`, view)}>{words.pageOf}</Link>
          </Item>
        )}
        {url !== "" && (
          <Item name={words.site}>
            <a href={url} rel="noreferrer noopener">
              {url.replace(/^https?:\/\/(www\.)?/, "")}
            </a>
          </Item>
        )}
      </dl>
    </section>
  );
}

function Rows({
  rows,
  inView: { parties, reader },
}: {
  rows: readonly RowsOfDirection[];
  inView: CaseInView;
  list?: string;
}): ReactNode {
  // The direction that acts against the reader comes first.
  const ordered = [...rows].sort((one, other) => Number(other.to === reader) - Number(one.to === reader));
  return (
    <ul className="bare">
      {ordered.map(({ from, to, count }) => (
        <li key={`${from}${to}`}>
          <Arrow from={shown(parties, from, stateName)} to={shown(parties, to, stateName)} />{" "}
          <span className="figures">{number(count)}</span>
        </li>
      ))}
    </ul>
  );
}

function Item({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
