import { concerns } from "../../../agreements/index.ts";
import { InputError } from "../../../values/errors.ts";
import { clauseNamed, make, registerOf } from "../../inputs/register.ts";
import type { Effects, Options } from "../command.ts";
import { needed, oneOf } from "../register-words.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([clause = "", incident = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const { env, now, print } = effects;
  const as = oneOf(options, "as", concerns);
  const because = needed(options, "because", "why");
  const by = needed(options, "by", "who judges");
  const view = await withLedger(effects, (ledger) => ledger.view(caseId));
  if (!view.incidents.some(({ id }) => id === incident))
    throw new InputError("INCIDENT", "an incident of the case", incident);
  const register = registerOf(caseId, env);
  const body = { at: now().toISOString(), clause, incident, as, because, by };
  make(caseId, { env, now: now() }, (made) => {
    clauseNamed(clause, register, made);
    return [{ kind: "confirmation", subject: `${clause} ${incident}`, body }];
  });
  if (options["json"] === true) print(JSON.stringify(body, null, 2));
  else
    print(
      `${by} says that ${incident} ${{ concerns: "concerns", "does-not": "does not concern", unsure: "may or may not concern" }[as]} ${clause}: ${because}`,
    );
  return 0;
}
