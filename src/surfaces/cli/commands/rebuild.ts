import { counted, list } from "../../words/en.ts";
import { SourceError } from "../../../values/errors.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

export async function run(_: string[], { json }: Options, effects: Effects): Promise<number> {
  const found = await withLedger(effects, (ledger) => ledger.rebuild());
  if (found.broken)
    throw new SourceError(
      "damaged",
      `record ${found.broken.sequence} ${found.broken.because}; the tables were left as they are`,
    );
  if (json === true) effects.print(JSON.stringify(found));
  else
    effects.print(
      `${counted(found.records, "record")}: the chain holds. ${found.changed.length === 0 ? "The tables were as the records say." : `Put right: ${list(found.changed)}.`}`,
    );
  return 0;
}
