// Both directions side by side: every count that can be made of them, each a number that opens.

import type { ReactNode } from "react";
import type { DirectionBrief } from "../../../brief/compose.ts";
import { nameOf, toneOf } from "../../../charts/years.ts";
import { about, number } from "../../../words/en.ts";
import { listName } from "../../../words/en-codes.ts";
import { dyad as words } from "../../../words/en-pages.ts";
import { sideName, type Known } from "../../facts/brief-facts.ts";
import { pair } from "../../facts/headline-numbers.ts";
import { NumberButton } from "../../parts/number.tsx";
import { Arrow } from "../../parts/party.tsx";

type Row = { name: string; cell: (direction: DirectionBrief) => { key: string; text: string } | null };

const counts = ["incidents", "statements", "denials", "contested", "profiles", "unchecked", "undated"] as const;

export function DirectionsTable({ known: { brief } }: { known: Known }): ReactNode {
  const plain = counts.map((name): Row => ({
    name: words.rows[name],
    cell: (direction) => ({ key: `${name}:${pair(direction)}`, text: number(direction[name]) }),
  }));
  const hidden = (["averaged", "hidden"] as const).map((name): Row => ({
    name: words.rows[name],
    cell: (direction) => {
      const found = direction[name];
      return {
        key: `${name}:${pair(direction)}`,
        text: "refused" in found ? words.refusedCell : about(found.value, found.interval),
      };
    },
  }));
  const sides = (brief.directions[0]?.bySide ?? []).map(({ side }): Row => ({
    name: sideName(brief, side),
    cell: (direction) => ({
      key: `by:${pair(direction)}:${side}`,
      text: number(direction.bySide.find((one) => one.side === side)?.incidents ?? 0),
    }),
  }));
  const listed = [...new Set(brief.directions.flatMap(({ bySource }) => bySource.map(({ source }) => source)))].sort();
  const lists = listed.map((name): Row => ({
    name: listName(name),
    cell: (direction) => {
      const found = direction.bySource.find(({ source }) => source === name);
      return found ? { key: `list:${pair(direction)}:${name}`, text: number(found.incidents) } : null;
    },
  }));
  return (
    <table className="directions">
      <caption>{words.onRecord}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{words.count}</span>
          </th>
          {brief.directions.map(({ from, to }) => (
            <th key={from} scope="col">
              <Arrow
                from={{ tone: toneOf(brief.parties, from), name: nameOf(brief.parties, from) }}
                to={{ tone: toneOf(brief.parties, to), name: nameOf(brief.parties, to) }}
              />
            </th>
          ))}
        </tr>
      </thead>
      <Rows rows={[...plain, ...hidden]} directions={brief.directions} />
      <Rows title={words.rows.bySide} rows={sides} directions={brief.directions} />
      <Rows title={words.rows.byList} rows={lists} directions={brief.directions} />
    </table>
  );
}

function Rows({
  title,
  rows,
  directions,
}: {
  title?: string;
  rows: Row[];
  directions: readonly DirectionBrief[];
}): ReactNode {
  return (
    <tbody>
      {title !== undefined && (
        <tr className="group">
          <th scope="colgroup" colSpan={directions.length + 1}>
            {title}
          </th>
        </tr>
      )}
      {rows.map(({ name, cell }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {directions.map((direction) => {
            const found = cell(direction);
            return (
              <td key={pair(direction)}>
                {found === null ? (
                  <span className="quiet">–</span>
                ) : (
                  <NumberButton name={found.key}>{found.text}</NumberButton>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
