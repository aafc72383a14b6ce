// Which questions a published copy can answer: those whose answers were worked out beforehand. For every other the
// command that answers it.

import type { PublishedCopy } from "./copy.ts";

/** Parameters whose usual values are all worked out. */
const WORKED_OUT = new Set(["by", "date", "read", "from", "count", "case", "refusal", "v"]);

/** Single records, what waits for a judgement, and whatever is somebody's own. */
const NEVER = /^\/api\/(records|tables|moderation\/queue|cases\/[^/]+\/(queue|decisions|issues|moved))(\/|$)/;

/** Whether the copy can hold an answer to this address at all. */
export function canHold(address: string, { asof }: Pick<PublishedCopy, "asof">): boolean {
  const { pathname, searchParams } = new URL(address, "http://copy.invalid");
  if (NEVER.test(pathname)) return false;
  return [...searchParams].every(
    ([name, value]) => value === "" || WORKED_OUT.has(name) || (name === "asof" && asof.includes(value)),
  );
}

const START = "npm run -s detente --";

/** The command that answers what an address asks, for whoever runs the workbench. */
export function commandFor(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://copy.invalid");
  const [, caseId = "", what = "", name = ""] = /^\/api\/cases\/([^/]+)\/([^/]+)(?:\/([^/]+))?/.exec(pathname) ?? [];
  const known = (...names: string[]): string =>
    names
      .flatMap((flag) => (searchParams.get(flag) ? [` --${flag} ${quoted(searchParams.get(flag) ?? "")}`] : []))
      .join("");
  const of = quoted(decodeURIComponent(caseId));
  if (what === "brief" || what === "years" || what === "acts")
    return `${START} brief ${of}${known("asof", "recorded", "by", "date")}`;
  const flags = what === "measures" ? measureFlags.get(name) : undefined;
  // A command that does not take what was asked would answer something else, or nothing.
  const takes = (flag: string): boolean => flags?.includes(flag) === true && searchParams.getAll(flag).length === 1;
  const set = [...searchParams].filter(([flag, value]) => value !== "" && flag !== "refusal");
  if (flags && set.every(([flag]) => takes(flag))) return `${START} measure ${name} ${of}${known(...flags)}`;
  if (what === "incidents" && name === "") return `${START} incidents --case ${of}${known(...incidentFlags)}`;
  if (pathname === "/api/actors") return `${START} actors ${quoted(searchParams.get("q") ?? "")}`;
  return `${START} serve`;
}

/** What the command of each measure takes. */
export const measureFlags: ReadonlyMap<string, readonly string[]> = new Map([
  ["hidden", ["method", "level", "draws", "seed"]],
  ["tension", ["asof", "recorded", "date", "half-life", "weight", "level", "seed"]],
  ["trend", ["asof", "recorded", "date", "level", "seed"]],
  ["reciprocity", ["horizon", "draws", "seed"]],
  ["effect", ["date", "months", "from", "level", "seed"]],
  ["parity", ["seed"]],
  ["severity", ["seed"]],
  ["restraint", []],
]);

const incidentFlags = [
  "from",
  "to",
  "by",
  "list",
  "effect",
  "sector",
  "standing",
  "kind",
  "checked",
  "since",
  "until",
  "date",
  "q",
  "asof",
  "recorded",
];

/** A word as a shell takes it, whatever stands in it. */
function quoted(word: string): string {
  return /^[A-Za-z0-9,.:_-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
