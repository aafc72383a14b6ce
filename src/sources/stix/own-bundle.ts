// Reads back what our own export wrote. What STIX can say is read from its own properties (who, what was said, which
// documents, which list rows, Chinese from language-content); the rest from our extension.

import { z } from "zod";
import { actSchema } from "../../values/act.ts";
import { stances, statementSchema, type Listing, type Reading, type Stance } from "../../values/statement.ts";
import type { Notes, Row, Yield } from "../importer.ts";
import { OWN_EXTENSION } from "./own-words.ts";
import type { Graph } from "./stix-object.ts";

const words = z.array(z.string()).default([]);
const codeSchema = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });

const statementWords = z.object({
  statement_id: z.string(),
  about: z.string(),
  stance: z.enum(stances),
  stated_at: z.string().nullable().default(null),
  happened: z.string().nullable().default(null),
  disclosed: z.string().nullable().default(null),
  attributed: z.string().optional(),
  author_kind: z.string(),
  author_side: z.string(),
  accused_states: words,
  accused_actors: words,
  victim_states: words,
  victim_names: words,
  effects: words,
  sectors: words,
  basis: z.string(),
  stated_confidence: z.string().optional(),
  source_grade: z.string(),
  claim_grade: z.number(),
  checked: z.string(),
  answers: z.array(z.string()).optional(),
  quote: z.unknown().optional(),
  scores: z.array(z.unknown()).optional(),
  codes: z.array(codeSchema).optional(),
  empty_fields: words,
});
type StatementWords = z.infer<typeof statementWords>;

const actWords = z.object({
  identifier: z.string(),
  when: z.string(),
  plover: z.string(),
  form: z.string(),
  actors: words,
  targets: words,
  checked: z.string(),
});

/** The opinion that a stance is written as. */
export const opinionOf: Readonly<Record<Exclude<Stance, "asserts">, string>> = {
  denies: "strongly-disagree",
  doubts: "disagree",
  supports: "agree",
};

/** What an object of our own export gives; null for an object of anybody else's. */
export function readOwn(row: Row, notes: Notes, graph: Graph): Yield | null {
  const own = ownWords(row);
  if (!own) return null;
  if (own["role"] === "act") return readAct(row, notes, graph, own);
  // A withdrawn statement stays on record; it must not stand again because it was exported.
  if (own["role"] !== "statement" || row["revoked"] === true) return { kept: [row] };
  const read = statementWords.safeParse(own);
  if (!read.success) return unread(notes, read.error);
  const draft = statementDraft(row, graph, read.data);
  if (!draft) return unread(notes);
  const said = read.data.stance === "asserts" ? undefined : opinionOf[read.data.stance];
  if (row["type"] === "opinion" && row["opinion"] !== said) {
    notes.flag(
      "opinion",
      `the extension says ${read.data.stance}; the bundle was changed after it was written, and is read as anybody's`,
    );
    return null;
  }
  const statement = statementSchema.safeParse(draft);
  return statement.success ? { statements: [statement.data] } : unread(notes, statement.error);
}

/** An extension that does not hold is no reason to lose the object: it is read as anybody's. */
function unread(notes: Notes, error?: z.ZodError): null {
  const issue = error?.issues[0];
  notes.flag(
    "extensions",
    `the extension cannot be read (${issue ? `${issue.path.join(".")}: ${issue.message}` : "no text or author"}); the object is read as anybody's`,
  );
  return null;
}

function ownWords(row: Row): Row | null {
  const extensions = row["extensions"];
  if (typeof extensions !== "object" || extensions === null || !Object.hasOwn(extensions, OWN_EXTENSION)) return null;
  const own = (extensions as Row)[OWN_EXTENSION];
  return typeof own === "object" && own !== null && !Array.isArray(own) ? (own as Row) : null;
}

function statementDraft(row: Row, graph: Graph, own: StatementWords): Record<string, unknown> | null {
  const type = String(row["type"]);
  const field = Object.hasOwn(textField, type) ? textField[type] : undefined;
  const author = graph.byId.get(String(row["created_by_ref"]));
  if (field === undefined || !author) return null;
  const remarks = remarksOf(row, graph);
  return {
    id: own.statement_id,
    about: own.about,
    author: { name: inLanguages(author, graph, "name"), kind: own.author_kind, side: own.author_side },
    said: own.stated_at,
    stance: own.stance,
    ...present("answers", own.answers),
    accused: { states: own.accused_states, actors: own.accused_actors },
    victims: { states: own.victim_states, names: own.victim_names },
    what: { effects: own.effects, sectors: own.sectors },
    happened: own.happened,
    disclosed: own.disclosed,
    ...present("attributed", own.attributed),
    basis: own.basis,
    ...present("confidence", own.stated_confidence),
    grade: { source: own.source_grade, claim: own.claim_grade },
    summary: inLanguages(row, graph, field),
    ...present("quote", own.quote),
    read: readingsOf(row),
    checked: own.checked,
    listedBy: listingsOf(row),
    ...present("scores", own.scores ?? emptyOf(own, "scores", [])),
    ...present(
      "codes",
      own.codes ? Object.fromEntries(own.codes.map(({ name, value }) => [name, value])) : emptyOf(own, "codes", {}),
    ),
    ...present("notes", remarks.length > 0 ? remarks : emptyOf(own, "notes", [])),
  };
}

/** Where each type of object holds what was said. */
const textField: Readonly<Record<string, string>> = {
  relationship: "description",
  opinion: "explanation",
  note: "content",
};

function present(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}

function emptyOf(own: StatementWords, field: string, value: unknown): unknown {
  return own.empty_fields.includes(field) ? value : undefined;
}

function readAct(row: Row, notes: Notes, graph: Graph, own: Row): Yield | null {
  const read = actWords.safeParse(own["act"]);
  if (!read.success) return unread(notes, read.error);
  const { identifier, ...rest } = read.data;
  const texts = { title: inLanguages(row, graph, "abstract"), summary: inLanguages(row, graph, "content") };
  const act = actSchema.safeParse({
    id: identifier,
    ...rest,
    ...texts,
    read: readingsOf(row),
    listedBy: listingsOf(row),
  });
  return act.success ? { acts: [act.data] } : unread(notes, act.error);
}

function inLanguages(row: Row, graph: Graph, field: string): { en: unknown; zh?: unknown } {
  const zh = graph.inChinese.get(String(row["id"]))?.[field];
  return zh === undefined ? { en: row[field] } : { en: row[field], zh };
}

function remarksOf(row: Row, graph: Graph): unknown[] {
  return (graph.about.get(String(row["id"])) ?? [])
    .map((note) => ({ note, own: ownWords(note) }))
    .filter(({ own }) => own?.["role"] === "remark")
    .sort((one, other) => Number(one.own?.["remark_order"]) - Number(other.own?.["remark_order"]))
    .map(({ note }) => note["content"]);
}

function referencesOf(row: Row): Row[] {
  const references = row["external_references"];
  return Array.isArray(references)
    ? references.filter((one): one is Row => typeof one === "object" && one !== null)
    : [];
}

function readingsOf(row: Row): Reading[] {
  return referencesOf(row)
    .filter(({ url }) => url !== undefined)
    .map(({ url, description }) => Object.assign({ url: url as string }, present("title", description)));
}

function listingsOf(row: Row): Listing[] {
  return referencesOf(row)
    .filter(({ external_id: id }) => id !== undefined)
    .map(({ source_name: source, external_id: id }) => ({ source: source as string, id: id as string }));
}
