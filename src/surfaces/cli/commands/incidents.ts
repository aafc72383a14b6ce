import { filterIncidents } from "../../../ledger/filter.ts";
import { dateOf } from "../../../ledger/incident.ts";
import { asOf } from "../../../ledger/view.ts";
import { asofOf, incidentFilter } from "../../inputs/queries.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { viewAsRecorded, withLedger } from "../with-ledger.ts";
import { texts } from "./brief.ts";

export async function run(_: string[], options: Options, effects: Effects): Promise<number> {
  const parameters = texts(options);
  const filter = incidentFilter(parameters);
  const day = asofOf(parameters["asof"]);
  const view = await withLedger(effects, (ledger) => viewAsRecorded(ledger, parameters["case"] ?? "us-cn", parameters));
  const { incidents } = filterIncidents((day === null ? view : asOf(view, day)).incidents, filter);
  if (options["json"] === true) {
    effects.print(JSON.stringify(incidents, null, 2));
    return 0;
  }
  const rows = incidents.map((incident) => [
    dateOf(incident, filter.dates) ?? "",
    incident.directions.map(({ from, to }) => `${from}→${to}`).join(" "),
    incident.contested ? "contested" : "",
    incident.id,
    incident.title.en,
  ]);
  effects.print(table([["date", "direction", "standing", "id", "title"], ...rows], effects.columns).join("\n"));
  effects.note(counted(incidents.length, "incident"));
  return 0;
}
