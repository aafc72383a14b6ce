// The doubtful placements of statements, those first whose judgement would move the estimates most.

import { wholeFrom } from "../../inputs/settings.ts";
import { counted } from "../../words/en.ts";
import { InputError } from "../../../values/errors.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

const MOST_PAIRS = 500;

export async function run(_: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const most = wholeFrom("--most", options["most"], 20);
  if (most < 1 || most > MOST_PAIRS) throw new InputError("--most", `a whole number from 1 to ${MOST_PAIRS}`, most);
  const queue = await withLedger(effects, (ledger) => ledger.queue(caseId, most));
  const { print, note, columns } = effects;
  if (options["json"] === true) {
    print(JSON.stringify(queue, null, 2));
    return 0;
  }
  const rows = queue.items.map(({ statement, incident, now, probability, moved }) => [
    statement,
    now === "linked" ? `stands in ${incident}` : `may belong to ${incident}`,
    probability.toFixed(2),
    moved.toFixed(1),
  ]);
  if (rows.length > 0) print(table([["statement", "incident", "probability", "moves"], ...rows], columns).join("\n"));
  note(
    `${counted(queue.total - queue.judged, "pair")} open, ${queue.judged} judged. “Moves”: by how many incidents the opposite of what stands would move the estimates.`,
  );
  return 0;
}
