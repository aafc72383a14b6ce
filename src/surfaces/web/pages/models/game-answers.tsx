// What every solver says of one game, each under an address of its own.

import type { ReactNode } from "react";
import { Link } from "wouter";
import { significant } from "../../../words/en.ts";
import { game as words } from "../../../words/en-game.ts";
import { save } from "../../parts/save.ts";
import { LogitAnswer } from "./game-logit.tsx";
import type { SolvedGame } from "./solve-game.ts";

/** Longer lists are cut on the page; the file and the command give all. */
const MOST_SHOWN = 60;

const answers = [
  ["pure", words.pureTitle],
  ["all", words.allTitle],
  ["response", words.logitTitle],
  ["repeated", words.repeatedTitle],
] as const;

type Props = { game: SolvedGame; lambda: number; putLambda: (lambda: number) => void; repeatAddress: string | null };

export function GameAnswers({ game, lambda, putLambda, repeatAddress }: Props): ReactNode {
  const { title, players, strategies, nodes, nfg, efg } = game;
  const name = title.replaceAll(/[^A-Za-z0-9-]+/g, "-") || "game";
  return (
    <>
      <h2>{title}</h2>
      <p>
        {words.about(
          players,
          strategies.map((list) => list.length),
          nodes,
        )}
      </p>
      <p className="actions">
        <button type="button" className="plain" onClick={() => save(`${name}.nfg`, "text/plain", nfg)}>
          {words.save}
        </button>
        {efg !== null && (
          <button type="button" className="plain" onClick={() => save(`${name}.efg`, "text/plain", efg)}>
            {words.saveTree}
          </button>
        )}
      </p>
      <nav aria-label={words.answers} className="actions">
        {words.answers}:
        {answers.map(([id, text]) => (
          <a key={id} href={`${window.location.search}#${id}`}>
            {text}
          </a>
        ))}
      </nav>
      <Payoffs game={game} />
      <Pure game={game} />
      <All game={game} />
      <LogitAnswer game={game} lambda={lambda} put={putLambda} />
      <Repeated game={game} address={repeatAddress} />
    </>
  );
}

function Payoffs({ game: { players, strategies, table } }: { game: SolvedGame }): ReactNode {
  const [first = "", second = ""] = players;
  const [rows = [], columns = []] = strategies;
  if (players.length !== 2) return null;
  if (table === null) return <p className="hint">{words.tooManyCells}</p>;
  return (
    <details>
      <summary>{words.payoffs}</summary>
      {/* What scrolls sideways must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="scrolls" aria-label={words.payoffs} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                {first} / {second}
              </th>
              {numbered(columns).map(({ one: column, key }) => (
                <th key={key} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(table).map(({ one: line, key, at }) => (
              <tr key={key}>
                <th scope="row">{rows[at]}</th>
                {numbered(line).map((cell) => (
                  <td key={cell.key} className="figures">
                    {cell.one.join(", ")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Pure({ game: { players, strategies, pure } }: { game: SolvedGame }): ReactNode {
  const columns = words.columns(players);
  const shown = pure.profiles.slice(0, MOST_SHOWN);
  return (
    <section id="pure">
      <h3>{words.pureTitle}</h3>
      <p>{words.pureFound(pure.count)}</p>
      {shown.length > 0 && (
        <Profiles
          columns={columns}
          rows={shown.map(({ moves, worth }) => ({
            cells: moves.map((move, i) => strategies[i]?.[move] ?? ""),
            worth,
            kind: null,
          }))}
        />
      )}
      {pure.count > shown.length && <p className="hint">{words.cut(pure.count - shown.length)}</p>}
    </section>
  );
}

function All({ game: { players, strategies, all } }: { game: SolvedGame }): ReactNode {
  if (all === null)
    return (
      <section id="all">
        <h3>{words.allTitle}</h3>
        <p className="refusal">{players.length === 2 ? words.allTooMany : words.allNotTwo}</p>
      </section>
    );
  const { extreme, degenerate } = all;
  const joined = all.subsets.filter((subset) => subset.length > 1);
  return (
    <section id="all">
      <h3>{words.allTitle}</h3>
      <p className="checked checked-valid">{words.allFound(extreme.length, degenerate)}</p>
      <Profiles
        columns={words.columns(players)}
        rows={extreme.slice(0, MOST_SHOWN).map(({ mixes, worth, pure }) => ({
          cells: mixes.map((mix, i) => mixed(mix, strategies[i] ?? [])),
          worth,
          kind: pure ? words.pure : words.mixed,
        }))}
      />
      {extreme.length > MOST_SHOWN && <p className="hint">{words.cut(extreme.length - MOST_SHOWN)}</p>}
      {degenerate && joined.length > 0 && (
        <>
          <p>{words.subsets}</p>
          <ul>
            {joined.slice(0, MOST_SHOWN).map((subset) => (
              <li key={subset.join()}>{words.subset(subset)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Numbered<One> = { one: One; at: number; key: string };

/** Names in a file may repeat: a place is what tells them apart, and it never changes within one answer. */
function numbered<One>(list: readonly One[]): Numbered<One>[] {
  return list.map((one, at) => ({ one, at, key: String(at) }));
}

type Line = { cells: string[]; worth: string[]; kind: string | null };

function Profiles({ columns, rows }: { columns: readonly string[]; rows: readonly Line[] }): ReactNode {
  return (
    <table className="cards">
      <thead>
        <tr>
          {numbered(columns).map(({ one: column, key }) => (
            <th key={key} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(rows).map(({ one: { cells, worth, kind }, key, at }) => (
          <tr key={key}>
            <th scope="row">
              {at + 1} {kind !== null && <span className="quiet">{kind}</span>}
            </th>
            {numbered(cells).map((cell) => (
              <td key={cell.key} data-column={columns[1 + cell.at]}>
                {cell.one}
              </td>
            ))}
            {numbered(worth).map((paid) => (
              <td key={paid.key} className="figures" data-column={columns[1 + cells.length + paid.at]}>
                {paid.one}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function mixed(shares: readonly string[], names: readonly string[]): string {
  return shares
    .flatMap((share, at) => (share === "0" ? [] : [share === "1" ? names[at] : `${share} ${names[at]}`]))
    .join(", ");
}

function Repeated({ game: { players, repeated }, address }: { game: SolvedGame; address: string | null }): ReactNode {
  return (
    <section id="repeated">
      <h3>{words.repeatedTitle}</h3>
      {repeated === null ? (
        <p className="refusal">{words.repeatedNotTwo}</p>
      ) : repeated.corners.length === 0 ? (
        <p>{words.repeatedEmpty}</p>
      ) : (
        <>
          <p>{words.repeatedLead(repeated.delta)}</p>
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{words.corner}</th>
                {numbered(players).map(({ one: player, key }) => (
                  <th key={key} scope="col">
                    {words.worthTo(player)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {repeated.corners.map((point, at) => (
                <tr key={point.join()}>
                  <th scope="row">{at + 1}</th>
                  {numbered(point).map(({ one: x, key, at: i }) => (
                    <td key={key} className="figures" data-column={words.worthTo(players[i] ?? "")}>
                      {significant(x)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {address !== null && (
        <p>
          <Link href={address}>{words.repeatedIssue}</Link>
        </p>
      )}
    </section>
  );
}
