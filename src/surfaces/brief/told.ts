// What the brief tells beside counts and estimates: what could be agreed, what the record says of keeping it, and what the
// arguments of the debate turn on. Slower than the rest, and the same for every reader of one day.

import type { Register } from "../../agreements/index.ts";
import { flagsOf } from "../../agreements/index.ts";
import { templates } from "../../debate/claims/index.ts";
import { asOf, type LedgerView } from "../../ledger/view.ts";
import { breaks } from "../../measure/restraint/watch.ts";
import type { Day } from "../../values/day.ts";
import { firstDay, type When } from "../../values/when.ts";
import { caseRestraint, importedDcid } from "../inputs/case-restraint.ts";
import { liveAt } from "../inputs/debate/live.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { madeBy, madeIn, registerOf } from "../inputs/register.ts";
import { agreeableSection, keptSection, type AgreementsBrief } from "./agreement-sentences.ts";
import { argumentTable, type ArgumentTable } from "./argument-table.ts";

type Env = Record<string, string | undefined>;

const bindings = templates.flatMap((template) => template.bindings);

/** `asof`: as known on that day, by the record and by the dates of agreements, lines and people's words. */
export async function agreementsBrief(
  ledger: Pick<Ledger, "listed">,
  view: LedgerView,
  asof: Day | null,
  { env, now }: { env: Env; now: Date },
): Promise<AgreementsBrief> {
  const { id } = view.about;
  const made = asof === null ? madeIn(id, env) : madeBy(asof, id, env);
  const register = asof === null ? registerOf(id, env) : registerOn(registerOf(id, env), asof);
  const seen = asof === null ? view : asOf(view, asof);
  const moment = asof === null ? now.toISOString() : `${asof}T23:59:59Z`;
  const flags = [...made.watches.values()].flatMap((watch) => flagsOf(watch, seen.incidents, breaks));
  const restraint = caseRestraint(seen, await importedDcid(ledger));
  return {
    agreeable: agreeableSection(register, made, seen, { day: moment.slice(0, 10) as Day, restraint }),
    kept: keptSection(register, made, seen, { now: moment, flags }),
  };
}

export async function debateBrief(
  ledger: Ledger,
  view: LedgerView,
  asof: Day | null,
  env: Env,
): Promise<ArgumentTable> {
  return argumentTable(await liveAt(ledger, view, undefined, bindings, asof, env));
}

/** What had been agreed, said or declared by the end of a day. */
function registerOn({ agreements, lines }: Register, day: Day): Register {
  const known = ({ when }: { when: When }): boolean => firstDay(when) <= day;
  return {
    agreements: agreements.filter(known).map((agreement) => ({
      ...agreement,
      status: agreement.status.filter(known),
      clauses: agreement.clauses.map((clause) => ({ ...clause, status: clause.status.filter(known) })),
    })),
    lines: lines.filter(known),
  };
}
