import { byHand, downloads } from "../../../sources/fetch/downloads.ts";
import { fetchDefaults, fetchSource } from "../../../sources/fetch/fetch-source.ts";
import type { Progress } from "../../../sources/fetch/transfer.ts";
import { importerNamed, importers } from "../../../sources/index.ts";
import { InputError } from "../../../values/errors.ts";
import { refuse } from "../../../values/outcome.ts";
import { counted, number } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";

export async function run([name = ""]: string[], { to, json }: Options, effects: Effects): Promise<number> {
  const importer = importerNamed(name);
  if (!importer) throw new InputError("NAME", `one of ${importers.map((one) => one.name).join(", ")}`, name);
  const download = downloads[importer.name];
  if (!download) {
    const how = byHand.find(([start]) => importer.name.startsWith(start))?.[1];
    const page = how?.page ?? importer.url;
    const detail = `${how ? `For ${importer.title}, ${how.because}. ` : ""}${page === "" ? "" : `Take it from ${page}, then run: detente import ${importer.name} FILE`}`;
    return refused(refuse("no-download", detail.trim()).refusal, json === true, effects);
  }
  effects.note(`Fetching ${importer.title} from ${download.url} …`);
  const options = { ...fetchDefaults, progress: progressNotes(effects), note: effects.note };
  const fetched = await fetchSource(importer, download, typeof to === "string" ? to : ".", options);
  if (json === true) effects.print(JSON.stringify(fetched, null, 2));
  else {
    const check = fetched.checksum ? "the publisher's MD5 agrees" : "the publisher gives no checksum";
    effects.print(
      `${fetched.file}: ${number(fetched.bytes)} bytes, ${counted(fetched.rows, "row")}, ${number(fetched.rejected)} rejected; ${check}`,
    );
    effects.print(`sha256 ${fetched.sha256}`);
    effects.print(`Next: detente import ${fetched.name} ${fetched.file} --preview`);
  }
  return 0;
}

const BAR = 24;
const EVERY_MS = 1000;

/** A line a second, once it has taken one: nobody waits without being told. */
function progressNotes({ note, now }: Effects): (progress: Progress) => void {
  let said = now().getTime();
  return ({ received, total }) => {
    const time = now().getTime();
    if (time - said < EVERY_MS) return;
    said = time;
    const share = total === null || total === 0 ? null : received / total;
    const bar =
      share === null ? "" : `[${"#".repeat(Math.round(BAR * share)).padEnd(BAR, ".")}] ${Math.floor(100 * share)}% `;
    note(`${bar}${number(received)}${total === null ? "" : ` of ${number(total)}`} bytes`);
  };
}
