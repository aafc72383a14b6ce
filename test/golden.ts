// Compares what the program makes with a file that people have read and approved. A mismatch leaves `<name>.actual`
// beside the expected file: read the difference, and where the new one is right, rename it over the old.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const folder = new URL("golden/", import.meta.url);

/** Expects `actual` to be the text of `test/golden/<name>`, or of a file in another folder. */
export function expectGolden(actual: string, name: string, where: URL = folder): void {
  const path = fileURLToPath(new URL(name, where));
  const expected = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (actual === expected) rmSync(`${path}.actual`, { force: true });
  else writeFileSync(`${path}.actual`, actual);
  expect(actual, `differs from ${name}; see ${name}.actual beside it`).toBe(expected);
}
