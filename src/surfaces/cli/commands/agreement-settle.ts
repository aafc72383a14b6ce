import { z } from "zod";
import { settledChanges, type MadeChange, type Settled } from "../../../agreements/index.ts";
import { InputError } from "../../../values/errors.ts";
import { readJson } from "../../inputs/read-file.ts";
import { make } from "../../inputs/register.ts";
import { list } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";

const agreedText: z.ZodType<{ clauses: Settled[] }> = z.object({
  clauses: z.array(z.object({ issue: z.string(), says: z.string() })).max(200),
});

/** Brings what a table agreed back into the draft whose clauses it negotiated. */
export function run([id = "", file = ""]: string[], options: Options, { print, note, env, now }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const by = typeof options["by"] === "string" ? options["by"] : "a user";
  const read = agreedText.safeParse(readJson(file));
  if (!read.success) throw new InputError(file, "the text that a table agreed, as its page saves it");
  let unmatched: string[] = [];
  const made = make(caseId, { env, now: now() }, ({ drafts }) => {
    const draft = drafts.get(id);
    if (!draft) throw new InputError("DRAFT", `a draft: ${[...drafts.keys()].join(", ") || "there is none"}`, id);
    const found = settledChanges(draft, read.data.clauses, by, "agreed at the table");
    unmatched = found.unmatched;
    const at = now().toISOString();
    return found.changes.map((change): MadeChange => ({ kind: "draft", subject: id, body: { ...change, at } }));
  });
  for (const issue of unmatched) note(`No clause of ${id} has these words: ${issue}`);
  const draft = made.drafts.get(id);
  if (options["json"] === true) print(JSON.stringify({ ...draft, unmatched }, null, 2));
  else print(`${id} now has ${list((draft?.clauses ?? []).map((one) => one.id.slice(id.length + 1)))}.`);
  return 0;
}
