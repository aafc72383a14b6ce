// `detente link` over the three whole lists of ../shared/data, as a person would call it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { detente, makeFolder, root } from "./support/program.ts";

const data = join(root, "../shared/data");
const files = {
  "dcid-2.0": "dcid-2.0.xlsx",
  "eurepoc-1.1": "eurepoc-global-1.1.csv",
  "cfr-2023-02": "cfr-cyber-operations-2023-02.csv",
};
const lists = (names: readonly string[]): string =>
  Object.values(files)
    .map((file, index) => `${names[index]}=${join(data, file)}`)
    .join(",");

type Row = { source_a: string; id_a: string; source_b: string; id_b: string; probability: string; kind: string };

describe.skipIf(!existsSync(data))("detente link on shared data", () => {
  const folder = makeFolder();
  const out = join(folder.path, "pairs.csv");
  const full = lists(Object.keys(files));
  let rows: Row[] = [];
  beforeAll(async () => {
    const { status, err } = await detente(["link", "--lists", full, "--dyad", "USA-CHN", "--out", out], {});
    expect([status, err]).toEqual([0, expect.stringContaining(`to ${out}`)]);
    rows = parse(readFileSync(out, "utf8"), { columns: true }) as Row[];
  }, 60_000);
  afterAll(() => folder.remove());

  test("writes one row a pair, in the public columns, each at least a hundredth", () => {
    expect(readFileSync(out, "utf8").split("\r\n")[0]).toBe("source_a,id_a,source_b,id_b,probability,kind");
    expect(rows.length).toBeGreaterThan(200);
    for (const { source_a, source_b, probability, kind } of rows) {
      expect(Object.keys(files)).toEqual(expect.arrayContaining([source_a, source_b]));
      expect(Number(probability)).toBeGreaterThanOrEqual(0.01);
      expect(Number(probability)).toBeLessThanOrEqual(1);
      expect(["same", "part-of", "duplicate"]).toContain(kind);
    }
    expect(
      new Set(rows.map(({ source_a, id_a, source_b, id_b }) => [source_a, id_a, source_b, id_b].join())).size,
    ).toBe(rows.length);
  });

  test("finds the hand-linked practice pairs at a half with precision and recall above 0.85", () => {
    const practice = parse(readFileSync(join(data, "links-us-cn-practice.csv"), "utf8"), { columns: true }) as (Row & {
      match: string;
    })[];
    const key = ({ source_a, id_a, source_b, id_b }: Pick<Row, "source_a" | "id_a" | "source_b" | "id_b">): string =>
      [`${source_a}:${id_a}`, `${source_b}:${id_b}`].toSorted().join();
    const taken = new Set(rows.filter(({ probability }) => Number(probability) >= 0.5).map(key));
    const found = (match: string): number =>
      practice.filter((pair) => pair.match === match && taken.has(key(pair))).length;
    expect(found("match") / (found("match") + found("non-match"))).toBeGreaterThan(0.85);
    expect(found("match") / practice.filter(({ match }) => match === "match").length).toBeGreaterThan(0.85);
  });

  test("explains a pair in bits that add up to its probability, under plain names too", async () => {
    const plain = lists(["dcid", "eurepoc", "cfr"]);
    for (const [words, own] of [
      [full, "dcid-2.0:94 eurepoc-1.1:113"],
      [plain, "dcid:94 eurepoc:113"],
    ] as const) {
      const { status, out: text } = await detente(
        ["link", "explain", ...own.split(" "), "--lists", words, "--json"],
        {},
      );
      expect(status).toBe(0);
      const { probability, prior, bits } = JSON.parse(text) as {
        probability: number;
        prior: number;
        bits: { bits: number }[];
      };
      const sum = bits.reduce((total, one) => total + one.bits, prior);
      expect(1 / (1 + 2 ** -sum)).toBeCloseTo(probability, 9);
      const listed = rows.find((row) => row.source_a === "dcid-2.0" && row.id_a === "94" && row.id_b === "113");
      expect(Number(listed?.probability)).toBeCloseTo(probability, 5);
    }
  }, 60_000);

  test.each([
    [["link", "--lists", "dcid-2.0=/nowhere/at/all.xlsx"], 3, "cannot be read"],
    [["link", "--lists", `dcid-2.0=${join(data, "eurepoc-global-1.1.csv")}`], 1, "expected an .xlsx file"],
    [["link", "--lists", `eurepoc-1.1=${join(data, "cfr-cyber-operations-2023-02.csv")}`], 1, "missing"],
    [["link", "--lists", "nothing=x"], 1, "expected NAME one of"],
    [["link", "--lists", "dcid-2.0"], 1, "expected NAME=FILE"],
    [["link"], 1, "expected NAME=FILE"],
    [["link", "--lists", full, "--dyad", "USA"], 1, "expected two states"],
    [["link", "explain", "dcid-2.0:94", "nothing:1", "--lists", full], 1, "expected a row of one of"],
    [["link", "explain", "dcid-2.0:94", "eurepoc-1.1:999999", "--lists", full], 1, "expected the number of a row"],
    [["link", "explain", "dcid-2.0:94", "dcid-2.0:94", "--lists", full], 1, "expected two different rows"],
  ])(
    "%j fails with %i and one line",
    async (words, status, line) => {
      const ended = await detente(words, {});
      expect([ended.status, ended.out]).toEqual([status, ""]);
      expect(ended.err).toContain(line);
      expect(ended.err.trim().split("\n")).toHaveLength(1);
    },
    60_000,
  );
});
