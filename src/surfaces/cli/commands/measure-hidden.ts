import type { Direction } from "../../../ledger/incident.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { USUAL_DRAWS } from "../../../measure/hidden/case-hidden.ts";
import { hidden, type HiddenAnswer, type HiddenOptions } from "../../../measure/hidden/index.ts";
import { methods } from "../../../measure/hidden/rows.ts";
import { InputError } from "../../../values/errors.ts";
import { caseHidden } from "../../inputs/case-hidden.ts";
import { readListTable } from "../../inputs/list-table.ts";
import { readText } from "../../inputs/read-file.ts";
import { shareFrom, wholeFrom } from "../../inputs/settings.ts";
import { about, counted, number } from "../../words/en.ts";
import { hiddenSentences } from "../../words/en-hidden.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

/** As many doubtful placements as the queue gives. */
const MOST_DOUBTFUL = 500;

export async function run([caseId]: string[], options: Options, effects: Effects): Promise<number> {
  if (options["table"] !== undefined && caseId !== undefined)
    throw new InputError("measure hidden", "a case or --table, not both", caseId);
  return caseId === undefined ? ofTable(options, effects) : ofCase(caseId, options, effects);
}

async function ofCase(caseId: string, { level, seed, draws, json }: Options, effects: Effects): Promise<number> {
  const asked = {
    level: shareFrom("--level", level, 0.95),
    seed: wholeFrom("--seed", seed, 1),
    draws: wholeFrom("--draws", draws, USUAL_DRAWS, 10_000),
  };
  if (asked.draws < 1) throw new InputError("--draws", "a whole number from 1", draws);
  const { view, items } = await withLedger(effects, async (ledger) => ({
    view: await ledger.view(caseId),
    items: (await ledger.queue(caseId, MOST_DOUBTFUL)).items,
  }));
  const found = caseHidden(view, items, asked);
  const { print, columns } = effects;
  if (json === true) print(JSON.stringify(found, null, 2));
  else
    for (const direction of found.directions)
      print(`${wrap(hiddenSentences(arrowOf(view, direction), direction).join(" "), columns).join("\n")}\n`);
  return found.directions.some(({ estimate }) => !("refused" in estimate)) ? 0 : 2;
}

function arrowOf({ about: { parties } }: LedgerView, { from, to }: Direction): string {
  const name = (iso: string): string => parties.find((party) => party.iso === iso)?.inSentence.en ?? iso;
  return `${name(from)} against ${name(to)}`;
}

function ofTable({ table: file, method, level, seed, json }: Options, effects: Effects): number {
  if (typeof file !== "string")
    throw new InputError("--table", "a CSV file with a 0/1 column a list and a column count, or a case");
  const options: HiddenOptions = { level: shareFrom("--level", level, 0.95), seed: wholeFrom("--seed", seed, 1) };
  if (method !== undefined) options.method = methodNamed(method);
  const outcome = hidden(readListTable(file, readText(file)), options);
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  const { refused: why, ...answer } = outcome.value;
  if (json === true) effects.print(JSON.stringify(why ? { ...answer, refused: why } : answer, null, 2));
  else show(outcome.value, effects);
  return outcome.value.averaged === null && outcome.value.estimates.length === 0 ? 2 : 0;
}

function methodNamed(name: Options[string]): NonNullable<HiddenOptions["method"]> {
  const known = [...methods, "all"] as const;
  const found = known.find((method) => method === name);
  if (!found) throw new InputError("--method", `one of ${known.join(", ")}`, name);
  return found;
}

function show(
  {
    observed,
    shared,
    estimates,
    averaged,
    withUnequalCases,
    lowerBound,
    refused: why,
    cautions,
    assumptions,
    level,
  }: HiddenAnswer,
  { print, columns }: Effects,
): void {
  const ends = ({ value, lower, upper }: { value: number; lower: number; upper: number }): string => {
    const interval = { lower, upper, level };
    return `${about(value, interval)} (${100 * level}%: ${about(lower, interval)} to ${about(upper, interval)})`;
  };
  print(`${counted(observed, "case")} on record, ${number(shared)} on two lists or more.`);
  if (averaged) print(`Averaged over the models: ${ends(averaged)}.`);
  if (withUnequalCases)
    print(`With models in which cases differ in how easily they are seen: ${ends(withUnequalCases)}.`);
  if (lowerBound)
    print(
      `At least, as printed: ${ends(lowerBound)}; in the form for so many lists: ${ends(lowerBound.forTheseLists)}.`,
    );
  if (why) print(wrap(`No averaged answer: ${why.because}`, columns).join("\n"));
  const rows = estimates.map((row) =>
    "value" in row
      ? [row.method, row.model, number(row.value), `${number(row.lower)}–${number(row.upper)}`]
      : [row.method, row.model, "–", row.refused.because],
  );
  print(["", ...table([["method", "model", "cases", `${100 * level}%`], ...rows], columns), ""].join("\n"));
  for (const line of [...cautions, ...assumptions.map((assumption) => `provided ${assumption}`)])
    print(
      wrap(line, columns - 2)
        .map((text) => `  ${text}`)
        .join("\n"),
    );
}
