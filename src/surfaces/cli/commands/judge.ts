// Judges whether a statement speaks of an incident, or takes such a judgement back.

import { judgedSchema } from "../../../ledger/decisions.ts";
import { InputError } from "../../../values/errors.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

export async function run(
  [statement = "", incident = ""]: string[],
  options: Options,
  effects: Effects,
): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const undone = options["undo"] === true;
  const judged = undone
    ? { statement, incident }
    : judgedFrom({ statement, incident, judgement: options["as"], because: options["because"], by: options["by"] });
  const { records } = await withLedger(effects, (ledger) =>
    "judgement" in judged ? ledger.judge(caseId, judged) : ledger.undo(caseId, judged),
  );
  const done = { statement, incident, ...("judgement" in judged ? { judgement: judged.judgement } : {}), records };
  if (options["json"] === true) effects.print(JSON.stringify(done, null, 2));
  else
    effects.print(
      "judgement" in judged
        ? `Judged: ${statement} and ${incident}: ${judged.judgement}. Taken back by: detente judge ${statement} ${incident} --undo`
        : `Taken back: ${statement} and ${incident}; what stood before stands again.`,
    );
  return 0;
}

function judgedFrom(given: Record<string, unknown>): ReturnType<typeof judgedSchema.parse> {
  const read = judgedSchema.safeParse(given);
  if (read.success) return read.data;
  const field = String(read.error.issues[0]?.path[0] ?? "");
  const place = { judgement: "--as", because: "--because", by: "--by" }[field] ?? field.toUpperCase();
  const expected = { judgement: "same, part-of, different or unsure", because: "why", by: "who judges" }[field];
  throw new InputError(place, expected ?? "an identifier", given[field]);
}
