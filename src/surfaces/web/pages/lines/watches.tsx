// Tacit understandings: what the record suggests, what is under watch, and the flags of what would break it.

import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import { bands, type Flag, type WatchedUnderstanding } from "../../../../agreements/lines/watch.ts";
import { effects, sectors } from "../../../../values/statement.ts";
import type { Refusal } from "../../../../values/outcome.ts";
import type { CaseRestraint, WatchedUnderstanding as Candidate } from "../../../inputs/case-restraint.ts";
import { lines as words } from "../../../words/en-agreements-page.ts";
import { categoryWords, understandingSentence } from "../../../words/en-restraint.ts";
import { keeping } from "../../address.ts";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { useData } from "../../use-data.ts";
import { Choice, Field, useName, useTelling } from "../agreements/parts.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

export type Watch = {
  id: string;
  stage: string;
  understanding: WatchedUnderstanding | null;
  since: string | null;
  by: string | null;
  flags: Flag[];
};

type Told = {
  caseId: string;
  name: string;
  because: string;
  send: (address: string, body: object) => Promise<boolean>;
};

type Props = { caseId: string; parties: readonly [string, string]; watches: readonly Watch[] };

export function Watches({ caseId, parties, watches }: Props): ReactNode {
  const [name, setName] = useName();
  const [because, setBecause] = useState("");
  const [said, send] = useTelling();
  const watching = watches.filter(({ stage }) => stage === "watching");
  const told: Told = { caseId, name: name.trim(), because: because.trim(), send };
  return (
    <section className="agreement-part" aria-labelledby="watches">
      <h2 id="watches">{words.watches}</h2>
      {watching.length === 0 ? (
        <p>{words.noWatches}</p>
      ) : (
        watching.map((watch) => <Watched key={watch.id} watch={watch} told={told} />)
      )}
      <Candidates told={told} watching={watching} />
      <InWorkbench>
        <Own told={told} parties={parties} />
        <div className="small-form">
          <Field label={words.who} value={name} change={setName} />
          <Field label={words.why} value={because} change={setBecause} />
          <output>{said || (told.name !== "" && told.because !== "" ? "" : words.needBoth)}</output>
        </div>
      </InWorkbench>
    </section>
  );
}

const isReady = ({ name, because }: Told): boolean => name !== "" && because !== "";

function Watched({ watch: { id, understanding, flags, since, by }, told }: { watch: Watch; told: Told }): ReactNode {
  const { view } = useAddress();
  const { caseId, name, because, send } = told;
  const step = (event: object): void =>
    void send(`/api/cases/${caseId}/watches`, { watch: id, by: name, because, ...event });
  return (
    <article className="watch">
      <h3>{understanding && `${understanding.between.map(stateName).join(" – ")}: ${categoryWords(understanding)}`}</h3>
      <p className="hint">
        {id} · {words.since(since?.slice(0, 10) ?? "", by ?? "")}
      </p>
      {flags.length === 0 ? (
        <p>{words.noFlags}</p>
      ) : (
        <>
          <p className="refusal">{words.flags(flags.length)}</p>
          <ul className="points">
            {flags.map(({ incident, judged }) => (
              <li key={incident}>
                <Link href={keeping(`/i/${incident}`, view)}>{incident}</Link>{" "}
                {judged ? (
                  <span>{words.judged(judged.breaks, judged.by, judged.because)}</span>
                ) : (
                  <InWorkbench>
                    <span className="actions">
                      {([true, false] as const).map((breaks) => (
                        <button
                          key={String(breaks)}
                          type="button"
                          className="plain"
                          disabled={!isReady(told)}
                          aria-label={`${words.judge(breaks)}: ${incident}`}
                          onClick={() => step({ kind: "flag-judged", incident, breaks })}
                        >
                          {words.judge(breaks)}
                        </button>
                      ))}
                    </span>
                  </InWorkbench>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <InWorkbench>
        <button
          type="button"
          className="plain"
          disabled={!isReady(told)}
          aria-label={`${words.drop}: ${id}`}
          onClick={() => step({ kind: "dropped" })}
        >
          {words.drop}
        </button>
      </InWorkbench>
    </article>
  );
}

function Candidates({ told, watching }: { told: Told; watching: readonly Watch[] }): ReactNode {
  const { data, fault } = useData<CaseRestraint | { refused: Refusal }>(
    `/api/cases/${told.caseId}/measures/restraint?refusal=answer`,
  );
  const { view } = useAddress();
  const same = (one: Candidate): boolean =>
    watching.some(
      ({ understanding: is }) => is?.sector === one.sector && is.effect === one.effect && is.band === one.band,
    );
  // Refused as a whole where no other dyads are on record, else perhaps in its one answer for both.
  const both = data && !("refused" in data) ? data.mutual : data;
  const found = both && !("refused" in both) ? both.understandings : [];
  const why = fault ? fault.detail : both && "refused" in both ? both.refused.because : "";
  return (
    <>
      <h3>{words.candidates}</h3>
      {why !== "" && (
        <p className="refusal">
          {why} <Link href={keeping("/import", view)}>{words.toImport}</Link>
        </p>
      )}
      {data && why === "" && found.length === 0 && <p className="refusal">{words.noCandidates}</p>}
      {found.map((one) => (
        <p key={`${one.sector} ${one.effect} ${one.band}`}>
          {understandingSentence(one)}{" "}
          <InWorkbench>
            <button
              type="button"
              className="button"
              disabled={!isReady(told) || same(one)}
              aria-label={`${words.adopt}: ${categoryWords(one)}`}
              onClick={() =>
                adopt(told, { between: one.between, sector: one.sector, effect: one.effect, band: one.band })
              }
            >
              {same(one) ? words.adopted : words.adopt}
            </button>
          </InWorkbench>
        </p>
      ))}
    </>
  );
}

/** What a person believes to be understood, whether or not a measure found it. */
function Own({ told, parties }: { told: Told; parties: readonly [string, string] }): ReactNode {
  const [sector, setSector] = useState<string>("energy");
  const [effect, setEffect] = useState<string>("disruption");
  const [band, setBand] = useState<string>("high");
  const names = (all: readonly string[]): [string, string][] => all.map((one) => [one, one.replaceAll("-", " ")]);
  return (
    <details>
      <summary>{words.own}</summary>
      <div className="small-form">
        <Choice label={words.sector} value={sector} change={setSector} options={names(sectors)} />
        <Choice label={words.effect} value={effect} change={setEffect} options={names(effects)} />
        <Choice label={words.band} value={band} change={setBand} options={names(bands)} />
        <p className="actions">
          <button
            type="button"
            className="button"
            disabled={!isReady(told)}
            onClick={() => adopt(told, { between: parties, sector, effect, band })}
          >
            {words.adopt}
          </button>
        </p>
      </div>
    </details>
  );
}

function adopt({ caseId, name, because, send }: Told, understanding: object): void {
  void send(`/api/cases/${caseId}/watches`, { watch: null, by: name, because, kind: "adopted", understanding });
}
