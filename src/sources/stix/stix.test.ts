import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../values/errors.ts";
import { runImport, type ImportResult } from "../run-import.ts";
import { stix } from "./stix.ts";

const id = (type: string, number: number): string =>
  `${type}--00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const bundle = (objects: unknown[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ type: "bundle", id: id("bundle", 0), objects }));
const read = (objects: unknown[]): Promise<ImportResult> => runImport(stix, bundle(objects));
const link = (number: number, kind: string, from: string, to: string, more = {}): Record<string, unknown> => ({
  type: "relationship",
  id: id("relationship", number),
  relationship_type: kind,
  source_ref: from,
  target_ref: to,
  ...more,
});

// A bundle made up for these tests.
const firm = { type: "identity", id: id("identity", 1), name: "A firm", identity_class: "organization" };
const ministry = {
  type: "identity",
  id: id("identity", 2),
  name: "A ministry",
  identity_class: "organization",
  sectors: ["government-national"],
};
const norway = { type: "location", id: id("location", 1), country: "NO" };
const china = { type: "location", id: id("location", 2), country: "CN" };
const reading = {
  type: "incident",
  id: id("incident", 1),
  name: "Paper Lantern",
  description: "Somebody read the letters.",
  start_time: "2012-05-14T00:00:00.000Z",
};
const panda = {
  type: "threat-actor",
  id: id("threat-actor", 1),
  name: "Moon Reader",
  aliases: ["Paper Panda"],
  created_by_ref: firm.id,
};
const attribution = link(1, "attributed-to", reading.id, panda.id, {
  created_by_ref: firm.id,
  confidence: 70,
  external_references: [{ source_name: "x", url: "https://example.org/a" }, { url: "javascript:alert(1)" }],
});
const whole = [
  firm,
  ministry,
  norway,
  china,
  reading,
  panda,
  attribution,
  link(2, "located-at", panda.id, china.id),
  link(3, "targets", reading.id, ministry.id),
  link(4, "located-at", ministry.id, norway.id),
  {
    type: "report",
    id: id("report", 1),
    name: "Report",
    published: "2013-02-03T00:00:00.000Z",
    object_refs: [attribution["id"]],
  },
  { type: "note", id: id("note", 1), content: "The letters say so.", object_refs: [attribution["id"]] },
  {
    type: "opinion",
    id: id("opinion", 1),
    opinion: "strongly-disagree",
    explanation: "We did not.",
    created_by_ref: ministry.id,
    object_refs: [attribution["id"]],
  },
  { type: "x-letter", id: id("x-letter", 1), text: "kept" },
];

describe("stix", () => {
  test("reads an attribution as a statement of whoever created it", async () => {
    const { statements } = await read(whole);
    expect(statements[0]!.value).toMatchObject({
      id: "stix:relationship:00000000-0000-4000-8000-000000000001",
      about: "incident",
      author: { name: { en: "A firm" }, side: "third" },
      said: "2013-02-03",
      stance: "asserts",
      accused: { states: ["CHN"], actors: ["Moon Reader", "Paper Panda"] },
      victims: { states: ["NOR"], names: ["A ministry"] },
      happened: "2012-05-14/..",
      confidence: "70",
      read: [{ url: "https://example.org/a" }],
      notes: ["The letters say so."],
    });
  });

  test("reads an opinion as an answer, aliases with who says them, and keeps the rest whole", async () => {
    const result = await read(whole);
    expect(result.statements[1]!.value).toMatchObject({
      author: { name: { en: "A ministry" }, kind: "government", side: "NOR" },
      stance: "denies",
      answers: ["stix:relationship:00000000-0000-4000-8000-000000000001"],
      notes: ["We did not."],
    });
    expect(result.aliases.map(({ value }) => [value.alias, value.saidBy, value.states[0]])).toEqual([
      ["Moon Reader", "A firm", "CHN"],
      ["Paper Panda", "A firm", "CHN"],
    ]);
    expect(result.kept.map(({ value }) => value["type"])).toContain("x-letter");
    expect([result.rows, result.accepted, result.rejections.length]).toEqual([whole.length, whole.length, 0]);
  });

  test("keeps two attributions between the same objects as two statements", async () => {
    const second = { ...attribution, id: id("relationship", 9), created_by_ref: ministry.id };
    const { statements } = await read([...whole, second]);
    expect(statements.filter(({ value }) => value.stance === "asserts")).toHaveLength(2);
  });

  test("reads an incident that nobody attributes, and flags what leads nowhere or was revoked", async () => {
    expect((await read([reading])).statements).toMatchObject([{ value: { accused: { states: [], actors: [] } } }]);
    const loose = await read([{ ...attribution, revoked: true }]);
    expect(loose.flags.map(({ field }) => field)).toEqual(["revoked", "source_ref"]);
    expect(loose.kept).toHaveLength(1);
  });

  test("walks in circles only once", async () => {
    const actors = Array.from({ length: 300 }, (_, index) => ({
      type: "intrusion-set",
      id: id("intrusion-set", index),
      name: `Actor ${index}`,
    }));
    const circle = actors.map((actor, index) =>
      link(100 + index, "attributed-to", actor.id, actors[(index + 1) % actors.length]!.id),
    );
    const dense = actors
      .slice(0, 60)
      .flatMap((from, a) =>
        actors.slice(0, 60).map((to, b) => link(1000 + a * 100 + b, "attributed-to", from.id, to.id)),
      );
    // A walk that went round, or along every path, would outlast the test's time.
    const result = await read([...actors, ...circle, ...dense]);
    expect(result.accepted).toBe(result.rows);
  });

  test("checks types and ids in time proportional to them", async () => {
    const hostile = "a-".repeat(500_000);
    // The pattern of the standard would take longer than there are stars.
    const result = await read([
      { type: hostile, id: `${hostile}--x` },
      { type: "a", id: `a--${hostile}` },
      { type: "Incident", id: "x" },
      {},
      7,
    ]);
    expect(result.rejections.map(({ field }) => field)).toEqual(["type", "id", "type", "type", ""]);
  });

  test("lets the latest of several versions stand, wherever it is in the file, and says which were older", async () => {
    const versions = [2, 3, 1].map((day) => ({
      ...reading,
      name: `version ${day}`,
      modified: `2020-01-0${day}T00:00:00.000Z`,
    }));
    const { statements, kept, rejections, rows, accepted } = await read(versions);
    const texts = [...statements, ...kept].map(({ value }) => JSON.stringify(value));
    expect(texts.filter((text) => /version \d/.test(text))).toEqual([expect.stringContaining("version 3")]);
    expect(rejections.map(({ row, field }) => [row, field])).toEqual([
      [1, "modified"],
      [3, "modified"],
    ]);
    expect(accepted + rejections.length).toBe(rows);
  });

  test("rejects a second object of one id, and refuses what is no bundle", async () => {
    expect((await read([reading, reading])).rejections).toMatchObject([{ row: 2, field: "id" }]);
    await expect(runImport(stix, new TextEncoder().encode('{"type":"bundle"}'))).rejects.toThrow(InputError);
  });

  test("takes or rejects every object, whatever its fields hold", async () => {
    const value = fc.oneof(
      fc.constantFrom(reading.id, panda.id, firm.id, "attributed-to", "agree", "2012-05-14"),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const type = fc.constantFrom(
      "incident",
      "campaign",
      "threat-actor",
      "intrusion-set",
      "identity",
      "location",
      "relationship",
      "report",
      "opinion",
      "note",
    );
    const fields = [
      "name",
      "aliases",
      "source_ref",
      "target_ref",
      "relationship_type",
      "object_refs",
      "opinion",
      "created_by_ref",
      "sectors",
      "external_references",
      "first_seen",
      "confidence",
      "country",
      "explanation",
      "authors",
      "published",
    ];
    const object = fc
      .tuple(type, fc.nat(9), fc.dictionary(fc.constantFrom(...fields), value))
      .map(([kind, number, more]) => Object.assign(more, { type: kind, id: id(kind, number) }));
    await fc.assert(
      fc.asyncProperty(fc.array(object, { maxLength: 8 }), async (objects) => {
        const result = await read([reading, panda, firm, ...objects]);
        expect(result.accepted + result.rejections.length).toBe(objects.length + 3);
        // A statement that broke the schema would be rejected under the name of its field.
        expect(result.rejections.every(({ field }) => field === "id")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
