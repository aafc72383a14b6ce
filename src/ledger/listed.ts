// The rows of an imported list as the list has them, whatever they speak of: cases link only those about their parties.

import type { ListedRecord } from "../sources/listed-record.ts";
import type { Database } from "../store/tables.ts";
import { LISTS } from "./change.ts";

/** Rows whose statement stands: not withdrawn, not superseded by another release. */
export async function readListed(db: Database, source: string): Promise<ListedRecord[]> {
  const rows = await db
    .selectFrom("listed")
    .innerJoin("statements", (join) =>
      join
        .onRef("statements.id", "=", "listed.id")
        .on("statements.case", "=", LISTS)
        .on("statements.withdrawn", "=", false),
    )
    .select("listed.body as body")
    .where("listed.case", "=", LISTS)
    .where("listed.withdrawn", "=", false)
    .where("listed.id", "like", `${source.replaceAll(/[%_\\]/g, "\\$&")}:%`)
    .orderBy("listed.id")
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as ListedRecord);
}
