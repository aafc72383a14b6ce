// The register of a case, read, with what people made beside it.

import {
  addToJournal,
  lawful,
  madeOf,
  readJournal,
  readRegister,
  type Line,
  type Made,
  type MadeChange,
  type Register,
  type RegisteredAgreement,
  type RegisteredClause,
} from "../../agreements/index.ts";
import type { Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import { journalOf, registerTexts } from "./register-files.ts";

type Env = Record<string, string | undefined>;

export function registerOf(caseId: string, env: Env): Register {
  return readRegister(registerTexts(caseId, env));
}

/** What people made, as it stands on disk. */
export function madeIn(caseId: string, env: Env): Made {
  return madeOf(readJournal(journalOf(caseId, env)));
}

/** What had been made by the end of a day. */
export function madeBy(day: Day, caseId: string, env: Env): Made {
  return madeOf(readJournal(journalOf(caseId, env)).filter(({ at }) => at.slice(0, 10) <= day));
}

/** Writes changes that are lawful after all that is on disk. Gives what then stands. */
export function make(
  caseId: string,
  { env, now }: { env: Env; now: Date },
  decide: (made: Made) => readonly MadeChange[],
): Made {
  const path = journalOf(caseId, env);
  addToJournal(path, now, (records) => lawful(records, caseId, decide));
  return madeOf(readJournal(path));
}

/** A registered agreement, or a user's draft, by its id. */
export function agreementNamed(
  id: string,
  { agreements }: Register,
  { drafts }: Pick<Made, "drafts">,
): RegisteredAgreement {
  const found = agreements.find((agreement) => agreement.id === id) ?? drafts.get(id);
  if (found) return found;
  throw new InputError("ID", `one of ${[...agreements.map((one) => one.id), ...drafts.keys()].join(", ")}`, id);
}

export function clauseNamed(
  id: string,
  register: Register,
  made: Pick<Made, "drafts">,
): { agreement: RegisteredAgreement; clause: RegisteredClause } {
  const [of = "", number] = id.split("#");
  if (number === undefined)
    throw new InputError("CLAUSE", "the agreement, # and the clause, such as understanding-2015#c4", id);
  const agreement = agreementNamed(of, register, made);
  const clause = agreement.clauses.find((one) => one.id === id);
  if (clause) return { agreement, clause };
  throw new InputError("CLAUSE", `one of ${agreement.clauses.map((one) => one.id).join(", ")}`, id);
}

export function lineNamed(id: string, { lines }: Register): Line {
  const found = lines.find((line) => line.id === id);
  if (found) return found;
  throw new InputError(
    "LINE",
    lines.length === 0 ? "a line; this case has none" : `one of ${lines.map((one) => one.id).join(", ")}`,
    id,
  );
}
