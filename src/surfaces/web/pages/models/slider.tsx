// One value of the world: a slider, a number field beside it, and where the value comes from.

import { memo, useId, useState, type ReactNode } from "react";
import type { WorldParam } from "../../../../world/world.ts";
import { significant } from "../../../words/en.ts";
import { sliders as words, sourceWords } from "../../../words/en-models.ts";
import type { Track } from "./groups.ts";

type About = Pick<WorldParam, "unit" | "meaning" | "source" | "interval">;
type Props = {
  name: string;
  value: number;
  /** The case's own. */
  usual: number;
  range: readonly [number, number];
  track: Track;
  about: About;
  told?: { means: string; assumptions: readonly string[] } | undefined;
  change: (changes: Readonly<Record<string, string | null>>) => void;
  rest: () => void;
};

export const Slider: React.NamedExoticComponent<Props> = memo(function Slider(props: Props): ReactNode {
  const { name, value, usual, track, about, change, rest } = props;
  const id = useId();
  const changed = value !== usual;
  const put = (to: number): void => change({ [name]: to === usual ? null : String(to) });
  return (
    <div className={changed ? "slider slider-set" : "slider"}>
      <label htmlFor={id}>
        {about.meaning} <code>{name.replace(/^issue\..*\./, "")}</code>
      </label>
      <div className="slider-row">
        <span className="slider-track">
          <Interval track={track} interval={about.interval} />
          <input
            id={id}
            type="range"
            min={0}
            max={track.last}
            step={1}
            value={track.positionOf(value)}
            aria-valuetext={significant(value)}
            aria-describedby={`${id}-about`}
            onChange={(event) => put(track.valueAt(event.target.valueAsNumber))}
            onPointerUp={rest}
            onBlur={rest}
          />
        </span>
        <Exact {...props} />
      </div>
      <p className="hint" id={`${id}-about`}>
        <Source {...props} />
        {changed && (
          <>
            {" "}
            <button
              type="button"
              className="plain"
              aria-label={words.resetOf(about.meaning, usual)}
              onClick={() => change({ [name]: null })}
            >
              {words.reset}
            </button>
          </>
        )}
      </p>
    </div>
  );
});

/** What the record leaves open, as a band under the slider. */
function Interval({ track, interval }: { track: Track; interval: About["interval"] }): ReactNode {
  if (!interval) return null;
  const [from, to] = [interval.lower, interval.upper].map((end) => (100 * track.positionOf(end)) / track.last);
  return <span className="slider-interval" style={{ left: `${from}%`, width: `${(to ?? 0) - (from ?? 0)}%` }} />;
}

function Source({ value, usual, range, about, told }: Props): ReactNode {
  const { source, unit, interval } = about;
  const where = source.kind === "data" && told ? told.means : source.note;
  return (
    <>
      {unit === "1" ? "" : `${unit} · `}
      {words.range(...range)} · <span className={`source-kind source-${source.kind}`}>{sourceWords[source.kind]}</span>
      {where ? `: ${where}` : ""}
      {interval ? ` (${words.interval(interval.lower, interval.upper, interval.level)})` : ""}
      {value === usual ? "" : `. ${words.setByHand(source.kind, usual)}.`}
    </>
  );
}

/** The number itself: taken when it is whole and within the range, left alone while it is being typed. */
function Exact({ name, value, usual, range, about, change, rest }: Props): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const [min, max] = range;
  const take = (text: string): void => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== "" && number >= min && number <= max)
      change({ [name]: number === usual ? null : String(number) });
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      className="slider-number"
      aria-label={words.exact(about.meaning)}
      value={typed ?? shown(value)}
      aria-invalid={typed !== null && !(Number(typed) >= min && Number(typed) <= max) ? true : undefined}
      onChange={(event) => take(event.target.value)}
      onBlur={() => {
        setTyped(null);
        rest();
      }}
    />
  );
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
