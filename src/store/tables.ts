// The tables, as Kysely knows them. `records` is the truth and only grows; the others are projections of it that
// `detente rebuild` makes again. Bodies are canonical JSON (rfc8785) in text, so equal content is equal bytes.

import type { Kysely, Transaction } from "kysely";

export type RecordRow = {
  sequence: number;
  at: string;
  kind: string;
  case: string;
  subject: string;
  body: string;
  previous: string;
  hash: string;
};

/** The current state of one subject: its last body, and the record that gave it. */
export type ProjectionRow = { case: string; id: string; body: string; withdrawn: boolean; sequence: number };

export const projectionNames = [
  "cases",
  "incidents",
  "statements",
  "links",
  "acts",
  "imports",
  "actors",
  "context",
  "kept",
  "listed",
  "decisions",
  "redirects",
] as const;
export type ProjectionName = (typeof projectionNames)[number];

export type Tables = { records: RecordRow } & { [Name in ProjectionName]: ProjectionRow };

export type Database = Kysely<Tables>;
export type Work = Transaction<Tables>;
