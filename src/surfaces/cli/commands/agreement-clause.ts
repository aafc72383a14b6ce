import {
  clauseKinds,
  numberOf,
  observers,
  type Draft,
  type MadeChange,
  type RegisteredClause,
} from "../../../agreements/index.ts";
import { InputError } from "../../../values/errors.ts";
import { effects, sectors } from "../../../values/statement.ts";
import { make } from "../../inputs/register.ts";
import type { Effects, Options } from "../command.ts";
import { many, needed, oneOf } from "../register-words.ts";

/** Adds a clause to a draft (DRAFT), changes one (DRAFT#cN) or strikes it (--strike). */
export function run([name = ""]: string[], options: Options, { print, env, now }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const [id = "", number] = name.split("#");
  const at = now().toISOString();
  const by = typeof options["by"] === "string" ? options["by"] : "a user";
  const because = typeof options["because"] === "string" ? options["because"] : "no reason given";
  const made = make(caseId, { env, now: now() }, (before) => {
    const draft = before.drafts.get(id);
    if (!draft)
      throw new InputError("DRAFT", `a draft: ${[...before.drafts.keys()].join(", ") || "there is none"}`, id);
    const clause = number === undefined ? null : draft.clauses.find((one) => one.id === name);
    if (clause === undefined)
      throw new InputError("DRAFT", `one of ${draft.clauses.map((one) => one.id).join(", ")}`, name);
    const body: MadeChange["body"] =
      options["strike"] === true
        ? { kind: "clause-struck", at, by, clause: name, because }
        : { kind: "clause-set", at, by, clause: clauseFrom(draft, clause, options), because };
    return [{ kind: "draft", subject: id, body }];
  });
  const draft = made.drafts.get(id);
  if (options["json"] === true) print(JSON.stringify(draft, null, 2));
  else print(`${id} now has ${(draft?.clauses ?? []).map((one) => one.id.slice(id.length + 1)).join(", ")}.`);
  return 0;
}

function clauseFrom(draft: Draft, before: RegisteredClause | null, options: Options): RegisteredClause {
  const next = Math.max(0, ...draft.clauses.map((one) => numberOf(one.id))) + 1;
  const gist =
    options["text"] === undefined && before ? before.gist : { en: needed(options, "text", "the clause in words") };
  const zh = options["zh"];
  const forbidden = many(options, "effect").map((effect) => oneOf({ effect }, "effect", effects));
  const touched = many(options, "sector").map((sector) => oneOf({ sector }, "sector", sectors));
  const scope = forbidden.length > 0 ? { effects: forbidden, sectors: touched } : before?.scope;
  const issue = typeof options["issue"] === "string" ? options["issue"] : before?.issue;
  const seen = options["seen"];
  return {
    id: before?.id ?? `${draft.id}#c${next}`,
    kind: oneOf(options, "kind", clauseKinds, before?.kind),
    gist: typeof zh === "string" ? { ...gist, zh } : gist,
    ...(scope ? { scope } : {}),
    ...(issue === undefined ? {} : { issue }),
    readings: [],
    verifiability: {
      assessment: "own",
      seen:
        typeof seen === "string"
          ? { en: seen }
          : (before?.verifiability.seen ?? { en: "Nobody has said yet how a breach would be seen." }),
      by:
        options["seen-by"] === undefined
          ? (before?.verifiability.by ?? ["public"])
          : many(options, "seen-by").map((one) => oneOf({ one }, "one", observers)),
      soon: oneOf(options, "soon", ["days", "weeks", "months", "years"], before?.verifiability.soon ?? "months"),
      certainty: oneOf(options, "certainty", ["low", "moderate", "high"], before?.verifiability.certainty ?? "low"),
    },
    status: [],
    read: [],
    checked: "not-checked",
  };
}
