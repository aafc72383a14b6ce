// Which clauses hold with nobody to enforce them, at the case's world, each with its certificates.

import type { ReactNode } from "react";
import { Link } from "wouter";
import type { AgreementAlone, ClauseAlone } from "../../../../agreements/agreement-alone.ts";
import type { Holding } from "../../../../agreements/holds-alone.ts";
import { alone as words, answerOf, attributionWords, patienceWords, shortOf } from "../../../words/en-alone.ts";
import { agreement as pageWords } from "../../../words/en-agreements-page.ts";
import { list } from "../../../words/en.ts";
import { keeping } from "../../address.ts";
import { save } from "../../parts/save.ts";
import { useAddress } from "../../use-address.ts";
import { useData } from "../../use-data.ts";

export function HoldsAlone({ caseId, agreement }: { caseId: string; agreement: string }): ReactNode {
  const { view, params } = useAddress();
  const set = params.get("set");
  const asked = set === null ? "" : `?set=${encodeURIComponent(set)}`;
  const { data } = useData<AgreementAlone>(`/api/cases/${caseId}/agreements/${agreement}/alone${asked}`);
  if (!data) return null;
  const tied = data.clauses.filter(({ holding }) => holding !== null);
  const untied = data.clauses.filter(({ holding }) => holding === null);
  return (
    <section className="agreement-part" aria-labelledby="alone">
      <h2 id="alone">{words.title}</h2>
      <p>{answerOf(data)}</p>
      {tied.length > 0 && (
        <>
          <p className="small">
            {words.lead(data.terms)} {words.assumed} <Link href={keeping("/models", view)}>{pageWords.toWorld}</Link>
          </p>
          <table className="cards">
            <thead>
              <tr>
                {words.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tied.map((clause) => (
                <Row key={clause.clause} name={shortOf(clause.clause)} of={clause} />
              ))}
              {data.package && <Row name={words.package} of={data.package} />}
            </tbody>
          </table>
        </>
      )}
      {untied.length > 0 && (
        <p className="quiet small">
          {list(untied.map(({ clause }) => shortOf(clause)))}: {words.untied}
        </p>
      )}
    </section>
  );
}

function Row({ name, of }: { name: string; of: Pick<ClauseAlone, "issues" | "holding"> }): ReactNode {
  const { holding } = of;
  if (holding === null) return null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-column={words.columns[1]}>{list(of.issues.map(({ title }) => title.en))}</td>
      <td data-column={words.columns[2]}>{holding.holds ? pageWords.holds : pageWords.fails}</td>
      <td data-column={words.columns[3]}>
        {holding.attribution === null ? pageWords.never : attributionWords(holding)}
      </td>
      <td data-column={words.columns[4]}>{patienceWords(holding)}</td>
      <td data-column={words.columns[5]}>
        <Certificates name={name} holding={holding} />
      </td>
    </tr>
  );
}

function Certificates({ name, holding: { certificates } }: { name: string; holding: Holding }): ReactNode {
  return (["here", "atLeast", "seen"] as const).map((which) => {
    const certificate = certificates[which];
    return (
      certificate && (
        <button
          key={which}
          type="button"
          className="plain certificate"
          aria-label={`${words.columns[5]}: ${name}, ${words[which]}`}
          onClick={() => save(`${which}.json`, "application/json", JSON.stringify(certificate, null, 2))}
        >
          {words[which]}
        </button>
      )
    );
  });
}
