// Argument → verdict, with its condition, the parameter on which it turns first and what would have to be true.

import { memo, type ReactNode } from "react";
import { Link } from "wouter";
import type { Argument } from "../../../../models/model.ts";
import { argumentsInWords, type VerdictRow } from "../../../../models/verdict.ts";
import type { World } from "../../../../world/world.ts";
import { significant } from "../../../words/en.ts";
import { sourceWords, verdictWords as words } from "../../../words/en-models.ts";
import { axisName } from "../../../words/axis-name.ts";
import { hypothesis, type Places } from "./places.ts";

type Props = { rows: readonly VerdictRow[]; world: World; places: Places };

export function VerdictTable({ rows, world, places }: Props): ReactNode {
  const letters = [...new Set(rows.map(({ argument }) => argument))];
  return (
    <table className="cards verdicts">
      <caption>{words.title}</caption>
      <thead>
        <tr>
          {words.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {letters.map((letter) => (
        <Group key={letter} letter={letter} rows={rows} world={world} places={places} />
      ))}
    </table>
  );
}

function Group({ letter, rows, world, places }: Props & { letter: Argument }): ReactNode {
  return (
    <tbody>
      <tr className="verdict-argument">
        <th scope="rowgroup" colSpan={3}>
          {words.argument(letter, argumentsInWords[letter])}
        </th>
      </tr>
      {rows
        .filter(({ argument }) => argument === letter)
        .map((row) => (
          <Row key={row.proposition} signature={signatureOf(row)} row={row} world={world} places={places} />
        ))}
    </tbody>
  );
}

/** Of what a row shows: a row that says the same is not drawn again. */
function signatureOf({ here, pivotal }: VerdictRow): string {
  return `${here} ${pivotal?.param} ${pivotal?.source} ${pivotal?.leftOpen} ${figure(pivotal?.from)} ${figure(pivotal?.to)}`;
}

function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : value.toPrecision(4);
}

type RowProps = { signature: string; row: VerdictRow; world: World; places: Places };

const Row: React.NamedExoticComponent<RowProps> = memo(
  function Row({ row, world, places }: RowProps): ReactNode {
    const [, verdict, needed] = words.columns;
    const { here, kind, model, sentence, condition, proof } = row;
    return (
      <tr data-proposition={row.proposition}>
        <th scope="row">
          {sentence} <span className="quiet whole">{words.byModel(model)}</span>
          <details className="condition">
            <summary>{proof === null ? words.condition : words.proof}</summary>
            <code>{condition}</code>
            {proof !== null && <p>{proof}</p>}
          </details>
        </th>
        <td data-column={verdict}>
          <Here here={here} kind={kind} />
        </td>
        <td data-column={needed}>
          <Needed row={row} world={world} places={places} />
        </td>
      </tr>
    );
  },
  (one, other) => one.signature === other.signature && one.places === other.places,
);

function Here({ here, kind }: Pick<VerdictRow, "here" | "kind">): ReactNode {
  return (
    <span>
      <span className={here ? "verdict verdict-holds" : "verdict verdict-fails"}>{words.here(here)}</span>
      <span className="hint block">{words.kind[kind]}</span>
    </span>
  );
}

/** The nearest flip: from which value to which, of what, told by whom, and a link that puts the sliders there. */
function Needed({ row, world, places }: { row: VerdictRow; world: World; places: Places }): ReactNode {
  const { pivotal, here, model } = row;
  if (!pivotal || pivotal.to === null)
    return (
      <span>
        {words.nothingFlips} <Link href={places.model(model)}>{words.seeModel(model)}</Link>
      </span>
    );
  const name = axisName(pivotal.param, world);
  const open = words.leftOpen(pivotal.leftOpen);
  return (
    <span>
      {words.would(here)} <code>{pivotal.param}</code>, {name}:{" "}
      <Link className="figures whole" href={hypothesis(row, world, places)}>
        {significant(pivotal.from)} → {significant(pivotal.to)}
        <span className="unseen">: {words.see}</span>
      </Link>{" "}
      <span className={`source-kind source-${pivotal.source}`}>{sourceWords[pivotal.source]}</span>
      {open !== "" && <span className="hint block">{open}</span>}
    </span>
  );
}
