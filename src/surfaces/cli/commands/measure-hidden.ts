import type { Direction } from "../../../ledger/incident.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import type { HiddenAnswer } from "../../../measure/hidden/index.ts";
import { InputError } from "../../../values/errors.ts";
import { caseHidden, doubtfulIn } from "../../inputs/case-hidden.ts";
import { asOption, hiddenSettings } from "../../inputs/measure-settings.ts";
import { hiddenInTable } from "../../inputs/list-table.ts";
import { readText } from "../../inputs/read-file.ts";
import { about, counted, number } from "../../words/en.ts";
import { hiddenSentences } from "../../words/en-hidden.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([caseId]: string[], options: Options, effects: Effects): Promise<number> {
  if (options["table"] !== undefined && caseId !== undefined)
    throw new InputError("measure hidden", "a case or --table, not both", caseId);
  return caseId === undefined ? ofTable(options, effects) : ofCase(caseId, options, effects);
}

async function ofCase(caseId: string, options: Options, effects: Effects): Promise<number> {
  const asked = hiddenSettings(options, asOption);
  const { view, found } = await withLedger(effects, async (ledger) => {
    const read = await ledger.view(caseId);
    return { view: read, found: caseHidden(read, await doubtfulIn(ledger, read), asked) };
  });
  const { print, columns } = effects;
  if (options["json"] === true) print(JSON.stringify(found, null, 2));
  else
    for (const direction of found.directions)
      print(`${wrap(hiddenSentences(arrowOf(view, direction), direction).join(" "), columns).join("\n")}\n`);
  return found.directions.some(({ estimate }) => !("refused" in estimate)) ? 0 : 2;
}

function arrowOf({ about: { parties } }: LedgerView, { from, to }: Direction): string {
  const name = (iso: string): string => parties.find((party) => party.iso === iso)?.inSentence.en ?? iso;
  return `${name(from)} against ${name(to)}`;
}

function ofTable(options: Options, effects: Effects): number {
  const { table: file, json } = options;
  if (typeof file !== "string")
    throw new InputError("--table", "a CSV file with a 0/1 column a list and a column count, or a case");
  const outcome = hiddenInTable(file, () => readText(file), options, asOption);
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  const { answer, document, answered } = outcome.value;
  if (json === true) effects.print(JSON.stringify(document, null, 2));
  else show(answer, effects);
  return answered ? 0 : 2;
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
