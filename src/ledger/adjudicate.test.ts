import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { join } from "node:path";
import { emptyStore } from "../../test/support/store-template.ts";
import type { Store } from "../store/open.ts";
import { projectionNames } from "../store/tables.ts";
import { readCase, caseFileNames, type CaseFileName } from "../sources/case-folder.ts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { append, dump, rebuild } from "./append.ts";
import { judge, type Judged } from "./adjudicate.ts";
import { commitUndo } from "./decisions.ts";
import { loadCase } from "./load-case.ts";
import { readViewAt } from "./past-view.ts";
import { readView, type LedgerView } from "./view.ts";

const folder = fileURLToPath(new URL("../../cases/us-cn/", import.meta.url));
const content = readCase(
  Object.fromEntries(caseFileNames.map((name) => [name, readFileSync(join(folder, name), "utf8")])) as Record<
    CaseFileName,
    string
  >,
);
const [loadedAt, judgedAt, undoneAt] = [
  "2026-01-01T00:00:00.000Z",
  "2026-01-02T00:00:00.000Z",
  "2026-01-03T00:00:00.000Z",
];
let store: Store;

beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const name of [...projectionNames, "records"] as const) await store.db.deleteFrom(name).execute();
  await loadCase(store.db, content, new Date(loadedAt));
});

async function view(): Promise<LedgerView> {
  const read = await readView(store.db, "us-cn");
  if (!read) throw new Error("not loaded");
  return read;
}

async function decide(judged: Omit<Judged, "because" | "by">): Promise<void> {
  await append(
    store.db,
    judge(await view(), { ...judged, because: "for the test", by: "tester" }, new Date(judgedAt)),
    new Date(judgedAt),
  );
}

async function takeBack(judged: { statement: string; incident: string }): Promise<void> {
  await commitUndo(store.db, "us-cn", judged, new Date(undoneAt));
}

/** One incident with several statements, and one with a single statement. */
async function examples(): Promise<{ many: LedgerView["incidents"][0]; single: LedgerView["incidents"][0] }> {
  const { incidents } = await view();
  const many = incidents.find(({ statements }) => statements.length > 2);
  const single = incidents.find(({ statements }) => statements.length === 1);
  if (!many || !single) throw new Error("the bundled case has changed its shape");
  return { many, single };
}

test("a statement judged to be of another incident moves there; its old incident, left empty, becomes a redirect; undone, all is as before", async () => {
  const before = await view();
  const { many, single } = await examples();
  const judged = { statement: single.statements[0]!.id, incident: many.id };
  await decide({ ...judged, judgement: "part-of" });
  const after = await view();
  expect(after.incidents).toHaveLength(before.incidents.length - 1);
  expect(
    after.incidents.find(({ id }) => id === many.id)?.statements.find(({ id }) => id === judged.statement)?.link,
  ).toMatchObject({ kind: "part-of", by: { kind: "person", name: "tester" } });
  const redirect = await store.db.selectFrom("redirects").selectAll().where("id", "=", single.id).executeTakeFirst();
  expect(JSON.parse(redirect?.body ?? "")).toMatchObject({ to: many.id });
  await takeBack(judged);
  expect((await view()).hash).toBe(before.hash);
});

test("a statement judged different is set apart under an identifier of its own, which leads back when that is undone", async () => {
  const before = await view();
  const { many } = await examples();
  const judged = { statement: many.statements[0]!.id, incident: many.id };
  await decide({ ...judged, judgement: "different" });
  const after = await view();
  expect(after.incidents).toHaveLength(before.incidents.length + 1);
  const apart = after.incidents.find(({ madeFor }) => madeFor === judged.statement);
  expect(apart?.statements.map(({ id }) => id)).toEqual([judged.statement]);
  await takeBack(judged);
  expect((await view()).hash).toBe(before.hash);
  const redirect = await store.db.selectFrom("redirects").selectAll().where("id", "=", apart!.id).executeTakeFirst();
  expect(JSON.parse(redirect?.body ?? "")).toMatchObject({ to: many.id });
});

