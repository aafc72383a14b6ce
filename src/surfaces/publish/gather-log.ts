// The data folder's log in a copy: what its page shows, a proof of every entry, and the log's own files where any client
// of transparency logs looks for them (C2SP tlog-tiles). Nothing in it is secret; where the folder lies is left out.

import { newTiles, tilePath, WIDTH, type Tile } from "../../log/tiles.ts";
import type { ShownEntry, ShownLog } from "../inputs/log-shown.ts";
import type { Answers } from "./answers.ts";

const AT_ONCE = 25;

type LogAnswer = { folder: string | null; log: ShownLog | null };

/** The log that was gathered, or null where the data folder has none. */
export async function gatherLog(answers: Answers): Promise<ShownLog | null> {
  const { log } = await answers.json<LogAnswer>("/api/log", (answer) => ({ ...answer, folder: null }));
  if (log === null) return null;
  const total = log.size + log.waiting;
  for (let from = Math.max(0, total - AT_ONCE); ; from = Math.max(0, from - AT_ONCE)) {
    await answers.json<{ entries: ShownEntry[] }>(`/api/log/entries?from=${from}&count=${AT_ONCE}`);
    if (from === 0) break;
  }
  for (let index = 0; index < log.size; index++) await answers.file(`/api/log/proofs/${index}`);
  const names = ["checkpoint", "vkey", ...(log.changes ? ["key-changes"] : [])];
  const witnesses = log.witnesses.flatMap(({ key }) => /\+([0-9a-f]{8})$/.exec(key)?.[1] ?? []);
  const paths = [...names, ...witnesses.map((name) => `witness/${name}`), ...tilesOf(log.size).map(tilePath)];
  for (const path of paths) await answers.file(`/log/${path}`);
  return log;
}

/** The tiles and bundles that a log of this size is read from. */
function tilesOf(size: number): Tile[] {
  const bundles = Array.from({ length: Math.ceil(size / WIDTH) }, (_, index): Tile => {
    return { level: "entries", index, width: Math.min(WIDTH, size - index * WIDTH) };
  });
  return [...newTiles(0, size), ...bundles];
}
