// A data folder with the bundled case loaded and its measures worked out, made once for all browser tests: each workbench starts
// from a copy.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "detente-template-"));
  const { status, stderr } = spawnSync(process.execPath, ["src/surfaces/cli/main.ts", "brief", "us-cn", "--json"], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: { ...process.env, DETENTE_DATA: folder },
    maxBuffer: 2 ** 28,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The data folder for the browser's tests could not be made: ${stderr}`);
  process.env["DETENTE_TEMPLATE"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
