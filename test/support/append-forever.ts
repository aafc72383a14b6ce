// Appends to a log until it is killed, and says what is on disk: run as `node append-forever.ts FOLDER SEED`. Each
// acknowledged batch is one line on standard output, written only after append() returned.

import { writeSync } from "node:fs";
import { utf8 } from "../../src/log/bytes.ts";
import { openLogWriter } from "../../src/log/log-writer.ts";
import { isLock, takeLock } from "../../src/store/lock.ts";
import { logSigner } from "./made-up-log.ts";

const [folder = "", seed = "1"] = process.argv.slice(2);
let state = Number(seed);
const below = (most: number): number => {
  state = (state * 1103515245 + 12345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * most);
};

const writer = openLogWriter(folder, (place) => {
  const taken = takeLock(place, new Date());
  if (!isLock(taken)) throw new Error(`held by ${taken.pid}`);
  return taken;
});
for (;;) {
  const first = writer.size + writer.pending;
  const count = 1 + below(40);
  writer.append(Array.from({ length: count }, (_, index) => utf8(`entry-${first + index}-${"x".repeat(below(300))}`)));
  writeSync(1, `${first + count}\n`);
  if (below(3) === 0) writer.checkpoint(logSigner, new Date());
}
