// Compares what the program makes with a file that people have read and approved. A mismatch leaves `<name>.actual`
// beside the expected file: read the difference, and where the new one is right, rename it over the old.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("golden/", import.meta.url);

/** The approved text of `test/golden/<name>`, to be expected of `actual`; empty where there is none yet. */
export function golden(name: string, actual: string): string {
  const path = fileURLToPath(new URL(name, folder));
  const expected = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (actual === expected) rmSync(`${path}.actual`, { force: true });
  else writeFileSync(`${path}.actual`, actual);
  return expected;
}
