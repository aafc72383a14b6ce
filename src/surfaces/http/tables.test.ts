// The table over HTTP: what two parties and a mediator can do, and what a hostile party cannot.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import type { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventSchema, moveSchema, type Move, type Preferences } from "../../agreements/index.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { tablesIn, type TableMade, type TableSeen } from "../inputs/tables.ts";
import { httpApp } from "./app.ts";

const issues = [
  { name: "Power grids", options: ["spared", "not spared"] },
  { name: "Notice", options: ["one day", "three days", "none"] },
];

let folder: string;
let clock: Date;
let app: Hono;
let keys = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "detente-tables-"));
  clock = new Date("2030-01-01T00:00:00Z");
  app = started();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As after a restart: nothing but the files is left. */
function started(): Hono {
  const now = (): Date => clock;
  return httpApp({ ledger: {} as Ledger, now, tables: tablesIn(folder, now) }, new Map(), "0.0.0");
}

type Sent = { headers?: Record<string, string>; method?: string; body?: string };

const ask = async (path: string, { headers = {}, ...init }: Sent = {}): Promise<Response> =>
  app.request(`http://127.0.0.1${path}`, { ...init, headers: { host: "127.0.0.1:4747", ...headers } });

const json = { "content-type": "application/json" };
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function made(deadline: string | null = null): Promise<TableMade> {
  const body = JSON.stringify({ title: "Grids", issues, deadline });
  const response = await ask("/api/tables", { method: "POST", headers: json, body });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as TableMade;
}

const key = (): string => `key-of-this-test-${(keys += 1)}`;

function move(id: string, token: string, one: Move | object, own: string = key()): Promise<Response> {
  const body = JSON.stringify({ key: own, move: one });
  return ask(`/api/tables/${id}/moves`, { method: "POST", headers: { ...json, ...bearer(token) }, body });
}

async function seen(id: string, token: string): Promise<TableSeen> {
  return (await (await ask(`/api/tables/${id}`, { headers: bearer(token) })).json()) as TableSeen;
}

function wants(secret: number): Preferences {
  const point = { lower: secret, upper: secret };
  return {
    name: `wants ${secret}`,
    weights: [point, point],
    values: [
      [point, point],
      [point, point, point],
    ],
    walkAway: point,
  };
}

describe("a table over HTTP", () => {
  test("carries a negotiation from the first offer to a text that both confirmed, over a restart", async () => {
    const { id, links } = await made();
    await move(id, links.a, { kind: "offer", terms: [0, 2] });
    await move(id, links.b, { kind: "argument", text: "One day is too short.", issue: 1 });
    await move(id, links.b, { kind: "accept-clause", offer: 1, issue: 0 });
    app = started();
    await move(id, links.mediator, { kind: "offer", terms: [null, 1] });
    await move(id, links.a, { kind: "accept-clause", offer: 2, issue: 1 });
    await move(id, links.b, { kind: "accept-clause", offer: 2, issue: 1 });
    expect((await seen(id, links.a)).view.settled).toEqual([0, 1]);
    await move(id, links.a, { kind: "confirm" });
    app = started();
    await move(id, links.b, { kind: "confirm" });
    for (const token of Object.values(links)) {
      const { view } = await seen(id, token);
      expect([view.phase, view.agreement]).toEqual(["agreed", [0, 1]]);
    }
  });

  test("makes a replayed request once: the same key again changes nothing, also after a restart", async () => {
    const { id, links } = await made();
    const own = key();
    const first = (await (await move(id, links.a, { kind: "offer", terms: [0, 0] }, own)).json()) as TableSeen;
    app = started();
    const again = (await (await move(id, links.a, { kind: "offer", terms: [0, 0] }, own)).json()) as TableSeen;
    expect(again).toEqual(first);
    expect(again.view.offers).toHaveLength(1);
    // The other side's key of the same name is its own.
    await move(id, links.b, { kind: "offer", terms: [1, 1] }, own);
    expect((await seen(id, links.a)).view.offers).toHaveLength(2);
  });

  test("decides the deadline by its own clock, and a clock set back stops nobody", async () => {
    const { id, links } = await made("2030-01-01T01:00:00Z");
    await move(id, links.a, { kind: "offer", terms: [0, 0] });
    clock = new Date("2029-12-31T00:00:00Z");
    expect((await move(id, links.b, { kind: "argument", text: "Late?", issue: null })).status).toBe(200);
    clock = new Date("2030-01-01T01:00:00.001Z");
    const late = await move(id, links.b, { kind: "accept", offer: 1 });
    expect([late.status, await late.json()]).toMatchObject([422, { refused: { reason: "over" } }]);
    expect((await seen(id, links.a)).view).toMatchObject({ phase: "ended", ended: "deadline", agreement: null });
    // A move that says when it was made, or by whom, is not read at all.
    expect((await move(id, links.b, { kind: "accept", offer: 1, at: "2030-01-01T00:30:00Z" })).status).toBe(400);
    expect((await move(id, links.b, { kind: "confirm", by: "a" })).status).toBe(400);
  });

  test("refuses a move that cannot be made, in words, and keeps nothing of it", async () => {
    const { id, links } = await made();
    const before = await seen(id, links.a);
    for (const [one, reason] of [
      [{ kind: "accept", offer: 7 }, "unknown-offer"],
      [{ kind: "offer", terms: [0] }, "wrong-length"],
      [{ kind: "offer", terms: [0, 9] }, "unknown-option"],
      [{ kind: "preferences", preferences: { ...wants(1), weights: [] } }, "bad-preferences"],
    ] as const) {
      const response = await move(id, links.a, one);
      expect(await response.json()).toMatchObject({ refused: { reason } });
    }
    const mediators = await move(id, links.mediator, { kind: "confirm" });
    expect(await mediators.json()).toMatchObject({ refused: { reason: "not-yours-to-do" } });
    expect(await seen(id, links.a)).toEqual(before);
    app = started();
    expect((await seen(id, links.a)).view).toEqual(before.view);
  });

  test("takes up after a write that was cut off, and says where a file was changed", async () => {
    const { id, links } = await made();
    await move(id, links.a, { kind: "offer", terms: [0, 0] });
    const path = join(folder, `${id}.jsonl`);
    appendFileSync(path, '{"event":{"kind":"accept","by":"b","offe');
    app = started();
    expect((await seen(id, links.b)).view).toMatchObject({ phase: "open", offers: [{ id: 1 }] });
    expect((await move(id, links.b, { kind: "accept", offer: 1 })).status).toBe(200);
    app = started();
    expect((await seen(id, links.a)).view.phase).toBe("agreed");
    writeFileSync(path, readFileSync(path, "utf8").replace('"accept"', '"confirm"'));
    app = started();
    const response = await ask(`/api/tables/${id}`, { headers: bearer(links.a) });
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining("at line 4")]);
  });
});

