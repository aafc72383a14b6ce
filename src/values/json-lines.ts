// Plain files of one JSON object a line, as a case keeps them. The first fault is thrown as one line that names file,
// row and field.

import type { z } from "zod";
import { InputError, shorten } from "./errors.ts";

/** Longer lines are no record of a person's, and would only cost memory. */
const LONGEST_LINE = 100_000;

export type Placed<Value> = { row: number; value: Value };

/** Reads every line that is not blank; identifiers must differ. */
export function readJsonLines<Value extends { id: string }>(
  file: string,
  text: string,
  schema: z.ZodType<Value>,
): Placed<Value>[] {
  const rowOfId = new Map<string, number>();
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const row = index + 1;
    const result = schema.safeParse(parseJsonLine(file, row, line), { reportInput: true });
    if (!result.success) throw faultAt(file, row, result.error);
    const { id } = result.data;
    const earlier = rowOfId.get(id);
    if (earlier !== undefined)
      throw new InputError(`${file}:${row}:id`, `an identifier of its own, not that of row ${earlier}`, id);
    rowOfId.set(id, row);
    return [{ row, value: result.data }];
  });
}

export function parseJsonLine(file: string, row: number, text: string): unknown {
  if (text.length > LONGEST_LINE && !file.endsWith(".json")) {
    throw new InputError(`${file}:${row}`, `at most ${LONGEST_LINE} characters a line`, text.length);
  }
  // Such a key would vanish on the way, and nothing is dropped in silence.
  if (text.includes('"__proto__"')) throw new InputError(`${file}:${row}`, 'no key "__proto__"');
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${file}:${row}`, "one JSON object", text);
  }
}

/** The first fault that a schema found, as FILE:ROW:FIELD. */
export function faultAt(file: string, row: number, error: z.ZodError): InputError {
  const issue = error.issues[0];
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === "unrecognized_keys") {
    const field = [...path, issue.keys[0] ?? ""].map(shortName).join(".");
    return new InputError(`${file}:${row}:${field}`, "only known fields, and this is none");
  }
  const field = path.map(shortName).join(".");
  const place = `${file}:${row}${field === "" ? "" : `:${field}`}`;
  const expected = (issue?.message ?? "a valid entry")
    .replace(/^(Invalid (input|option|string)|Too (small|big)): /, "")
    .replace(/, received .*$/, "");
  return issue?.input === undefined
    ? new InputError(place, `${expected}, got nothing`)
    : new InputError(place, expected, issue.input);
}

/** A field's name as it stands in an error: whoever wrote the file chose it. */
function shortName(name: string): string {
  return /^[\w-]{1,40}$/.test(name) ? name : shorten(name);
}
