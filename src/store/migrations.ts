// The schema's history. A migration that has landed is never edited: a change is a new one.

import type { Kysely } from "kysely";
import type { Migration, MigrationProvider } from "kysely/migration";
import { projectionNames } from "./tables.ts";

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("records")
      .addColumn("sequence", "integer", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("case", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addColumn("previous", "text", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull().unique())
      .execute();
    await db.schema.createIndex("records_by_subject").on("records").columns(["case", "subject", "sequence"]).execute();
    for (const name of projectionNames) {
      await db.schema
        .createTable(name)
        .addColumn("case", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("body", "text", (column) => column.notNull())
        .addColumn("withdrawn", "boolean", (column) => column.notNull())
        .addColumn("sequence", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint(`${name}_key`, ["case", "id"])
        .execute();
    }
  },
};

export const migrations: MigrationProvider = {
  getMigrations: () => Promise.resolve({ "2026-11-first": first }),
};
