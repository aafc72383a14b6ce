// What follows the reader everywhere: the case, the capital it is read from, the as-of date, who counts, which date.

import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { DateKind } from "../../../ledger/incident.ts";
import type { Party } from "../../../values/case-file.ts";
import { rail as words, shell } from "../../words/en-pages.ts";
import { provenance } from "../../words/en-review.ts";
import { whenWords } from "../../words/en-when.ts";
import { dyadPath, query, viewEntries } from "../address.ts";
import { Zh } from "../parts/zh.tsx";
import { useAddress } from "../use-address.ts";
import { useMedia } from "../use-media.ts";

type Props = {
  title: { en: string; zh?: string | undefined };
  /** In the case's order. */
  parties: readonly [Party, Party] | null;
  /** Who reads: the code of one party. */
  reader: string;
  extra?: ReactNode;
};

export function Rail({ title, parties, reader, extra }: Props): ReactNode {
  const { view } = useAddress();
  const narrow = useMedia("(max-width: 900px)");
  const by = words.summary(
    byName(view.by, parties),
    words.dateKinds[view.date],
    view.asof === null ? words.asofNow : whenWords(view.asof),
  );
  const fields = (
    <>
      <ReadFrom parties={parties} reader={reader} />
      <AsOf />
      <Recorded />
      <CountedBy parties={parties} />
      <DateKinds />
    </>
  );
  return (
    <aside className="rail" aria-label={shell.rail}>
      <p className="rail-case">
        {title.en} <Zh>{title.zh}</Zh>
      </p>
      {narrow ? (
        <details className="rail-fold">
          <summary>{by}</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
      {extra}
    </aside>
  );
}

function byName(by: string | null, parties: Props["parties"]): string {
  if (by === null) return words.everyone;
  return by === "third" ? words.third : words.sourcesIn(parties?.find(({ iso }) => iso === by)?.inSentence.en ?? by);
}

function ReadFrom({ parties, reader }: Pick<Props, "parties" | "reader">): ReactNode {
  const { path, view, params } = useAddress();
  if (!parties) return null;
  const hrefOf = (iso: string): string => {
    if (path.startsWith("/d/")) return `${dyadPath(iso)}${query({ ...viewEntries(view) })}`;
    const home = iso === parties[0].iso;
    return `${path}${query({ ...Object.fromEntries(params), read: home ? null : iso })}`;
  };
  return (
    <div className="field">
      <p className="field-name" id="read-from">
        {words.readFrom}
      </p>
      <ul className="segments" aria-labelledby="read-from">
        {parties.map(({ iso, name }) => (
          <li key={iso}>
            <Link href={hrefOf(iso)} aria-current={iso === reader ? "true" : undefined} replace>
              {name.en}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function AsOf(): ReactNode {
  const { view, set } = useAddress();
  const [text, setText] = useState(view.asof ?? "");
  const [seen, setSeen] = useState(view.asof);
  if (seen !== view.asof) {
    setSeen(view.asof);
    setText(view.asof ?? "");
  }
  const apply = (value: string): void => {
    setText(value);
    // A date is whole or it is empty: half of one changes nothing.
    if (value === "" || /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) set({ asof: value === "" ? null : value });
  };
  return (
    <div className="field">
      <label className="field-name" htmlFor="asof">
        {words.asof}
      </label>
      <span className="with-button">
        <input
          id="asof"
          type="date"
          value={text}
          min="1990-01-01"
          max="2100-12-31"
          onChange={(event) => apply(event.target.value)}
          aria-describedby="asof-hint"
        />
        {view.asof !== null && (
          <button type="button" className="plain" onClick={() => apply("")}>
            {words.asofClear}
          </button>
        )}
      </span>
      <p className="hint" id="asof-hint">
        {words.asofHint}
      </p>
    </div>
  );
}

/** What had been entered by a day, which is not what was known of it. */
function Recorded(): ReactNode {
  const { view, set } = useAddress();
  const apply = (value: string): void => set({ recorded: value === "" ? null : value });
  const day = view.recorded?.slice(0, 10) ?? "";
  return (
    <details className="field" open={day !== "" || undefined}>
      <summary className="field-name">{provenance.recordedAt}</summary>
      <span className="with-button">
        <input
          type="date"
          aria-label={provenance.recordedAt}
          value={day}
          min="2000-01-01"
          max="2100-12-31"
          onChange={(event) => apply(event.target.value)}
          aria-describedby="recorded-hint"
        />
        {day !== "" && (
          <button type="button" className="plain" onClick={() => apply("")}>
            {provenance.recordedClear}
          </button>
        )}
      </span>
      <p className="hint" id="recorded-hint">
        {provenance.recordedHint}
      </p>
    </details>
  );
}

function CountedBy({ parties }: Pick<Props, "parties">): ReactNode {
  const { view, set } = useAddress();
  const choices: [string, string][] = [
    ["", words.everyone],
    ...(parties ?? []).map(({ iso, inSentence }): [string, string] => [iso, words.sourcesIn(inSentence.en)]),
    ["third", words.third],
  ];
  return (
    <Choice
      name="by"
      title={words.by}
      choices={choices}
      value={view.by ?? ""}
      choose={(value) => set({ by: value === "" ? null : value, page: null })}
    />
  );
}

function DateKinds(): ReactNode {
  const { view, set } = useAddress();
  const choices = Object.entries(words.dateKinds) as [DateKind, string][];
  return (
    <Choice
      name="date"
      title={words.dates}
      choices={choices}
      value={view.date}
      choose={(value) => set({ date: value === "first" ? null : value, page: null })}
    />
  );
}

function Choice({
  name,
  title,
  choices,
  value,
  choose,
}: {
  name: string;
  title: string;
  choices: [string, string][];
  value: string;
  choose: (value: string) => void;
}): ReactNode {
  return (
    <fieldset className="field">
      <legend className="field-name">{title}</legend>
      {choices.map(([code, label]) => (
        <label key={code} className="check">
          <input type="radio" name={name} value={code} checked={value === code} onChange={() => choose(code)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
