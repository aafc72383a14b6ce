import { join } from "node:path";
import { isDay } from "../../../values/day.ts";
import { InputError, SourceError } from "../../../values/errors.ts";
import { httpApp } from "../../http/app.ts";
import { readPageFiles } from "../../http/page-files.ts";
import { roomsIn } from "../../inputs/debate/rooms.ts";
import { unknownCase, type Ledger } from "../../inputs/ledger.ts";
import { readOnce } from "../../inputs/read-once.ts";
import { dataFolder, packageFolder, packageVersion } from "../../inputs/place.ts";
import { composeSite } from "../../publish/compose-site.ts";
import { writeSite } from "../../publish/write-site.ts";
import { publishing as words } from "../../words/en-published.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

const HERE = "127.0.0.1";

export async function run([id = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const { out, json } = options;
  if (typeof out !== "string" || out === "") throw new InputError("--out", "a folder to write to");
  const asof = daysOf(options["asof"]);
  const address = addressOf(options["address"]);
  const built = readPageFiles(join(packageFolder, "dist", "web"));
  if (!built.has("/index.html"))
    throw new SourceError("missing", "the pages have not been built: run npm start once, or npx vite build");
  return withLedger(effects, async (stored) => {
    const ledger = readOnce(stored);
    const known = await ledger.cases();
    if (!known.includes(id)) throw unknownCase(id, known);
    const at = await lastRecord(ledger, id);
    const version = packageVersion();
    effects.note(words.working(id));
    const site = await composeSite({
      ask: askOf(ledger, at, version, effects),
      built,
      case: id,
      asof,
      address,
      version,
      day: at.toISOString().slice(0, 10),
    });
    const written = writeSite(out, site.files, site.about);
    const told = { ...site.about, out, pages: site.pages, ...written, leftOut: site.leftOut };
    effects.print(json === true ? JSON.stringify(told, null, 2) : words.done(told));
    return 0;
  });
}

/** The ledger's own clock: a copy says when the ledger changed last, and not when it was made. */
async function lastRecord(ledger: Ledger, id: string): Promise<Date> {
  const { head } = await ledger.view(id);
  const record = await ledger.record(head.sequence);
  if (!record)
    throw new SourceError("damaged", `the ledger lacks its record ${head.sequence}; detente rebuild says more`);
  return new Date(record.at);
}

/** The workbench's own answers, as somebody gets them who is not signed in; nothing listens on any port. */
function askOf(ledger: Ledger, at: Date, version: string, { env }: Effects): (address: string) => Promise<Response> {
  const now = (): Date => at;
  const debates = roomsIn({ env, now, tell: () => undefined });
  const app = httpApp({ ledger, now, env, log: join(dataFolder(env), "log"), debates }, new Map(), version, false);
  return async (address) => app.fetch(new Request(`http://${HERE}${address}`, { headers: { host: HERE } }));
}

function daysOf(given: Options[string]): string[] {
  const days = [given ?? []].flat().filter((day) => typeof day === "string");
  for (const day of days) if (!isDay(day)) throw new InputError("--asof", "a day that exists, as YYYY-MM-DD", day);
  return [...new Set(days)].sort();
}

function addressOf(given: Options[string]): string | null {
  if (given === undefined) return null;
  if (typeof given !== "string" || !/^https?:\/\/[^\s/?#<>"']{1,200}(\/[^\s?#<>"']{0,300})?$/.test(given))
    throw new InputError("--address", "a web address such as https://example.org/detente", given);
  return given.replace(/\/+$/, "");
}
