// What each of a model's arguments turns on: how far each parameter alone is from flipping it, on how much of the box it
// holds, and a map over any two parameters.

import { useDeferredValue, useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import type { Model } from "../../../../models/model.ts";
import { pointIn, sourceIn, type Axis, type Proposition } from "../../../../models/proposition.ts";
import { flipsOf, regimeMap, type Flip, type Share } from "../../../../models/sensitivity.ts";
import { argumentsInWords } from "../../../../models/verdict.ts";
import type { World } from "../../../../world/world.ts";
import type { Chart } from "../../../charts/chart.ts";
import { regimeMapChart } from "../../../charts/regime-map.ts";
import { significant } from "../../../words/en.ts";
import { model as words, sourceWords, verdictWords } from "../../../words/en-models.ts";
import { ChartFigure } from "../../parts/chart-figure.tsx";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { axisName } from "../../../words/axis-name.ts";
import { past, settingsFor } from "./axis-settings.ts";
import type { Places } from "./places.ts";
import { settingsIn } from "./settings.ts";
import { useWork } from "./work.ts";

const DRAWS = 10_000;
const SEED = 1;
/** Cells of a map on each side. It is drawn after the rest of the page has answered a slider. */
const MAP_STEPS = 64;

type Props = { model: Model; world: World; places: Places };

export function Turns({ model, world, places }: Props): ReactNode {
  const { params, set } = useAddress();
  const { propositions } = model;
  const asked = params.get("turns");
  const proposition = propositions.find(({ id }) => id === asked) ?? propositions[0];
  if (!proposition) return null;
  return (
    <section aria-labelledby="turns" className="turns">
      <h2 id="turns">{words.turns}</h2>
      {propositions.length > 1 && (
        <fieldset className="choices">
          <legend className="unseen">{words.arguments}</legend>
          {propositions.map(({ id, argument, sentence }) => (
            <label key={id} className="check">
              <input
                type="radio"
                name="turns"
                checked={id === proposition.id}
                onChange={() => set({ turns: id, x: null, y: null, at: null })}
              />
              ({argument}) {sentence}
            </label>
          ))}
        </fieldset>
      )}
      <OneTurns key={proposition.id} proposition={proposition} world={world} places={places} />
    </section>
  );
}

type OneProps = { proposition: Proposition; world: World; places: Places };

/** The world's point in the box, with what the address sets of axes that no world knows. */
function usePoint(proposition: Proposition, world: World): Record<string, number> {
  const { params } = useAddress();
  const at = params.get("at");
  return useMemo(() => {
    const point = pointIn(proposition, world);
    for (const [key, value] of Object.entries(settingsIn(at))) {
      const axis = proposition.axes.find((one) => one.key === key);
      const number = Number(value);
      if (axis && number >= axis.min && number <= axis.max) point[key] = number;
    }
    return point;
  }, [proposition, world, at]);
}

function OneTurns({ proposition, world, places }: OneProps): ReactNode {
  const point = usePoint(proposition, world);
  const later = useDeferredValue(point);
  const flips = useMemo(() => flipsOf(proposition, point), [proposition, point]);
  const { argument, sentence, condition, proof } = proposition;
  const here = proposition.margin(point) >= 0;
  const kind = proof?.holds ?? "iff";
  return (
    <>
      <p className="answer">
        ({argument}) “{argumentsInWords[argument]}” {sentence}
      </p>
      <output className="answer block">
        <span className={here ? "verdict verdict-holds" : "verdict verdict-fails"}>{verdictWords.here(here)}</span>,{" "}
        {verdictWords.kind[kind]}
        {proof ? `: ${proof.because}.` : ""} {!proof && <code>{condition}</code>}
      </output>
      <Nearest flips={flips} here={here} world={world} />
      <Flips proposition={proposition} flips={flips} world={world} places={places} />
      <ShareLine proposition={proposition} />
      {proposition.axes.length > 1 && <MapFigure proposition={proposition} point={later} flips={flips} world={world} />}
    </>
  );
}

function Nearest({ flips, here, world }: { flips: readonly Flip[]; here: boolean; world: World }): ReactNode {
  const nearest = flips[0];
  if (!nearest || nearest.to === null) return null;
  return (
    <p className="answer">
      {verdictWords.flips(here, axisName(nearest.param, world), nearest.from, nearest.to)}: the smallest change of one
      value alone that does it.
    </p>
  );
}

function Flips({ proposition, flips, world, places }: OneProps & { flips: readonly Flip[] }): ReactNode {
  const [, now, at, distance, source] = words.flipColumns;
  return (
    <table className="cards flips">
      <caption className="unseen">{words.turns}</caption>
      <thead>
        <tr>
          {words.flipColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flips.map((flip) => (
          <tr key={flip.param}>
            <th scope="row">
              {axisName(flip.param, world)} <code>{flip.param}</code>
            </th>
            <td className="figures" data-column={now}>
              {significant(flip.from)}
            </td>
            <td className="figures" data-column={at}>
              {flip.to === null ? (
                <span className="quiet">{words.flipsNever}</span>
              ) : (
                <FlipLink proposition={proposition} flip={flip} to={flip.to} world={world} places={places} />
              )}
            </td>
            <td className="figures" data-column={distance}>
              {flip.distance === null ? "–" : `${significant(100 * flip.distance)}%`}
            </td>
            <td data-column={source}>
              <span className={`source-kind source-${sourceIn(flip.param, world)}`}>
                {sourceWords[sourceIn(flip.param, world)]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A link that puts the sliders where the verdict flips. */
function FlipLink({ proposition, flip, to, world, places }: OneProps & { flip: Flip; to: number }): ReactNode {
  const beyond = past(proposition, flip.param, flip.from, to);
  const settings = settingsFor(flip.param, beyond, world);
  const shown = { turns: proposition.id };
  const href = settings
    ? places.model(proposition.model, settings, shown)
    : places.model(proposition.model, {}, { ...shown, at: `${flip.param}:${Number(beyond.toPrecision(6))}` });
  return (
    <Link href={href} aria-label={`${verdictWords.see}: ${axisName(flip.param, world)}, ${significant(to)}`}>
      {significant(to)}
    </Link>
  );
}

/** Shares do not depend on the world: drawn once, beside the page. */
function ShareLine({ proposition }: { proposition: Proposition }): ReactNode {
  const { answer } = useWork("sets", "shares", { draws: DRAWS, seed: SEED });
  const share: Share | undefined = answer?.[proposition.id];
  return (
    <p className="hint share-line">
      {share && (
        <>
          {words.shareTitle}: {verdictWords.share(share.holds, share.lower, share.upper, share.draws, share.seed)}.{" "}
          {verdictWords.shareNote}
        </>
      )}
    </p>
  );
}

type MapProps = { proposition: Proposition; point: Record<string, number>; flips: readonly Flip[]; world: World };

function MapFigure({ proposition, point, flips, world }: MapProps): ReactNode {
  const { params, set } = useAddress();
  const keys = proposition.axes.map(({ key }) => key);
  const named = (name: "x" | "y", at: number): string => {
    const wanted = params.get(name);
    return wanted !== null && keys.includes(wanted) ? wanted : (flips[at]?.param ?? keys[at] ?? "");
  };
  const x = named("x", 0);
  const wantedY = named("y", 1);
  const y = wantedY === x ? (keys.find((key) => key !== x) ?? x) : wantedY;
  const choose = (name: "x" | "y", value: string): void => set({ x, y, [name]: value });
  return (
    <MapPicture
      proposition={proposition}
      point={point}
      x={x}
      y={y}
      world={world}
      above={
        <div className="slider-choices">
          <AxisChoice
            name={words.across}
            value={x}
            keys={keys.filter((key) => key !== y)}
            world={world}
            choose={(value) => choose("x", value)}
          />
          <AxisChoice
            name={words.up}
            value={y}
            keys={keys.filter((key) => key !== x)}
            world={world}
            choose={(value) => choose("y", value)}
          />
        </div>
      }
    />
  );
}

type PictureProps = Omit<MapProps, "flips"> & { x: string; y: string; above: ReactNode };

function MapPicture({ proposition, point, x, y, world, above }: PictureProps): ReactNode {
  const inView = useCase();
  const chart = useMemo(() => mapChart(proposition, point, [x, y], world), [proposition, point, x, y, world]);
  if (!chart) return null;
  const sources = [`${proposition.model}, at the values above`];
  const facts = { sources, asof: null, caseTitle: inView.title.en, version: inView.id ?? "" };
  return <ChartFigure chart={chart} facts={facts} above={above} />;
}

function mapChart(
  proposition: Proposition,
  point: Record<string, number>,
  [x, y]: readonly [string, string],
  world: World,
): Chart | null {
  const [across, up] = [x, y].map((key) => proposition.axes.find((one) => one.key === key));
  if (!across || !up) return null;
  const axis = ({ key, min, max }: Axis) => ({
    label: `${axisName(key, world)} (${key})`,
    from: min,
    to: max,
    at: point[key] ?? min,
  });
  return regimeMapChart({
    id: `map-${proposition.id}`,
    sentence: proposition.sentence,
    map: regimeMap(proposition, x, y, point, MAP_STEPS),
    x: axis(across),
    y: axis(up),
    here: proposition.margin(point) >= 0,
  });
}

type ChoiceProps = {
  name: string;
  value: string;
  keys: readonly string[];
  world: World;
  choose: (value: string) => void;
};

function AxisChoice({ name, value, keys, world, choose }: ChoiceProps): ReactNode {
  return (
    <label>
      <span className="field-name">{name}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {keys.map((key) => (
          <option key={key} value={key}>
            {axisName(key, world)} ({key})
          </option>
        ))}
      </select>
    </label>
  );
}
