// The brief's sentences on trend, reciprocity and the agreement's effect, made from their numbers by rule.

import { shortTitle } from "../inputs/sources.ts";
import { about, counted, list, number, ratio } from "../words/en.ts";
import { agreementOf, inWords, likely, percent, type Saying } from "../words/en-likelihood.ts";
import type { DirectionTrend, EffectBrief, MeasuredBrief, TrendOfSeries } from "./measured.ts";

/** A list says more or fewer where the chance of it is at least this. */
const SURE = 0.95;

export function trendSentences({ trends }: MeasuredBrief, arrow: (direction: DirectionTrend) => string): string[] {
  if ("refused" in trends) return [`Whether it grows or shrinks cannot be said: ${lowerFirst(trends.refused.because)}`];
  return trends.flatMap((direction) => directionSentences(direction, arrow(direction)));
}

function directionSentences({ pooled, lists, noChange, missing }: DirectionTrend, arrow: string): string[] {
  const { rise, years } = pooled;
  if ("refused" in rise)
    return [`Whether incidents of ${arrow} become more or fewer cannot be said: ${lowerFirst(rise.refused.because)}`];
  const { probabilityOfRise: up, value, interval } = rise;
  const clause = `incidents of ${arrow} became ${up >= 0.5 ? "more" : "fewer"} over the last ${inWords(years)} years that all lists cover`;
  const found = [
    likely(Math.max(up, 1 - up), clause).replace(
      /\.$/,
      `: ${ratio(value)} times as many from year to year (${100 * interval.level}%: ${ratio(interval.lower)} to ${ratio(interval.upper)}).`,
    ),
    agreementOf(lists.map(sayingOf)),
  ];
  if (noChange !== null) found.push(likely(noChange, "their rate never changed in all those years"));
  if (!("refused" in missing) && missing.value >= 0.5)
    found.push(
      `About ${about(missing.value, missing.interval)} more of those years are still to become known (${100 * missing.interval.level}%: ${number(missing.interval.lower)} to ${number(missing.interval.upper)}), which is allowed for here.`,
    );
  return found;
}

function sayingOf({ rise }: TrendOfSeries): Saying {
  if ("refused" in rise) return "cannot tell";
  if (rise.probabilityOfRise >= SURE) return "more";
  return rise.probabilityOfRise <= 1 - SURE ? "fewer" : "cannot tell";
}

export function answeringSentence({ answering }: MeasuredBrief): string {
  const asked = answering.filter(({ reading }) => reading !== "refused");
  if (asked.length === 0) return "Whether the sides answer each other cannot be asked here: too few events have a day.";
  const count = (reading: string): number => asked.filter((one) => one.reading === reading).length;
  const [both, ratioOnly, shuffledOnly] = ["both tests", "likelihood ratio only", "shuffled labels only"].map(
    count,
  ) as [number, number, number];
  const ways = `${inWords(asked.length)} ${asked.length === 1 ? "way" : "ways"} to date and to gather what each side did`;
  const first =
    both === 0
      ? `Of ${ways}, in none do both tests say that the sides answer each other`
      : `Of ${ways}, in ${inWords(both)} both tests say that the sides answer each other`;
  const others = [
    ...(ratioOnly > 0
      ? [`in ${inWords(ratioOnly)} the likelihood ratio alone does, which shared shocks would bring about too`]
      : []),
    ...(shuffledOnly > 0 ? [`in ${inWords(shuffledOnly)} shuffled labels alone do, a weak sign`] : []),
  ];
  return `${[first, ...others].join("; ")}.`;
}

export function effectSentences({ rows, curve }: EffectBrief): string[] {
  const ranks = rows.flatMap(({ list: name, profiles, placebo }) =>
    placebo && profiles === "with" ? [`${number(placebo.rank)} of ${number(placebo.of)} on ${shortTitle(name)}`] : [],
  );
  const found: string[] = [];
  if (ranks.length > 0) found.push(`Among the falls at all other dates this one ranks ${list(ranks)}.`);
  if (!("refused" in curve))
    found.push(
      `Over ${counted(curve.variants, "way")} of counting the middle one gives ${ratio(curve.median)} times the earlier rate; ${percent(curve.falls)} show a fall and ${percent(curve.significantFalls)} one that chance would seldom bring; counted alike, this date ranks ${number(curve.rank)} of ${number(curve.of)}.`,
    );
  return found;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
