// Reads the register of a case: agreements, their clauses and declared lines, each a file of one object a line.

import { InputError } from "../../values/errors.ts";
import { readJsonLines, type Placed } from "../../values/json-lines.ts";
import { lineSchema, type Line } from "../lines/line.ts";
import { agreementSchema, type RegisteredAgreement } from "./agreement.ts";
import { agreementOf, clauseSchema, type Clause } from "./clause.ts";
import { AGREEMENTS_FILE, CLAUSES_FILE, LINES_FILE, type RegisterTexts } from "./file-name.ts";

export type Register = { agreements: RegisteredAgreement[]; lines: Line[] };

/** Agreements in the order of their file, each with its clauses by number. */
export function readRegister({ agreements, clauses, lines }: RegisterTexts): Register {
  const heads = readJsonLines(AGREEMENTS_FILE, agreements, agreementSchema);
  const byAgreement = grouped(
    new Set(heads.map(({ value }) => value.id)),
    readJsonLines(CLAUSES_FILE, clauses, clauseSchema),
  );
  return {
    agreements: heads.map(({ row, value }) => {
      const own = byAgreement.get(value.id) ?? [];
      if (own.length === 0)
        throw new InputError(`${AGREEMENTS_FILE}:${row}:id`, `an agreement with a clause in ${CLAUSES_FILE}`, value.id);
      for (const placed of own) checkReadings(placed, value.parties);
      return { ...value, clauses: own.map((placed) => placed.value).toSorted(byNumber) };
    }),
    lines: readJsonLines(LINES_FILE, lines, lineSchema).map(({ value }) => value),
  };
}

function grouped(known: ReadonlySet<string>, clauses: readonly Placed<Clause>[]): Map<string, Placed<Clause>[]> {
  const byAgreement = new Map<string, Placed<Clause>[]>();
  for (const placed of clauses) {
    const agreement = agreementOf(placed.value.id);
    if (!known.has(agreement))
      throw new InputError(
        `${CLAUSES_FILE}:${placed.row}:id`,
        `an agreement of ${AGREEMENTS_FILE} before #`,
        placed.value.id,
      );
    byAgreement.set(agreement, [...(byAgreement.get(agreement) ?? []), placed]);
  }
  return byAgreement;
}

function checkReadings({ row, value }: Placed<Clause>, parties: readonly string[]): void {
  for (const [index, { party }] of value.readings.entries())
    if (!parties.includes(party))
      throw new InputError(`${CLAUSES_FILE}:${row}:readings.${index}.party`, "a party of the agreement", party);
}

function byNumber({ id: one }: Clause, { id: other }: Clause): number {
  return numberOf(one) - numberOf(other);
}

export function numberOf(clauseId: string): number {
  return Number(clauseId.slice(clauseId.lastIndexOf("#") + 2));
}
