// Two worlds side by side: one kept in the address, the one in hand beside it, what differs first.

import { useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import { verdicts, type VerdictRow } from "../../../../models/verdict.ts";
import { describedValue, worldEntries } from "./world-entries.ts";
import { compare as words, verdictWords } from "../../../words/en-models.ts";
import { significant } from "../../../words/en.ts";
import { useAddress } from "../../use-address.ts";
import { settingsIn, settingsText, worldSet } from "./settings.ts";
import type { World } from "../../../../world/world.ts";
import type { Places } from "./places.ts";
import type { InHand } from "./use-world.ts";

/** The address of a world without any change. */
const UNCHANGED = "none";

type Props = { hand: InHand; base: World; world: World; rows: readonly VerdictRow[]; places: Places };

export function Compare({ hand, base, world, rows, places }: Props): ReactNode {
  const { params, set } = useAddress();
  const pinned = params.get("pin");
  const now = settingsText(hand.settings) ?? UNCHANGED;
  const pin = (value: string | null): void => {
    hand.rest();
    set({ pin: value });
  };
  return (
    <section className="compare" aria-labelledby="compare">
      <h2 id="compare">{words.title}</h2>
      {pinned === null ? (
        <>
          <p>{words.lead}</p>
          <button type="button" className="button" onClick={() => pin(now)}>
            {words.pin}
          </button>
        </>
      ) : (
        <>
          <p className="actions">
            <button type="button" className="plain" onClick={() => pin(now)}>
              {words.again}
            </button>
            <Link href={places.page("/models", { set: pinned === UNCHANGED ? null : pinned })}>{words.swap}</Link>
            <button type="button" className="plain" onClick={() => pin(null)}>
              {words.unpin}
            </button>
          </p>
          <SideBySide base={base} world={world} rows={rows} pinned={pinned} />
        </>
      )}
    </section>
  );
}

function SideBySide({
  base,
  world,
  rows,
  pinned,
}: Pick<Props, "base" | "world" | "rows"> & { pinned: string }): ReactNode {
  const kept = useMemo(() => worldSet(base, settingsIn(pinned)).world, [base, pinned]);
  const before = useMemo(() => verdicts(kept), [kept]);
  const paired = rows.map((row, at) => ({ row, was: before[at] ?? row }));
  const differing = paired.filter(({ row, was }) => row.here !== was.here);
  const same = paired.filter(({ row, was }) => row.here === was.here);
  return (
    <>
      <p className="lead">{differing.length === 0 ? words.none : words.differ(differing.length)}</p>
      {differing.length > 0 && <Pairs pairs={differing} />}
      <Values kept={kept} world={world} />
      <details className="rests">
        <summary>{words.same(same.length)}</summary>
        <Pairs pairs={same} />
      </details>
    </>
  );
}

function Pairs({ pairs }: { pairs: readonly { row: VerdictRow; was: VerdictRow }[] }): ReactNode {
  const [, keptWorld, thisWorld] = words.columns;
  return (
    <table className="cards pairs">
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
        {pairs.map(({ row, was }) => (
          <tr key={row.proposition}>
            <th scope="row">
              ({row.argument}) {row.sentence} <span className="quiet whole">{verdictWords.byModel(row.model)}</span>
            </th>
            <td data-column={keptWorld}>
              <Verdict row={was} />
            </td>
            <td data-column={thisWorld}>
              <Verdict row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({ row: { here, pivotal } }: { row: VerdictRow }): ReactNode {
  return (
    <span>
      <span className={here ? "verdict verdict-holds" : "verdict verdict-fails"}>{verdictWords.here(here)}</span>
      {pivotal && pivotal.to !== null && (
        <span className="hint block">
          <code>{pivotal.param}</code> {significant(pivotal.from)} → {significant(pivotal.to)}
        </span>
      )}
    </span>
  );
}

function Values({ kept, world }: { kept: World; world: World }): ReactNode {
  const now = worldEntries(world);
  const rows = worldEntries(kept).flatMap((entry, at) => {
    const other = now[at];
    return other && describedValue(entry) !== describedValue(other) ? [{ entry, other }] : [];
  });
  const [, keptWorld, thisWorld] = words.valueColumns;
  if (rows.length === 0) return null;
  return (
    <table className="cards pairs">
      <caption>{words.values}</caption>
      <thead>
        <tr>
          {words.valueColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, other }) => (
          <tr key={entry.key}>
            <th scope="row">
              {entry.meaning} <code>{entry.key}</code>
            </th>
            <td className="figures" data-column={keptWorld}>
              {describedValue(entry)}
            </td>
            <td className="figures" data-column={thisWorld}>
              {describedValue(other)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
