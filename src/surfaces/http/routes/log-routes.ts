// The data folder's log: what people look at, proof files, and the log's own files where any C2SP client looks for them.

import { z } from "zod";
import {
  isLogFolder,
  logFile,
  MOST_ENTRIES,
  numberFrom,
  proofOf,
  shownEntries,
  shownLog,
} from "../../inputs/log-shown.ts";
import { Document, NotFound, type Route, type RouteContext } from "../route.ts";

const USUAL_ENTRIES = 25;

function folderOf({ log }: RouteContext): string {
  if (log === undefined || !isLogFolder(log))
    throw new NotFound("log", "a log in the data folder, which `detente log init` makes");
  return log;
}

const witness = z.object({
  witness: z.string(),
  key: z.string(),
  size: z.int(),
  at: z.string(),
  behind: z.int(),
  since: z.string().nullable(),
});

const shown = z.object({
  folder: z.string().nullable(),
  log: z
    .object({
      origin: z.string(),
      size: z.int(),
      root: z.string(),
      waiting: z.int(),
      keys: z.array(z.string()),
      changes: z.boolean(),
      witnesses: z.array(witness),
    })
    .nullable(),
});

const status: Route = {
  method: "GET",
  path: "/api/log",
  summary:
    "The log of the data folder: name, length, root, keys, and who cosigned how much of it; null where there is none",
  answer: shown,
  handle: (_, { log }) => ({ folder: log ?? null, log: log !== undefined && isLogFolder(log) ? shownLog(log) : null }),
};

const entries: Route = {
  method: "GET",
  path: "/api/log/entries",
  summary: "Entries of the log, the latest where no place is given",
  query: { from: "number of the first", count: `how many, up to ${MOST_ENTRIES} (usually ${USUAL_ENTRIES})` },
  handle({ query }, context) {
    const from = query["from"] === undefined ? null : numberFrom("from", query["from"], Number.MAX_SAFE_INTEGER);
    const count = query["count"] === undefined ? USUAL_ENTRIES : numberFrom("count", query["count"], MOST_ENTRIES);
    return shownEntries(folderOf(context), from, count);
  },
};

const proof: Route = {
  method: "GET",
  path: "/api/log/proofs/{index}",
  summary: "The proof file of an entry, which can be checked without this server",
  handle({ path }, context) {
    const folder = folderOf(context);
    const index = numberFrom("index", path["index"], Number.MAX_SAFE_INTEGER);
    return new Document("text/plain; charset=utf-8", proofOf(folder, index), `entry-${index}.tlog-proof`);
  },
};

const BYTES = "application/octet-stream";
const TEXT = "text/plain; charset=utf-8";

const publicFiles = ["checkpoint", "vkey", "key-changes"].map((name): Route => ({
  method: "GET",
  path: `/log/${name}`,
  summary: `The log's file ${name}, as any client of transparency logs asks for it`,
  handle: (_, context) => fileAt(context, name, TEXT),
}));

const tiles: Route = {
  method: "GET",
  path: "/log/tile/{tile}",
  deep: true,
  summary: "A tile of hashes or a bundle of entries: L/N, L/N.p/W, entries/N (C2SP tlog-tiles)",
  handle: ({ path }, context) => fileAt(context, `tile/${path["tile"]}`, BYTES),
};

const witnesses: Route = {
  method: "GET",
  path: "/log/witness/{witness}",
  summary: "What one witness cosigned last",
  handle: ({ path }, context) => fileAt(context, `witness/${path["witness"]}`, TEXT),
};

function fileAt(context: RouteContext, path: string, type: string): Document {
  const bytes = logFile(folderOf(context), path);
  if (!bytes) throw new NotFound("path", "a file of the log", path);
  return new Document(type, bytes);
}

export const logRoutes: readonly Route[] = [status, entries, proof, ...publicFiles, tiles, witnesses];
