// Any game, for users of Gambit: dropped or pasted in either of its formats, solved in the browser by every solver that
// takes it, saved again in both. A short game stands in the address, and so does the λ of the logit response.

import { useEffect, useMemo, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { stageNfg } from "../../../../models/stage-nfg.ts";
import { game as words } from "../../../words/en-game.ts";
import { model as modelWords } from "../../../words/en-models.ts";
import { Page } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { FileDrop } from "./file-drop.tsx";
import { GameAnswers } from "./game-answers.tsx";
import { MOST_LAMBDA } from "./game-logit.tsx";
import { placesOf } from "./places.ts";
import { useWorld, type InHand } from "./use-world.ts";
import { useWork } from "./work.ts";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./models.css";

/** Longer games do not stand in the address. */
const LONGEST_IN_ADDRESS = 1500;
const USUAL_DELTA = 0.9;

export function GamePage(): ReactNode {
  const hand = useWorld();
  const { view, params, set } = useAddress();
  const issues = useMemo(() => hand.set?.world.issues ?? [], [hand.set]);
  const given = useGiven(hand, params);
  const [text, setText] = useState(given ?? "");
  const [asked, setAsked] = useState(given);
  const [seen, setSeen] = useState(given);
  // Another address brings another game: it takes the place of what stands in the field.
  if (given !== null && given !== seen) {
    setSeen(given);
    setText(given);
    setAsked(given);
  }
  const lambda = lambdaIn(params.get("lambda"));
  const delta = patienceOf(hand);
  const { answer, fault, late } = useWork("files", "game", asked === null ? null : { text: asked, lambda, delta });
  const places = placesOf(view, hand.settings, params.get("pin"));
  const solveNow = (sent: string): void => {
    setAsked(sent);
    const short = sent.trim().length <= LONGEST_IN_ADDRESS;
    setSeen(short ? sent : null);
    set({ issue: null, game: short ? sent : null });
  };
  useScrollToAnswer(answer !== null && !late);
  const issue = params.get("issue");
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
        accept=".nfg,.efg,text/plain"
        text={text}
        take={(sent, whole) => {
          setText(sent);
          if (whole) solveNow(sent);
          else setAsked(null);
        }}
      />
      <p className="actions">
        <button type="button" className="button" disabled={text.trim() === ""} onClick={() => solveNow(text)}>
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
        {late && !answer && <p className="quiet">{words.working}</p>}
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
        {answer && !fault && asked !== null && (
          <GameAnswers
            game={answer}
            lambda={lambda}
            putLambda={(to) => set({ lambda: to === 1 ? null : String(to) }, { replace: true })}
            repeatAddress={issue === null ? null : `${places.model("repeat", { issue })}#payoff-set`}
          />
        )}
        {answer && asked !== null && asked.trim().length > LONGEST_IN_ADDRESS && (
          <p className="hint">{words.longAddress}</p>
        )}
      </div>
      <p className="hint">
        {words.onCommandLine} <code>{words.command}</code>
      </p>
    </Page>
  );
}

/** The game that the address names: an issue's stage game, or one written out. */
function useGiven({ set }: InHand, params: URLSearchParams): string | null {
  const [issue, written] = [params.get("issue"), params.get("game")];
  return useMemo(() => {
    const found = set?.world.issues.find(({ id }) => id === issue);
    return found ? stageNfg(found) : written;
  }, [set, issue, written]);
}

function lambdaIn(text: string | null): number {
  const read = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return read >= 0 && read <= MOST_LAMBDA ? read : 1;
}

/** The less patient side's weight of the next period in the case's world. */
function patienceOf({ set }: InHand): number {
  const { delta_A, delta_B } = set?.world.params ?? {};
  return delta_A && delta_B ? Math.min(delta_A.value, delta_B.value) : USUAL_DELTA;
}

/** An address may name one solver's answer: it is shown once it is there. */
function useScrollToAnswer(there: boolean): void {
  useEffect(() => {
    const { hash } = window.location;
    if (there && /^#[a-z]+$/.test(hash)) document.querySelector(hash)?.scrollIntoView();
  }, [there]);
}
