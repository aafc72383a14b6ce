// The same brief read from the other capital: the direction that acts against the reader comes first, and ratios are
// of the first to the second. Parties keep the case's order, so that each keeps its mark and colour.

import type { Answer, Brief } from "../../brief/compose.ts";

export function readFrom(brief: Brief, reader: string): Brief {
  const [first, second] = brief.directions;
  const directions: Brief["directions"] = first.to === reader ? [first, second] : [second, first];
  return {
    ...brief,
    directions,
    parity: brief.parity.map((row) =>
      row.counts[0]?.to === reader ? row : { ...row, counts: row.counts.toReversed(), ratio: inverted(row.ratio) },
    ),
  };
}

/** The ratio of the second to the first has the inverse interval: the exact test is symmetric. */
function inverted<Found extends Answer>(found: Found): Found {
  if ("refused" in found) return found;
  const { value, interval } = found;
  return {
    ...found,
    value: 1 / value,
    interval: { ...interval, lower: 1 / interval.upper, upper: 1 / interval.lower },
  };
}
