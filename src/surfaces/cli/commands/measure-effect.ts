import { effectOnCase, type CaseEffect } from "../../../measure/effect/case-effect.ts";
import { effectAgainstRivals, type RivalsEffect } from "../../../measure/effect/rivals.ts";
import { indexOf, periodStart, type CountSeries } from "../../../measure/effect/series.ts";
import { effectOnSeries } from "../../../measure/effect/series-effect.ts";
import { addMonths, isDay, type Day } from "../../../values/day.ts";
import { InputError } from "../../../values/errors.ts";
import { measuredLists } from "../../inputs/measured-lists.ts";
import { readDatedCounts } from "../../inputs/dated-counts.ts";
import { effectAnswer, rivalsAnswer } from "../../inputs/effect-answer.ts";
import { readLists } from "../../inputs/lists.ts";
import { readText } from "../../inputs/read-file.ts";
import { shareFrom, wholeFrom } from "../../inputs/settings.ts";
import { caseSentences, curveSentences, rivalSentences, seriesSentences } from "../../words/en-effect.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { wrap } from "../table.ts";
import { viewAsRecorded, withLedger } from "../with-ledger.ts";
import { texts } from "./brief.ts";

const MOST_MONTHS = 1200;

export async function run([caseId]: string[], options: Options, effects: Effects): Promise<number> {
  if (options["series"] !== undefined && caseId !== undefined)
    throw new InputError("measure effect", "a case or --series, not both", caseId);
  return options["series"] === undefined ? ofCase(caseId ?? "us-cn", options, effects) : ofSeries(options, effects);
}

function ofSeries({ series: file, date: text, months: asked, seed, level, json }: Options, effects: Effects): number {
  if (typeof file !== "string") throw new InputError("--series", "a CSV file with date and count", file);
  const date = dateFrom(text);
  if (date === null) throw new InputError("--date", "the day of the event, as YYYY-MM-DD");
  const months = monthsFrom(asked);
  const { series, rows, controls } = readDatedCounts(file, readText(file), date);
  const question = {
    series: rows === "events" && months !== null ? reaching(series, date, months) : series,
    date,
    controls: controls.map(({ values }) => values),
    seed: wholeFrom("--seed", seed, 1),
    level: shareFrom("--level", level, 0.95),
    ...(months === null ? {} : { months }),
  };
  const outcome = effectOnSeries(question);
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  const answer = effectAnswer(outcome.value, question);
  if (json === true) effects.print(JSON.stringify({ date, step: series.step, ...answer }, null, 2));
  else show(seriesSentences(outcome.value, series.step), effects);
  return 0;
}

async function ofCase(caseId: string, options: Options, effects: Effects): Promise<number> {
  const view = await withLedger(effects, (ledger) => viewAsRecorded(ledger, caseId, texts(options)));
  const [a, b] = view.about.parties;
  const from = options["from"] === undefined ? b.iso : String(options["from"]).toUpperCase();
  if (from !== a.iso && from !== b.iso) throw new InputError("--from", `${a.iso} or ${b.iso}`, options["from"]);
  const direction = from === b.iso ? { from: b.iso, to: a.iso } : { from: a.iso, to: b.iso };
  const date = dateFrom(options["date"]) ?? view.about.agreement.date;
  const months = monthsFrom(options["months"]) ?? undefined;
  const seed = wholeFrom("--seed", options["seed"], 1);
  const level = shareFrom("--level", options["level"], 0.95);
  const found = effectOnCase({
    incidents: view.incidents,
    direction,
    lists: measuredLists,
    date,
    seed,
    level,
    ...(months === undefined ? {} : { months }),
  });
  const rivals = await rivalsIn(options["rivals"], direction, found);
  const inputs = { view: view.hash, direction, date, months: found.months, seed, level };
  if (options["json"] === true)
    effects.print(JSON.stringify({ case: caseId, direction, ...documentOf(found, rivals, inputs) }, null, 2));
  else
    show(
      [
        ...caseSentences(found, direction),
        ...curveSentences(found.curve),
        ...rivals.flatMap(({ list, effect }) => rivalSentences(list, effect)),
      ],
      effects,
    );
  return [...found.lists, ...found.pooled].some(({ outcome }) => outcome.ok) ? 0 : 2;
}

type Rivals = { list: string; effect: RivalsEffect };

async function rivalsIn(
  asked: Options[string],
  direction: Parameters<typeof effectAgainstRivals>[1],
  { date, months }: CaseEffect,
): Promise<Rivals[]> {
  if (asked === undefined) return [];
  const lists = await readLists(asked);
  // As for the case's own series, the month of the date counts as before.
  const start = date.endsWith("-01") ? date : addMonths(`${date.slice(0, 7)}-01` as Day, 1);
  return lists.map(({ name, records }) => ({
    list: name,
    effect: effectAgainstRivals(records, direction, start, months),
  }));
}

function documentOf(
  { date, months, lists, pooled, curve, delay }: CaseEffect,
  rivals: readonly Rivals[],
  inputs: object,
): object {
  const rows = (some: CaseEffect["lists"]): object[] =>
    some.map(({ list, profiles, dates, outcome, corrected }) => ({
      list,
      profiles,
      dates,
      ...(outcome.ok
        ? effectAnswer(outcome.value, { ...inputs, list, profiles, dates })
        : { refused: outcome.refusal }),
      delayCorrected: corrected.ok ? corrected.value : { refused: corrected.refusal },
    }));
  return {
    date,
    months,
    lists: rows(lists),
    pooled: rows(pooled),
    curve: curve.ok ? curve.value : { refused: curve.refusal },
    delay: delayAnswer(delay),
    ...(rivals.length > 0
      ? { rivals: rivals.map(({ list, effect }) => ({ list, ...rivalsAnswer(effect, { ...inputs, list }) })) }
      : {}),
  };
}

function delayAnswer(delay: CaseEffect["delay"]): object {
  if (!delay.ok) return { refused: delay.refusal };
  const { value, unit, interval, cases, longest } = delay.value;
  return { value, unit, interval, cases, longest };
}

/** A file of events ends with its last event: where a window was asked for, none beyond it are taken to have happened. */
function reaching(series: CountSeries, date: Day, months: number): CountSeries {
  const from = indexOf(series, date);
  if (from < 1 || from >= series.counts.length) return series;
  const early = Math.max(0, months - from);
  const late = Math.max(0, months - (series.counts.length - from));
  const none = (count: number): number[] => Array.from({ length: count }, () => 0);
  return { ...series, start: periodStart(series, -early), counts: [...none(early), ...series.counts, ...none(late)] };
}

function show(lines: readonly string[], { print, columns }: Effects): void {
  for (const line of lines) print(wrap(line, Math.min(columns, 88)).join("\n"));
}

function dateFrom(text: Options[string]): Day | null {
  if (text === undefined) return null;
  if (typeof text !== "string" || !isDay(text))
    throw new InputError("--date", "a day that exists, as YYYY-MM-DD", text);
  return text;
}

function monthsFrom(text: Options[string]): number | null {
  if (text === undefined) return null;
  const months = wholeFrom("--months", text, 0, MOST_MONTHS);
  if (months < 1) throw new InputError("--months", `a whole number from 1 to ${MOST_MONTHS}`, text);
  return months;
}
