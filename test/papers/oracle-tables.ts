// Reads the tables of shared/oracles/hidden-cases: other programs' answers on known inputs.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { cellsOf, type Cells, type ListTable } from "../../src/measure/hidden/table.ts";

export const ORACLES = "../shared/oracles/hidden-cases";
export const haveOracles: boolean = existsSync(ORACLES);

/** A case as it stands in its file: what it holds is checked by use. */
export type OracleCase = {
  name: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  output: any;
  // oxlint-disable-next-line typescript/no-explicit-any
  input: any;
};

export function oracleCases(): OracleCase[] {
  if (!haveOracles) return [];
  return readdirSync(ORACLES)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const { input, output } = JSON.parse(readFileSync(`${ORACLES}/${file}`, "utf8")) as OracleCase;
      return { name: file.replace(".json", ""), input, output };
    });
}

export function tableOf({ input }: OracleCase): ListTable {
  const { columns, rows } = input.table as { columns: string[]; rows: number[][] };
  return {
    lists: columns.slice(0, -1),
    rows: rows.map((row) => ({ seen: row.slice(0, -1), count: row.at(-1) ?? 0 })),
  };
}

export function cellsOfCase(oracle: OracleCase): Cells {
  return cellsOf(tableOf(oracle));
}

export function frequenciesOfCase({ input }: OracleCase): { frequencies: number[]; occasions: number } {
  const { individuals, timesSeen, occasions } = input as {
    individuals: number[];
    timesSeen: number[];
    occasions: number | "infinite";
  };
  const frequencies = Array.from({ length: Math.max(...timesSeen) }, () => 0);
  timesSeen.forEach((k, i) => (frequencies[k - 1] = individuals[i] ?? 0));
  return { frequencies, occasions: occasions === "infinite" ? Infinity : occasions };
}

/** |a − b| / max(1, |b|), as the oracles' page asks. */
export function gap(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(b));
}

/** Gathers what does not agree, so that a test shows all of it at once. */
export class Misses {
  readonly found: string[] = [];
  compared = 0;

  check(what: string, ours: number, theirs: number, tolerance: number): void {
    this.compared++;
    if (!(gap(ours, theirs) <= tolerance)) this.found.push(`${what}: ${ours} for ${theirs}`);
  }
}

/** Interactions of a model named by its generators: "[123,14]". */
export function interactionsOf(name: string): number[] {
  const terms = new Set<number>();
  for (const generator of name.slice(1, -1).split(",")) {
    const lists = Array.from(generator, (digit) => 1 << (Number(digit) - 1));
    for (let subset = 1; subset < 2 ** lists.length; subset++) {
      const chosen = lists.filter((_, i) => subset & (1 << i));
      if (chosen.length >= 2) terms.add(chosen.reduce((sum, bit) => sum + bit, 0));
    }
  }
  return [...terms].sort((a, b) => a - b);
}
