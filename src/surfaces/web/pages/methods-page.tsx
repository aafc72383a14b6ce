// What each number is made by: the pages on methods, models, sources and the ledger.

import { type ReactNode } from "react";
import { Link } from "wouter";
import { methods as words } from "../../words/en-pages.ts";
import type { DocumentEntry, DocumentPage, Shelf } from "../../inputs/documents.ts";
import { addressOf } from "../api.ts";
import { keeping, type View } from "../address.ts";
import { FaultNote } from "../parts/fault-note.tsx";
import { Page, Waiting } from "../shell/page.tsx";
import { useAddress } from "../use-address.ts";
import { useCase } from "../use-case.ts";
import { useData } from "../use-data.ts";

export function MethodsPage(): ReactNode {
  const inView = useCase();
  const { view } = useAddress();
  const { data, fault, retry } = useData<DocumentEntry[]>(addressOf.documents);
  return (
    <Page title={words.question} inView={inView}>
      {fault && <FaultNote fault={fault} retry={retry} />}
      {!data && !fault && <Waiting question={words.question} />}
      {data && (
        <>
          <h1>{words.question}</h1>
          <p className="lead">{words.lead}</p>
          {shelvesOf(data).map(([shelf, entries]) => (
            <ShelfList key={shelf} shelf={shelf} entries={entries} view={view} />
          ))}
        </>
      )}
    </Page>
  );
}

function shelvesOf(entries: readonly DocumentEntry[]): [Shelf, DocumentEntry[]][] {
  const shelves = new Map<Shelf, DocumentEntry[]>();
  for (const entry of entries) shelves.set(entry.shelf, [...(shelves.get(entry.shelf) ?? []), entry]);
  return [...shelves];
}

function ShelfList({ shelf, entries, view }: { shelf: Shelf; entries: DocumentEntry[]; view: View }): ReactNode {
  return (
    <section className="shelf-of" aria-labelledby={`shelf-${shelf}`}>
      <h2 id={`shelf-${shelf}`}>{words.shelves[shelf]}</h2>
      <dl className="shelf">
        {entries.map(({ name, title, question }) => (
          <div key={name}>
            <dt>
              <Link href={keeping(`/methods/${shelf}/${name}`, view)}>{title}</Link>
            </dt>
            <dd>{question}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function MethodPage({ shelf, name }: { shelf: string; name: string }): ReactNode {
  const inView = useCase();
  const { view } = useAddress();
  const { data, fault, retry } = useData<DocumentPage>(addressOf.document(shelf, name));
  return (
    <Page title={data?.title ?? words.question} inView={inView}>
      {fault && <FaultNote fault={fault} retry={retry} />}
      {!data && !fault && <Waiting question={words.question} />}
      {data && (
        <article className="document">
          <p className="kicker">
            <Link href={keeping("/methods", view)}>{words.shelves[data.shelf]}</Link>
          </p>
          <h1>{data.title}</h1>
          {/* The project's own pages, rendered by the server with HTML inside them shown as text. */}
          {/* oxlint-disable-next-line react/no-danger */}
          <div dangerouslySetInnerHTML={{ __html: data.html }} />
        </article>
      )}
    </Page>
  );
}