describe("a hostile party at the table", () => {
  test("finds no trace of what the other wants in any answer, until the other gives leave, and after it takes it back", async () => {
    const { id, links } = await made();
    const secret = 0.7771234;
    const answers: string[] = [];
    const everywhere = async (): Promise<string> => {
      const all = [
        await ask(`/api/tables/${id}`, { headers: bearer(links.a) }),
        await ask(`/api/tables/${id}?seen=0`, { headers: bearer(links.a) }),
        await ask(`/api/tables/${id}?role=b&token=${links.a}`, { headers: bearer(links.a) }),
        await move(id, links.a, { kind: "argument", text: "What do you want?", issue: null }),
        await move(id, links.a, { kind: "accept", offer: 99 }),
        await move(id, links.a, { kind: "leave", to: "other", given: true, by: "b" }),
        await ask(`/api/tables/${id}`, { headers: bearer(links.mediator) }),
        await ask("/api/tables"),
        await ask(`/api/tables/${id}.jsonl`, { headers: bearer(links.a) }),
        await ask(`/tables/${id}.jsonl`),
        await ask("/api/openapi.json"),
      ];
      const texts = await Promise.all(all.map((response) => response.text()));
      return texts.join("\n");
    };
    const before = await seen(id, links.a);
    await move(id, links.b, { kind: "preferences", preferences: wants(secret) });
    // Not even that something happened is to be seen.
    expect(await seen(id, links.a)).toEqual(before);
    expect(await seen(id, links.mediator)).toMatchObject({ view: { preferences: {} } });
    answers.push(await everywhere());
    await move(id, links.b, { kind: "leave", to: "mediator", given: true });
    const mediators = await seen(id, links.mediator);
    expect(mediators.view.preferences.b?.walkAway.lower).toBe(secret);
    expect(JSON.stringify(await seen(id, links.a))).not.toContain(String(secret));
    await move(id, links.b, { kind: "leave", to: "mediator", given: false });
    answers.push(await everywhere());
    for (const text of answers) expect(text).not.toContain(String(secret));
    await move(id, links.b, { kind: "leave", to: "other", given: true });
    expect((await seen(id, links.a)).view.preferences.b?.walkAway.lower).toBe(secret);
    expect((await seen(id, links.mediator)).view.preferences).toEqual({});
  });

  test("is told the same of a wrong link and of a table that is not there, and waits after thirty guesses", async () => {
    const { id, links } = await made();
    await seen(id, links.a);
    const wrong = await ask(`/api/tables/${id}`, { headers: bearer("A".repeat(22)) });
    const nowhere = await ask("/api/tables/AAAAAAAAAAAA", { headers: bearer(links.a) });
    const nothing = await ask(`/api/tables/${id}`);
    expect([wrong.status, nowhere.status, nothing.status]).toEqual([404, 404, 404]);
    expect(await wrong.text()).toBe(await nowhere.clone().text());
    expect(await nothing.text()).toBe(await nowhere.text());
    let refused = 0;
    for (let guess = 0; guess < 40; guess++) {
      const response = await ask(`/api/tables/${id}`, { headers: bearer(`${"B".repeat(20)}${guess + 10}`) });
      if (response.status !== 429) continue;
      refused += 1;
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(refused).toBe(13);
    // Whoever sits already is not disturbed; who comes new waits a minute.
    expect((await ask(`/api/tables/${id}`, { headers: bearer(links.a) })).status).toBe(200);
    expect((await ask(`/api/tables/${id}`, { headers: bearer(links.b) })).status).toBe(429);
    clock = new Date(clock.getTime() + 61_000);
    expect((await ask(`/api/tables/${id}`, { headers: bearer(links.b) })).status).toBe(200);
  });

  test("cannot make a reader's browser move for it: only JSON that says so, from this workbench's own pages", async () => {
    const { id, links } = await made();
    const body = JSON.stringify({ key: key(), move: { kind: "confirm" } });
    const post = (headers: Record<string, string>): Promise<Response> =>
      ask(`/api/tables/${id}/moves`, { method: "POST", headers: { ...bearer(links.a), ...headers }, body });
    expect((await post({ "content-type": "text/plain" })).status).toBe(415);
    expect((await post({ "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
    expect((await post({ ...json, origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await post({ ...json, "sec-fetch-site": "cross-site" })).status).toBe(415);
    expect((await post({ ...json, host: "elsewhere.example" })).status).toBe(421);
    const options = await ask("/api/tables", { method: "OPTIONS", headers: { origin: "https://elsewhere.example" } });
    expect(options.headers.get("access-control-allow-origin")).toBeNull();
    const answer = await ask(`/api/tables/${id}`, { headers: bearer(links.a) });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("finds no secret of a link on disk, and the file is its owner's alone", async () => {
    const { id, links } = await made();
    const [name = ""] = readdirSync(folder);
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    for (const token of Object.values(links)) expect(text).not.toContain(token);
    expect(new Set(Object.values(links)).size).toBe(3);
    for (const token of Object.values(links)) expect(Buffer.from(token, "base64url")).toHaveLength(16);
    expect(id).toMatch(/^[\w-]{12}$/);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o077).toBe(0);
  });

  test("leads out of the folder with no name of a table", async () => {
    for (const name of ["..%2F..%2Fetc%2Fpasswd", "%2e%2e", "a".repeat(500), "..%5c..", "%00"])
      expect((await ask(`/api/tables/${name}`, { headers: bearer("A".repeat(22)) })).status).toBe(404);
  });

  test("sends too much, too deep, or nonsense, and is told so", async () => {
    const { id, links } = await made();
    const post = (body: string): Promise<Response> =>
      ask(`/api/tables/${id}/moves`, { method: "POST", headers: { ...json, ...bearer(links.a) }, body });
    expect((await post("x".repeat(300_000))).status).toBe(413);
    expect((await post("{")).status).toBe(400);
    expect((await post("[".repeat(100_000))).status).toBe(400);
    expect((await post(JSON.stringify({ key: "short", move: { kind: "confirm" } }))).status).toBe(400);
    const endless = { ...wants(1), walkAway: { lower: 0, upper: 1e308 } };
    expect((await move(id, links.a, { kind: "preferences", preferences: endless })).status).toBe(400);
    const table = (body: object): Promise<Response> =>
      ask("/api/tables", { method: "POST", headers: json, body: JSON.stringify(body) });
    expect((await table({ title: "x", issues: [], deadline: null })).status).toBe(400);
    expect((await table({ title: "x", issues, deadline: "soon" })).status).toBe(400);
    expect((await table({ title: "x", issues, deadline: "2029-01-01T00:00:00Z" })).status).toBe(400);
    expect((await table({ title: "x", issues: [issues[0], issues[0]], deadline: null })).status).toBe(400);
  });
});

test("eventSchema reads back every move that moveSchema lets in", () => {
  const index = fc.integer({ min: 0, max: 40 });
  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.record({ kind: fc.constant("offer" as const), terms: fc.array(fc.option(index), { maxLength: 40 }) }),
    fc.record({
      kind: fc.constant("argument" as const),
      text: fc.string({ maxLength: 4000 }),
      issue: fc.option(index),
    }),
    fc.record({ kind: fc.constant("accept-clause" as const), offer: fc.integer({ min: 1, max: 99 }), issue: index }),
    fc.record({
      kind: fc.constant("preferences" as const),
      preferences: fc.double({ min: 0, max: 1, noNaN: true }).map(wants),
    }),
  );
  fc.assert(
    fc.property(move, (one) => {
      const read = moveSchema.parse(JSON.parse(JSON.stringify(one)));
      const event = { ...read, by: "a", at: "2030-01-01T00:00:00Z" };
      expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(JSON.parse(JSON.stringify(event)));
    }),
  );
});
