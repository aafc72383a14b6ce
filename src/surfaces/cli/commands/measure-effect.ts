import { caseEffect } from "../../inputs/case-effect.ts";
import { readLists } from "../../inputs/lists.ts";
import { asOption } from "../../inputs/measure-settings.ts";
import { readText } from "../../inputs/read-file.ts";
import { seriesEffect } from "../../inputs/series-effect.ts";
import { InputError } from "../../../values/errors.ts";
import { caseSentences, curveSentences, rivalSentences, seriesSentences } from "../../words/en-effect.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { wrap } from "../table.ts";
import { viewAsRecorded, withLedger } from "../with-ledger.ts";
import { texts } from "./brief.ts";

export async function run([caseId]: string[], options: Options, effects: Effects): Promise<number> {
  if (options["series"] !== undefined && caseId !== undefined)
    throw new InputError("measure effect", "a case or --series, not both", caseId);
  return options["series"] === undefined ? ofCase(caseId ?? "us-cn", options, effects) : ofSeries(options, effects);
}

function ofSeries(options: Options, effects: Effects): number {
  const { series: file, json } = options;
  if (typeof file !== "string") throw new InputError("--series", "a CSV file with date and count", file);
  const outcome = seriesEffect(file, () => readText(file), options, asOption);
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  const { effect, step, document } = outcome.value;
  if (json === true) effects.print(JSON.stringify(document, null, 2));
  else show(seriesSentences(effect, step), effects);
  return 0;
}

async function ofCase(caseId: string, options: Options, effects: Effects): Promise<number> {
  const view = await withLedger(effects, (ledger) => viewAsRecorded(ledger, caseId, texts(options)));
  const lists = options["rivals"] === undefined ? [] : await readLists(options["rivals"]);
  const { found, direction, rivals, answered, document } = caseEffect(view, options, asOption, lists);
  if (options["json"] === true) effects.print(JSON.stringify(document, null, 2));
  else
    show(
      [
        ...caseSentences(found, direction),
        ...curveSentences(found.curve),
        ...rivals.flatMap(({ list, effect }) => rivalSentences(list, effect)),
      ],
      effects,
    );
  return answered ? 0 : 2;
}

function show(lines: readonly string[], { print, columns }: Effects): void {
  for (const line of lines) print(wrap(line, Math.min(columns, 88)).join("\n"));
}
