// What one record changed of its subject: asked for when it is opened.

import { useState, type ReactNode } from "react";
import type { RecordInFull } from "../../../../ledger/provenance.ts";
import { provenance as words } from "../../../words/en-review.ts";
import { addressOf } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { useData } from "../../use-data.ts";

export function RecordChanges({ sequence }: { sequence: number }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small" aria-label={words.changesOf(sequence)}>
        {words.changes}
      </summary>
      {open && <Changes sequence={sequence} />}
    </details>
  );
}

function Changes({ sequence }: { sequence: number }): ReactNode {
  const { data, fault, retry } = useData<RecordInFull>(addressOf.record(sequence));
  if (fault) return <FaultNote fault={fault} retry={retry} />;
  if (!data) return null;
  return (
    <div className="record-changes">
      <p className="hint">{data.follows === null ? words.first : words.follows(data.follows)}</p>
      {data.differences.length === 0 ? (
        <p className="small">{words.noChange}</p>
      ) : (
        <dl>
          {data.differences.map(({ field, was, is }) => (
            <div key={field}>
              <dt>
                <code>{field}</code>
              </dt>
              <dd>
                {was !== null && <del>{written(was)}</del>} <ins>{written(is)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function written(value: unknown): string {
  if (value === null) return words.nothing;
  return typeof value === "string" ? value : JSON.stringify(value);
}
