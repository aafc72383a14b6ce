// The tension index beside an outside index that is given as a file: for the world, and for each party.

import { hashOf } from "../../log/record.ts";
import { runImport } from "../../sources/run-import.ts";
import { guessImporter } from "../../sources/guess-importer.ts";
import { besideIndex } from "../../measure/beside-index.ts";
import type { CitedEstimate } from "../../values/estimate.ts";
import { InputError } from "../../values/errors.ts";
import type { Refusal } from "../../values/outcome.ts";
import type { TensionAnswer } from "./case-tension.ts";
import { readBytes } from "./read-file.ts";

export type BesideRow = {
  series: string;
  /** The party that the series is about; null for the world. */
  state: string | null;
  unit: string;
  months: number;
  correlation: CitedEstimate | { refused: Refusal };
};

const LARGEST_FILE = 256 * 1024 * 1024;

/** World and countries as the Geopolitical Risk index has them; other series of the file are left out. */
const SERIES = new Set(["gpr", "gprc"]);

export async function tensionBeside(
  file: string,
  { directions, months, joint }: TensionAnswer,
  { level, seed }: { level: number; seed: number },
): Promise<BesideRow[]> {
  const bytes = readBytes(file, LARGEST_FILE);
  const importer = await guessImporter(bytes, file);
  if (importer?.name !== "gpr" && importer?.name !== "gpr-csv")
    throw new InputError(file, "the Geopolitical Risk index, as its publisher gives it or as CSV", importer?.name);
  const { context, sha256 } = await runImport(importer, bytes, { file });
  const index = new Map<string, number>(months.map((month) => [month.month, month.index]));
  const parties = new Set<string>(directions.flatMap(({ from, to }) => [from, to]));
  const pairs = new Map<string, { unit: string; of: (readonly [number, number])[] }>();
  // Blocks of months are drawn: they must be neighbours in time, whatever the order of the file.
  const inTime = context.toSorted((one, other) => (one.value.when < other.value.when ? -1 : 1));
  for (const { value } of inTime) {
    const state = value.states[0] ?? null;
    const own = index.get(value.when.slice(0, 7));
    if (!SERIES.has(value.series) || own === undefined || (state !== null && !parties.has(state))) continue;
    const key = `${value.series} ${state ?? ""}`;
    const found = pairs.get(key) ?? { unit: value.unit, of: [] };
    found.of.push([own, value.value]);
    pairs.set(key, found);
  }
  const { name, assumptions, references } = besideIndex;
  const inputs = hashOf({ tension: joint.inputs, file: sha256 });
  return [...pairs].map(([key, { unit, of }]) => {
    const [series = "", state = ""] = key.split(" ");
    const outcome = besideIndex.estimate({ pairs: of, level, seed });
    const correlation = outcome.ok
      ? { ...outcome.value, method: name, assumptions, references, inputs, seed }
      : { refused: outcome.refusal };
    return { series, state: state === "" ? null : state, unit, months: of.length, correlation };
  });
}
