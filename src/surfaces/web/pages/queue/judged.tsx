// What was judged: by whom and why, each to be taken back; the whole to be carried to another workbench.

import { useRef, useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { DecisionsImported } from "../../../../ledger/decisions.ts";
import { queue as words } from "../../../words/en-review.ts";
import { keeping } from "../../address.ts";
import { forgetAll } from "../../answers.ts";
import { addressOf, Failed, send, type DecisionsAnswer } from "../../api.ts";
import { useAddress } from "../../use-address.ts";

type Props = {
  caseId: string;
  decisions: DecisionsAnswer["decisions"];
  takeBack: (of: { statement: string; incident: string }) => void;
};

export function Judged({ caseId, decisions, takeBack }: Props): ReactNode {
  const { view } = useAddress();
  const [statement, incident, judged, who, why] = words.judgedColumns;
  return (
    <section className="judged" aria-labelledby="judged">
      <h2 id="judged">{words.judgedTitle}</h2>
      {decisions.length === 0 ? (
        <p className="quiet">{words.judgedNone}</p>
      ) : (
        <table className="cards">
          <caption className="unseen">{words.judgedTitle}</caption>
          <thead>
            <tr>
              {words.judgedColumns.map((column) =>
                column === "" ? (
                  <th key="act" scope="col">
                    <span className="unseen">{words.takeBack}</span>
                  </th>
                ) : (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {decisions.toReversed().map((one) => (
              <tr key={`${one.statement}|${one.incident}`}>
                <th scope="row" data-column={statement}>
                  {one.statement}
                </th>
                <td data-column={incident}>
                  <Link href={keeping(`/i/${one.incident}`, view)}>{one.incident}</Link>
                </td>
                <td data-column={judged}>{words.judgementNames[one.judgement]}</td>
                <td data-column={who}>
                  {one.by}, <time dateTime={one.at}>{one.at.slice(0, 10)}</time>
                </td>
                <td data-column={why}>{one.because}</td>
                <td>
                  <button
                    type="button"
                    className="plain"
                    aria-label={words.takeBackOf(one.statement, one.incident)}
                    onClick={() => takeBack(one)}
                  >
                    {words.takeBack}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Carry caseId={caseId} />
    </section>
  );
}

function Carry({ caseId }: { caseId: string }): ReactNode {
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const { applied, unchanged, rejected } = (await send(
        `${addressOf.decisions(caseId)}/import`,
        file,
      )) as DecisionsImported;
      setSaid(words.imported(applied, unchanged, rejected.length));
      forgetAll();
    } catch (error) {
      setSaid(error instanceof Failed ? `${words.badFile} ${error.message}` : words.badFile);
    }
  };
  return (
    <>
      <p className="actions">
        <a href={`${addressOf.decisions(caseId)}?download=1`} download>
          {words.export}
        </a>
        <button type="button" className="plain" onClick={() => input.current?.click()}>
          {words.import}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          className="unseen"
          tabIndex={-1}
          aria-label={words.import}
          onChange={(event) => {
            void bring(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </p>
      <output className="small">{said}</output>
    </>
  );
}
