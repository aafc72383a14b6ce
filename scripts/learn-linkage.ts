// Learns the parameters of incident linkage from judged pairs, prints how well they do on incidents held out, and writes
// src/ledger/linkage/parameters.json. The lists and the pairs lie beside the project and are not part of it:
//   node scripts/learn-linkage.ts [--data FOLDER] [--groups FILE.json] [--folds 8] [--write]
// FOLDER holds the three lists and links-us-cn-practice.csv; FILE.json holds { incident: ["source:id", …] } for a whole dyad.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { crossValidate, learn, lessonsOf, type JudgedPair, type Tested } from "../src/ledger/linkage/index.ts";
import { importerNamed } from "../src/sources/index.ts";
import { readListed } from "../src/sources/run-import.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({
  options: {
    data: { type: "string", default: here("../../shared/data") },
    groups: { type: "string" },
    folds: { type: "string", default: "8" },
    write: { type: "boolean", default: false },
  },
});

const files = {
  "dcid-2.0": "dcid-2.0.xlsx",
  "eurepoc-1.1": "eurepoc-global-1.1.csv",
  "cfr-2023-02": "cfr-cyber-operations-2023-02.csv",
};
const practiceFile = join(values.data, "links-us-cn-practice.csv");

if (!existsSync(practiceFile)) {
  console.error(`No judged pairs at ${practiceFile}: the committed parameters stay as they are.`);
  process.exit(0);
}

const lists = [];
for (const [name, file] of Object.entries(files)) {
  const importer = importerNamed(name);
  if (!importer) throw new RangeError(`Cannot read ${name}: no importer has that name`);
  lists.push(await readListed(importer, readFileSync(join(values.data, file))));
}

type Row = { source_a: string; id_a: string; source_b: string; id_b: string; match: string };
const practice = (parse(readFileSync(practiceFile, "utf8"), { columns: true }) as Row[]).map((row): JudgedPair => ({
  a: `${row.source_a}:${row.id_a}`,
  b: `${row.source_b}:${row.id_b}`,
  match: row.match === "unsure" ? null : row.match === "match",
}));

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const folds = Number(values.folds);
const lessons = lessonsOf(lists, groupsOf(practice), practice, folds);
const tested = crossValidate(lessons, folds);
report("all judged pairs", tested, lessons.missed);
report(
  "practice pairs",
  tested.filter(({ lesson }) => lesson.reviewed),
  0,
);
reliability(tested.filter(({ lesson }) => lesson.reviewed));

const parameters = JSON.stringify(
  learn(lessons, () => true),
  (_, value: unknown) => (typeof value === "number" ? Number(value.toFixed(3)) : value),
  2,
);
if (values.write) writeFileSync(here("../src/ledger/linkage/parameters.json"), `${parameters}\n`);
else print(parameters);

/** Groups from the file; without one, the components of the practice matches. */
function groupsOf(pairs: readonly JudgedPair[]): Map<string, string[]> {
  if (values.groups)
    return new Map(Object.entries(JSON.parse(readFileSync(values.groups, "utf8")) as Record<string, string[]>));
  const groupOf = new Map<string, string[]>();
  for (const { a, b, match } of pairs) {
    const [one, other] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    const joined = match === true && one !== other ? [...one, ...other] : null;
    for (const name of joined ?? []) groupOf.set(name, joined ?? []);
    if (!groupOf.has(a)) groupOf.set(a, one);
    if (!groupOf.has(b)) groupOf.set(b, other);
  }
  return new Map([...new Set(groupOf.values())].map((names, i) => [`group-${i}`, names]));
}

function report(title: string, pairs: readonly Tested[], missed: number): void {
  for (const threshold of [0.3, 0.5, 0.7]) {
    const taken = pairs.filter(({ probability }) => probability >= threshold);
    const right = taken.filter(({ lesson }) => lesson.match === true).length;
    const wrong = taken.filter(({ lesson }) => lesson.match === false).length;
    const all = pairs.filter(({ lesson }) => lesson.match === true).length + missed;
    print(
      `${title} at ${threshold}: precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / all).toFixed(3)} (${right} right, ${wrong} wrong, ${all} matches)`,
    );
  }
}

function reliability(pairs: readonly Tested[]): void {
  const ends = [0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.01];
  for (const [i, from] of ends.slice(0, -1).entries()) {
    const inside = pairs.filter(
      ({ lesson, probability }) => lesson.match !== null && probability >= from && probability < (ends[i + 1] ?? 2),
    );
    if (inside.length === 0) continue;
    const said = inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length;
    const seen = inside.filter(({ lesson }) => lesson.match === true).length / inside.length;
    print(`said ${said.toFixed(2)}, seen ${seen.toFixed(2)} (${inside.length} pairs)`);
  }
}
