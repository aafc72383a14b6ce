// A clause: what is agreed, each party's own reading side by side, how a breach would be seen, what speaks for and against.

import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { AgreementCheck, ClauseCheck, ShownReading } from "../../../inputs/agreement-check.ts";
import { checkNames } from "../../../words/en.ts";
import { agreement as words } from "../../../words/en-agreements-page.ts";
import { candidateSentence, pointSentence, statusSentence, verifiabilitySentence } from "../../../words/en-register.ts";
import { whenWords } from "../../../words/en-when.ts";
import { keeping } from "../../address.ts";
import { Zh } from "../../parts/zh.tsx";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { ClauseEditor } from "./clause-editor.tsx";
import { Findings } from "./findings.tsx";
import { Field, Sources, useName, useTelling } from "./parts.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

type Props = { clause: ClauseCheck; agreement: AgreementCheck };

export function Clause({ clause, agreement }: Props): ReactNode {
  const { id, kind, gist, status, verifiability, candidates, read } = clause;
  const part = id.slice(id.indexOf("#") + 1);
  return (
    <article className="clause" id={part} aria-labelledby={`${part}-title`}>
      <h2 id={`${part}-title`}>
        <span className="quiet">{part}</span> {gist.en}
      </h2>
      <p>
        <Zh>{gist.zh}</Zh> <span className="tag">{kind.replaceAll("-", " ")}</span> <Sources read={read} />
      </p>
      <Readings clause={clause} />
      <p className="small">{verifiabilitySentence(verifiability)}</p>
      <h3>{words.status}</h3>
      {status.length === 0 ? (
        <p className="quiet">{words.noStatus}</p>
      ) : (
        <ul className="points">
          {status.map((entry) => (
            <li key={`${entry.when} ${entry.gist.en}`}>
              {statusSentence(entry)} <Sources read={entry.read} />
            </li>
          ))}
        </ul>
      )}
      <ForAgainst clause={clause} />
      {candidates.length > 0 && <Candidates clause={clause} caseId={agreement.case} />}
      <Findings clause={clause} agreement={agreement} />
      {agreement.binding === "draft" && <ClauseEditor agreement={agreement} clause={clause} />}
    </article>
  );
}

function Readings({ clause: { readings } }: Pick<Props, "clause">): ReactNode {
  if (readings.length === 0) return null;
  return (
    <>
      <h3>{words.readings}</h3>
      <div className="readings">
        {[...new Set(readings.map(({ party }) => party))].map((party) => (
          <div key={party}>
            <h4>{stateName(party)}</h4>
            {readings
              .filter((reading) => reading.party === party)
              .map((reading) =>
                "recorded" in reading ? (
                  <p key={party} className="quiet">
                    {words.silent(stateName(party))}
                  </p>
                ) : (
                  <ReadingShown key={`${reading.said} ${reading.gist.en}`} reading={reading} />
                ),
              )}
          </div>
        ))}
      </div>
    </>
  );
}

/** What a party said, when, where it can be read, and whether we read it there. */
function ReadingShown({ reading }: { reading: Exclude<ShownReading, { recorded: false }> }): ReactNode {
  const { said, gist, read, checked } = reading;
  return (
    <p>
      <span className="quiet">{said === null ? words.undated : whenWords(said)}:</span> {gist.en} <Zh>{gist.zh}</Zh>{" "}
      <Sources read={read} /> <span className="quiet small">{checkNames[checked]}</span>
    </p>
  );
}

function ForAgainst({ clause }: Pick<Props, "clause">): ReactNode {
  const columns = [
    [words.for, clause.for],
    [words.against, clause.against],
    [words.neither, clause.neither],
  ] as const;
  return (
    <div className="readings for-against">
      {columns.map(([title, points]) => (
        <div key={title}>
          <h3>{title}</h3>
          {points.length === 0 ? (
            <p className="quiet">{words.nothing}</p>
          ) : (
            <ul className="points">
              {points.map((point) => (
                <li key={JSON.stringify(point)}>{pointSentence(point)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

function Candidates({ clause: { candidates, id }, caseId }: { clause: ClauseCheck; caseId: string }): ReactNode {
  const { view } = useAddress();
  const [name, setName] = useName();
  const [why, setWhy] = useState("");
  const [said, send] = useTelling();
  const ready = name.trim() !== "" && why.trim() !== "";
  const judge = (incident: string, as: string): void => {
    void send(`/api/cases/${caseId}/confirmations`, { clause: id, incident, as, because: why.trim(), by: name.trim() });
  };
  return (
    <details className="candidates">
      <summary>{words.candidates(candidates.length)}</summary>
      <InWorkbench>
        <div className="small-form">
          <Field label={words.who} value={name} change={setName} />
          <Field label={words.why} value={why} change={setWhy} />
          <output>{said || (ready ? "" : words.needName)}</output>
        </div>
      </InWorkbench>
      <ul className="plain-list">
        {candidates.map((candidate) => (
          <li key={candidate.incident} className="candidate">
            <span>
              <Link href={keeping(`/i/${candidate.incident}`, view)}>{candidateSentence(candidate)}</Link>
              {candidate.confirmed !== null && <strong> {words.confirmed[candidate.confirmed]}</strong>}
            </span>
            <InWorkbench>
              <span className="actions">
                {Object.entries(words.buttons).map(([as, label]) => (
                  <button
                    key={as}
                    type="button"
                    className="plain"
                    disabled={!ready}
                    aria-label={`${label}: ${candidate.incident}`}
                    onClick={() => judge(candidate.incident, as)}
                  >
                    {label}
                  </button>
                ))}
              </span>
            </InWorkbench>
          </li>
        ))}
      </ul>
    </details>
  );
}
