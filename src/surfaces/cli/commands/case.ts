import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run(_: string[], { json }: Options, effects: Effects): Promise<number> {
  const cases = await withLedger(effects, async (ledger) => {
    const ids = await ledger.cases();
    return Promise.all(
      ids.map(async (id) => {
        const { about, incidents, acts } = await ledger.view(id);
        return { id, title: about.title, version: about.version, incidents: incidents.length, acts: acts.length };
      }),
    );
  });
  if (json === true) effects.print(JSON.stringify(cases, null, 2));
  else {
    const rows = cases.map(({ id, title, incidents, acts }) => [id, title.en, String(incidents), String(acts)]);
    effects.print(table([["case", "title", "incidents", "acts"], ...rows], effects.columns).join("\n"));
  }
  return 0;
}
