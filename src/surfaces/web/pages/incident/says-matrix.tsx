// Who says whom: a row an author, a column a state that is named. Each mark is a statement further down the page.

import type { ReactNode } from "react";
import type { LinkedStatement } from "../../../../ledger/incident.ts";
import type { Party } from "../../../../values/case-file.ts";
import { authorKindNames, stanceMarks, stanceVerbs } from "../../../words/en-codes.ts";
import { incident as words } from "../../../words/en-pages.ts";
import { PartyName } from "../../parts/party.tsx";
import { Zh } from "../../parts/zh.tsx";
import { stateName } from "../../state-names.ts";
import { shown } from "../../use-case.ts";

const NOBODY = "";

type Props = { statements: readonly LinkedStatement[]; parties: readonly [Party, Party] | null };

export function SaysMatrix({ statements, parties }: Props): ReactNode {
  const columns = statesNamed(statements, parties);
  const authors = [...Map.groupBy(statements, ({ author }) => `${author.side}|${author.name.en}`)];
  return (
    <table className="matrix cards">
      <caption className="unseen">{words.who}</caption>
      <thead>
        <tr>
          <th scope="col">{words.author}</th>
          {columns.map((code) => (
            <th key={code} scope="col">
              {code === NOBODY ? (
                words.nobody
              ) : (
                <PartyName tone={shown(parties, code, stateName).tone}>
                  {shown(parties, code, stateName).name}
                </PartyName>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {authors.map(([key, said]) => (
          <AuthorRow key={key} said={said} columns={columns} parties={parties} />
        ))}
      </tbody>
    </table>
  );
}

function AuthorRow({
  said,
  columns,
  parties,
}: {
  said: LinkedStatement[];
  columns: string[];
  parties: Props["parties"];
}): ReactNode {
  const author = said[0]?.author;
  if (!author) return null;
  const side = shown(parties, author.side, stateName);
  return (
    <tr>
      <th scope="row">
        <PartyName tone={side.tone}>{author.name.en}</PartyName> <Zh>{author.name.zh}</Zh>{" "}
        <span className="small quiet">{authorKindNames[author.kind]}</span>
      </th>
      {columns.map((code) => {
        const here = said.filter(({ accused }) =>
          code === NOBODY ? accused.states.length === 0 : accused.states.some((state) => state === code),
        );
        return (
          <td
            key={code}
            data-column={code === NOBODY ? words.nobody : shown(parties, code, stateName).name}
            className={here.length === 0 ? "blank" : undefined}
          >
            {here.map(({ id, stance, withdrawn }) => (
              <a key={id} href={`#${anchorOf(id)}`} className={`stance stance-${stance}`}>
                <span aria-hidden="true">{stanceMarks[stance]}</span> {stanceVerbs[stance]}
                {withdrawn && ` (${words.withdrawn})`}
              </a>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

/** The parties first, then other states, then statements that name none. */
function statesNamed(statements: readonly LinkedStatement[], parties: Props["parties"]): string[] {
  const named: string[] = [...new Set(statements.flatMap(({ accused }) => accused.states))];
  const own = (parties ?? []).map(({ iso }): string => iso).filter((iso) => named.includes(iso));
  const others = named.filter((code) => !own.includes(code)).sort();
  return [...own, ...others, ...(statements.some(({ accused }) => accused.states.length === 0) ? [NOBODY] : [])];
}

/** A statement's place on the page. */
export function anchorOf(id: string): string {
  return `statement-${id.replace(/[^a-z0-9-]/g, "-")}`;
}
