// Learns the parameters of incident linkage from judged pairs, prints how well they do on incidents held out, and writes
// src/ledger/linkage/parameters.json. The lists and the pairs lie beside the project and are not part of it:
//   node scripts/learn-linkage.ts [--data FOLDER] [--folds 8] [--write]
// FOLDER holds the three lists and links-us-cn-practice.csv. Which rows of the whole dyad speak of one incident is read from the
// bundled case, whose reader grouped them.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { crossValidate, learn, lessonsOf, type JudgedPair, type Tested } from "../src/ledger/linkage/index.ts";
import { clopperPearson } from "../src/math/intervals.ts";
import { roundTicks } from "../src/surfaces/charts/plane.ts";
import { svgOf } from "../src/surfaces/charts/svg.ts";
import { importerNamed } from "../src/sources/index.ts";
import { readListed } from "../src/sources/run-import.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({
  options: {
    data: { type: "string", default: here("../../shared/data") },
    folds: { type: "string", default: "8" },
    write: { type: "boolean", default: false },
  },
});

const files = new Map([
  ["dcid-2.0", "dcid-2.0.xlsx"],
  ["eurepoc-1.1", "eurepoc-global-1.1.csv"],
  ["cfr-2023-02", "cfr-cyber-operations-2023-02.csv"],
]);
const practiceFile = join(values.data, "links-us-cn-practice.csv");

if (!existsSync(practiceFile)) {
  console.error(`No judged pairs at ${practiceFile}: the committed parameters stay as they are.`);
  process.exit(0);
}

const lists = [];
for (const [name, file] of files) {
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
const lessons = lessonsOf(lists, groupsOf(), practice, folds);
const tested = crossValidate(lessons, folds);
report("all judged pairs", tested, lessons.missed);
report(
  "practice pairs",
  tested.filter(({ lesson }) => lesson.reviewed),
  0,
);
const bins = binsOf(tested.filter(({ lesson }) => lesson.reviewed));
reliability(bins);

const parameters = JSON.stringify(
  learn(lessons, () => true),
  (_, value: unknown) => (typeof value === "number" ? Number(value.toFixed(3)) : value),
  2,
);
if (values.write) {
  writeFileSync(here("../src/ledger/linkage/parameters.json"), `${parameters}\n`);
  writeFileSync(here("../docs/pictures/linkage-reliability.svg"), `${reliabilityPicture(bins)}\n`);
} else print(parameters);

/** The rows of each incident of the bundled case. */
function groupsOf(): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  const lines = readFileSync(here("../cases/us-cn/statements.jsonl"), "utf8").trim().split("\n");
  for (const line of lines) {
    const { id, incident } = JSON.parse(line) as { id: string; incident: string };
    if (files.has(id.split(":")[0] ?? "")) groups.set(incident, [...(groups.get(incident) ?? []), id]);
  }
  return groups;
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

type Bin = { said: number; seen: number; lower: number; upper: number; pairs: number };

function binsOf(pairs: readonly Tested[]): Bin[] {
  const ends = [0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.01];
  return ends.slice(0, -1).flatMap((from, i) => {
    const inside = pairs.filter(
      ({ lesson, probability }) => lesson.match !== null && probability >= from && probability < (ends[i + 1] ?? 2),
    );
    if (inside.length === 0) return [];
    const matches = inside.filter(({ lesson }) => lesson.match === true).length;
    const { lower, upper } = clopperPearson(matches, inside.length, 0.9);
    const said = inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length;
    return [{ said, seen: matches / inside.length, lower, upper, pairs: inside.length }];
  });
}

function reliability(bins: readonly Bin[]): void {
  for (const { said, seen, pairs } of bins) print(`said ${said.toFixed(2)}, seen ${seen.toFixed(2)} (${pairs} pairs)`);
}

function reliabilityPicture(bins: readonly Bin[]): string {
  const axis = (label: string) => ({ from: 0, to: 1, ticks: roundTicks(0, 1, 5), label });
  const title = "Said and seen: probabilities of links on held-out practice pairs";
  return svgOf(
    {
      id: "linkage-reliability",
      title,
      description: bins
        .map(({ said, seen, pairs }) => `said ${said.toFixed(2)}, seen ${seen.toFixed(2)} of ${pairs}`)
        .join("; "),
      axis: { kind: "none" },
      rules: [],
      panels: [
        {
          kind: "plane",
          x: axis("mean probability said"),
          y: axis("share of matches seen"),
          height: 320,
          marks: [
            {
              kind: "path",
              points: [
                [0, 0],
                [1, 1],
              ],
              tone: "quiet",
              weight: "thin",
              dashed: true,
            },
            {
              kind: "points",
              tone: "ink",
              mark: "solid",
              points: bins.map(({ said, seen, lower, upper, pairs }) => ({
                x: said,
                y: seen,
                low: lower,
                high: upper,
                label: `${pairs} pairs`,
              })),
            },
          ],
          key: [
            { text: "practice pairs by what was said of them, with 90% interval", tone: "ink", mark: "solid" },
            { text: "said as seen", tone: "quiet", mark: "dashed" },
          ],
        },
      ],
      table: { columns: ["said", "seen", "pairs"], rows: bins.map(({ said, seen, pairs }) => [said, seen, pairs]) },
    },
    560,
  );
}
