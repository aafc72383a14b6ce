// Links lists of incidents: every pair that may speak of one thing, with its probability.

import { writeFileSync } from "node:fs";
import { link, type LinkedPair } from "../../../ledger/linkage/index.ts";
import { InputError } from "../../../values/errors.ts";
import { isStateCode, type StateCode } from "../../../values/state.ts";
import { csv } from "../../inputs/incident-table.ts";
import { readLists } from "../../inputs/lists.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";

export async function run(_: string[], options: Options, { print, note }: Effects): Promise<number> {
  const between = dyadOf(options["dyad"]);
  const lists = await readLists(options["lists"]);
  const { pairs } = link(
    lists.map(({ records }) => records),
    between ? { between } : {},
  );
  const { out } = options;
  if (typeof out === "string") {
    writeFileSync(out, pairsCsv(pairs));
    note(`Wrote ${counted(pairs.length, "pair")} of ${counted(lists.length, "list")} to ${out}`);
  }
  if (options["json"] === true) print(JSON.stringify(pairs, null, 2));
  else if (typeof out !== "string") print(pairsCsv(pairs).trimEnd());
  return 0;
}

function pairsCsv(pairs: readonly LinkedPair[]): string {
  const head = ["source_a", "id_a", "source_b", "id_b", "probability", "kind"];
  return csv([
    head,
    ...pairs.map(({ source_a, id_a, source_b, id_b, probability, kind }) => [
      source_a,
      id_a,
      source_b,
      id_b,
      probability.toFixed(6),
      kind,
    ]),
  ]);
}

function dyadOf(text: Options[string]): [StateCode, StateCode] | null {
  if (text === undefined) return null;
  const [one = "", other = "", ...more] = typeof text === "string" ? text.toUpperCase().split("-") : [];
  if (more.length > 0 || !isStateCode(one) || !isStateCode(other) || one === other)
    throw new InputError("--dyad", "two states such as USA-CHN", text);
  return [one, other];
}
