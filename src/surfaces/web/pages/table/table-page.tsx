// Setting a table, and sitting at one.

import type { ReactNode } from "react";
import { NewTable } from "./new-table.tsx";
import { SeatPage } from "./seat-page.tsx";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./table.css";

export function TablePage({ id }: { id: string | null }): ReactNode {
  return id === null ? <NewTable /> : <SeatPage id={id} />;
}
