// A certificate, checked as it is shown: every row with both sides, the slack, and whether it holds.

import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { check, type Checked, type CheckedRow } from "../../../../models/checker/check.ts";
import type { Certificate } from "../../../../models/model.ts";
import { certificates as words } from "../../../words/en-models.ts";
import { fileAt } from "../../copy.ts";
import { save } from "../../parts/save.ts";

const FIRST_ROWS = 12;

export function CertificateView({
  name,
  title,
  certificate,
}: {
  /** Of the file that it is saved as. */
  name: string;
  title?: string;
  certificate: Certificate | null;
}): ReactNode {
  const shown = useDeferredValue(certificate);
  const checked = useMemo(() => (shown === null ? null : check(shown)), [shown]);
  if (!checked || !shown) return <p className="hint">{words.none}</p>;
  return (
    <div className="certificate">
      {title !== undefined && <h3>{title}</h3>}
      <CheckedView checked={checked} />
      <p className="actions">
        <button
          type="button"
          className="plain"
          onClick={() => save(`${name}.certificate.json`, "application/json", JSON.stringify(shown, null, 2))}
        >
          {words.download}
        </button>
        <a href={fileAt("/checker.html")} download="detente-checker.html">
          {words.checkIt}
        </a>
      </p>
    </div>
  );
}

/** What fails stands first. */
export function CheckedView({ checked }: { checked: Checked }): ReactNode {
  const [all, setAll] = useState(false);
  const { valid, kind, rows } = checked;
  const failing = rows.filter(({ holds }) => !holds);
  const ordered = [...failing, ...rows.filter(({ holds }) => holds)];
  const shown = all ? ordered : ordered.slice(0, FIRST_ROWS);
  return (
    <>
      <p className={valid ? "checked checked-valid" : "checked checked-invalid"}>
        {valid ? words.valid(kind, rows.length) : words.invalid(kind, failing.length, rows.length)}
      </p>
      <details className="rows">
        <summary>{words.title}</summary>
        <p className="hint">{words.rebuilt}</p>
        <table className="cards">
          <caption className="unseen">{words.title}</caption>
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              // Two rows may say the same of two states: their place is what tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <CertificateRow key={at} row={row} />
            ))}
          </tbody>
        </table>
        {shown.length < ordered.length && (
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {words.more(ordered.length - shown.length)}
          </button>
        )}
      </details>
    </>
  );
}

function CertificateRow({ row: { why, lhs, rhs, slack, holds, problem } }: { row: CheckedRow }): ReactNode {
  const [, left, right, over, answer] = words.columns;
  return (
    <tr>
      <th scope="row">
        {why}
        {problem !== undefined && <span className="hint block">{problem}</span>}
      </th>
      <td className="figures" data-column={left}>
        {short(lhs)}
      </td>
      <td className="figures" data-column={right}>
        {short(rhs)}
      </td>
      <td className="figures" data-column={over}>
        {short(slack)}
      </td>
      <td data-column={answer}>
        <span className={holds ? "verdict verdict-holds" : "verdict verdict-fails"}>
          {holds ? words.holds : words.fails}
        </span>
      </td>
    </tr>
  );
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
