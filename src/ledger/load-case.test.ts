import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseStatement, content } from "../../test/support/import-example.ts";
import { emptyStore } from "../../test/support/store-template.ts";
import type { Store } from "../store/open.ts";
import type { CaseContent } from "../sources/case-folder.ts";
import { projectionNames } from "../store/tables.ts";
import { firstBreak } from "../log/record.ts";
import { dump, readRecords, rebuild } from "./append.ts";
import { loadCase } from "./load-case.ts";
import { readView } from "./view.ts";

const now = new Date("2026-01-02T03:04:05Z");
describe("loadCase()", () => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    for (const name of [...projectionNames, "records"] as const) await store.db.deleteFrom(name).execute();
  });

  test("writes one record a subject, and none when the same files are loaded again", async () => {
    // 1 case, 2 incidents, 3 statements, 3 links.
    expect(await loadCase(store.db, content, now)).toBe(9);
    expect(await loadCase(store.db, content, now)).toBe(0);
    expect(firstBreak(await readRecords(store.db))).toBeNull();
  });

  test("appends only what a later version changed, and keeps what it no longer holds, marked", async () => {
    await loadCase(store.db, content, now);
    const changed: CaseContent = {
      ...content,
      statements: [caseStatement("a", "one", { summary: { en: "Said otherwise." } }), content.statements[2]!],
    };
    expect(await loadCase(store.db, changed, now)).toBe(3); // a changed, b and its link withdrawn
    const rows = await store.db.selectFrom("statements").selectAll().orderBy("id").execute();
    expect(rows.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
      ["a", false],
      ["b", true],
      ["c", false],
    ]);
    expect(rows[1]?.body).toContain("Said for the test.");
    expect(await loadCase(store.db, content, now)).toBe(3); // and all of it back again
  });

  test("leaves a contested incident contested: both sides' statements stand", async () => {
    await loadCase(store.db, content, now);
    const view = await readView(store.db, "test");
    expect(view?.incidents.map(({ id, contested }) => [id, contested])).toEqual([
      ["one", true],
      ["two", false],
    ]);
    expect(view?.incidents[0]?.statements.map(({ id, stance }) => [id, stance])).toEqual([
      ["a", "asserts"],
      ["b", "denies"],
    ]);
  });

  test("gives a view whose hash depends on the content alone, not on when or in how many steps it was loaded", async () => {
    await loadCase(store.db, content, now);
    const atOnce = await readView(store.db, "test");
    for (const name of [...projectionNames, "records"] as const) await store.db.deleteFrom(name).execute();
    await loadCase(
      store.db,
      { ...content, incidents: content.incidents.slice(0, 1), statements: content.statements.slice(0, 2) },
      now,
    );
    await loadCase(store.db, content, new Date("2027-01-01T00:00:00Z"));
    const inSteps = await readView(store.db, "test");
    expect(inSteps?.hash).toBe(atOnce?.hash);
    expect(inSteps?.head.hash).not.toBe(atOnce?.head.hash);
  });

  test("rebuild() makes byte-identical tables from the records", async () => {
    await loadCase(store.db, content, now);
    await loadCase(
      store.db,
      { ...content, statements: content.statements.slice(0, 1), incidents: content.incidents.slice(0, 1) },
      now,
    );
    const before = await dump(store.db);
    expect((await rebuild(store.db)).changed).toEqual([]);
    expect(await dump(store.db)).toEqual(before);
  });

  test("rebuild() puts right a table that was changed behind the records' back, and says which", async () => {
    await loadCase(store.db, content, now);
    const before = await dump(store.db);
    await store.db.updateTable("statements").set({ body: "{}" }).where("id", "=", "a").execute();
    await store.db.deleteFrom("links").where("id", "=", "c").execute();
    expect((await rebuild(store.db)).changed).toEqual(["statements", "links"]);
    expect(await dump(store.db)).toEqual(before);
  });

  test("rebuild() touches nothing when a record was changed, and names it", async () => {
    await loadCase(store.db, content, now);
    await store.db.updateTable("records").set({ body: '{"en":"forged"}' }).where("sequence", "=", 4).execute();
    const before = await dump(store.db);
    expect((await rebuild(store.db)).broken?.sequence).toBe(4);
    expect(await dump(store.db)).toEqual(before);
  });
});
