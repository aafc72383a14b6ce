// Every value of the world as a slider, in groups.

import { useMemo, useState, type ReactNode } from "react";
import type { Issue, Payoffs, World, WorldKey } from "../../../../world/world.ts";
import { models as pageWords, sliders as words } from "../../../words/en-models.ts";
import { groups, payoffTrack, trackOf, type GroupName, type Track } from "./groups.ts";
import { Slider } from "./slider.tsx";
import type { InHand } from "./use-world.ts";

type Props = { hand: InHand; world: World; base: World; names: readonly [string, string] };

/** `first`: the keys that stand on top, open; without them every group is folded but the first. */
export function Sliders({ first, ...props }: Props & { first?: readonly WorldKey[] }): ReactNode {
  const { hand } = props;
  return (
    <section className="sliders" aria-labelledby="sliders-title">
      <div className="sliders-head">
        <h2 id="sliders-title">{words.title}</h2>
        <p className="hint">{pageWords.changed(Object.keys(hand.settings).length)}</p>
        {Object.keys(hand.settings).length > 0 && (
          <button
            type="button"
            className="plain"
            onClick={() => hand.change(Object.fromEntries(Object.keys(hand.settings).map((key) => [key, null])))}
          >
            {pageWords.resetAll}
          </button>
        )}
      </div>
      {first ? <Keys {...props} keys={first} /> : <Groups {...props} except={none} />}
      <Chosen {...props} />
      {first && (
        <Fold title={words.all}>
          <Groups {...props} except={first} />
        </Fold>
      )}
    </section>
  );
}

const none: readonly WorldKey[] = [];

function Groups({ except, ...props }: Props & { except: readonly WorldKey[] }): ReactNode {
  return (
    <>
      {(Object.keys(groups) as GroupName[]).map((group, at) => (
        <Fold key={group} title={words.groups[group]} open={at === 0 && except.length === 0}>
          <Keys {...props} keys={except.length === 0 ? groups[group] : without(groups[group], except)} />
        </Fold>
      ))}
    </>
  );
}

function without(keys: readonly WorldKey[], except: readonly WorldKey[]): readonly WorldKey[] {
  return keys.filter((key) => !except.includes(key));
}

/** What is folded is not drawn: a moving slider would draw it again each time. */
function Fold({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }): ReactNode {
  const [unfolded, setUnfolded] = useState(open);
  return (
    <details
      className="slider-group"
      open={open || undefined}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {unfolded && children}
    </details>
  );
}

function Keys({ hand, world, base, keys }: Props & { keys: readonly WorldKey[] }): ReactNode {
  const tracks = useMemo(() => new Map(keys.map((key) => [key, trackOf(key)])), [keys]);
  return (
    <>
      {keys.map((key) => {
        const own = base.params[key];
        return (
          <Slider
            key={key}
            name={key}
            value={world.params[key].value}
            usual={own.value}
            range={rangeOf(own)}
            track={tracks.get(key) ?? trackOf(key)}
            about={own}
            told={hand.told[key]}
            change={hand.change}
            rest={hand.rest}
          />
        );
      })}
    </>
  );
}

const ranges = new WeakMap<object, [number, number]>();

/** One list per parameter, so that a slider that did not move is not drawn again. */
function rangeOf(param: { min: number; max: number }): readonly [number, number] {
  const known = ranges.get(param) ?? [param.min, param.max];
  ranges.set(param, known);
  return known;
}

function Chosen({ hand, world, base, names }: Props): ReactNode {
  const chosen = world.issues[world.chosen];
  const penalty = world.penalty === null ? null : world.issues[world.penalty];
  const ownChosen = base.issues[base.chosen]?.id;
  const ownPenalty = base.penalty === null ? "none" : base.issues[base.penalty]?.id;
  return (
    <>
      <div className="slider-choices">
        <label>
          <span className="field-name">{words.issue}</span>
          <select
            value={chosen?.id}
            onChange={({ target: { value } }) => hand.change({ chosen: value === ownChosen ? null : value })}
          >
            {world.issues.map(({ id, title }) => (
              <option key={id} value={id}>
                {title.en}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-name">{words.penalty}</span>
          <select
            value={penalty?.id ?? "none"}
            onChange={({ target: { value } }) => hand.change({ penalty: value === ownPenalty ? null : value })}
          >
            <option value="none">{words.none}</option>
            {world.issues.map(({ id, title }) => (
              <option key={id} value={id}>
                {title.en}
              </option>
            ))}
          </select>
        </label>
      </div>
      {world.issues.map((issue, at) => (
        <Fold key={issue.id} title={words.payoffs(issue.title.en)}>
          <IssueSliders hand={hand} issue={issue} own={base.issues[at] ?? issue} names={names} />
        </Fold>
      ))}
    </>
  );
}

const letters: readonly (keyof Payoffs)[] = ["T", "R", "P", "S"];

function IssueSliders({
  hand,
  issue,
  own,
  names,
}: Pick<Props, "hand" | "names"> & { issue: Issue; own: Issue }): ReactNode {
  const sides = (["A", "B"] as const).map((side, at) => (
    <fieldset key={side} className="slider-side">
      <legend>{words.side(side, names[at] ?? "")}</legend>
      {own.words && <p className="hint">{own.words[side].en}</p>}
      {letters.map((letter) => {
        const { track, range } = payoffTrack(letter, issue[side]);
        return (
          <Payoff
            key={letter}
            hand={hand}
            name={`issue.${issue.id}.${side}.${letter}`}
            value={issue[side][letter]}
            usual={own[side][letter]}
            meaning={words.letters[letter]}
            source={own.source}
            track={track}
            range={range}
          />
        );
      })}
    </fieldset>
  ));
  return (
    <>
      {own.source.note && <p className="hint">{own.source.note}</p>}
      {sides}
    </>
  );
}

type PayoffProps = {
  hand: InHand;
  name: string;
  value: number;
  usual: number;
  meaning: string;
  source: Issue["source"];
  track: Track;
  range: [number, number];
};

function Payoff({ hand, meaning, source, ...rest }: PayoffProps): ReactNode {
  // The note on an issue's payoffs is the same for all eight: it stands once, above them.
  const about = useMemo(
    () => ({ unit: "1", meaning, source: { kind: source.kind } as Issue["source"] }),
    [meaning, source],
  );
  return <Slider {...rest} about={about} change={hand.change} rest={hand.rest} />;
}
