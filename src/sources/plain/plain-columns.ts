// Statements as a table: one column per field of the schema. A list is written "a; b", or as a JSON list where an item
// itself holds a semicolon; codes are a JSON record.

import { asReason } from "../../values/errors.ts";
import { statementSchema, type Statement } from "../../values/statement.ts";
import type { Row } from "../importer.ts";
import { guarded, unguarded } from "./formula-guard.ts";

export const plainColumns = [
  "id",
  "about",
  "author",
  "authorChinese",
  "authorKind",
  "authorSide",
  "said",
  "stance",
  "answers",
  "accusedStates",
  "accusedActors",
  "victimStates",
  "victimNames",
  "effects",
  "sectors",
  "happened",
  "disclosed",
  "attributed",
  "basis",
  "confidence",
  "sourceGrade",
  "claimGrade",
  "summary",
  "summaryChinese",
  "quote",
  "quoteLanguage",
  "read",
  "checked",
  "listedBy",
  "scores",
  "codes",
  "notes",
] as const;

export type PlainRow = Record<(typeof plainColumns)[number], string>;

/** A statement as one row of text that no spreadsheet computes. `plainStatement` gives it back. */
export function plainRow(statement: Statement): PlainRow {
  const cells = Object.entries(plainCells(statement)).map(([name, text]) => [name, guarded(text)]);
  return Object.fromEntries(cells) as PlainRow;
}

function plainCells(s: Statement): PlainRow {
  return {
    id: s.id,
    about: s.about,
    author: s.author.name.en,
    authorChinese: s.author.name.zh ?? "",
    authorKind: s.author.kind,
    authorSide: s.author.side,
    said: s.said ?? "",
    stance: s.stance,
    answers: s.answers ? written(s.answers) : "",
    accusedStates: written(s.accused.states),
    accusedActors: written(s.accused.actors),
    victimStates: written(s.victims.states),
    victimNames: written(s.victims.names),
    effects: written(s.what.effects),
    sectors: written(s.what.sectors),
    happened: s.happened ?? "",
    disclosed: s.disclosed ?? "",
    attributed: s.attributed ?? "",
    basis: s.basis,
    confidence: s.confidence ?? "",
    sourceGrade: s.grade.source,
    claimGrade: String(s.grade.claim),
    summary: s.summary.en,
    summaryChinese: s.summary.zh ?? "",
    quote: s.quote?.text ?? "",
    quoteLanguage: s.quote?.lang ?? "",
    read: asJson(s.read),
    checked: s.checked,
    listedBy: asJson(s.listedBy),
    // A field that is there and empty is written so; one that is not there is an empty cell.
    scores: s.scores ? JSON.stringify(s.scores) : "",
    codes: s.codes ? JSON.stringify(s.codes) : "",
    notes: s.notes?.length === 0 ? "[]" : written(s.notes ?? []),
  };
}

function asJson(list: readonly unknown[]): string {
  return list.length === 0 ? "" : JSON.stringify(list);
}

function written(items: readonly string[]): string {
  const plain = items.every((item) => !/^\[|;|^\s|\s$/.test(item) && item !== "");
  return plain ? items.join("; ") : JSON.stringify(items);
}

/** The statement of a row, or the field and the reason for which it is none. */
export function plainStatement(
  row: Row,
): { ok: true; statement: Statement } | { ok: false; field: string; because: string } {
  const text = (name: keyof PlainRow): string => (typeof row[name] === "string" ? unguarded(row[name]) : "");
  const list = (name: keyof PlainRow): unknown => (text(name) === "" ? "" : listIn(text(name)));
  const draft = {
    id: text("id"),
    about: text("about"),
    author: {
      name: inLanguages(text("author"), text("authorChinese")),
      kind: text("authorKind"),
      side: text("authorSide"),
    },
    said: text("said") || null,
    stance: text("stance"),
    ...optional("answers", list("answers")),
    accused: { states: listIn(text("accusedStates")), actors: listIn(text("accusedActors")) },
    victims: { states: listIn(text("victimStates")), names: listIn(text("victimNames")) },
    what: { effects: listIn(text("effects")), sectors: listIn(text("sectors")) },
    happened: text("happened") || null,
    disclosed: text("disclosed") || null,
    ...optional("attributed", text("attributed")),
    basis: text("basis"),
    ...optional("confidence", text("confidence")),
    grade: { source: text("sourceGrade"), claim: Number(text("claimGrade")) },
    summary: inLanguages(text("summary"), text("summaryChinese")),
    ...(text("quote") === "" ? {} : { quote: { text: text("quote"), lang: text("quoteLanguage") } }),
    read: readingsIn(text("read")),
    checked: text("checked"),
    listedBy: jsonIn(text("listedBy")) ?? [],
    ...optional("scores", jsonIn(text("scores"))),
    ...optional("codes", jsonIn(text("codes"))),
    ...optional("notes", list("notes")),
  };
  const parsed = statementSchema.safeParse(draft);
  if (parsed.success) return { ok: true, statement: parsed.data };
  const issue = parsed.error.issues[0]!;
  return { ok: false, field: issue.path.join("."), because: asReason(issue.message) };
}

function inLanguages(en: string, zh: string): { en: string; zh?: string } {
  return zh === "" ? { en } : { en, zh };
}

function optional(name: string, value: unknown): Record<string, unknown> {
  return value === "" || value === null ? {} : { [name]: value };
}

function listIn(cell: string): unknown[] {
  if (cell.startsWith("[")) {
    const list = jsonIn(cell);
    return Array.isArray(list) ? list : [cell];
  }
  return cell === "" ? [] : cell.split(";").map((item) => item.trim());
}

/** Readings as JSON, or bare addresses with blanks or semicolons between them. */
function readingsIn(cell: string): unknown {
  if (cell.startsWith("[")) return jsonIn(cell) ?? cell;
  return cell.split(/[;\s]+/).flatMap((url) => (url === "" ? [] : [{ url }]));
}

function jsonIn(cell: string): unknown {
  if (cell === "") return null;
  try {
    return JSON.parse(cell);
  } catch {
    // Left as text, so that the schema names the field.
    return cell;
  }
}
