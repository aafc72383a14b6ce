// A case's own plain files: `case.json`, `incidents.jsonl`, `statements.jsonl`, `acts.jsonl`, and `world.json` where there
// is one. Text in, content out; the first fault is thrown as one line that names file, row and field.

import { actSchema, type Act } from "../values/act.ts";
import { caseSchema, incidentSchema, type CaseAbout, type IncidentAbout } from "../values/case-file.ts";
import { InputError } from "../values/errors.ts";
import { faultAt, parseJsonLine, readJsonLines, type Placed } from "../values/json-lines.ts";
import { caseStatementSchema, type CaseStatement } from "../values/statement.ts";
import { worldFileSchema, type WorldFile } from "../values/world-file.ts";

export type CaseContent = { about: CaseAbout; incidents: IncidentAbout[]; statements: CaseStatement[]; acts: Act[] };

export const caseFileNames = ["case.json", "incidents.jsonl", "statements.jsonl", "acts.jsonl"] as const;
export type CaseFileName = (typeof caseFileNames)[number];

/** What the sides gain and lose. A case without it has the standard world. */
export const WORLD_FILE = "world.json";

export type CaseTexts = Record<CaseFileName, string> & { [WORLD_FILE]?: string };

/** Reads a case's files, given as texts, and checks that they fit together. */
export function readCase(texts: CaseTexts): CaseContent {
  const about = caseSchema.safeParse(parseJsonLine("case.json", 1, texts["case.json"]), { reportInput: true });
  if (!about.success) throw faultAt("case.json", 1, about.error);
  const world = readWorld(texts[WORLD_FILE]);
  const content = {
    about: world ? { ...about.data, world } : about.data,
    incidents: readJsonLines("incidents.jsonl", texts["incidents.jsonl"], incidentSchema),
    statements: readJsonLines("statements.jsonl", texts["statements.jsonl"], caseStatementSchema),
    acts: readJsonLines("acts.jsonl", texts["acts.jsonl"], actSchema),
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
  const world = worldFileSchema.safeParse(parseJsonLine(WORLD_FILE, 1, text), { reportInput: true });
  if (!world.success) throw faultAt(WORLD_FILE, 1, world.error);
  return world.data;
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
