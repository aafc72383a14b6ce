// Why a pair of rows has its probability: what each feature adds or takes away, in bits.

import { explain, link } from "../../../ledger/linkage/index.ts";
import { InputError } from "../../../values/errors.ts";
import { readLists, type NamedList } from "../../inputs/lists.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

type RecordName = { source: string; id: string };

export async function run(
  [one = "", other = ""]: string[],
  options: Options,
  { print, columns }: Effects,
): Promise<number> {
  const lists = await readLists(options["lists"]);
  const [a, b] = [recordNamed(one, lists), recordNamed(other, lists)];
  const { context } = link(lists.map(({ records }) => records));
  const why = explain(a, b, context);
  if (!why) throw new InputError("SOURCE:ID", "two different rows", other);
  if (options["json"] === true) {
    print(JSON.stringify(why, null, 2));
    return 0;
  }
  const signed = (bits: number): string => `${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(2)}`;
  const sum = why.bits.reduce((total, { bits }) => total + bits, why.prior);
  const rows = [
    ["bits", "feature", "what was found"],
    [signed(why.prior), "before anything is known", ""],
    ...why.bits.map(({ feature, level, bits }) => [signed(bits), feature, level]),
    [signed(sum), "together", `a probability of ${why.probability.toFixed(3)} that both speak of one thing`],
  ];
  print(table(rows, columns).join("\n"));
  return 0;
}

/** "dcid-2.0:94", or "dcid:94" where one list alone is a release of DCID. */
function recordNamed(text: string, lists: readonly NamedList[]): RecordName {
  const colon = text.indexOf(":");
  const [name, id] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon < 1 || id === "") throw new InputError("SOURCE:ID", "a list and a row, such as dcid-2.0:94", text);
  const list =
    lists.find((one) => one.name === name) ??
    lists.find(({ importer }) => importer === name || importer.startsWith(`${name}-`));
  if (!list) throw new InputError("SOURCE:ID", `a row of one of ${lists.map((one) => one.name).join(", ")}`, text);
  if (!list.records.some((record) => record.id === id))
    throw new InputError("SOURCE:ID", `the number of a row of ${list.name}`, text);
  return { source: list.name, id };
}
