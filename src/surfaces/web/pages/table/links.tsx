// The three links of a table, which nobody can show again.

import type { ReactNode } from "react";
import type { Role } from "../../../../agreements/table/event.ts";
import type { TableMade } from "../../../inputs/tables.ts";
import { links as words, roles } from "../../../words/en-table.ts";
import { CopyButton } from "../../parts/copy-button.tsx";

const order: readonly Role[] = ["a", "b", "mediator"];

export function Links({ made: { id, links } }: { made: TableMade }): ReactNode {
  return (
    <section className="links-made" aria-labelledby="links-made">
      <h2 id="links-made">{words.title}</h2>
      <p className="refusal">{words.warning}</p>
      <dl>
        {order.map((role) => {
          // The secret stands after #, which no browser sends to a server.
          const path = `/table/${id}#${links[role]}`;
          const link = `${window.location.origin}${path}`;
          return (
            <div key={role} className="link-made">
              <dt>{roles[role]}</dt>
              <dd>
                <code>{link}</code>
                <span className="actions">
                  <CopyButton text={link} label={`${words.copy}: ${roles[role]}`} done={words.copied} />
                  <a href={path} target="_blank" rel="noopener noreferrer">
                    {words.open}: {roles[role]}
                  </a>
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="small quiet">{words.operator}</p>
      <p className="small quiet">{words.reach}</p>
    </section>
  );
}
