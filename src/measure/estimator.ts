// The shape that every estimator has: its question, references and assumptions are data, and it answers or refuses.

import type { Estimate } from "../values/estimate.ts";
import type { Outcome } from "../values/outcome.ts";
import type { ReferenceKey } from "../values/references.ts";

export type Estimator<Input, Answer = Estimate> = {
  name: string;
  question: string;
  references: readonly ReferenceKey[];
  assumptions: readonly string[];
  estimate(input: Input): Outcome<Answer>;
};
