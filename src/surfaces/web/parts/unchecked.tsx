// How a thing was checked. What was not checked is underlined with dots wherever it stands.

import type { ReactNode } from "react";
import type { Check } from "../../../values/statement.ts";
import { checkWords } from "../../words/en-codes.ts";

export function Unchecked({ check }: { check: Check }): ReactNode {
  return <span className={check === "not-checked" ? "unchecked" : undefined}>{checkWords[check]}</span>;
}
