// One line an incident: when, what, who is said to have acted against whom, who says so and who denies it.

import type { ReactNode } from "react";
import { Link } from "wouter";
import { dateOf } from "../../date-of.ts";
import type { Party } from "../../../../values/case-file.ts";
import { listName } from "../../../words/en-codes.ts";
import { whenWords } from "../../../words/en-when.ts";
import { incidents as words } from "../../../words/en-pages.ts";
import { keeping, type View } from "../../address.ts";
import type { IncidentRow } from "../../api.ts";
import { Arrow } from "../../parts/party.tsx";
import { Zh } from "../../parts/zh.tsx";
import { stateName } from "../../state-names.ts";
import { shown } from "../../use-case.ts";

type Props = { rows: readonly IncidentRow[]; parties: readonly [Party, Party] | null; view: View };

export function IncidentRows({ rows, parties, view }: Props): ReactNode {
  return (
    <ol className="incident-rows">
      {rows.map((row) => (
        <Row key={row.id} row={row} parties={parties} view={view} />
      ))}
    </ol>
  );
}

function Row({ row, parties, view }: { row: IncidentRow; parties: Props["parties"]; view: View }): ReactNode {
  const when = dateOf(row, view.date);
  return (
    <li>
      <p className="row-date">{when === null ? <span className="quiet">{words.undated}</span> : whenWords(when)}</p>
      <div className="row-what">
        <Link href={keeping(`/i/${row.id}`, view)} className="row-title">
          {row.title.en} <Zh>{row.title.zh}</Zh>
        </Link>
        <p className="small">
          {directionsOf(row, parties).map(({ from, to }, index) => (
            <span key={`${from}>${to}`}>
              {index > 0 && " · "}
              <Arrow from={shown(parties, from, stateName)} to={shown(parties, to, stateName)} />
            </span>
          ))}
        </p>
        <p className="small quiet">{[...new Set(row.listedBy.map(({ source }) => listName(source)))].join(" · ")}</p>
      </div>
      <div className="row-said small">
        <p>{words.counts(row.asserting, row.denying)}</p>
        <p className="tags">
          {row.contested && <span className="tag split">{words.contested}</span>}
          {row.profile && <span className="tag">{words.profile}</span>}
          {row.unchecked && <span className="tag unchecked">{words.unchecked}</span>}
        </p>
      </div>
    </li>
  );
}

/** The case's own directions; where there is none of these, all that are said. */
function directionsOf({ directions }: IncidentRow, parties: Props["parties"]): IncidentRow["directions"] {
  const codes = parties?.map(({ iso }) => iso) ?? [];
  const own = directions.filter(({ from, to }) => codes.includes(from) && codes.includes(to) && from !== to);
  return own.length > 0 ? own : directions.slice(0, 4);
}
