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
  const damaged = found.journals.find(({ broken }) => broken !== null);
  if (damaged) throw new SourceError("damaged", `what people made of ${damaged.case}: ${damaged.broken}`);
  if (json === true) effects.print(JSON.stringify(found));
  else
    effects.print(
      [
        `${counted(found.records, "record")}: the chain holds. ${found.changed.length === 0 ? "The tables were as the records say." : `Put right: ${list(found.changed)}.`}`,
        ...found.journals.map(
          ({ case: id, records }) => `${id}: ${counted(records, "record")} of what people made, and that chain holds.`,
        ),
      ].join("\n"),
    );
  return 0;
}
