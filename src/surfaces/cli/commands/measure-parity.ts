import { caseParity, type CaseParity } from "../../brief/case-parity.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import { sideNames } from "../../words/en.ts";
import { ratioWords } from "../../words/en-ratio.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([caseId = ""]: string[], { seed, json }: Options, effects: Effects): Promise<number> {
  const from = wholeFrom("--seed", seed, 1);
  const found = await withLedger(effects, async (ledger) => caseParity(await ledger.view(caseId), from));
  if (json === true) effects.print(JSON.stringify(found, null, 2));
  else show(found, effects);
  const ratios = [...found.parity, ...found.bySource, ...found.severity];
  return ratios.some(({ ratio }) => !("refused" in ratio)) ? 0 : 2;
}

function show({ directions, parity, bySource, severity }: CaseParity, { print, columns }: Effects): void {
  const arrows = directions.map(({ from, to }) => `${from}→${to}`);
  const rows = [
    ...parity.map(({ side, counts, ratio }) => [sideNames(side, side), ...numbersOf(counts), ratioWords(ratio)]),
    ...bySource.map(({ source, counts, ratio }) => [source, ...numbersOf(counts), ratioWords(ratio)]),
    ...severity.map(({ list, scale, ratio }) => [`${list}, by ${scale}`, "", "", ratioWords(ratio)]),
  ];
  print(table([["as counted by", ...arrows, "first direction over the second"], ...rows], columns).join("\n"));
}

function numbersOf(counts: readonly { incidents: number }[]): string[] {
  return counts.map(({ incidents }) => String(incidents));
}
