// Which payoffs can last: a set that one can point at, with the play behind each corner in words.

import { useMemo, useState, type ReactNode } from "react";
import { chosenIssue, type World } from "../../../../world/world.ts";
import type { Chart } from "../../../charts/chart.ts";
import { CORNER_RADIUS, payoffSetChart } from "../../../charts/payoff-set.ts";
import type { Scene } from "../../../charts/scene.ts";
import { payoffSet as words } from "../../../words/en-models.ts";
import { ChartFigure } from "../../parts/chart-figure.tsx";
import { useCase } from "../../use-case.ts";
import { CertificateView } from "./certificate.tsx";
import type { Corner, PayoffSet } from "./jobs.ts";
import { useWork, type Worked } from "./work.ts";

type Named = Corner & { at: number; of: "seen" | "watched" | "settled" };

export function PayoffSetView({ world }: { world: World }): ReactNode {
  const inView = useCase();
  const [blames, setBlames] = useState(false);
  const { id, title, A, B } = chosenIssue(world);
  const { delta_A, delta_B, q, rho, m } = world.params;
  const delta = Math.min(delta_A.value, delta_B.value);
  const game = { A, B, delta };
  const seen = useWork("sets", "seen", game);
  const asks = { ...game, q: q.value, rho: rho.value, m: m.value, blames };
  const settled = useWork("sets", "settled", asks);
  const watched = useWork("slow", "watched", asks);
  const [pointed, setPointed] = useState<string | null>(null);
  const [seenSet, watchedSet, settledSet] = [seen.answer, watched.answer, settled.answer];
  const sets = useMemo<Sets>(
    () => ({ seen: seenSet, watched: watchedSet, settled: settledSet }),
    [seenSet, watchedSet, settledSet],
  );
  const named = useMemo(() => namedCorners(sets), [sets]);
  const chart = useMemo(() => chartOf(world, sets), [world, sets]);
  const chosen = named.find((corner) => nameOf(corner) === pointed) ?? null;
  return (
    <section aria-labelledby="payoff-set" className="payoff-set">
      <h2 id="payoff-set">{words.title}</h2>
      <p>{words.lead(title.en, delta)}</p>
      <label className="check">
        <input type="checkbox" checked={blames} onChange={(event) => setBlames(event.target.checked)} />
        {words.blames}
      </label>
      <ChartFigure
        chart={chart}
        facts={{ sources: [`REPEAT, ${id}`], asof: null, caseTitle: inView.title.en, version: inView.id ?? "" }}
        renderOver={(scene) => <Corners scene={scene} named={named} pointed={pointed} point={setPointed} />}
      />
      <p className="corner-told" aria-live="polite">
        {chosen ? chosen.inWords : words.point}
      </p>
      <Told title={words.ifSeen} worked={seen} name="seen" />
      <Told title={words.ifWatched(q.value, rho.value)} worked={watched} name="watched" />
      <Told title={words.ifSettled} worked={settled} name="settled" />
    </section>
  );
}

type Sets = Record<Named["of"], PayoffSet | null>;

function chartOf(world: World, { seen, watched, settled }: Sets): Chart {
  const { A, B } = chosenIssue(world);
  return payoffSetChart({
    outcomes: { CC: [A.R, B.R], DC: [A.T, B.S], CD: [A.S, B.T], DD: [A.P, B.P] },
    seen: seen?.corners.map(({ point }) => point) ?? [],
    watched: watched && { corners: watched.corners.map(({ point }) => point), outer: watched.outer },
    settled: settled?.corners.map(({ point }) => point) ?? [],
  });
}

function nameOf({ of, at }: Pick<Named, "of" | "at">): string {
  return `${of}-${at}`;
}

/** In the order in which the chart draws its dots. */
function namedCorners({ watched, seen, settled }: Sets): Named[] {
  const of = (set: PayoffSet | null, name: Named["of"]): Named[] =>
    (set?.corners ?? []).map((corner, at) => ({ ...corner, at, of: name }));
  return [...of(settled, "settled"), ...of(watched, "watched"), ...of(seen, "seen")];
}

type CornersProps = {
  scene: Scene;
  named: readonly Named[];
  pointed: string | null;
  point: (name: string) => void;
};

/** A button over each corner's dot: for the pointer, and for the keyboard. */
function Corners({ scene, named, pointed, point }: CornersProps): ReactNode {
  const dots = scene.shapes.flatMap((shape) => (shape.kind === "dot" && shape.radius === CORNER_RADIUS ? [shape] : []));
  return named.map((corner, at) => {
    const dot = dots[at];
    if (!dot) return null;
    const name = nameOf(corner);
    return (
      <button
        key={name}
        type="button"
        className="corner"
        style={{ left: dot.x - 12, top: dot.y - 12 }}
        aria-pressed={name === pointed}
        aria-label={`${words.corner(corner.at + 1)}: ${corner.inWords}`}
        onPointerEnter={() => point(name)}
        onFocus={() => point(name)}
        onClick={() => point(name)}
      />
    );
  });
}

function Told({ title, worked, name }: { title: string; worked: Worked<PayoffSet>; name: string }): ReactNode {
  const { answer, fault, late, ms } = worked;
  return (
    <div className="set-told" aria-busy={late}>
      <h3>{title}</h3>
      {fault && <p className="refusal">{fault.kind === "overdue" ? words.overdue : fault.because}</p>}
      {!answer && !fault && <p className="quiet">{words.working}</p>}
      {answer && (
        <>
          <p>
            {(name === "settled" ? words.settledKinds : words.kinds)[answer.kind]}{" "}
            {ms !== null && <span className="hint">{words.ms(ms)}</span>}
          </p>
          <ol className="equilibria">
            {answer.corners.map(({ inWords, point }) => (
              <li key={point.join()}>{inWords}</li>
            ))}
          </ol>
          {answer.notes.map((note) => (
            <p key={note} className="hint">
              {note}
            </p>
          ))}
          <CertificateView name={`REPEAT-${name}`} certificate={answer.certificate} />
        </>
      )}
    </div>
  );
}
