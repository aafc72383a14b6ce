// Any two-player game, for users of Gambit: dropped or pasted, solved in the browser, saved again.

import { useMemo, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { stageNfg } from "../../../../models/stage-nfg.ts";
import { game as words } from "../../../words/en-check.ts";
import { model as modelWords } from "../../../words/en-models.ts";
import { save } from "../../parts/save.ts";
import { Page } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { FileDrop } from "./file-drop.tsx";
import { placesOf } from "./places.ts";
import type { SolvedGame } from "./solve-game.ts";
import { useWorld } from "./use-world.ts";
import { useWork } from "./work.ts";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./models.css";

export function GamePage(): ReactNode {
  const hand = useWorld();
  const { view, params } = useAddress();
  const wanted = params.get("issue");
  const issues = useMemo(() => hand.set?.world.issues ?? [], [hand.set]);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  const stage = useMemo(() => {
    const issue = issues.find(({ id }) => id === wanted);
    return issue ? stageNfg(issue) : null;
  }, [issues, wanted]);
  const [staged, setStaged] = useState<string | null>(null);
  // Another issue was asked for: its game takes the place of what stands in the field.
  if (stage !== null && stage !== staged) {
    setStaged(stage);
    setText(stage);
    setAsked(stage);
  }
  const { answer, fault, late } = useWork("files", "game", asked === null ? null : { text: asked });
  const places = placesOf(view, hand.settings, params.get("pin"));
  return (
    <Page title={words.title} inView={hand.inView} busy={late}>
      <p className="kicker">
        <Link href={places.page("/models")}>{modelWords.all}</Link>
      </p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="hint">{words.bounds}</p>
      <FileDrop
        words={words}
        accept=".nfg,text/plain"
        text={text}
        take={(sent, whole) => {
          setText(sent);
          setAsked(whole ? sent : null);
        }}
      />
      <p className="actions">
        <button type="button" className="button" disabled={text.trim() === ""} onClick={() => setAsked(text)}>
          {words.solve}
        </button>
      </p>
      <p className="actions">
        {words.stages}
        {issues.map(({ id, title }) => (
          <Link key={id} href={places.page("/models/game", { issue: id })}>
            {title.en}
          </Link>
        ))}
      </p>
      <div aria-live="polite" className="checked-file">
        {late && <p className="quiet">{words.working}</p>}
        {!late && fault && (
          <div className="refusal">
            <h2>{fault.kind === "overdue" ? words.overdue : words.unreadable}</h2>
            {fault.kind === "input" && (
              <>
                <p>{fault.because}</p>
                <p>{words.unreadableDo}</p>
              </>
            )}
          </div>
        )}
        {!late && answer && asked !== null && <Solved game={answer} />}
      </div>
      <p className="hint">
        <code>{words.command}</code>
      </p>
    </Page>
  );
}

/** Longer lists are cut on the page; the file and the command give all. */
const MOST_SHOWN = 60;

function Solved({ game }: { game: SolvedGame }): ReactNode {
  const { players, strategies, equilibria, subsets, degenerate, title } = game;
  const columns = words.columns(...players);
  return (
    <>
      <p className="checked checked-valid">{words.found(equilibria.length, degenerate)}</p>
      <table className="cards">
        <caption>{title}</caption>
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
          {equilibria.slice(0, MOST_SHOWN).map(({ row, column, worth, pure }, at) => (
            <tr key={`${row.join()} ${column.join()}`}>
              <th scope="row">
                {at + 1} <span className="quiet">{pure ? words.pure : words.mixed}</span>
              </th>
              <td data-column={players[0]}>{mixed(row, strategies[0])}</td>
              <td data-column={players[1]}>{mixed(column, strategies[1])}</td>
              <td className="figures" data-column={columns[3]}>
                {worth[0]}
              </td>
              <td className="figures" data-column={columns[4]}>
                {worth[1]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {degenerate && subsets.length > 0 && (
        <>
          <p>{words.subsets}</p>
          <ul>
            {subsets.slice(0, MOST_SHOWN).map((subset) => (
              <li key={subset.join()}>{words.subset(subset)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="actions">
        <button
          type="button"
          className="plain"
          onClick={() => save(`${title.replaceAll(/[^A-Za-z0-9-]+/g, "-") || "game"}.nfg`, "text/plain", game.nfg)}
        >
          {words.save}
        </button>
      </p>
    </>
  );
}

function mixed(shares: readonly string[], names: readonly string[]): string {
  return shares
    .flatMap((share, at) => (share === "0" ? [] : [share === "1" ? names[at] : `${share} ${names[at]}`]))
    .join(", ");
}
