// A claim as people press it, and what in the workbench answers it: data, not code. A claim is found in a text by its
// rules (word groups that must stand together) and by likeness to its variants; a person confirms the finding.

import type { Argument } from "../../models/model.ts";

export type MeasureName = "hidden" | "parity" | "trend" | "tension" | "effect" | "restraint" | "ripeness";
export type QueryName = "statements" | "statements-by-reporter" | "acts" | "agreements" | "red-lines" | "negotiation";

export type Binding =
  | {
      kind: "model";
      model: string;
      argument: Argument;
      /** The proposition of that model which tests the claim. */
      proposition: string;
      /** Whether the claim says what the proposition says, or its contrary. */
      sense: "same" | "contrary";
    }
  | { kind: "measure"; name: MeasureName }
  | { kind: "query"; name: QueryName; with?: Readonly<Record<string, string>> };

export type Template = {
  id: string;
  /** The claim in one sentence. */
  claim: string;
  /** Letters of the arguments that it belongs to. */
  arguments: readonly Argument[];
  /** What answers it, the first first. */
  bindings: readonly Binding[];
  /** How people say it. */
  variants: readonly string[];
  /** Each rule names concepts that must all stand in the text; "!" before one: it must not. With the rule's strength. */
  rules: readonly (readonly [strength: number, ...concepts: string[]])[];
};
