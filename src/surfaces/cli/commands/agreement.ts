import { join } from "node:path";
import { agreementNamed, madeIn, registerOf } from "../../inputs/register.ts";
import { dataFolder } from "../../inputs/place.ts";
import { signingShown } from "../../inputs/signing.ts";
import { signingSentences } from "../../words/en-signing.ts";
import { checkAgreement } from "../../inputs/agreement-check.ts";
import type { Effects, Options } from "../command.ts";
import { showAgreement } from "../show-agreement.ts";
import { wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

/** `agreement ID` shows the text, readings and status; `agreement check ID` what speaks for and against, too. */
export async function run(args: string[], options: Options, effects: Effects): Promise<number> {
  return show(args, options, effects, false);
}

export async function show([id = ""]: string[], options: Options, effects: Effects, weighed: boolean): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const made = madeIn(caseId, effects.env);
  const agreement = agreementNamed(id, registerOf(caseId, effects.env), made);
  const view = await withLedger(effects, (ledger) => ledger.view(caseId));
  const checked = checkAgreement(agreement, { view, made, now: effects.now().toISOString() });
  const signing = signingShown(agreement, made, join(dataFolder(effects.env), "log"));
  if (options["json"] === true) effects.print(JSON.stringify({ ...checked, signing }, null, 2));
  else {
    showAgreement(checked, weighed, effects);
    if (agreement.binding === "draft" || signing.signed.length > 0 || (signing.log?.entries.length ?? 0) > 0)
      for (const text of ["", ...signingSentences(signing)]) effects.print(wrap(text, effects.columns).join("\n"));
  }
  return 0;
}
