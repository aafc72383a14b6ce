// Linking: three whole lists of incidents from files to pairs, and tables of persons compared all against all.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { personLink, type PersonOptions } from "../../src/ledger/linkage/index.ts";
import { stream } from "../../src/math/philox.ts";
import { secondsOf } from "./program.ts";
import type { Bench } from "./run.ts";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const lists = [
  `dcid-2.0=${shared}dcid-2.0.xlsx`,
  `eurepoc-1.1=${shared}eurepoc-global-1.1.csv`,
  `cfr-2023-02=${shared}cfr-cyber-operations-2023-02.csv`,
].join(",");

const threeLists: Bench[] = existsSync(shared)
  ? [
      {
        name: "linkage: link of three lists, from files to pairs",
        goal: 3,
        unit: "s",
        measure: (place) => secondsOf(["link", "--lists", lists, "--json"], place),
      },
    ]
  : [];

export const linkage: Bench[] = [
  ...threeLists,
  {
    name: "linkage: persons compared, 5,000 × 5,000, all pairs",
    goal: 5e6,
    unit: "pairs/s",
    more: true,
    runs: 3,
    other: { name: "fastLink", value: 4.8e6 },
    measure() {
      const [left, right] = persons(5_000);
      const start = performance.now();
      personLink(left, right, { comparisons, estimateU: true, oneToOne: true });
      return 25e6 / ((performance.now() - start) / 1000);
    },
  },
  {
    name: "linkage: persons, 50,000 × 50,000 made-up, blocked",
    goal: 60,
    unit: "s",
    runs: 1,
    measure() {
      const [left, right] = persons(50_000);
      const start = performance.now();
      personLink(left, right, { comparisons, estimateU: true, blocking: [["family", "town"], ["number"]] });
      return (performance.now() - start) / 1000;
    },
  },
  {
    name: "linkage: memory after 50,000 × 50,000",
    goal: 1024,
    unit: "MB",
    runs: 1,
    measure: () => process.memoryUsage.rss() / 2 ** 20,
  },
];

const comparisons: PersonOptions["comparisons"] = [
  { column: "given", levels: [{ kind: "exact" }, { kind: "jaro-winkler", atLeast: 0.88 }] },
  { column: "family", levels: [{ kind: "exact" }, { kind: "jaro-winkler", atLeast: 0.88 }] },
  ...["town", "number", "born"].map((column) => ({ column, levels: [{ kind: "exact" as const }] })),
];

type Person = Record<string, string>;

/** Made-up persons, and the same with a tenth of their cells damaged. */
function persons(count: number): [Person[], Person[]] {
  const chance = stream(1);
  const upTo = (most: number): number => Math.floor(chance() * most);
  const name = (most: number): string => {
    let [rest, letters] = [upTo(most) + 31, ""];
    for (; rest > 0; rest = Math.floor(rest / 20)) letters += "abcdefghiklmnoprstuv"[rest % 20];
    return letters.repeat(2);
  };
  const left = Array.from({ length: count }, () => ({
    given: name(800),
    family: name(8_000),
    town: name(400),
    number: String(upTo(10 * count)),
    born: String(1930 + upTo(80)),
  }));
  const right = left.map((person) =>
    Object.fromEntries(
      Object.entries(person).map(([key, cell]) => [key, chance() < 0.1 ? `${cell.slice(1)}${cell.charAt(0)}` : cell]),
    ),
  );
  return [left, right];
}
