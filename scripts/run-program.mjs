// Runs the command line in this process where its Node is new enough, else on the installed one.

import { spawn } from "node:child_process";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodePath, root } from "./setup.mjs";

// Before the program is read: compiled code is kept from run to run. Node 20 has no such cache.
nodeModule.enableCompileCache?.();

export async function runProgram(words) {
  const program = join(root, "src", "surfaces", "cli", "main.ts");
  const node = nodePath();
  if (node === process.execPath) {
    process.argv = [process.execPath, program, ...words];
    await import(pathToFileURL(program).href);
    return;
  }
  const child = spawn(node, [program, ...words], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => {
    child.on("close", (code) => resolve(code ?? 3));
  });
}
