// Would either side keep an agreement? The answer at the world in hand, the nine arguments, and the sliders that move them.

import { useDeferredValue, useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import { models as allModels } from "../../../../models/index.ts";
import { verdicts, type VerdictRow } from "../../../../models/verdict.ts";
import type { World } from "../../../../world/world.ts";
import { keepingAt } from "../../../brief/keeping-at.ts";
import { keepingAnswer, keepingConfidence } from "../../../brief/keeping-sentences.ts";
import { cards, models as words } from "../../../words/en-models.ts";
import { dyadPath, keeping } from "../../address.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { sentencesOf } from "../../facts/numbers-in.ts";
import { Page, Waiting } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { Compare } from "./compare.tsx";
import { Ignored } from "./ignored.tsx";
import { placesOf, type Places } from "./places.ts";
import { settingsIn } from "./settings.ts";
import { Sliders } from "./sliders.tsx";
import { solvedParts, verdictRows } from "./solved.ts";
import { useWorld, type InHand } from "./use-world.ts";
import { VerdictTable } from "./verdict-table.tsx";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./models.css";

export function ModelsPage(): ReactNode {
  const hand = useWorld();
  return (
    <Page title={words.question} inView={hand.inView}>
      {hand.fault && <FaultNote fault={hand.fault} retry={hand.retry} />}
      {!hand.set && !hand.fault && <Waiting question={words.question} />}
      {hand.set && hand.base && <Answered hand={hand} base={hand.base} world={hand.set.world} />}
    </Page>
  );
}

type Props = { hand: InHand; base: World; world: World };

function Answered({ hand, base, world }: Props): ReactNode {
  const { view, params } = useAddress();
  const pinned = params.get("pin");
  // Links follow the address: it is written when a slider rests, and a link cannot be reached before.
  const inAddress = params.get("set");
  const places = useMemo(() => placesOf(view, settingsIn(inAddress), pinned), [view, inAddress, pinned]);
  const rows = useMemo(() => verdictRows(world), [world]);
  const own = useMemo(() => verdicts(base), [base]);
  const differing = rows.filter((row, at) => row.here !== own[at]?.here).length;
  const [a, b] = hand.inView.parties ?? [];
  return (
    <>
      <div className="models-answer">
        <h1>{words.question}</h1>
        <Answer hand={hand} world={world} />
        <Ignored ignored={hand.set?.ignored ?? []} />
      </div>
      <div className="models-grid">
        <div className="models-side">
          <p className="models-now" aria-live="polite">
            {words.differ(differing, rows.length)}
          </p>
          <Sliders hand={hand} base={base} world={world} names={[a?.name.en ?? "A", b?.name.en ?? "B"]} />
        </div>
        <div className="models-main">
          <VerdictTable rows={rows} world={world} places={places} />
        </div>
      </div>
      <Below hand={hand} base={base} world={world} rows={rows} places={places} />
    </>
  );
}

/** The first sentence is the answer; the rest says what it leaves open. */
function Answer({ hand, world }: Pick<Props, "hand" | "world">): ReactNode {
  const { parties } = hand.inView;
  const told = useMemo(() => {
    if (!parties) return null;
    const found = keepingAt(world);
    const [watching = "", kept = "", ...rest] = sentencesOf(keepingAnswer(found, parties));
    return { watching, kept, rest, confidence: keepingConfidence(found) };
  }, [world, parties]);
  if (!told || !parties) return null;
  return (
    <>
      <p className="lead">
        {words.seenAndNamed(world.params.q.value)} {told.kept}
      </p>
      <p className="answer">
        {told.watching} {told.rest.join(" ")}
      </p>
      <p className="confidence">
        <span className="label">{words.confidence}</span> {told.confidence}
      </p>
      <p className="hint">{words.sides(parties[0].inSentence.en, parties[1].inSentence.en)}</p>
    </>
  );
}

function Below({
  hand,
  base,
  world,
  rows,
  places,
}: Props & { rows: readonly VerdictRow[]; places: Places }): ReactNode {
  const { view } = useAddress();
  const shown = useDeferredValue(world);
  return (
    <>
      <Compare hand={hand} base={base} world={world} rows={rows} places={places} />
      <Cards world={shown} places={places} />
      <details className="rests">
        <summary>{words.restsOn}</summary>
        <ul>
          {words.rests.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <p className="next-line actions">
        <Link href={places.page("/check")}>{words.next.check} →</Link>
        <Link href={places.page("/models/game")}>{words.next.game} →</Link>
        <Link href={keeping(dyadPath(view.read), view)}>{words.next.kept} →</Link>
      </p>
    </>
  );
}

function Cards({ world, places }: { world: World; places: Places }): ReactNode {
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">{cards.title}</h2>
      <p>{cards.lead}</p>
      <ul className="model-cards">
        {allModels.map((model) => (
          <li key={model.card.id}>
            <h3>
              <Link href={places.model(model.card.id)}>{model.card.title}</Link>
            </h3>
            <p className="hint">
              {model.card.id} · {model.card.arguments.map((letter) => `(${letter})`).join(" ")}
            </p>
            <p>{model.card.question}</p>
            {solvedParts(model, world)
              .slice(0, 1)
              .map(({ part, solution }) => (
                <p key={part} className="card-now">
                  {solution.ok ? toldShort(solution.value) : cards.refused}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function toldShort({
  equilibria,
  regimes,
}: {
  equilibria: readonly { inWords: string }[];
  regimes: readonly { here: boolean; means: string }[];
}): string {
  const here = regimes.find((regime) => regime.here)?.means;
  return here
    ? `${here.charAt(0).toUpperCase()}${here.slice(1)}.`.replace(/\.\.$/, ".")
    : (equilibria[0]?.inWords ?? "");
}
