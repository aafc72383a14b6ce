// One debate: the article with its marked passages, the thread, each argument with its verdict, the map, the groups.

import { useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { forgetAll } from "../../answers.ts";
import { copy, fileAt } from "../../copy.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { WorkbenchOnly } from "../../parts/workbench-only.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import type { GroupsAnswer, Me, Opening } from "./answers.ts";
import { Arguments } from "./arguments.tsx";
import { ArgumentMap } from "./argument-map.tsx";
import { ArticleText } from "./article-text.tsx";
import { WhoAmI } from "./sign-in.tsx";
import { Thread } from "./thread.tsx";
import { WriteForm } from "./write-form.tsx";
import { NotFoundPage } from "../not-found-page.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

export function DebatePage({ id }: { id: string }): ReactNode {
  const inView = useCase();
  const address = `/api/debates/${encodeURIComponent(id)}`;
  const { data, fault, retry, late } = useData<Opening>(address);
  const { data: me } = useData<Me>("/api/me");
  if (fault?.kind === "missing") return <NotFoundPage />;
  return (
    <Page title={data?.title ?? words.nav} inView={inView} busy={late}>
      {fault && <FaultNote fault={fault} retry={retry} />}
      {!data && !fault && <Waiting question={words.question} />}
      {data && <Opened debate={data} me={me} />}
    </Page>
  );
}

/** What was asked before a change is asked again. */
const changed = (): void => forgetAll();

function Opened({ debate, me }: { debate: Opening; me: Me | null }): ReactNode {
  const { params } = useAddress();
  const authors = useMemo(() => new Map(debate.comments.map(({ id, author }) => [id, author])), [debate]);
  const { title, author, role, published, note, id, version } = debate;
  return (
    <>
      <h1>{title}</h1>
      <p className="small">
        {[author === null ? null : words.by(author, role), published, words.comments(debate.total)]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      {note !== null && <p className="small debate-note">{note}</p>}
      <nav aria-label={title}>
        <ul className="debate-parts">
          {[
            ["#arguments", words.argumentsTitle],
            ["#thread", words.thread],
            ["#map", words.map],
            ["#groups", words.groups],
          ].map(([href, name]) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <ArticleText debate={debate} changed={changed} />
      <section id="arguments" tabIndex={-1}>
        <h2>{words.argumentsTitle}</h2>
        <p className="small">{words.argumentsLead}</p>
        <Arguments id={id} set={params.get("set")} version={version} />
      </section>
      <section id="map" tabIndex={-1}>
        <h2>{words.map}</h2>
        <p className="small">{words.mapLead}</p>
        <details>
          <summary>{words.map}</summary>
          <ArgumentMap id={id} version={version} />
        </details>
        <Exports id={id} />
      </section>
      <section id="groups" tabIndex={-1}>
        <h2>{words.groups}</h2>
        <Groups id={id} version={version} authors={authors} />
      </section>
      <section id="thread" tabIndex={-1}>
        <h2>{words.thread}</h2>
        <InWorkbench>
          <WhoAmI me={me} changed={changed} />
        </InWorkbench>
        <details>
          <summary>{words.write}</summary>
          {copy === null ? <WriteForm debate={debate} parent={null} done={changed} /> : <WorkbenchOnly />}
        </details>
        <Thread debate={debate} me={me} changed={changed} authors={authors} />
      </section>
    </>
  );
}

function Exports({ id }: { id: string }): ReactNode {
  return (
    <p className="small">
      {words.exports}:{" "}
      {["argdown", "aif", "polis", "json", "iccma"].map((format) => (
        <a
          key={format}
          href={fileAt(`/api/debates/${encodeURIComponent(id)}/export/${format}`)}
          download
          className="export-link"
        >
          {format}
        </a>
      ))}{" "}
      <Link href="/moderation/policy">{words.moderation}</Link>
    </p>
  );
}

function Groups({
  id,
  version,
  authors,
}: {
  id: string;
  version: number;
  authors: ReadonlyMap<string, string>;
}): ReactNode {
  const { data } = useData<GroupsAnswer>(`/api/debates/${encodeURIComponent(id)}/groups?v=${version}`);
  if (!data) return <output>{words.loading}</output>;
  if ("refused" in data) return <p className="refusal">{data.refused.because}</p>;
  return (
    <>
      <p>{words.groupsOf(data.sizes.join(", "))}</p>
      <p className="small">
        {words.optimised}: {data.optimised}
      </p>
      <h3>{words.crossing}</h3>
      <ul>
        {data.crossing.map(({ comment, side, agreement }) => (
          <li key={comment}>
            <a href={`#${comment}`}>{authors.get(comment) ?? comment}</a> {words[side]} ({agreement.toFixed(2)})
          </li>
        ))}
      </ul>
    </>
  );
}
