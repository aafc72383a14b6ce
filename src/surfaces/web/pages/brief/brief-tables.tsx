// The brief's two tables: both directions, and before against after.

import type { ReactNode } from "react";
import type { AgreementRow, Brief, DirectionBrief } from "../../../brief/compose.ts";
import { nameOf } from "../../../charts/years.ts";
import { about, number, probability, ratio } from "../../../words/en.ts";
import { charts } from "../../../words/en-charts.ts";
import { listName } from "../../../words/en-codes.ts";
import { brief as words, dyad } from "../../../words/en-pages.ts";
import { sideName } from "../../facts/brief-facts.ts";
import { DataTable } from "../../parts/data-table.tsx";

type Row = (string | number)[];

export function BriefTables({ brief }: { brief: Brief }): ReactNode {
  const columns = [
    dyad.count,
    ...brief.directions.map(({ from, to }) => charts.direction(nameOf(brief.parties, from), nameOf(brief.parties, to))),
  ];
  return (
    <div className="pair">
      <section>
        <h2>{words.directions}</h2>
        <DataTable caption={words.directions} columns={columns} rows={directionRows(brief)} />
      </section>
      <section>
        <h2>{words.around}</h2>
        <DataTable
          caption={words.around}
          columns={dyad.aroundColumnsShort}
          rows={brief.agreement.rows.map(aroundRow)}
        />
      </section>
    </div>
  );
}

const counts = ["incidents", "statements", "denials", "contested", "profiles", "unchecked", "undated"] as const;

function directionRows(brief: Brief): Row[] {
  const row = (name: string, cell: (direction: DirectionBrief) => string): Row => [name, ...brief.directions.map(cell)];
  return [
    ...counts.map((name) => row(dyad.rows[name], (direction) => number(direction[name]))),
    row(dyad.rows.hidden, hiddenCell),
    ...(brief.directions[0]?.bySide ?? []).map(({ side }) =>
      row(sideName(brief, side), ({ bySide }) => number(bySide.find((one) => one.side === side)?.incidents ?? 0)),
    ),
  ];
}

function hiddenCell({ hidden }: DirectionBrief): string {
  if ("refused" in hidden) return dyad.refusedCell;
  const { value, interval } = hidden;
  return `${about(value, interval)} (${about(interval.lower, interval)}–${about(interval.upper, interval)})`;
}

function aroundRow({ list, dates, profiles, fall }: AgreementRow): Row {
  const name = `${listName(list)}, ${dyad.aroundDates[dates] ?? dates}${profiles === "without" ? `, ${dyad.withoutProfiles}` : ""}`;
  if ("refused" in fall) return [name, "–", "–", dyad.refusedCell, "–"];
  return [name, fall.before, fall.after, `×${ratio(fall.value)} (${charts.range(fall.interval)})`, probability(fall.p)];
}
