import { caseSeverity, type CaseSeverity, type DirectionSeverity } from "../../brief/case-severity.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import { counted } from "../../words/en.ts";
import { ratioWords } from "../../words/en-ratio.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([caseId = ""]: string[], { seed, json }: Options, effects: Effects): Promise<number> {
  const from = wholeFrom("--seed", seed, 1);
  const found = await withLedger(effects, async (ledger) => caseSeverity(await ledger.view(caseId), from));
  if (found.refused) return refused(found.refused, json === true, effects);
  if (json === true) effects.print(JSON.stringify(found, null, 2));
  else show(found, effects);
  return 0;
}

function show({ scales }: CaseSeverity, { print, columns }: Effects): void {
  for (const { list, unit, directions, ratio } of scales) {
    print(wrap(`${list}, ${unit}:`, columns).join("\n"));
    for (const direction of directions) print(`  ${wrap(sentence(direction), columns - 2).join("\n  ")}`);
    print(`  ${wrap(`One direction over the other: ${ratioWords(ratio)}`, columns - 2).join("\n  ")}`);
  }
}

function sentence({ from, to, incidents, total, mean }: DirectionSeverity): string {
  const base = `${from} against ${to}: ${counted(incidents, "incident")} scored, ${total} in all`;
  if ("refused" in mean) return `${base}; no mean: ${mean.refused.because}`;
  const { value, interval } = mean;
  return `${base}; mean ${value.toFixed(2)} (${100 * interval.level}%: ${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)}).`;
}
