import { asOf } from "../../../ledger/view.ts";
import type { Day } from "../../../values/day.ts";
import { InputError } from "../../../values/errors.ts";
import { exportFormats } from "../../exports/index.ts";
import { besideCase } from "../../inputs/register-files.ts";
import { asofOf } from "../../inputs/queries.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";
import { writeWhole } from "../write-file.ts";

const LOCAL = "http://127.0.0.1:4747";

export async function run(
  [caseId = ""]: string[],
  { format, out, asof, address, tlp, json }: Options,
  effects: Effects,
): Promise<number> {
  const found = exportFormats.find(({ name }) => name === format);
  if (!found) throw new InputError("--format", `one of ${exportFormats.map(({ name }) => name).join(", ")}`, format);
  if (tlp !== undefined && tlp !== "1" && tlp !== "2") throw new InputError("--tlp", "1 or 2", tlp);
  const day = asofOf(typeof asof === "string" ? asof : undefined);
  const whole = await withLedger(effects, (ledger) => ledger.view(caseId));
  const view = day === null ? whole : asOf(whole, day);
  const options = {
    address: addressOf(address),
    asof: day,
    accessed: effects.now().toISOString().slice(0, 10) as Day,
    tlp: tlp ?? "2",
    // What people made is of today.
    beside: day === null ? besideCase(caseId, effects.env) : null,
  } as const;
  const content = found.write(view, options);
  if (typeof out !== "string") {
    if (typeof content !== "string") throw new InputError("--out", `a file to write: ${found.name} is no text`);
    effects.print(content.trimEnd());
    return 0;
  }
  writeWhole(out, content);
  const bytes = Buffer.byteLength(content);
  if (json === true)
    effects.print(JSON.stringify({ case: caseId, format: found.name, file: out, bytes, hash: view.hash }, null, 2));
  else effects.note(`Wrote ${out}`);
  return 0;
}

function addressOf(given: Options[string]): string {
  if (given === undefined) return LOCAL;
  if (typeof given !== "string" || !/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(given))
    throw new InputError("--address", "a web address such as http://127.0.0.1:4747", given);
  return given.replace(/\/+$/, "");
}
