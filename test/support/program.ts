// Runs the program as a person would, in a data folder of its own.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export type Ended = { status: number | null; out: string; err: string };

export function makeFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "detente-"));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export function start(
  words: readonly string[],
  env: Record<string, string>,
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, "src/surfaces/cli/main.ts"), ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  // A character may come in two pieces.
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return {
    child,
    ended: new Promise((resolve) =>
      child.on("close", (status) => {
        resolve({ status, out, err });
      }),
    ),
  };
}

export function detente(words: readonly string[], env: Record<string, string>): Promise<Ended> {
  return start(words, env).ended;
}

/** Starts the workbench on a free port; gives its address once it answers. */
export async function serveWorkbench(
  env: Record<string, string>,
): Promise<{ address: string; child: ChildProcess; stop: () => Promise<Ended> }> {
  const { child, ended } = start(["serve", "--port", "0"], env);
  const address = await new Promise<string>((resolve, reject) => {
    let seen = "";
    child.stdout?.on("data", (text: string) => {
      seen += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(seen);
      if (found) resolve(found[0]);
    });
    child.on("close", () => {
      reject(new Error(seen));
    });
  });
  return {
    address,
    child,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
