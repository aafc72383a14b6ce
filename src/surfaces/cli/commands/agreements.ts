import { statusOf } from "../../../agreements/index.ts";
import { madeIn, registerOf } from "../../inputs/register.ts";
import { bindingWords } from "../../words/en-register.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

export function run(_args: string[], options: Options, { print, env, columns }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const { drafts } = madeIn(caseId, env);
  const all = [...registerOf(caseId, env).agreements, ...drafts.values()];
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
  if (options["json"] === true) print(JSON.stringify(rows, null, 2));
  else
    print(
      table(
        [
          ["id", "when", "clauses", "binding", "title"],
          ...rows.map((row) => [row.id, row.when, String(row.clauses), bindingWords[row.binding], row.title.en]),
        ],
        columns,
      ).join("\n"),
    );
  return 0;
}
