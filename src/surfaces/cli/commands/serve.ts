import { join } from "node:path";
import { composeBrief } from "../../brief/compose.ts";
import { unmeasured } from "../../brief/measured.ts";
import { serve } from "../../http/server.ts";
import { openOwnLedger } from "../../inputs/open-ledger.ts";
import { dataFolder, packageFolder, packageVersion } from "../../inputs/place.ts";
import { InputError } from "../../../values/errors.ts";
import type { Effects, Options } from "../command.ts";
import { wrap } from "../table.ts";

export async function run(
  _: string[],
  { port, data }: Options,
  { print, note, env, now, columns }: Effects,
): Promise<number> {
  const wanted = portOf(port);
  const place = typeof data === "string" ? { ...env, DETENTE_DATA: data } : env;
  const ledger = await openOwnLedger({ env: place, now: now(), progress: note, patienceMs: 2_000 });
  try {
    const version = packageVersion();
    const pages = join(packageFolder, "dist", "web");
    const serving = await serve({
      ledger,
      folder: dataFolder(place),
      pages,
      version,
      now,
      port: wanted,
      env: place,
      tell: print,
    });
    ledger.announce(serving.address);
    const [first] = await ledger.cases();
    if (first !== undefined) {
      // What takes seconds to work out is left to the first reader who asks for it, and kept.
      const brief = composeBrief(await ledger.view(first), { asof: null, dates: "first", side: null }, unmeasured);
      print(wrap(brief.headline, Math.min(columns, 88)).join("\n"));
      print("");
    }
    print(`Détente ${version} at ${serving.address}  (stop with Ctrl+C)`);
    await stopAsked();
    await serving.close();
    return 0;
  } finally {
    await ledger.close();
  }
}

function portOf(text: Options[string]): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (typeof text !== "string" || !/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InputError("--port", "a whole number from 0 to 65535", text);
  return port;
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
