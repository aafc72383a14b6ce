// The counts of EuRepoC's global database 1.1 (eurepoc11), as counted from the file.

import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { eurepoc11 } from "../../src/sources/eurepoc/eurepoc-1.1.ts";
import type { EurepocRow } from "../../src/sources/eurepoc/eurepoc-row.ts";
import { isDirected } from "../../src/sources/listed-record.ts";
import { runImport, type ImportResult } from "../../src/sources/run-import.ts";
import type { StateCode } from "../../src/values/state.ts";

const file = "../shared/data/eurepoc-global-1.1.csv";
const [china, america] = ["CHN", "USA"] as StateCode[] as [StateCode, StateCode];
const numbers = (text: string): string[] => text.split(" ");

describe.skipIf(!existsSync(file))("EuRepoC 1.1 (shared data)", () => {
  let result: ImportResult;
  let rows: EurepocRow[];
  beforeAll(async () => {
    result = await runImport(eurepoc11, readFileSync(file));
    rows = result.records as EurepocRow[];
  });
  /** The numbers of the rows with such a note, in order. */
  const noted = (notes: { row: number; field: string; because: string }[], field: string, because: string): string[] =>
    notes
      .filter((note) => note.field === field && note.because.includes(because))
      .map(({ row }) => rows[row - 1]!.id)
      .sort((a, b) => Number(a) - Number(b));

  test("1,643 records, none rejected", () => {
    expect([result.rows, result.statements.length, result.rejections.length]).toEqual([1643, 1643, 0]);
  });

  test("96 from China to the United States, 7 the other way; 610 without an initiator", () => {
    expect(rows.filter((row) => isDirected(row, china, america))).toHaveLength(96);
    expect(rows.filter((row) => isDirected(row, america, china)).map(({ id }) => id)).toEqual(
      numbers("6 86 89 108 109 110 162"),
    );
    // 8 more name a region or an organisation, and no state.
    expect(
      rows.filter(({ initiators, otherInitiators }) => initiators.length + otherInitiators.length === 0),
    ).toHaveLength(610);
    expect(rows.filter(({ initiators }) => initiators.length === 0)).toHaveLength(618);
  });

  test("from China to the United States by year of start; day 1 and 1 January as less than a day", () => {
    const directed = rows.filter((row) => isDirected(row, china, america));
    const years = new Map<string, number>();
    for (const { start } of directed) years.set(start!.slice(2, 4), (years.get(start!.slice(2, 4)) ?? 0) + 1);
    expect(Object.fromEntries(years)).toEqual({
      "01": 1,
      "03": 1,
      "05": 1,
      "06": 9,
      "07": 4,
      "08": 7,
      "09": 5,
      "10": 4,
      "11": 7,
      "12": 8,
      "13": 8,
      "14": 8,
      "15": 7,
      "16": 1,
      "17": 7,
      "18": 3,
      "19": 3,
      "20": 3,
      "21": 7,
      "22": 2,
    });
    const shorter = (list: EurepocRow[], length: number): number =>
      list.filter(({ start }) => start !== null && start.length <= length).length;
    expect([shorter(rows, 4), shorter(rows, 7)]).toEqual([412, 930]);
    expect([shorter(directed, 4), shorter(directed, 7)]).toEqual([51, 88]);
  });

  test("ends repaired: 27 fillers, 39 years, 8 months, 6 exchanged, 3 open", () => {
    expect(noted(result.repairs, "end_date", "filler")).toEqual(
      numbers(
        "21 22 300 330 1272 1277 1279 1285 1288 1304 1308 1313 1315 1345 1351 1354 1360 1362 1364 1375 1378 1386 1387 1391 1392 1400 1403",
      ),
    );
    expect(noted(result.repairs, "end_date", "only the year")).toEqual(
      numbers(
        "31 197 379 480 620 644 690 735 869 888 889 911 950 997 1026 1032 1034 1039 1040 1041 1060 1063 1067 1084 1105 1140 1242 1246 1292 1327 1468 1665 1680 1855 1893 1898 2042 2064 2098",
      ),
    );
    expect(noted(result.repairs, "end_date", "only the month")).toEqual(
      numbers("604 786 1052 1555 1594 1646 1751 1785"),
    );
    expect(noted(result.repairs, "end_date", "exchanged")).toEqual(numbers("633 649 741 760 761 939"));
    expect(
      noted(result.repairs, "end_date", "before the start").filter((id) => ["1160", "1886", "1907"].includes(id)),
    ).toEqual(["1160", "1886", "1907"]);
    expect(noted(result.repairs, "start_date", "later edition")).toEqual(["2110"]);
  });

  test("gaps flagged: 16 without start, 13 without initiator, 5 without receiver, 25 lists of different length", () => {
    expect(noted(result.flags, "start_date", "no start")).toEqual(
      numbers("1450 1451 1452 1454 1455 1629 1801 1820 1879 1891 1899 1904 1908 1929 2065 2078"),
    );
    expect(noted(result.flags, "initiator_country", "empty")).toEqual(
      numbers("1312 1393 1566 1599 1820 1886 1887 1892 2036 2064 2077 2086 2110"),
    );
    expect(noted(result.flags, "receiver_country", "empty")).toEqual(numbers("303 1046 1059 1428 1513"));
    expect(noted(result.flags, "initiator_category", "beside")).toHaveLength(25);
    expect(noted(result.flags, "incident_type", "no type")).toEqual(["1820"]);
  });

  test("intensities that do not add up: 13 unweighted, 16 weighted", () => {
    expect(noted(result.flags, "unweighted_cyber_intensity", "add up")).toHaveLength(13);
    expect(noted(result.flags, "weighted_cyber_intensity", "nothing is weighted")).toHaveLength(16);
  });

  test("words for missing, hard blanks and repeated names, where they are known to be", () => {
    const words = (word: string): string[] =>
      [
        ...new Set(
          result.repairs
            .filter(({ because }) => because.split(" stands for")[0]!.split(", ").includes(word))
            .map(({ row }) => rows[row - 1]!.id),
        ),
      ].sort((a, b) => Number(a) - Number(b));
    expect(words("nan")).toEqual(numbers("107 1312 1318 1502 2048"));
    expect(words("NaT")).toEqual(numbers("994 1599"));
    expect(words("N")).toEqual(["994"]);
    expect(words("None")).toEqual(numbers("972 1318 1502 1538 1566 1599 1892 2077 2086"));
    expect(noted(result.repairs, "description", "hard blanks")).toHaveLength(72);
    expect(noted(result.flags, "", "the same name")).toEqual(
      numbers("210 222 223 539 589 920 949 1076 1176 1187 1249"),
    );
  });
});
