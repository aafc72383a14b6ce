// Do operations gather just below a line? A side that wants more than the line allows stops at it where the price of
// crossing is high enough (model REDLINE, part 4): then the rung below is fuller than a smooth run of counts would leave
// it. Incidents are counted by DCID severity in a window of three levels below the line and three from it on, and the
// rung just below is tested exactly against counts that are log-linear in severity. The idea is that of bunching at a
// kink (kleven2016), the test our own (docs/agreements.md): DERIVED, not published.

import { fullerRung, MOST_COUNTED } from "../../math/count-ladder.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import { distanceTo, severityOf, type Measured } from "./distance.ts";
import type { Line } from "./line.ts";

const REACH = 3;
const FEWEST = 10;

export type Bunching = {
  line: string;
  /** The lowest level counted; levels run up by one. */
  from: number;
  counts: number[];
  below: number;
  expected: number;
  /** Chance of as many or more on the rung below, were there no gathering. */
  p: number;
  references: readonly ["kleven2016"];
  assumptions: readonly string[];
};

const assumptions = [
  "without gathering, counts are log-linear in severity within three levels of the line",
  "a list scores severity the same on both sides of the line, and sees the lesser as surely as the graver",
  "the line stands where our coding of its words puts it",
] as const;

export function bunchingBelow(line: Line, incidents: readonly Measured[]): Outcome<Bunching> {
  const severity = line.threshold?.severity ?? null;
  if (severity === null) return refuse("no-scores", "The line's words give no severity.");
  const at = Math.ceil(severity);
  const from = Math.max(0, at - REACH);
  const to = Math.min(10, at + REACH - 1);
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  for (const incident of incidents) {
    const gravest = distanceTo(line, incident) && severityOf(incident);
    const level = gravest === null ? -1 : Math.floor(gravest) - from;
    if (counts[level] !== undefined) counts[level] += 1;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < FEWEST)
    return refuse("too-few", `${total} incidents after the line have a severity near it; ${FEWEST} are needed.`);
  if (total > MOST_COUNTED)
    return refuse("too-many", `${total} incidents near the line; at most ${MOST_COUNTED} can be summed over.`);
  const { expected, p, leastP } = fullerRung(counts, at - 1 - from);
  if (leastP > 0.05)
    return refuse("too-few", "With these totals no count on the rung below the line could have been surprising.");
  return answer({
    line: line.id,
    from,
    counts,
    below: counts[at - 1 - from] ?? 0,
    expected,
    p,
    references: ["kleven2016"],
    assumptions,
  });
}
