import { lineSeen } from "../../inputs/line-distances.ts";
import { registerOf } from "../../inputs/register.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run(_args: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const { lines } = registerOf(caseId, effects.env);
  const view = await withLedger(effects, (ledger) => ledger.view(caseId));
  const rows = lines.map((line) => {
    const { distances, crossings, windowDays: _days, bunching: _bunching, ...rest } = lineSeen(line, view);
    const possible = crossings.filter(({ distance }) => distance.crossing === "possible").length;
    return { ...rest, incidents: distances.length, crossings: crossings.length - possible, possible };
  });
  if (options["json"] === true) effects.print(JSON.stringify(rows, null, 2));
  else {
    const cells = rows.map((row) => [row.id, row.form, String(row.crossings), String(row.possible), row.gist.en]);
    effects.print(table([["id", "form", "at it", "perhaps", "what was said"], ...cells], effects.columns).join("\n"));
  }
  return 0;
}
