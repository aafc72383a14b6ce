// A role with its colour and its mark.

import type { ReactNode } from "react";
import type { Role } from "../../../../agreements/table/event.ts";

export function Who({ role, children }: { role: Role; children: ReactNode }): ReactNode {
  const tone = role === "mediator" ? "third" : role;
  const mark = { a: "solid", b: "ring", third: "diamond" }[tone];
  return (
    <span className={`party party-${tone}`}>
      <span className={`mark mark-${mark}`} aria-hidden="true" />
      {children}
    </span>
  );
}
