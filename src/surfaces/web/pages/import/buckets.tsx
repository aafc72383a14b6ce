// What an import holds, sorted: a count of each kind, and under it the rows with their fields and reasons.

import type { ReactNode } from "react";
import type { Imported } from "../../../inputs/ledger.ts";
import { number } from "../../../words/en.ts";
import { importing as words } from "../../../words/en-review.ts";
import { DataTable } from "../../parts/data-table.tsx";

type Name = keyof typeof words.bucketNames;
type Cells = (string | number | null)[];
type Bucket = { name: Name; count: number; columns: string[]; rows: Cells[] };

const MOST_ROWS = 200;

export function Buckets({ found }: { found: Imported }): ReactNode {
  return (
    <section aria-labelledby="buckets" className="buckets">
      <h2 id="buckets">{words.buckets}</h2>
      {bucketsOf(found).map(({ name, count, columns, rows }) => (
        <details key={name} className={`bucket${count === 0 ? " bucket-empty" : ""}`}>
          <summary>
            <span className="bucket-name">{words.bucketNames[name]}</span>{" "}
            <span className="figures bucket-count">{number(count)}</span>{" "}
            <span className="quiet small">{words.bucketWords[name]}</span>
          </summary>
          {rows.length > 0 && (
            <DataTable caption={words.bucketNames[name]} columns={columns} rows={distinct(rows.slice(0, MOST_ROWS))} />
          )}
          {rows.length > MOST_ROWS && <p className="hint">{words.more(rows.length - MOST_ROWS)}</p>}
        </details>
      ))}
    </section>
  );
}

function bucketsOf(found: Imported): Bucket[] {
  const { added, changed, withdrawn, conflicts, unchanged, release, repairs, flags, rejections, besides } = found;
  const placed = (rows: readonly { row: number; field: string; because: string }[]): Cells[] =>
    rows.map(({ row, field, because }) => [row, field, because]);
  const releases = release
    ? [
        ...release.added.map((id): Cells => [id, words.releaseKinds.added, ""]),
        ...release.changed.map(({ id, fields }): Cells => [id, words.releaseKinds.changed, fields.join(", ")]),
        ...release.withdrew.map((id): Cells => [id, words.releaseKinds.withdrew, ""]),
      ]
    : [];
  const others = Object.entries(besides).filter(([, count]) => count > 0);
  return [
    { name: "added", count: added.length, columns: [words.statement], rows: added.map((id) => [id]) },
    {
      name: "changed",
      count: changed.length,
      columns: [words.statement, words.fields],
      rows: changed.map(({ id, fields }) => [id, fields.join(", ")]),
    },
    { name: "withdrawn", count: withdrawn.length, columns: [words.statement], rows: withdrawn.map((id) => [id]) },
    {
      name: "conflicts",
      count: conflicts.length,
      columns: [words.statement, words.inCase, words.field, words.listSays, words.editorsSay],
      rows: conflicts.map(({ id, case: inCase, field, list, editors }) => [id, inCase, field, list, editors]),
    },
    { name: "unchanged", count: unchanged, columns: [], rows: [] },
    ...(release
      ? [
          {
            name: "release" as const,
            count: releases.length,
            columns: [words.statement, words.of(release.of), words.fields],
            rows: releases,
          },
        ]
      : []),
    {
      name: "repairs",
      count: repairs.length,
      columns: [words.row, words.field, words.because, words.was, words.now],
      rows: repairs.map(({ row, field, because, old, new: now }) => [row, field, because, short(old), short(now)]),
    },
    { name: "flags", count: flags.length, columns: [words.row, words.field, words.because], rows: placed(flags) },
    {
      name: "rejections",
      count: rejections.length,
      columns: [words.row, words.field, words.because],
      rows: placed(rejections),
    },
    {
      name: "besides",
      count: others.reduce((sum, [, count]) => sum + count, 0),
      columns: [words.what, ""],
      rows: others.map(([kind, count]) => [words.besidesKinds[kind] ?? kind, count]),
    },
  ];
}

const LONGEST = 160;

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Rows that read alike are one line: a table's rows are told apart by what they say. */
function distinct(rows: Cells[]): Cells[] {
  return [...new Map(rows.map((row) => [row.join("|"), row])).values()];
}
