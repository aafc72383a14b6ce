// A number is never alone: it has a unit, an interval with its level, a method, assumptions and references.

import type { ReferenceKey } from "./references.ts";

export type Interval = { lower: number; upper: number; level: number };

/** What an estimator computes. */
export type Estimate = { value: number; unit: string; interval: Interval };

/** An estimate as printed: with everything needed to cite and to replay it. */
export type CitedEstimate = Estimate & {
  method: string;
  assumptions: readonly string[];
  references: readonly ReferenceKey[];
  /** "sha256:…" of the canonical form of the inputs. */
  inputs: string;
  seed?: number;
};
