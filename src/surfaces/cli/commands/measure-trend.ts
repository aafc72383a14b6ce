import { caseTrendAnswer, type SeriesAnswer, type TrendAnswer } from "../../inputs/case-trend.ts";
import { asofOf, dateKindFrom } from "../../inputs/queries.ts";
import { shareFrom, wholeFrom } from "../../inputs/settings.ts";
import { shortTitle } from "../../inputs/sources.ts";
import { refuse } from "../../../values/outcome.ts";
import { changesSentence, delaySentence, nowcastSentence, trendSentence } from "../../words/en-trend.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { wrap } from "../table.ts";
import { viewAsRecorded, withLedger } from "../with-ledger.ts";
import { texts } from "./brief.ts";

export async function run([caseId = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const parameters = texts(options);
  const asked = {
    asof: asofOf(parameters["asof"]),
    dates: parameters["date"] === undefined ? null : dateKindFrom(parameters["date"]),
    level: shareFrom("--level", options["level"], 0.95),
    seed: wholeFrom("--seed", options["seed"], 1),
  };
  const view = await withLedger(effects, (ledger) => viewAsRecorded(ledger, caseId, parameters));
  const answer = caseTrendAnswer(view, asked);
  const none = refuse("not-covered");
  if (answer === null) return refused(none.refusal, options["json"] === true, effects);
  if (options["json"] === true) effects.print(JSON.stringify(answer, null, 2));
  else show(answer, effects);
  return answered(answer) ? 0 : 2;
}

function answered({ directions }: TrendAnswer): boolean {
  return directions.some(({ pooled, lists }) => [pooled, ...lists].some(({ trend }) => !("refused" in trend)));
}

function show({ delay, directions }: TrendAnswer, { print, columns }: Effects): void {
  const lines = (text: string, indent = ""): void =>
    print(
      wrap(text, columns - indent.length)
        .map((line) => indent + line)
        .join("\n"),
    );
  lines(delaySentence("years", delay.years));
  lines(delaySentence("months", delay.months));
  for (const { from, to, pooled, lists } of directions) {
    print(`\n${from}→${to}`);
    for (const series of [pooled, ...lists]) for (const sentence of told(series)) lines(sentence, "  ");
  }
}

function told(series: SeriesAnswer): string[] {
  const { list, trend, recent, changePoints: changes, nowcast } = series;
  const [first, last] = [series.series[0]?.year ?? 0, series.series.at(-1)?.year ?? 0];
  const name = list === null ? "All lists" : shortTitle(list);
  const found = [
    trendSentence(`${name}, ${first} to ${last}`, trend),
    trendSentence(`${name}, last ${recent.years} years`, recent),
  ];
  if (!("refused" in changes)) found.push(changesSentence(changes.probabilityOfNone, changes.value));
  if (!("refused" in nowcast) && nowcast.value >= 0.5) found.push(nowcastSentence(nowcast));
  return found;
}