test("judgements on one statement are taken back in any order, and all is as before", async () => {
  const before = await view();
  const { many, single } = await examples();
  const [third, fourth] = before.incidents.filter(({ id, statements }) => id !== many.id && statements.length > 2);
  const statement = single.statements[0]!.id;
  const [first, second, last] = [many.id, third!.id, fourth!.id].map((incident) => ({ statement, incident }));
  const placed = async (): Promise<string | undefined> =>
    (await view()).incidents.find(({ statements }) => statements.some(({ id }) => id === statement))?.id;
  await decide({ ...first!, judgement: "same" });
  await decide({ ...second!, judgement: "part-of" });
  await decide({ ...last!, judgement: "unsure" });
  expect(await placed()).toBe(third!.id);
  await takeBack(last!);
  expect(await placed()).toBe(third!.id);
  await takeBack(second!);
  expect(await placed()).toBe(many.id);
  await takeBack(first!);
  expect(await placed()).toBe(single.id);
  expect((await view()).hash).toBe(before.hash);
});

test("an older judgement taken back leaves a newer one standing, which then leads back to what stood before both", async () => {
  const before = await view();
  const { many, single } = await examples();
  const third = before.incidents.find(({ id, statements }) => id !== many.id && statements.length > 2);
  const statement = single.statements[0]!.id;
  await decide({ statement, incident: many.id, judgement: "same" });
  await decide({ statement, incident: third!.id, judgement: "same" });
  await takeBack({ statement, incident: many.id });
  const between = await view();
  expect(between.incidents.find(({ id }) => id === third!.id)?.statements.map(({ id }) => id)).toContain(statement);
  await takeBack({ statement, incident: third!.id });
  expect((await view()).hash).toBe(before.hash);
});

test("no judgement drops or changes a statement, and the tables can be rebuilt after it", async () => {
  const ids = (read: LedgerView): string[] =>
    read.incidents.flatMap(({ statements }) => statements.map(({ id }) => id)).sort();
  const before = ids(await view());
  const { many, single } = await examples();
  await decide({ statement: many.statements[0]!.id, incident: many.id, judgement: "different" });
  await decide({ statement: single.statements[0]!.id, incident: many.id, judgement: "same" });
  await decide({ statement: many.statements[1]!.id, incident: many.id, judgement: "unsure" });
  expect(ids(await view())).toEqual(before);
  const tables = await dump(store.db);
  expect((await rebuild(store.db)).changed).toEqual([]);
  expect(await dump(store.db)).toEqual(tables);
});

test("the ledger can be read as it stood before a judgement, with it, and after it was undone", async () => {
  const before = await view();
  const { many } = await examples();
  const judged = { statement: many.statements[0]!.id, incident: many.id };
  await decide({ ...judged, judgement: "different" });
  const during = await view();
  await takeBack(judged);
  expect((await readViewAt(store.db, "us-cn", loadedAt))?.hash).toBe(before.hash);
  expect((await readViewAt(store.db, "us-cn", judgedAt))?.hash).toBe(during.hash);
  expect((await readViewAt(store.db, "us-cn", undoneAt))?.hash).toBe(before.hash);
  expect(await readViewAt(store.db, "us-cn", "2025-12-31T00:00:00.000Z")).toBeNull();
});

test("loading the case's files again leaves people's judgements alone", async () => {
  const { many, single } = await examples();
  await decide({ statement: many.statements[0]!.id, incident: many.id, judgement: "different" });
  await decide({ statement: single.statements[0]!.id, incident: many.id, judgement: "same" });
  const judgedView = await view();
  await loadCase(store.db, content, new Date(undoneAt));
  expect((await view()).hash).toBe(judgedView.hash);
});

test("a judgement on what is not there is refused", async () => {
  await expect(decide({ statement: "nowhere", incident: "titan-rain", judgement: "same" })).rejects.toThrow(
    "statement: expected a statement of the case",
  );
  await expect(decide({ statement: "dcid-2.0:80", incident: "nowhere", judgement: "same" })).rejects.toThrow(
    "incident: expected an incident of the case",
  );
  const { single } = await examples();
  await expect(
    decide({ statement: single.statements[0]!.id, incident: single.id, judgement: "different" }),
  ).rejects.toThrow("one of several statements");
});
