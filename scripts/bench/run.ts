// A bench is a thing measured, the number promised, and how to measure it once.

import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

export type Place = {
  /** A data folder with everything loaded, which benches share. */
  data: string;
};

export type Bench = {
  name: string;
  goal: number;
  unit: "s" | "ms" | "MB" | "kB" | "pairs/s" | "moves/s" | "entries/s";
  /** Whether more is better. */
  more?: true;
  /** Another program's figure for the same work, where it is known: the ratio is printed. */
  other?: { name: string; value: number };
  runs?: number;
  measure(place: Place): Promise<number> | number;
};

const USUAL_RUNS = 5;

export async function main(benches: readonly Bench[], words: readonly string[]): Promise<void> {
  const chosen = benches.filter(({ name }) => words.every((word) => name.includes(word)));
  const data = mkdtempSync(join(tmpdir(), "detente-bench-"));
  const cores = cpus();
  console.error(
    `${cores.length} cores, ${cores[0]?.model.trim() ?? "of a kind unknown"}, Node ${process.versions.node}`,
  );
  try {
    for (const bench of chosen) {
      const times: number[] = [];
      // The first run warms caches and is not counted.
      for (let run = 0; run <= (bench.runs ?? USUAL_RUNS); run += 1) times.push(await bench.measure({ data }));
      console.error(lineOf(bench, times.slice(1)));
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function lineOf({ name, goal, unit, more, other }: Bench, values: number[]): string {
  const sorted = values.toSorted((one, two) => one - two);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const kept = more ? median >= goal : median <= goal;
  const range = `${short(sorted[0] ?? 0)}–${short(sorted.at(-1) ?? 0)}`;
  const ratio = other ? `; ${other.name} ${short(other.value)}, ratio ${short(median / other.value)}` : "";
  return `${kept ? "kept  " : "missed"}  ${name}: ${short(median)} ${unit} (${range}), goal ${more ? "at least" : "at most"} ${short(goal)}${ratio}`;
}

function short(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toPrecision(3).replace(/\.?0+$/, "");
}
