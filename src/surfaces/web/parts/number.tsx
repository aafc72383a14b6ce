// A number that opens what it rests on.

import type { ReactNode } from "react";
import { factOf } from "../facts/brief-facts.ts";
import type { FactKey } from "../facts/fact.ts";
import { numbersIn } from "../facts/numbers-in.ts";
import { useAddress } from "../use-address.ts";
import { useKnown } from "./known.tsx";

/** The history entry says that a drawer was opened in it, so that closing goes back rather than on. */
export const drawerState = { drawer: true };

export function NumberButton({ name, children }: { name: FactKey; children: string }): ReactNode {
  const { set } = useAddress();
  const known = useKnown();
  const title = known === null ? null : (factOf(name, known)?.title ?? null);
  return (
    <button
      type="button"
      className="number"
      aria-haspopup="dialog"
      aria-label={title === null ? undefined : `${children}: ${title}`}
      onClick={() => {
        set({ show: name }, { state: drawerState });
      }}
    >
      {children}
    </button>
  );
}

/** A sentence whose numbers open what they rest on. */
export function Told({
  text,
  numbers,
}: {
  text: string;
  numbers: readonly { text: string; key: FactKey }[];
}): ReactNode {
  return numbersIn(text, numbers).map(({ text: part, key, at }) =>
    key === null ? (
      part
    ) : (
      <NumberButton key={at} name={key}>
        {part}
      </NumberButton>
    ),
  );
}
