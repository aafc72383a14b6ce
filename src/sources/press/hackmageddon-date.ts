// When something occurred, in the words of the Hackmageddon timelines: real dates among "During June 2021", "Since
// 2019" and "Between 01/02/2020 and 15/02/2020" (day first).

import { dayOf } from "../../values/day.ts";
import { isWhen, type When } from "../../values/when.ts";
import { dayFromIso } from "../list-date.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NOTHING = new Set(["", "null", "-", "=", "?", "n/a", "unknown"]);

/** Null where nothing is said; undefined where something is said that cannot be read. */
export function readOccurred(text: string): When | null | undefined {
  const plain = withoutVague(text.replace(/^"|"$/g, "").replace(/\s+/g, " ").trim());
  if (NOTHING.has(plain.toLowerCase())) return null;
  const between = /^between (.+?) and (?:the )?(.+)$/i.exec(plain) ?? /^from (.+?) (?:to|until) (.+)$/i.exec(plain);
  if (between) return joined(moment(between[1]!, yearIn(between[2]!)), moment(between[2]!));
  const since = /^(?:since|starting from|beginning from|from)(?: at least)? (.+)$/i.exec(plain);
  if (since) return joined(moment(since[1]!), "..");
  return moment(plain.replace(/^(?:during|in|on|at)(?: the month of)? /i, "")) as When | undefined;
}

/** "Beginning of 2021", "Mid-January 2021", "Last week of March 2021": the year or month is all that is sure. */
function withoutVague(text: string): string {
  const part =
    /\b(?:the )?(?:very )?(?:beginning|start|middle|end|first half|second half|(?:first|second|third|fourth|last) week) (?:of )?/gi;
  return text
    .replace(part, "")
    .replace(/\b(?:early|earlier in|late|mid)[ -]/gi, "")
    .replace(/[.,]$/, "")
    .trim();
}

function joined(start: string | undefined, end: string | undefined): When | undefined {
  const text = `${start}/${end}`;
  return start !== undefined && end !== undefined && isWhen(text) ? text : undefined;
}

/** One day, month, quarter or year; the year may stand with the other end only. */
function moment(text: string, year = ""): string | undefined {
  const iso = dayFromIso(text);
  if (iso) return iso;
  const numbers = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1])) ?? undefined;
  if (/^(?:19|20)\d\d$/.test(text)) return text;
  const quarter = /^Q([1-4]) (\d{4})$/i.exec(text);
  if (quarter) return `${quarter[2]}-Q${quarter[1]}`;
  const named = /^([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)?(?: (\d{4}))?,?$/i.exec(text);
  if (!named) return undefined;
  return namedMoment(named[1]!, named[2], named[3] ?? year);
}

function namedMoment(name: string, day: string | undefined, year: string): string | undefined {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || year === "") return undefined;
  if (day !== undefined) return dayOf(Number(year), month, Number(day)) ?? undefined;
  return `${year}-${String(month).padStart(2, "0")}`;
}

function yearIn(text: string): string {
  return /\b((?:19|20)\d\d)\b/.exec(text)?.[1] ?? "";
}
