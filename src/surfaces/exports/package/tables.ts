// The tables of a case's data package: their columns, what each means, and how rows become text and come back. The
// schema, the codebook, the writer and the reader are all made from these.

import { plainColumns } from "../../../sources/plain/plain-columns.ts";
import { actForms, ploverKinds } from "../../../values/act.ts";
import { authorKinds, bases, checks, effects, linkKinds, sectors, stances } from "../../../values/statement.ts";

export type Column = {
  name: string;
  /** A type of Table Schema; lists and records are JSON in one cell. */
  type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  meaning: string;
  required?: true;
  values?: readonly string[];
};

export type PackageTable = {
  name: string;
  title: string;
  columns: readonly Column[];
  key: string;
  foreign?: { field: string; table: string }[];
};

const required = { required: true } as const;

export const incidentTable: PackageTable = {
  name: "incidents",
  title: "Incidents: sets of statements judged to speak of one thing",
  key: "id",
  columns: [
    { name: "id", type: "string", meaning: "identifier, stable", ...required },
    { name: "title", type: "string", meaning: "title in English", ...required },
    { name: "titleChinese", type: "string", meaning: "title in Chinese" },
    { name: "summary", type: "string", meaning: "summary in English", ...required },
    { name: "summaryChinese", type: "string", meaning: "summary in Chinese" },
    {
      name: "madeFor",
      type: "string",
      meaning: "the imported statement that it was made for, where no incident was near",
    },
  ],
};

export const linkTable: PackageTable = {
  name: "links",
  title: "Links: why a statement was judged to speak of an incident",
  key: "statement",
  foreign: [
    { field: "statement", table: "statements" },
    { field: "incident", table: "incidents" },
  ],
  columns: [
    { name: "statement", type: "string", meaning: "identifier of the statement", ...required },
    { name: "incident", type: "string", meaning: "identifier of the incident", ...required },
    {
      name: "kind",
      type: "string",
      meaning: "the same thing, a part of it, or the same row twice",
      values: linkKinds,
      ...required,
    },
    { name: "because", type: "string", meaning: "the reason", ...required },
    { name: "byKind", type: "string", meaning: "who judged", values: ["rule", "model", "person"], ...required },
    { name: "byName", type: "string", meaning: "their name", ...required },
    { name: "probability", type: "number", meaning: "between 0 and 1, where a model judged" },
    {
      name: "withdrawn",
      type: "boolean",
      meaning: "true where the statement's source no longer holds it; it stays on record",
      ...required,
    },
  ],
};

export const actTable: PackageTable = {
  name: "acts",
  title: "Acts between the parties that are no cyber operation but bear on them",
  key: "id",
  columns: [
    { name: "id", type: "string", meaning: "identifier, stable", ...required },
    { name: "when", type: "string", meaning: "when it happened, as precisely as known", ...required },
    {
      name: "plover",
      type: "string",
      meaning: "type of event in the PLOVER ontology",
      values: ploverKinds,
      ...required,
    },
    { name: "form", type: "string", meaning: "form of the act", values: actForms, ...required },
    { name: "actors", type: "array", meaning: "who acts, ISO 3166-1 alpha-3", ...required },
    { name: "targets", type: "array", meaning: "toward whom, ISO 3166-1 alpha-3", ...required },
    { name: "title", type: "string", meaning: "title in English", ...required },
    { name: "titleChinese", type: "string", meaning: "title in Chinese" },
    { name: "summary", type: "string", meaning: "summary in English", ...required },
    { name: "summaryChinese", type: "string", meaning: "summary in Chinese" },
    { name: "read", type: "array", meaning: "pages where it is told: url and title", ...required },
    { name: "checked", type: "string", meaning: "how it was checked", values: checks, ...required },
    { name: "listedBy", type: "array", meaning: "rows of lists: source and id", ...required },
  ],
};

const when = "YYYY-MM-DD, YYYY-MM, YYYY-Qn, YYYY, start/end, or start/..";
const list = 'a list: "a; b", or JSON where an item holds a semicolon';

type Meaning = Omit<Column, "name" | "type"> & { type?: Column["type"] };

const statementMeanings: Record<(typeof plainColumns)[number], Meaning> = {
  id: { meaning: "identifier, stable", ...required },
  about: {
    meaning: "one event, several gathered in one, or an actor's whole career",
    values: ["incident", "campaign", "profile"],
    ...required,
  },
  author: { meaning: "who says it, in English", ...required },
  authorChinese: { meaning: "who says it, in Chinese" },
  authorKind: { meaning: "what kind of author", values: authorKinds, ...required },
  authorSide: { meaning: "the author's state, ISO 3166-1 alpha-3, or third", ...required },
  said: { meaning: `when it was said: ${when}` },
  stance: {
    meaning: "asserts that the accused did it, denies or doubts it, or supports somebody else's assertion",
    values: stances,
    ...required,
  },
  answers: { meaning: `statements that it answers; ${list}` },
  accusedStates: { meaning: `ISO 3166-1 alpha-3; ${list}` },
  accusedActors: { meaning: `names of actors; ${list}` },
  victimStates: { meaning: `ISO 3166-1 alpha-3; ${list}` },
  victimNames: { meaning: `names of victims; ${list}` },
  effects: { meaning: `what was done: ${effects.join(", ")}; ${list}`, ...required },
  sectors: { meaning: `to whom: ${sectors.join(", ")}; ${list}`, ...required },
  happened: { meaning: `when it is said to have happened: ${when}` },
  disclosed: { meaning: `when it became public: ${when}` },
  attributed: { meaning: `when the accused was first named in public, where that differs from said: ${when}` },
  basis: { meaning: "on what the author rests it", values: bases, ...required },
  confidence: { meaning: "in the author's own word" },
  sourceGrade: { meaning: "Admiralty code of the source", values: ["A", "B", "C", "D", "E", "F"], ...required },
  claimGrade: { meaning: "Admiralty code of the claim, 1 to 6", type: "integer", ...required },
  summary: { meaning: "what is said, in English", ...required },
  summaryChinese: { meaning: "what is said, in Chinese" },
  quote: { meaning: "a quotation" },
  quoteLanguage: { meaning: "its language", values: ["en", "zh"] },
  read: { meaning: "pages where it is said: url and title", type: "array" },
  checked: { meaning: "against a list's row, by reading the page, or not", values: checks, ...required },
  listedBy: { meaning: "rows of lists that it stands for: source and id", type: "array" },
  scores: { meaning: "scale and value; scales are never mixed", type: "array" },
  codes: { meaning: "other codes of the list, as they are", type: "object" },
  notes: { meaning: `remarks; ${list}` },
};

export const statementTable: PackageTable = {
  name: "statements",
  title: "Attribution statements: somebody says, of somebody, that they did something to somebody",
  key: "id",
  columns: plainColumns.map((name) => Object.assign({ name, type: "string" as const }, statementMeanings[name])),
};

export const packageTables: readonly PackageTable[] = [incidentTable, statementTable, linkTable, actTable];
