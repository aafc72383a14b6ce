import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseStatement, content } from "../../test/support/import-example.ts";
import { emptyStore } from "../../test/support/store-template.ts";
import { eurepoc11 } from "../sources/eurepoc/eurepoc-1.1.ts";
import { eurepoc13 } from "../sources/eurepoc/eurepoc-1.3.ts";
import type { Importer } from "../sources/importer.ts";
import type { ImportResult } from "../sources/run-import.ts";
import type { Store } from "../store/open.ts";
import { projectionNames } from "../store/tables.ts";
import type { Statement } from "../values/statement.ts";
import type { When } from "../values/when.ts";
import { attachImported } from "./attach.ts";
import { commitImport, previewImport } from "./import.ts";
import type { ImportPlan } from "./import-plan.ts";
import { loadCase } from "./load-case.ts";
import { readView } from "./view.ts";

const now = new Date("2026-01-02T03:04:05Z");
let store: Store;
beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const name of [...projectionNames, "records"] as const) await store.db.deleteFrom(name).execute();
});

function row(source: string, id: string, more: Partial<Statement> = {}): Statement {
  const { incident: _incident, link: _link, ...statement } = caseStatement(`${source}:${id}`, "one");
  const author = { name: { en: "A made-up list" }, kind: "dataset" as const, side: "third" as const };
  return { ...statement, author, listedBy: [{ source, id }], checked: "list-row", ...more };
}

function result(source: string, statements: Statement[], rejected = 0): ImportResult {
  return {
    source,
    sha256: `${source}-${statements.length}`,
    rows: statements.length + rejected,
    accepted: statements.length,
    statements: statements.map((value, index) => ({ value, origin: { source, sha256: "", rows: [index + 1] } })),
    acts: [],
    aliases: [],
    context: [],
    kept: [],
    records: statements.map(({ id, happened, disclosed, accused, victims, summary }) => ({
      source,
      id: id.slice(source.length + 1),
      title: summary.en,
      description: summary.en,
      start: happened,
      end: happened,
      disclosed,
      attributed: null,
      initiators: accused.states,
      targets: victims.states,
      actors: accused.actors,
      victims: victims.names,
      effects: ["espionage"],
      sectors: ["government"],
      urls: [],
      scores: [],
      profile: false,
    })),
    repairs: [],
    flags: [],
    rejections: Array.from({ length: rejected }, (_, index) => ({
      row: statements.length + index + 1,
      place: "",
      field: "title",
      because: "expected a title",
    })),
  };
}

async function run(importer: Importer, imported: ImportResult): Promise<ImportPlan> {
  const plan = await previewImport(store.db, importer, "file.csv", imported);
  await commitImport(store.db, plan, now);
  return plan;
}

