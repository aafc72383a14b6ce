// The bundled case: its files fit their schemas and each other, it is as large as it says, and it is even-handed in
// what it requires of both sides. Where the lists themselves lie beside the project, their totals are recomputed.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCaseFolder } from "../src/surfaces/inputs/case-folder.ts";
import { bundledCasesFolder, packageFolder } from "../src/surfaces/inputs/place.ts";
import { incidentOf, type Incident } from "../src/ledger/incident.ts";
import { aroundDate } from "../src/measure/around-date.ts";
import { overlap } from "../src/measure/overlap.ts";
import { importerNamed } from "../src/sources/index.ts";
import { readListed } from "../src/sources/run-import.ts";
import { isDirected, type ListedRecord } from "../src/sources/listed-record.ts";
import type { Day } from "../src/values/day.ts";
import type { StateCode } from "../src/values/state.ts";
import type { CaseStatement } from "../src/values/statement.ts";
import { hasHan } from "../src/values/text.ts";
import { firstDay, span } from "../src/values/when.ts";

const { about, incidents, statements, acts } = readCaseFolder(join(bundledCasesFolder, "us-cn"));
const [USA, CHN] = ["USA", "CHN"] as StateCode[] as [StateCode, StateCode];
const accusing = (state: StateCode): CaseStatement[] =>
  statements.filter(
    ({ stance, accused }) => (stance === "asserts" || stance === "supports") && accused.states.includes(state),
  );
const whole: Incident[] = incidents.map((incident) =>
  incidentOf(
    incident,
    statements
      .filter((statement) => statement.incident === incident.id)
      .map(({ incident: id, link, ...statement }) => ({
        ...statement,
        withdrawn: false,
        link: { statement: statement.id, incident: id, ...link, by: { kind: "person" as const, name: "test" } },
      })),
  ),
);

describe("the bundled case", () => {
  test("holds at least 180 incidents, 300 statements, 30 accusations of the United States, 25 denials, 100 acts", () => {
    expect(incidents.length).toBeGreaterThanOrEqual(180);
    expect(statements.length).toBeGreaterThanOrEqual(300);
    expect(accusing(USA).length).toBeGreaterThanOrEqual(30);
    expect(accusing(CHN).length).toBeGreaterThanOrEqual(30);
    expect(statements.filter(({ stance }) => stance === "denies").length).toBeGreaterThanOrEqual(25);
    expect(acts.length).toBeGreaterThanOrEqual(100);
  });

  test("has denials by both sides, and acts by both and together", () => {
    for (const side of [USA, CHN]) {
      expect(statements.some(({ stance, author }) => stance === "denies" && author.side === side)).toBe(true);
      expect(acts.filter(({ actors }) => actors.includes(side)).length).toBeGreaterThan(40);
    }
    expect(acts.some(({ actors }) => actors.includes(USA) && actors.includes(CHN))).toBe(true);
  });

  test("says of every statement and act how it was checked, and by what", () => {
    const unfounded = [...statements, ...acts].filter(
      ({ checked, listedBy, read }) =>
        (checked === "list-row" && listedBy.length === 0) || (checked === "page-read" && read.length === 0),
    );
    expect(unfounded.map(({ id }) => id)).toEqual([]);
  });

  test("names parties, Chinese authors and every incident in Chinese characters", () => {
    for (const { name, inSentence } of about.parties)
      for (const { zh } of [name, inSentence]) expect(hasHan(zh ?? "")).toBe(true);
    for (const { id, title } of incidents) expect(hasHan(title.zh ?? ""), id).toBe(true);
    for (const { id, author } of statements)
      if (author.side === CHN) expect(hasHan(author.name.zh ?? ""), id).toBe(true);
    for (const { id, title } of acts) expect(hasHan(title.zh ?? ""), id).toBe(true);
  });

  test("lets nobody deny before it was said, where both days are known", () => {
    const byId = new Map(statements.map((statement) => [statement.id, statement]));
    for (const { id, said, answers, stance } of statements) {
      if (said === null || (stance !== "denies" && stance !== "doubts")) continue;
      for (const answered of answers ?? []) {
        const before = byId.get(answered);
        // A dataset is released years after what it codes was said and denied.
        if (!before || before.author.kind === "dataset" || before.said === null) continue;
        expect(firstDay(before.said) <= span(said).start.last, `${id} answers ${answered}`).toBe(true);
      }
    }
  });

  test("uses no words that take a side", () => {
    const slanted = /\b(hackers? (strike|struck)|brazen|notorious|rogue|regime|malign|so-called|sinister|shameless)\b/i;
    const texts = [...incidents, ...acts].flatMap(({ id, title, summary }) => [
      `${id}: ${title.en}`,
      `${id}: ${summary.en}`,
    ]);
    expect(
      [...texts, ...statements.map(({ id, summary }) => `${id}: ${summary.en}`)].filter((text) => slanted.test(text)),
    ).toEqual([]);
  });

  test("counts around September 2015 as DATA gives them: 11 to 4, 14 to 8, 21 to 4, without profiles 11 to 3", () => {
    const rows = aroundDate(
      whole,
      { from: CHN, to: USA },
      ["dcid-2.0", "eurepoc-1.1", "cfr-2023-02"],
      "2015-09-25" as Day,
      24,
    );
    const found = rows.map(({ list, profiles, outcome }) => [
      list,
      profiles,
      outcome.ok ? outcome.value.before : null,
      outcome.ok ? outcome.value.after : null,
      outcome.ok ? Number(outcome.value.p.toPrecision(2)) : null,
    ]);
    expect(found).toEqual([
      ["dcid-2.0", "with", 11, 4, 0.059],
      ["eurepoc-1.1", "with", 14, 8, 0.14],
      ["cfr-2023-02", "with", 21, 4, 0.00046],
      ["cfr-2023-02", "without", 11, 3, 0.029],
    ]);
  });

  test("overlaps near the hand-made links of DATA §5, of which the case's own links are another reading", () => {
    const { cells, observed } = overlap(whole, { from: CHN, to: USA }, ["dcid-2.0", "eurepoc-1.1", "cfr-2023-02"]);
    const published = [17, 28, 12, 44, 9, 24, 21];
    expect(cells).toHaveLength(7);
    for (const [index, { count }] of cells.entries())
      expect(Math.abs(count - (published[index] ?? 0))).toBeLessThanOrEqual(4);
    expect(Math.abs(observed - 155)).toBeLessThanOrEqual(8);
  });
});

