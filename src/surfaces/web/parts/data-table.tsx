// A table that becomes cards where the page is narrow: each cell carries its column's name.

import type { ReactNode } from "react";

type Cell = string | number | null;

export function DataTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}): ReactNode {
  return (
    <table className="cards">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((cell, index) =>
              index === 0 ? (
                <th key={columns[index]} scope="row">
                  {cell}
                </th>
              ) : (
                <td
                  key={columns[index]}
                  data-column={columns[index]}
                  className={typeof cell === "number" ? "figures" : undefined}
                >
                  {cell ?? "–"}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
