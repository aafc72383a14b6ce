// What is negotiated over: issues, each with options that have names, with whole numbers, or with a stretch of the
// real line.

import type { Rational } from "../math/rational.ts";

export type Issue =
  | { kind: "discrete"; name: string; options: readonly string[] }
  | { kind: "integer"; name: string; lower: number; upper: number }
  | { kind: "real"; name: string; lower: Rational; upper: Rational };

export type Domain = { name: string; issues: readonly Issue[] };

/** How many values an issue has; none where they cannot be counted. */
export function valueCount(issue: Issue): number {
  if (issue.kind === "discrete") return issue.options.length;
  return issue.kind === "integer" ? issue.upper - issue.lower + 1 : 0;
}
