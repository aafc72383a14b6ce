// A case's own plain files: `case.json`, `incidents.jsonl`, `statements.jsonl`, `acts.jsonl`, and `world.json` where there
// is one. Text in, content out; the first fault is thrown as one line that names file, row and field.

import type { z } from "zod";
import { actSchema, type Act } from "../values/act.ts";
import { caseSchema, incidentSchema, type CaseAbout, type IncidentAbout } from "../values/case-file.ts";
import { InputError, shorten } from "../values/errors.ts";
import { caseStatementSchema, type CaseStatement } from "../values/statement.ts";
import { worldFileSchema, type WorldFile } from "../values/world-file.ts";

export type CaseContent = { about: CaseAbout; incidents: IncidentAbout[]; statements: CaseStatement[]; acts: Act[] };

export const caseFileNames = ["case.json", "incidents.jsonl", "statements.jsonl", "acts.jsonl"] as const;
export type CaseFileName = (typeof caseFileNames)[number];

/** What the sides gain and lose. A case without it has the standard world. */
export const WORLD_FILE = "world.json";

export type CaseTexts = Record<CaseFileName, string> & { [WORLD_FILE]?: string };

/** Longer lines are no statement, and would only cost memory. */
const LONGEST_LINE = 100_000;

/** Reads a case's files, given as texts, and checks that they fit together. */
export function readCase(texts: CaseTexts): CaseContent {
  const about = caseSchema.safeParse(parseJson("case.json", 1, texts["case.json"]), { reportInput: true });
  if (!about.success) throw faultOf("case.json", 1, about.error);
  const world = readWorld(texts[WORLD_FILE]);
  const content = {
    about: world ? { ...about.data, world } : about.data,
    incidents: readLines("incidents.jsonl", texts["incidents.jsonl"], incidentSchema),
    statements: readLines("statements.jsonl", texts["statements.jsonl"], caseStatementSchema),
    acts: readLines("acts.jsonl", texts["acts.jsonl"], actSchema),
  };
  checkReferences(content);
  return {
    about: content.about,
    incidents: content.incidents.map(({ value }) => value),
    statements: content.statements.map(({ value }) => value),
    acts: content.acts.map(({ value }) => value),
  };
}

function readWorld(text: string | undefined): WorldFile | null {
  if (text === undefined) return null;
  const world = worldFileSchema.safeParse(parseJson(WORLD_FILE, 1, text), { reportInput: true });
  if (!world.success) throw faultOf(WORLD_FILE, 1, world.error);
  return world.data;
}

type Placed<Value> = { row: number; value: Value };

function readLines<Value extends { id: string }>(
  file: CaseFileName,
  text: string,
  schema: z.ZodType<Value>,
): Placed<Value>[] {
  const rowOfId = new Map<string, number>();
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const row = index + 1;
    const result = schema.safeParse(parseJson(file, row, line), { reportInput: true });
    if (!result.success) throw faultOf(file, row, result.error);
    const { id } = result.data;
    const earlier = rowOfId.get(id);
    if (earlier !== undefined)
      throw new InputError(`${file}:${row}:id`, `an identifier of its own, not that of row ${earlier}`, id);
    rowOfId.set(id, row);
    return [{ row, value: result.data }];
  });
}

type AnyFile = CaseFileName | typeof WORLD_FILE;

function parseJson(file: AnyFile, row: number, text: string): unknown {
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
function faultOf(file: AnyFile, row: number, error: z.ZodError): InputError {
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

function checkReferences({
  incidents,
  statements,
}: {
  incidents: Placed<IncidentAbout>[];
  statements: Placed<CaseStatement>[];
}): void {
  const incidentIds = new Set(incidents.map(({ value }) => value.id));
  const statementIds = new Set(statements.map(({ value }) => value.id));
  const used = new Set<string>();
  for (const { row, value } of statements) {
    if (!incidentIds.has(value.incident))
      throw new InputError(`statements.jsonl:${row}:incident`, "an incident of incidents.jsonl", value.incident);
    used.add(value.incident);
    for (const answered of value.answers ?? []) {
      if (!statementIds.has(answered))
        throw new InputError(`statements.jsonl:${row}:answers`, "a statement of this file", answered);
    }
  }
  for (const { row, value } of incidents) {
    if (!used.has(value.id))
      throw new InputError(`incidents.jsonl:${row}:id`, "an incident that some statement speaks of", value.id);
  }
}
