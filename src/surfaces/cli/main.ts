// The program's entry: hands the command line the world as it is.

import { enableCompileCache } from "node:module";
import { packageVersion } from "../inputs/place.ts";
import type { Effects } from "./command.ts";

enableCompileCache();

const { run } = await import("./run.ts");

const effects: Effects = {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  now: () => new Date(),
  env: process.env,
  async openLedger() {
    const { openLedger } = await import("../inputs/open-ledger.ts");
    return openLedger({ env: process.env, now: new Date(), progress: (text) => process.stderr.write(`${text}\n`) });
  },
  columns: process.stdout.columns ?? 80,
  styled: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
};

// A reader such as `head` may close the pipe: that is no fault.
process.stdout.on("error", () => process.exit(0));

process.exitCode = await run(process.argv.slice(2), packageVersion(), effects);
