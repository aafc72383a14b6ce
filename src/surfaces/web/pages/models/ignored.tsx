// What the address asks for and the world cannot be.

import type { ReactNode } from "react";
import { models as words } from "../../../words/en-models.ts";
import type { SetWorld } from "./settings.ts";

export function Ignored({ ignored }: { ignored: SetWorld["ignored"] }): ReactNode {
  if (ignored.length === 0) return null;
  return (
    <div className="refusal">
      <p>{words.ignored}</p>
      <ul>
        {ignored.map(({ key, because }) => (
          <li key={key}>
            <code>{key}</code> {because}
          </li>
        ))}
      </ul>
    </div>
  );
}
