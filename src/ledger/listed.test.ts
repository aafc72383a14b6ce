import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyStore } from "../../test/support/store-template.ts";
import type { ListedRecord } from "../sources/listed-record.ts";
import type { Store } from "../store/open.ts";
import { append } from "./append.ts";
import { LISTS, state, withdrawal } from "./change.ts";
import { readListed } from "./listed.ts";
import { caseStatement } from "../../test/support/import-example.ts";

const bare: Omit<ListedRecord, "source" | "id"> = {
  title: "a row",
  description: "",
  start: null,
  end: null,
  disclosed: null,
  attributed: null,
  initiators: [],
  targets: [],
  actors: [],
  victims: [],
  effects: [],
  sectors: [],
  urls: [],
  scores: [],
  profile: false,
};

let store: Store;
beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => store.close());

test("readListed() gives the rows of one list that stand, and those that gave no statement", async () => {
  const row = (source: string, id: string) => state(LISTS, "listed", `${source}:${id}`, { ...bare, source, id });
  const statement = (id: string) => {
    const { incident: _incident, link: _link, ...body } = caseStatement(id, "one");
    return state(LISTS, "statement", id, body);
  };
  const changes = [
    ...["1", "2", "3"].map((id) => row("dcid-2.0", id)),
    row("dcid-2.0-escalation", "1"),
    row("dcid_2.0", "9"),
    statement("dcid-2.0:1"),
    statement("dcid-2.0:2"),
    withdrawal(LISTS, "statement", "dcid-2.0:2", "superseded"),
  ];
  await append(store.db, changes, new Date("2026-01-02T03:04:05Z"));
  expect((await readListed(store.db, "dcid-2.0")).map(({ id }) => id)).toEqual(["1", "3"]);
  expect(await readListed(store.db, "dcid%")).toEqual([]);
});
