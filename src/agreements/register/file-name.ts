// What the files of a register are called, apart from how they are read: finding them needs no reader.

export const AGREEMENTS_FILE = "agreements.jsonl";
export const CLAUSES_FILE = "clauses.jsonl";
export const LINES_FILE = "lines.jsonl";

export type RegisterTexts = { agreements: string; clauses: string; lines: string };
