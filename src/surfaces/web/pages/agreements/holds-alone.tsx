// Which promises hold with nobody to enforce them, at the case's world, each with its certificate.

import type { ReactNode } from "react";
import type { Holding, HoldsAlone as Holds } from "../../../../agreements/holds-alone.ts";
import { agreement as words } from "../../../words/en-agreements-page.ts";
import { significant } from "../../../words/en.ts";
import { useData } from "../../use-data.ts";
import { save } from "../../parts/save.ts";

type Answer = Holds & { terms: { q: number; delta: { A: number; B: number } } };

export function HoldsAlone({ caseId }: { caseId: string }): ReactNode {
  const { data } = useData<Answer>(`/api/cases/${caseId}/holds-alone`);
  if (!data) return null;
  const { terms, clauses, package: whole } = data;
  return (
    <section className="agreement-part" aria-labelledby="alone">
      <h2 id="alone">{words.alone}</h2>
      <p>{words.aloneLead(terms.q, terms.delta.A, terms.delta.B)}</p>
      <table className="cards">
        <thead>
          <tr>
            {words.aloneColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clauses.map((holding) => (
            <Row key={holding.name} name={holding.name} holding={holding} />
          ))}
          <Row name={words.package} holding={whole} />
        </tbody>
      </table>
    </section>
  );
}

function Row({ name, holding: { holds, attribution, certificates } }: { name: string; holding: Holding }): ReactNode {
  const certificate = certificates.here ?? certificates.atLeast;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-column={words.aloneColumns[1]}>{holds ? words.holds : words.fails}</td>
      <td data-column={words.aloneColumns[2]}>{attribution === null ? words.never : significant(attribution)}</td>
      <td data-column={words.aloneColumns[3]}>
        {certificate ? (
          <button
            type="button"
            className="plain"
            aria-label={`${words.aloneColumns[3]}: ${name}`}
            onClick={() => save("certificate.json", "application/json", JSON.stringify(certificate, null, 2))}
          >
            {words.exportJson.split(",")[0]}
          </button>
        ) : (
          "–"
        )}
      </td>
    </tr>
  );
}
