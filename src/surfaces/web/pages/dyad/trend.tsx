// Is it getting worse, do the sides answer each other? The acts between the two governments, and what the years say.

import { useState, type ReactNode } from "react";
import type { Act } from "../../../../values/act.ts";
import { isCooperative, nameOf, toneOf } from "../../../charts/years.ts";
import { actFormNames } from "../../../words/en-codes.ts";
import { whenWords } from "../../../words/en-when.ts";
import { dyad as words, rests } from "../../../words/en-pages.ts";
import type { Known } from "../../facts/brief-facts.ts";
import { trendNumbers } from "../../facts/headline-numbers.ts";
import { Told } from "../../parts/number.tsx";
import { PartyName } from "../../parts/party.tsx";
import { Unchecked } from "../../parts/unchecked.tsx";
import { Zh } from "../../parts/zh.tsx";
import { stateName } from "../../state-names.ts";
import { LaterMeasures } from "./later-measures.tsx";
import { NextLink } from "./magnitude.tsx";

const FEW = 10;
type Kind = "all" | "cooperative" | "adverse";

export function Trend({ known, acts }: { known: Known; acts: Act[] }): ReactNode {
  const section = known.brief.sections.find(({ id }) => id === "trend");
  if (!section) return null;
  return (
    <section aria-labelledby="trend" className="question-part">
      <p className="kicker">{words.questionOf(2)}</p>
      <h2 id="trend" className="question">
        {section.question}
      </h2>
      <p className="answer">
        <Told text={section.answer} numbers={trendNumbers(known.brief)} />
      </p>
      <p className="confidence">
        <span className="label">{words.confidence}</span> {section.confidence}
      </p>
      <LaterMeasures part="trend" known={known} />
      <Acts acts={acts} known={known} />
      <details className="rests">
        <summary>{words.restsOn}</summary>
        <ul>
          <li>{rests.late}</li>
          <li>{rests.acts}</li>
        </ul>
      </details>
      <NextLink href="#kept">{known.brief.sections.find(({ id }) => id === "kept")?.question ?? ""}</NextLink>
    </section>
  );
}

function Acts({ acts, known }: { acts: Act[]; known: Known }): ReactNode {
  const [all, setAll] = useState(false);
  const [kind, setKind] = useState<Kind>("all");
  const found = acts.filter((act) => kind === "all" || isCooperative(act) === (kind === "cooperative")).toReversed();
  const shown = all ? found : found.slice(0, FEW);
  const kinds: [Kind, string][] = [
    ["all", words.actsAll],
    ["cooperative", words.actsCooperative],
    ["adverse", words.actsAdverse],
  ];
  return (
    <section aria-labelledby="acts">
      <h3 id="acts">{words.actsTitle}</h3>
      <fieldset className="segments">
        <legend className="unseen">{words.actsFilter}</legend>
        {kinds.map(([code, name]) => (
          <button key={code} type="button" aria-pressed={kind === code} onClick={() => setKind(code)}>
            {name}
          </button>
        ))}
      </fieldset>
      {found.length === 0 ? (
        <p className="refusal">{words.actsNone}</p>
      ) : (
        <ol className="acts">
          {shown.map((act) => (
            <ActRow key={act.id} act={act} known={known} />
          ))}
        </ol>
      )}
      {found.length > FEW && (
        <button type="button" className="button" onClick={() => setAll((now) => !now)} aria-expanded={all}>
          {all ? words.actsFewer : words.actsShow(found.length)}
        </button>
      )}
    </section>
  );
}

function ActRow({ act, known: { brief } }: { act: Act; known: Known }): ReactNode {
  const { actors, targets, form, title, summary, when, read, checked } = act;
  return (
    <li id={`act-${act.id}`}>
      <time dateTime={when.split("/")[0]}>{whenWords(when)}</time>
      <div>
        <p className="act-title">
          {title.en} <Zh>{title.zh}</Zh>
        </p>
        <p>{summary.en}</p>
        <p className="small">
          <Who codes={actors} brief={brief} />
          {targets.length > 0 && actors.length === 1 && (
            <>
              <span aria-hidden="true"> → </span>
              <span className="unseen"> toward </span>
              <Who codes={targets} brief={brief} />
            </>
          )}
          {" · "}
          {actFormNames[form]} · <Unchecked check={checked} />
          {read.map(({ url, title: name }) => (
            <span key={url}>
              {" · "}
              <a href={url} rel="noreferrer noopener">
                {name ?? new URL(url).hostname.replace(/^www\./, "")}
              </a>
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}

function Who({ codes, brief }: { codes: readonly string[]; brief: Known["brief"] }): ReactNode {
  return codes.map((iso, index) => {
    const tone = toneOf(brief.parties, iso);
    return (
      <span key={iso}>
        {index > 0 && ", "}
        <PartyName tone={tone}>{tone === "third" ? stateName(iso) : nameOf(brief.parties, iso)}</PartyName>
      </span>
    );
  });
}
