import { statusOf } from "../../../agreements/index.ts";
import { agreementsBrief } from "../../brief/told.ts";
import { madeIn, registerOf } from "../../inputs/register.ts";
import { bindingWords } from "../../words/en-register.ts";
import type { Effects, Options } from "../command.ts";
import { table, wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run(_args: string[], options: Options, effects: Effects): Promise<number> {
  const { print, env, columns } = effects;
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const made = madeIn(caseId, env);
  const register = registerOf(caseId, env);
  const all = [...register.agreements, ...made.drafts.values()];
  const rows = all.map(({ clauses, ...agreement }) => ({
    id: agreement.id,
    title: agreement.title,
    when: agreement.when,
    binding: agreement.binding,
    parties: agreement.parties,
    clauses: clauses.length,
    /** What was last said of it, clause or whole. */
    last:
      clauses
        .flatMap((clause) => statusOf(agreement, clause))
        .toSorted((a, b) => (a.when < b.when ? -1 : 1))
        .at(-1) ?? null,
    checked: agreement.checked,
  }));
  if (options["json"] === true) {
    print(JSON.stringify(rows, null, 2));
    return 0;
  }
  const { agreeable, kept } = await withLedger(effects, async (ledger) =>
    agreementsBrief(ledger, await ledger.view(caseId), null, { env, now: effects.now() }),
  );
  for (const { answer, sentences } of [agreeable, kept])
    for (const text of [answer, ...sentences]) print(wrap(text, columns).join("\n"));
  const cells = rows.map((row) => [row.id, row.when, String(row.clauses), bindingWords[row.binding], row.title.en]);
  print(["", ...table([["id", "when", "clauses", "binding", "title"], ...cells], columns)].join("\n"));
  return 0;
}