const shared = join(packageFolder, "..", "shared", "data");

describe.skipIf(!existsSync(shared))(
  "the bundled case against the lists in ../shared/data (skipped where that folder is absent)",
  () => {
    const lists: [string, string][] = [
      ["dcid-2.0", "dcid-2.0.xlsx"],
      ["eurepoc-1.1", "eurepoc-global-1.1.csv"],
      ["cfr-2023-02", "cfr-cyber-operations-2023-02.csv"],
    ];

    test.each(lists)("holds every row of %s on this dyad, in both directions, and no other", async (name, file) => {
      const records = await recordsOf(name, file);
      for (const [from, to] of [
        [CHN, USA],
        [USA, CHN],
      ] as const) {
        const listed = records
          .filter((record) => isDirected(record, from, to))
          .map(({ id }) => id)
          .sort();
        const held = rowsOf(name, from, to).map(({ listedBy }) => listedBy[0]?.id ?? "");
        expect(held.filter((id) => listed.includes(id)).sort(), `${from} to ${to}`).toEqual(listed);
        // The tracker's columns name bodies and sentences: some of its rows are here by a victim's name or by their text.
        if (name !== "cfr-2023-02") expect(held).toHaveLength(listed.length);
      }
    });

    test("has the lists' totals: DCID 59 and 2, EuRepoC 96 and 7, CFR 103 (72 by rule) and 4", () => {
      expect(lists.map(([name]) => [rowsOf(name, CHN, USA).length, rowsOf(name, USA, CHN).length])).toEqual([
        [59, 2],
        [96, 7],
        [103, 4],
      ]);
      expect(rowsOf("cfr-2023-02", CHN, USA).filter(({ codes }) => codes?.["direction"] === "rule")).toHaveLength(72);
      expect(rowsOf("cfr-2023-02", CHN, USA).filter(({ about: of }) => of === "profile")).toHaveLength(28);
    });

    function rowsOf(name: string, from: StateCode, to: StateCode): CaseStatement[] {
      return statements.filter(
        ({ id, accused, victims }) =>
          id.startsWith(`${name}:`) && accused.states.includes(from) && victims.states.includes(to),
      );
    }

    async function recordsOf(name: string, file: string): Promise<ListedRecord[]> {
      const importer = importerNamed(name);
      if (!importer) throw new Error(`no importer ${name}`);
      return readListed(importer, readFileSync(join(shared, file)));
    }
  },
);
