// A doubtful pair: both statements side by side, what a judgement would move, and the reasons in bits.

import { useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import type { Influence } from "../../../../measure/link-influence.ts";
import { waterfallScene, waterfallWords } from "../../../charts/waterfall.ts";
import type { QueueItem, QueueSide } from "../../../inputs/queue.ts";
import { effectNames, listName, sectorNames } from "../../../words/en-codes.ts";
import { whenWords } from "../../../words/en-when.ts";
import { foot } from "../../../words/en-pages.ts";
import { queue as words, waterfall } from "../../../words/en-review.ts";
import { keeping } from "../../address.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { ScenePicture } from "../../parts/scene-picture.tsx";
import { useWidth } from "../../parts/use-width.ts";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { shown, type CaseInView } from "../../use-case.ts";
import { short } from "../incident/statement-card.tsx";

type Props = {
  item: QueueItem;
  inView: CaseInView;
  /** How it is judged: between the pair and the reasons. */
  children: ReactNode;
};

export function Pair({ item, inView, children }: Props): ReactNode {
  const { now, probability, left, right, why } = item;
  return (
    <article className="pair-judged" aria-label={`${left.statement.id} – ${right.statement.id}`}>
      <p className="answer">
        {now === "linked" ? words.linked : words.apart} {words.chance(percent(probability))}.{" "}
        {movesWords(item.influence, inView)}
      </p>
      <div className="sides">
        <Side title={words.left} side={left} inView={inView} />
        <Side title={words.right(right.incident.title.en)} side={right} inView={inView} />
      </div>
      {children}
      {why && <Reasons why={why} />}
    </article>
  );
}

export function percent(probability: number): string {
  const digits = probability > 0.1 && probability < 0.9 ? 0 : 1;
  return `${(100 * probability).toFixed(digits)}%`;
}

function movesWords(influence: readonly Influence[], { parties }: CaseInView): string {
  const moved = influence.filter(({ now, after }) => Math.abs(after - now) >= 0.05);
  if (moved.length === 0) return words.noMove;
  const name = (iso: string): string => shown(parties, iso, stateName).name;
  const told = moved.map(({ from, to, of, now, after }) => {
    const digits = Math.abs(after - now) < 1 ? 1 : 0;
    return words[of](name(from), name(to), now.toFixed(digits), after.toFixed(digits));
  });
  return words.ifOther(`${told.join("; ")}.`);
}

function Side({
  title,
  side: { statement, incident },
  inView: { parties },
}: {
  title: string;
  side: QueueSide;
  inView: CaseInView;
}): ReactNode {
  const { view } = useAddress();
  const { author, summary, accused, victims, what, happened, disclosed, listedBy, read } = statement;
  const names = (codes: readonly string[]): string =>
    codes.map((code) => shown(parties, code, stateName).name).join(", ") || words.none;
  const given = (when: string | null): string => (when === null ? words.none : whenWords(when));
  const rows: [string, ReactNode][] = [
    [words.incident, <Incident key="incident" incident={incident} href={keeping(`/i/${incident.id}`, view)} />],
    [words.dates, `${given(happened)} · ${given(disclosed)}`],
    [words.whom, `${names(accused.states)} → ${[names(victims.states), ...victims.names].join(", ")}`],
    [words.actors, accused.actors.join(", ") || words.none],
    [
      words.what,
      `${what.effects.map((effect) => effectNames[effect]).join(", ")} · ${what.sectors.map((sector) => sectorNames[sector]).join(", ")}`,
    ],
    [words.listed, listedBy.map(({ source, id }) => `${listName(source)}, ${id}`).join("; ") || words.none],
  ];
  return (
    <section className="side" aria-label={title}>
      <p className="label">{title}</p>
      <h2>{author.name.en}</h2>
      <p>{summary.en}</p>
      <dl className="particulars">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {read.length > 0 && (
          <div>
            <dt>{words.read}</dt>
            <dd>
              <ul className="read-links">
                {read.slice(0, MOST_LINKS).map(({ url, title: page }) => (
                  <li key={url}>
                    <a href={url} rel="noreferrer noopener">
                      {page ?? short(url)}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

const MOST_LINKS = 4;

function Incident({
  incident: { title, statements },
  href,
}: {
  incident: QueueSide["incident"];
  href: string;
}): ReactNode {
  return (
    <>
      <Link href={href}>{title.en}</Link>, {statements === 1 ? words.alone : words.others(statements)}
    </>
  );
}

function Reasons({ why }: { why: NonNullable<QueueItem["why"]> }): ReactNode {
  const [ref, width] = useWidth<HTMLDivElement>();
  const scene = useMemo(() => waterfallScene(why, Math.min(width, WIDEST)), [why, width]);
  const rows = [
    [waterfall.prior, "", waterfall.bits(why.prior)],
    ...why.bits
      .filter(({ bits }) => bits !== 0)
      .map(({ feature, level, bits }) => [waterfall.features[feature] ?? feature, level, waterfall.bits(bits)]),
  ];
  return (
    <figure className="chart">
      <figcaption>{waterfall.title}</figcaption>
      <p className="hint">{waterfall.words}</p>
      <div className="canvas" ref={ref}>
        <ScenePicture scene={scene} id="waterfall" title={waterfall.title} description={waterfallWords(why)} />
      </div>
      <details className="as-table">
        <summary>{foot.table}</summary>
        <DataTable caption={waterfall.title} columns={waterfall.columns} rows={rows} />
      </details>
    </figure>
  );
}

const WIDEST = 720;
