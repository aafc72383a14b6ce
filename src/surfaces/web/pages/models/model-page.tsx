// One model: what it says at the world in hand, what its verdicts turn on, its certificate, its card.

import { useDeferredValue, useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import { models as allModels, modelOf } from "../../../../models/index.ts";
import type { Model } from "../../../../models/model.ts";
import type { World, WorldKey } from "../../../../world/world.ts";
import { isWorldKey } from "../../../../world/set.ts";
import { model as words, models as pageWords } from "../../../words/en-models.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { CertificateView } from "./certificate.tsx";
import { Ignored } from "./ignored.tsx";
import { ModelCard } from "./model-card.tsx";
import { OwnResult } from "./own-result.tsx";
import { PayoffSetView } from "./payoff-set.tsx";
import { placesOf } from "./places.ts";
import { Turns } from "./turns.tsx";
import { asOptions, settingsIn } from "./settings.ts";
import { Sliders } from "./sliders.tsx";
import { solvedParts } from "./solved.ts";
import { useWorld, type InHand } from "./use-world.ts";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./models.css";

export function ModelPage({ name }: { name: string }): ReactNode {
  const hand = useWorld();
  const model = modelOf(name);
  const title = model?.card.title ?? words.unknown(name);
  return (
    <Page title={title} inView={hand.inView}>
      {hand.fault && <FaultNote fault={hand.fault} retry={hand.retry} />}
      {!model && <Unknown name={name} />}
      {model && !hand.set && !hand.fault && <Waiting question={model.card.question} />}
      {model && hand.set && hand.base && <Shown hand={hand} model={model} base={hand.base} world={hand.set.world} />}
    </Page>
  );
}

function Unknown({ name }: { name: string }): ReactNode {
  return (
    <div className="refusal">
      <h1>{words.unknown(name)}</h1>
      <p>{words.unknownDo(allModels.map(({ card }) => card.id))}</p>
      <Link href="/models">{words.seeAll}</Link>
    </div>
  );
}

type Props = { hand: InHand; model: Model; base: World; world: World };

function Shown({ hand, model, base, world }: Props): ReactNode {
  const { view, params } = useAddress();
  const { card } = model;
  const places = useMemo(() => placesOf(view, settingsIn(params.get("set")), params.get("pin")), [view, params]);
  const keys = useMemo(() => turningKeys(model), [model]);
  const solved = useMemo(() => solvedParts(model, world), [model, world]);
  const later = useDeferredValue(solved);
  const shown = useDeferredValue(world);
  const [a, b] = hand.inView.parties ?? [];
  const command = `detente models solve ${card.id} --world ${hand.inView.id ?? ""}${asOptions(hand.settings)}`;
  return (
    <>
      <div className="models-answer">
        <p className="kicker">
          <Link href={places.page("/models")}>{words.all}</Link> · {card.id}
        </p>
        <h1>{card.question}</h1>
        <p className="lead">{card.story}</p>
        <p className="hint">
          <span className={`status status-${card.status}`}>{words.status(card.status)}</span>
        </p>
        {a && b && <p className="hint">{pageWords.sides(a.inSentence.en, b.inSentence.en)}</p>}
        <Ignored ignored={hand.set?.ignored ?? []} />
      </div>
      <div className="models-grid">
        <div className="models-side">
          <Sliders hand={hand} base={base} world={world} names={[a?.name.en ?? "A", b?.name.en ?? "B"]} first={keys} />
        </div>
        <div className="models-main">
          <OwnResult solved={solved} />
          {model.propositions.length > 0 && <Turns model={model} world={world} places={places} />}
        </div>
      </div>
      {card.id === "REPEAT" && <PayoffSetView world={shown} />}
      <section aria-labelledby="certificates">
        <h2 id="certificates">{words.certificates}</h2>
        {later.map(({ part, solution }) =>
          solution.ok ? (
            <CertificateView
              key={part}
              name={`${card.id}-${part}`}
              title={part.replaceAll("-", " ")}
              certificate={solution.value.certificate}
            />
          ) : null,
        )}
      </section>
      <section aria-labelledby="command">
        <h2 id="command">{words.command}</h2>
        <pre>{command}</pre>
        <p className="actions">
          <CopyButton text={command} label={words.copy} done={words.copied} />
          <Link href={places.page("/models/game", { issue: world.issues[world.chosen]?.id ?? null })}>
            {words.exportNfg}
          </Link>
          <Link href={places.page(`/methods/models/${card.id.toLowerCase()}`)}>{words.method}</Link>
        </p>
      </section>
      <ModelCard model={model} />
      <p className="next-line">
        <Link href={places.page("/models")}>{words.all} →</Link>
      </p>
    </>
  );
}

/** The world's parameters on which its arguments turn. */
function turningKeys({ propositions }: Model): readonly WorldKey[] {
  const keys = propositions.flatMap(({ axes }) => axes.map(({ key }) => key));
  return [...new Set(keys)].filter((key): key is WorldKey => isWorldKey(key));
}
