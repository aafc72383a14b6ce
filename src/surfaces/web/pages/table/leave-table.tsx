// Leaving for good: asked twice.

import { useState, type ReactNode } from "react";
import { seat as words } from "../../../words/en-table.ts";
import { Dialog } from "../../parts/dialog.tsx";
import type { MakeMove } from "./use-table.ts";

export function LeaveTable({ move }: { move: MakeMove }): ReactNode {
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  return (
    <p>
      <button type="button" className="plain" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {words.leaveTable}
      </button>
      {asking && (
        <Dialog title={words.leaveTable} close={close}>
          <p>{words.leaveSure}</p>
          <p className="actions">
            <button type="button" className="button" onClick={close}>
              {words.leaveNo}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                close();
                void move({ kind: "leave-table" });
              }}
            >
              {words.leaveYes}
            </button>
          </p>
        </Dialog>
      )}
    </p>
  );
}
