// A number of a measure that opens what it rests on.

import { useEffect, type ReactNode } from "react";
import type { CitedEstimate } from "../../../../../values/estimate.ts";
import type { Refusal } from "../../../../../values/outcome.ts";
import type { ReferenceKey } from "../../../../../values/references.ts";
import { drawer } from "../../../../words/en-facts.ts";
import type { Fact } from "../../../facts/fact.ts";
import { TOLD, tellFact } from "../../../facts/told-facts.ts";
import { drawerState } from "../../../parts/number.tsx";
import { useAddress } from "../../../use-address.ts";

/** `name` is the number's own within the measures: "hidden:CHN-USA". */
export function MeasuredNumber({ name, fact, children }: { name: string; fact: Fact; children: string }): ReactNode {
  const { set } = useAddress();
  const key = `${TOLD}${name}`;
  useEffect(() => tellFact(key, fact), [key, fact]);
  return (
    <button
      type="button"
      className="number"
      aria-haspopup="dialog"
      aria-label={`${children}: ${fact.title}`}
      onClick={() => set({ show: key }, { state: drawerState })}
    >
      {children}
    </button>
  );
}

type About = Pick<Fact, "title" | "meaning" | "formula" | "sources" | "command"> & {
  answer: CitedEstimate | { refused: Refusal };
  /** As printed on the page. */
  shown: (value: number) => string;
  references?: readonly ReferenceKey[];
  list?: string | null;
};

export function factOfEstimate({ answer, shown, references = [], list = null, ...about }: About): Fact {
  if ("refused" in answer)
    return {
      ...about,
      list,
      value: null,
      exact: null,
      interval: null,
      refused: answer.refused.because,
      assumptions: [],
      references,
      inputs: null,
    };
  const { value, unit, interval, assumptions, inputs } = answer;
  return {
    ...about,
    list,
    value: shown(value),
    exact: drawer.unit(String(Number(value.toPrecision(6))), unit),
    interval: drawer.intervalWords(
      Number((100 * interval.level).toPrecision(6)),
      shown(interval.lower),
      shown(interval.upper),
    ),
    refused: null,
    assumptions,
    references: answer.references,
    inputs,
  };
}
