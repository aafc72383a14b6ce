import { caseTensionAnswer, halfLifeFrom, weightsFrom, type TensionAnswer } from "../../inputs/case-tension.ts";
import { asofOf, dateKindFrom } from "../../inputs/queries.ts";
import { shareFrom, wholeFrom } from "../../inputs/settings.ts";
import { tensionBeside } from "../../inputs/tension-beside.ts";
import { besideSentence, contributionHeads, tensionSentence } from "../../words/en-trend.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";
import { viewAsRecorded, withLedger } from "../with-ledger.ts";
import { texts } from "./brief.ts";

const SHOWN_CONTRIBUTIONS = 10;

export async function run([caseId = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const parameters = texts(options);
  const { weight } = options;
  const asked = {
    asof: asofOf(parameters["asof"]),
    dates: dateKindFrom(parameters["date"]),
    halfLifeDays: halfLifeFrom(options["half-life"] ?? options["halfLife"]),
    weights: weightsFrom(Array.isArray(weight) ? weight : []),
    level: shareFrom("--level", options["level"], 0.95),
    seed: wholeFrom("--seed", options["seed"], 1),
  };
  const view = await withLedger(effects, (ledger) => viewAsRecorded(ledger, caseId, parameters));
  const outcome = caseTensionAnswer(view, asked);
  if (!outcome.ok) return refused(outcome.refusal, options["json"] === true, effects);
  const file = options["beside"];
  const beside = typeof file === "string" ? await tensionBeside(file, outcome.value, asked) : null;
  if (options["json"] === true)
    effects.print(JSON.stringify(beside === null ? outcome.value : { ...outcome.value, beside }, null, 2));
  else {
    show(outcome.value, effects);
    for (const row of beside ?? []) effects.print(`  ${wrap(besideSentence(row), effects.columns - 2).join("\n  ")}`);
  }
  return 0;
}

function show({ joint, directions, months, contributions, formula, cautions }: TensionAnswer, effects: Effects): void {
  const { print, columns } = effects;
  const lines = (text: string): void => {
    print(wrap(text, columns).join("\n"));
  };
  const last = months.at(-1)?.month ?? "";
  lines(tensionSentence(last, joint));
  for (const { from, to, estimate } of directions) lines(`  ${from}→${to}: ${tensionSentence(null, estimate)}`);
  const rows = months
    .filter(({ month }) => month.endsWith("-12") || month === last)
    .map(({ month, index, lower, upper, incidents }) => [
      month,
      index.toFixed(0),
      `${lower.toFixed(0)}–${upper.toFixed(0)}`,
      incidents.toFixed(0),
    ]);
  print(["", ...table([["month", "index", "band", "of it operations"], ...rows], columns), ""].join("\n"));
  const most = contributions.slice(0, SHOWN_CONTRIBUTIONS);
  const cells = most.map(({ when, kind, points, title }) => [when, kind, points.toFixed(1), title]);
  print([...table([[...contributionHeads], ...cells], columns), ""].join("\n"));
  for (const line of [formula, ...cautions, ...joint.assumptions.map((assumption) => `provided ${assumption}`)])
    print(`  ${wrap(line, columns - 2).join("\n  ")}`);
}
