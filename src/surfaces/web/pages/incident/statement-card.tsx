// One statement in full: who said what of whom, when, on what basis, how firm it is, where it can be read.

import type { ReactNode } from "react";
import type { LinkedStatement } from "../../../../ledger/incident.ts";
import type { Origin } from "../../../../ledger/provenance.ts";
import type { Party } from "../../../../values/case-file.ts";
import {
  aboutNames,
  authorKindNames,
  basisWords,
  claimGrades,
  effectNames,
  linkKindNames,
  listName,
  scaleNames,
  sectorNames,
  sourceGrades,
  stanceMarks,
  stanceVerbs,
} from "../../../words/en-codes.ts";
import { incident as words } from "../../../words/en-pages.ts";
import { provenance } from "../../../words/en-review.ts";
import { whenWords } from "../../../words/en-when.ts";
import { PartyName } from "../../parts/party.tsx";
import { Unchecked } from "../../parts/unchecked.tsx";
import { Zh } from "../../parts/zh.tsx";
import { stateName } from "../../state-names.ts";
import { shown } from "../../use-case.ts";
import { anchorOf } from "./says-matrix.tsx";

type Props = {
  statement: LinkedStatement;
  statements: readonly LinkedStatement[];
  parties: readonly [Party, Party] | null;
  /** The rows of imported files that it came from. */
  origins: readonly Origin[];
};

export function StatementCard({ statement, statements, parties, origins }: Props): ReactNode {
  const { id, author, stance, said, summary, quote, checked, withdrawn } = statement;
  return (
    <section
      className={`statement${withdrawn ? " withdrawn" : ""}`}
      id={anchorOf(id)}
      tabIndex={-1}
      aria-label={author.name.en}
    >
      <h3>
        <PartyName tone={shown(parties, author.side, stateName).tone}>{author.name.en}</PartyName>{" "}
        <Zh>{author.name.zh}</Zh>
      </h3>
      <p className="small">
        <span className={`stance stance-${stance}`}>
          <span aria-hidden="true">{stanceMarks[stance]}</span> {stanceVerbs[stance]}
        </span>
        {" · "}
        {authorKindNames[author.kind]} · {said === null ? words.saidNever : words.said(whenWords(said))} ·{" "}
        <Unchecked check={checked} />
        {withdrawn && ` · ${words.withdrawn}`}
      </p>
      <p className={checked === "not-checked" ? "unchecked-text" : undefined}>{summary.en}</p>
      {summary.zh !== undefined && (
        <p>
          <Zh>{summary.zh}</Zh>
        </p>
      )}
      {quote && (
        <blockquote lang={quote.lang === "zh" ? "zh-Hans" : "en"} className={quote.lang === "zh" ? "zh" : undefined}>
          {quote.text}
        </blockquote>
      )}
      <Particulars statement={statement} statements={statements} parties={parties} origins={origins} />
    </section>
  );
}

function Particulars({ statement, statements, parties, origins }: Props): ReactNode {
  const { basis, confidence, grade, accused, victims, what, about, scores, listedBy, link, notes } = statement;
  const names = (codes: readonly string[], more: readonly string[]): string =>
    [...codes.map((code) => shown(parties, code, stateName).name), ...more].join(", ");
  const rows: [string, ReactNode][] = [
    [words.accused, names(accused.states, accused.actors) || words.nobody],
    [words.victims, names(victims.states, victims.names)],
    [
      words.what,
      [
        what.effects.map((effect) => effectNames[effect]).join(", "),
        what.sectors.map((sector) => sectorNames[sector]).join(", "),
      ].join(" · "),
    ],
    [words.speaksOf, aboutNames[about]],
    [words.rests, basisWords[basis]],
    [words.confidence, confidence ?? ""],
    [words.grade, <Grade key="grade" grade={grade} />],
    [words.answers, <Answered key="answers" statement={statement} statements={statements} />],
    [words.scores, scores?.map(({ scale, value }) => `${scaleNames[scale] ?? scale}: ${value}`).join("; ") ?? ""],
    [words.listed, listedBy.map(({ source, id }) => words.listedAs(listName(source), id)).join("; ")],
    [provenance.from, <From key="from" statement={statement} origins={origins} />],
    [words.linked, `${linkKindNames[link.kind]}: ${link.because} (${words.linkedBy(link.by.kind, link.by.name)})`],
    [words.notes, notes?.join(" ") ?? ""],
    [words.read, <ReadLinks key="read" statement={statement} />],
  ];
  return (
    <dl className="particulars">
      {rows
        .filter(([name, value]) => value !== "" && !(name === words.answers && statement.answers === undefined))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Grade({ grade: { source, claim } }: Pick<LinkedStatement, "grade">): ReactNode {
  return (
    <>
      <strong className="figures">
        {source}
        {claim}
      </strong>{" "}
      {words.gradeWords(sourceGrades[source], claimGrades[claim])}
    </>
  );
}

/** What a denial denies, where that stands on this page. */
function Answered({ statement, statements }: Pick<Props, "statement" | "statements">): ReactNode {
  return (statement.answers ?? []).map((id, index) => {
    const answered = statements.find((one) => one.id === id);
    return (
      <span key={id}>
        {index > 0 && ", "}
        {answered ? <a href={`#${anchorOf(id)}`}>{answered.author.name.en}</a> : id}
      </span>
    );
  });
}

/** Statement → rows → file → hash. */
function From({ statement, origins }: Pick<Props, "statement" | "origins">): ReactNode {
  if (origins.length === 0) return statement.listedBy.length > 0 ? provenance.notImported : provenance.ownWords;
  return (
    <ul className="read-links">
      {origins.map(({ source, file, sha256, rows }) => (
        <li key={`${source}:${sha256}`}>
          {listName(source)}:{" "}
          {rows.length === 1 ? provenance.row(String(rows[0]), file) : provenance.rows(rows.join(", "), file)}
          {" · "}
          {provenance.sha} <code className="hash">{sha256}</code>
        </li>
      ))}
    </ul>
  );
}

function ReadLinks({ statement: { read } }: Pick<Props, "statement">): ReactNode {
  if (read.length === 0) return <span className="quiet">{words.noRead}</span>;
  return (
    <ul className="read-links">
      {read.map(({ url, title }) => (
        <li key={url}>
          <a href={url} rel="noreferrer noopener">
            {title ?? short(url)}
          </a>
        </li>
      ))}
    </ul>
  );
}

const LONGEST = 72;

/** An address without what every address has. */
export function short(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST - 1)}…`;
}
