// Does the answer hang on one list? The averaged estimate of the table without each list in turn; cases that stood on that
// list alone are then no longer on record.

import type { Refusal } from "../../values/outcome.ts";
import { average, fitAll, type Criterion } from "./averaging.ts";
import { chapman } from "./chapman.ts";
import { refusalOf } from "./screening.ts";
import { listTotals, withoutLists, type Cells } from "./table.ts";

export type LeftOut =
  | { without: string; observed: number; value: number; lower: number; upper: number }
  | { without: string; observed: number; refused: Refusal };

export function leaveOut(cells: Cells, criterion: Criterion, level: number): LeftOut[] {
  if (cells.t < 3 || cells.t > 6) return [];
  return cells.lists.map((without, list) => {
    const rest = withoutLists(cells, [list]);
    const { observed } = rest;
    const refusal = refusalOf(rest);
    if (refusal) return { without, observed, refused: refusal };
    const outcome =
      rest.t === 2
        ? ofTwo(rest, level)
        : average(fitAll(rest, rest.t > 4 ? 2 : rest.t - 1), observed, criterion, level);
    if (!outcome.ok) return { without, observed, refused: outcome.refusal };
    const { value, interval } = outcome.value;
    return { without, observed, value, lower: interval.lower, upper: interval.upper };
  });
}

function ofTwo(cells: Cells, level: number): ReturnType<typeof chapman.estimate> {
  const [first = 0, second = 0] = listTotals(cells);
  return chapman.estimate({ first, second, both: cells.counts[3]!, level });
}
