// Two parties and a mediator at a table. Who asks is told by the secret of their link, in the header Authorization: never
// in an address, which others may come to see. No answer holds what the role that asks may not see.

import { z } from "zod";
import { issuesSchema, moveSchema } from "../../../agreements/index.ts";
import type { MoveAsked, TableAsked, Tables } from "../../inputs/tables.ts";
import { NotFound, strictJson, type Asked, type Route, type RouteContext } from "../route.ts";

const LARGEST = 256 * 1024;

const tableSchema: z.ZodType<TableAsked> = z.strictObject({
  title: z.string().trim().min(1).max(200),
  issues: issuesSchema,
  deadline: z.iso.datetime({ error: "expected a moment in UTC, such as 2030-01-31T12:00:00Z" }).nullable(),
});

const moveAskedSchema: z.ZodType<MoveAsked> = z.strictObject({
  key: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: "expected a key of its own for each move, 16 to 64 letters" }),
  move: moveSchema,
});

const made = z.object({
  id: z.string(),
  links: z.object({ a: z.string(), b: z.string(), mediator: z.string() }),
});

const seen = z.object({
  id: z.string(),
  title: z.string(),
  now: z.string(),
  version: z.string(),
  view: z.looseObject({ role: z.enum(["a", "b", "mediator"]), phase: z.string() }),
});

function tablesOf({ tables }: RouteContext): Tables {
  if (!tables) throw new NotFound("tables", "a workbench that keeps tables");
  return tables;
}

/** The link's secret; an empty one fits no seat. */
function tokenOf({ headers }: Asked): string {
  return /^Bearer ([A-Za-z0-9_-]{1,64})$/.exec(headers.get("authorization") ?? "")?.[1] ?? "";
}

const make: Route = {
  method: "POST",
  path: "/api/tables",
  summary: "Set a table: issues with options, a deadline or none. Gives the secret of each link, once",
  largestBody: LARGEST,
  answer: made,
  secret: true,
  handle: (asked, context) => tablesOf(context).make(strictJson(tableSchema, asked)),
};

const see: Route = {
  method: "GET",
  path: "/api/tables/{table}",
  summary: "A table as the role whose link it is may see it; the link's secret stands in Authorization: Bearer",
  query: { seen: "the version seen last: where nothing changed since, the view is left out" },
  answer: seen,
  secret: true,
  handle(asked, context) {
    const table = tablesOf(context).see(asked.path["table"] ?? "", tokenOf(asked));
    const { id, now, version } = table;
    return asked.query["seen"] === version ? { id, now, version } : table;
  },
};

const move: Route = {
  method: "POST",
  path: "/api/tables/{table}/moves",
  summary: "Make a move at a table. A key of its own comes with it: the same key again changes nothing",
  largestBody: LARGEST,
  answer: seen,
  secret: true,
  handle: (asked, context) =>
    tablesOf(context).move(asked.path["table"] ?? "", tokenOf(asked), strictJson(moveAskedSchema, asked)),
};

export const tableRoutes: readonly Route[] = [make, see, move];
