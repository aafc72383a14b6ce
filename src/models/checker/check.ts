// Verifies a certificate: rebuilds every row from the game and the profile, and compares. A stored row is never
// trusted. This folder imports no solver: whoever distrusts the solver can read this folder alone.

import { bounded, TooLong } from "../../math/rational.ts";
import { InputError } from "../../values/errors.ts";
import { Account, type Recomputed } from "./account.ts";
import { FINGERPRINT, FINGERPRINT_PRIME, type Row } from "./certificate.ts";
import { Given, MOST_DIGITS, numbersIn } from "./given.ts";
import { kinds } from "./kinds.ts";

/** Longer lists of rows are refused. */
export const MOST_ROWS = 20_000;
/** Stored numbers of an enclosed row need agree only this far. */
const ENCLOSED_TOLERANCE = 1e-8;
/** Fractions that have little in common grow with every sum: past this they are refused, after seconds. */
const MOST_WORK = 40_000_000;

export type CheckedRow = { why: string; lhs: number; rhs: number; slack: number; holds: boolean; problem?: string };
export type Checked = { valid: boolean; kind: string; rows: CheckedRow[] };

/** Throws an InputError where the file is no certificate; otherwise says of every row whether it holds. */
export function check(certificate: unknown): Checked {
  refuseExcess(certificate);
  const { format, kind, game, profile, rows } = new Given("certificate", certificate).fields(
    "format",
    "kind",
    "game",
    "profile",
    "rows",
  );
  format.oneOf("detente-certificate/1");
  const name = kind.oneOf(...Object.keys(kinds));
  const stored = rows.list().map(readRow);
  const account = bounded(MOST_WORK, () =>
    recompute(name, game, profile, certificate as { game: unknown; profile: unknown }),
  );
  const checked = account.map((row, index) => compare(row, stored[index]));
  for (const extra of stored.slice(account.length)) {
    checked.push({ ...shown(extra), holds: false, problem: "this row belongs to no such certificate" });
  }
  return { valid: checked.every((row) => row.holds), kind: name, rows: checked };
}

function recompute(
  kind: string,
  game: Given,
  profile: Given,
  whole: { game: unknown; profile: unknown },
): Recomputed[] {
  const account = new Account();
  try {
    kinds[kind]?.(game, profile, account);
  } catch (error) {
    if (error instanceof TooLong)
      throw new InputError("certificate", "fractions that stay short enough to be computed again");
    // Arithmetic that cannot be done (a division by zero, a root of a negative number) is a claim that fails.
    if (!(error instanceof RangeError)) throw error;
    account.strict(`the arithmetic can be done: ${error.message}`, 0, 0);
  }
  let sum = 0n;
  for (const [index, { top, bottom }] of numbersIn({ game: whole.game, profile: whole.profile }).entries())
    sum = (sum + BigInt(index + 1) * (2n * top + bottom) ** 2n) % FINGERPRINT_PRIME;
  account.eq(FINGERPRINT, sum, sum);
  return account.rows;
}

function refuseExcess(certificate: unknown): void {
  if (typeof certificate !== "object" || certificate === null) throw new InputError("certificate", "an object");
  const { rows } = certificate as { rows?: unknown };
  if (Array.isArray(rows) && rows.length > MOST_ROWS)
    throw new InputError("certificate.rows", `at most ${MOST_ROWS} rows`);
  let digits = 0;
  for (const number of numbersIn({ ...certificate, rows: [] })) {
    digits += number.toString().length;
    if (digits > MOST_DIGITS) throw new InputError("certificate", `at most ${MOST_DIGITS} digits in all`);
  }
}

function readRow(given: Given, index: number): Row {
  const { value } = given as unknown as { value: unknown };
  const place = `certificate.rows[${index}]`;
  if (typeof value !== "object" || value === null) throw new InputError(place, "a row", value);
  const { kind, why, lhs, rhs, slack, exact, ...rest } = value as Record<string, unknown>;
  const numeric = [lhs, rhs, slack].every((number) => typeof number === "number" && Number.isFinite(number));
  if (!numeric || typeof why !== "string" || typeof exact !== "string" || Object.keys(rest).length > 0) {
    throw new InputError(place, "a row { kind, why, lhs, rhs, slack, exact }", value);
  }
  if (kind !== "eq" && kind !== "ineq") throw new InputError(`${place}.kind`, "eq or ineq", kind);
  return { kind, why, lhs: lhs as number, rhs: rhs as number, slack: slack as number, exact };
}

function compare(row: Recomputed, stored: Row | undefined): CheckedRow {
  const problem = problemOf(row, stored);
  return { ...shown(row), holds: problem === null, ...(problem === null ? {} : { problem }) };
}

function problemOf(row: Recomputed, stored: Row | undefined): string | null {
  if (!stored) return "the certificate lacks this row";
  if (stored.kind !== row.kind || stored.why !== row.why) return `another row stands in its place: ${stored.why}`;
  if (stored.exact !== row.exact) return `the slack is ${row.exact.slice(0, 80)}, not as stored`;
  const same = (["lhs", "rhs", "slack"] as const).every((side) => agrees(row[side], stored[side], row.enclosed));
  if (!same) return "the stored sides are not what the primitives give";
  return row.holds ? null : row.kind === "eq" ? "the two sides differ" : "the inequality fails";
}

function agrees(computed: number, stored: number, enclosed: boolean): boolean {
  return enclosed
    ? Math.abs(computed - stored) <= ENCLOSED_TOLERANCE * Math.max(1, Math.abs(computed))
    : computed === stored;
}

function shown({ why, lhs, rhs, slack }: Row): CheckedRow {
  return { why, lhs, rhs, slack, holds: true };
}
