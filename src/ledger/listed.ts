// The rows of an imported list as the list has them, whatever they speak of: cases link only those about their parties.

import type { ListedRecord } from "../sources/listed-record.ts";
import type { Database } from "../store/tables.ts";
import { LISTS } from "./change.ts";

/** Rows whose statement was neither withdrawn nor superseded by another release; also those that gave none. */
export async function readListed(db: Database, source: string): Promise<ListedRecord[]> {
  const rows = await db
    .selectFrom("listed")
    .leftJoin("statements", (join) => join.onRef("statements.id", "=", "listed.id").on("statements.case", "=", LISTS))
    .select(["listed.body as body", "statements.withdrawn as gone"])
    .where("listed.case", "=", LISTS)
    .where("listed.withdrawn", "=", false)
    .where("listed.id", "like", `${source.replaceAll(/[%_\\]/g, "\\$&")}:%`)
    .orderBy("listed.id")
    .execute();
  return rows.flatMap(({ body, gone }) => (gone === true ? [] : [JSON.parse(body) as ListedRecord]));
}
