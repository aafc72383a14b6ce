// Throws damaged files at every importer: what comes out is a result that accounts for every row, or an InputError.
// Anything else is a bug. `node scripts/fuzz-import.ts 100000 1` runs 100,000 inputs from seed 1.

import { InputError } from "../src/values/errors.ts";
import type { Importer } from "../src/sources/importer.ts";
import { importers } from "../src/sources/index.ts";
import { runImport } from "../src/sources/run-import.ts";

export type FuzzReport = { inputs: number; results: number; refusals: number; faults: string[]; slowestMs: number };

const SCRAPS = [
  '"',
  ",",
  "\n",
  "\r\n",
  "\0",
  "[['",
  "; ",
  "??,",
  "=1+1",
  "2710",
  "1/2/2020",
  "2012-01-01",
  "\u{FFFD}",
  "[",
  "{",
  "--",
  "9".repeat(400),
];

/** The same seed gives the same inputs (mulberry32: for tests, not for estimates). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A small file in the importer's layout: right in form, with scraps for cells. */
function seedFile({ layout }: Importer, chance: () => number): string {
  const scrap = (): string => SCRAPS[Math.floor(chance() * SCRAPS.length)]!;
  const cells = layout.columns.map(() => (chance() < 0.5 ? scrap() : "China"));
  if (layout.format === "csv")
    return [layout.columns.join(","), cells.map((cell) => `"${cell}"`).join(","), ""].join("\n");
  const member = {
    type: "incident",
    id: "incident--00000000-0000-4000-8000-000000000001",
    actor: scrap(),
    value: scrap(),
    uuid: "00000000-0000-4000-8000-000000000001",
    meta: scrap(),
  };
  if (layout.format === "jsonl") return JSON.stringify(member);
  return layout.format === "json" && layout.rows !== ""
    ? JSON.stringify({ [layout.rows]: [member, scrap()] })
    : "PK\u0003\u0004";
}

function damage(text: string, chance: () => number): Uint8Array {
  let bytes = Buffer.from(text);
  for (let times = Math.floor(chance() * 6); times > 0; times--) {
    const at = Math.floor(chance() * bytes.length);
    const kind = chance();
    if (kind < 0.3) bytes[at] = Math.floor(chance() * 256);
    else if (kind < 0.6)
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(SCRAPS[Math.floor(chance() * SCRAPS.length)]!),
        bytes.subarray(at),
      ]);
    else if (kind < 0.8) bytes = bytes.subarray(0, at);
    else bytes = Buffer.concat([bytes, bytes.subarray(at)]);
  }
  return new Uint8Array(bytes);
}

export async function fuzzImporters(inputs: number, seed: number): Promise<FuzzReport> {
  const chance = chanceFrom(seed);
  const report: FuzzReport = { inputs, results: 0, refusals: 0, faults: [], slowestMs: 0 };
  for (let index = 0; index < inputs; index++) {
    const importer = importers[index % importers.length]!;
    const data = damage(seedFile(importer, chance), chance);
    const before = performance.now();
    try {
      const { rows, accepted, rejections } = await runImport(importer, data);
      report.results++;
      if (accepted + rejections.length !== rows)
        report.faults.push(`${importer.name}, input ${index}: rows unaccounted for`);
    } catch (error) {
      if (error instanceof InputError) report.refusals++;
      else report.faults.push(`${importer.name}, input ${index}: ${String(error)}`);
    }
    report.slowestMs = Math.max(report.slowestMs, performance.now() - before);
  }
  return report;
}

if (import.meta.main) {
  const [inputs = "100000", seed = "1"] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(await fuzzImporters(Number(inputs), Number(seed)))}\n`);
}