describe("importing a list", () => {
  test("a preview writes nothing; committed, the same file changes nothing", async () => {
    const imported = result(eurepoc11.name, [row(eurepoc11.name, "1"), row(eurepoc11.name, "2")], 1);
    const preview = await previewImport(store.db, eurepoc11, "file.csv", imported);
    expect(preview).toMatchObject({ rows: 3, accepted: 2, added: ["eurepoc-1.1:1", "eurepoc-1.1:2"], unchanged: 0 });
    expect(preview.rejections).toEqual([{ row: 3, field: "title", because: "expected a title" }]);
    expect(await store.db.selectFrom("records").selectAll().execute()).toEqual([]);
    await run(eurepoc11, imported);
    const again = await run(eurepoc11, imported);
    expect(again).toMatchObject({ added: [], changed: [], unchanged: 2, withdrawn: [], changes: [] });
  });

  test("a later file of the same list names what changed by field, and marks what is gone", async () => {
    await run(eurepoc11, result(eurepoc11.name, [row(eurepoc11.name, "1"), row(eurepoc11.name, "2")]));
    const plan = await run(eurepoc11, result(eurepoc11.name, [row(eurepoc11.name, "1", { happened: "2019" as When })]));
    expect(plan.changed).toEqual([{ id: "eurepoc-1.1:1", fields: ["happened"] }]);
    expect(plan.withdrawn).toEqual(["eurepoc-1.1:2"]);
    const kept = await store.db
      .selectFrom("statements")
      .selectAll()
      .where("id", "=", "eurepoc-1.1:2")
      .executeTakeFirst();
    expect(kept).toMatchObject({ withdrawn: true });
    expect(kept?.body).toContain("Said for the test.");
  });

  test("a file that is one of many takes nothing back of an earlier one", async () => {
    const importer = { ...eurepoc11, name: "stix", oneOfMany: true } satisfies Importer;
    const [first, second] = [result("stix", [row("stix", "1")]), result("stix", [row("stix", "2")])];
    await commitImport(store.db, await previewImport(store.db, importer, "first.json", first), now);
    const plan = await previewImport(store.db, importer, "second.json", second);
    expect([plan.added, plan.withdrawn]).toEqual([["stix:2"], []]);
  });

  test("a newer release says what it added, changed and withdrew; the earlier one stays, marked", async () => {
    await run(
      eurepoc11,
      result(eurepoc11.name, [row(eurepoc11.name, "1"), row(eurepoc11.name, "2"), row(eurepoc11.name, "3")]),
    );
    const newer = [
      row(eurepoc13.name, "1"),
      row(eurepoc13.name, "2", { happened: "2019" as When }),
      row(eurepoc13.name, "4"),
    ];
    const plan = await run(eurepoc13, result(eurepoc13.name, newer));
    expect(plan.release).toMatchObject({
      of: "eurepoc-1.1",
      added: ["eurepoc-1.3:4"],
      changed: [{ id: "eurepoc-1.3:2", was: "eurepoc-1.1:2", fields: ["happened"] }],
      withdrew: ["eurepoc-1.1:3"],
    });
    const rows = await store.db.selectFrom("statements").select(["id", "withdrawn"]).orderBy("id").execute();
    expect(rows.filter(({ withdrawn }) => withdrawn).map(({ id }) => id)).toEqual([
      "eurepoc-1.1:1",
      "eurepoc-1.1:2",
      "eurepoc-1.1:3",
    ]);
  });

  test("an older release comes in superseded, and an imported one stays so when its file comes again", async () => {
    const older = [row(eurepoc11.name, "1"), row(eurepoc11.name, "2")];
    await run(eurepoc11, result(eurepoc11.name, older.slice(0, 1)));
    await run(eurepoc13, result(eurepoc13.name, [row(eurepoc13.name, "1")]));
    const again = await run(eurepoc11, result(eurepoc11.name, older.slice(0, 1)));
    expect([again.newer, again.changes]).toEqual(["eurepoc-1.3", []]);
    const more = await run(eurepoc11, result(eurepoc11.name, older));
    expect(more.added).toEqual(["eurepoc-1.1:2"]);
    const rows = await store.db.selectFrom("statements").select(["id", "withdrawn"]).orderBy("id").execute();
    expect(rows.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id)).toEqual(["eurepoc-1.3:1"]);
    expect(rows).toHaveLength(3);
  });

  test("where a case's editors say otherwise, both stand and the conflict is told", async () => {
    const edited = {
      ...row(eurepoc11.name, "1"),
      incident: "one",
      link: { kind: "same" as const, because: "made for the test" },
    };
    await loadCase(store.db, { ...content, statements: [...content.statements, edited] }, now);
    const plan = await run(eurepoc11, result(eurepoc11.name, [row(eurepoc11.name, "1", { happened: "2019" as When })]));
    expect(plan.conflicts).toEqual([
      { id: "eurepoc-1.1:1", case: "test", field: "happened", list: "2019", editors: "2020-01" },
    ]);
    const view = await readView(store.db, "test");
    expect(view?.incidents[0]?.statements.find(({ id }) => id === "eurepoc-1.1:1")?.happened).toBe("2020-01");
  });

  test("imported rows about a case's parties join it, each by a link with its reasons or in an incident of its own", async () => {
    await loadCase(store.db, content, now);
    const strange = {
      summary: { en: "Quillmouth harbour ledgers copied" },
      happened: "2009-05" as When,
      disclosed: "2009-06-01" as When,
    };
    await run(eurepoc11, result(eurepoc11.name, [row(eurepoc11.name, "1", strange)]));
    expect(await attachImported(store.db, "test", now)).toEqual({ linked: 1, made: 1 });
    expect(await attachImported(store.db, "test", now)).toEqual({ linked: 0, made: 0 });
    const view = await readView(store.db, "test");
    const made = view?.incidents.find(({ madeFor }) => madeFor === "eurepoc-1.1:1");
    expect(made?.statements.map(({ id }) => id)).toEqual(["eurepoc-1.1:1"]);
    expect(made?.statements[0]?.link).toMatchObject({ by: { kind: "model", name: "linkage" } });
    expect(view?.incidents).toHaveLength(content.incidents.length + 1);
  });
});
