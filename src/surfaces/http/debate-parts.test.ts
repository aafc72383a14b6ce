// Parts of a debate that need a workbench of their own: a site's webhook, an article that changed, many voters.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Browser } from "../../../test/support/browser.ts";
import { importDebateFile } from "../inputs/debates.ts";
import { roomsIn, type Rooms } from "../inputs/debate/rooms.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { httpApp } from "./app.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-parts-"));
const host = "127.0.0.1:4747";
let moment = Date.parse("2026-01-02T03:04:05Z");
let app: Hono;
let rooms: Rooms;
let told: string[] = [];
let hook: Server;
let heard: { text: string; author: string; parent: string | null }[] = [];
let answer: () => [number, string] = () => [200, "{}"];

beforeAll(async () => {
  hook = createServer((request, response) => {
    let sent = "";
    request.on("data", (part: Buffer) => (sent += part.toString()));
    request.on("end", () => {
      heard.push(JSON.parse(sent) as (typeof heard)[number]);
      const [status, body] = answer();
      response.writeHead(status, status === 302 ? { location: "http://127.0.0.1:1/" } : {}).end(body);
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  const bound = hook.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const env = { DETENTE_DATA: folder, DETENTE_MODERATORS: "mod@example.org", DETENTE_MODERATION_WEBHOOK: `http://127.0.0.1:${port}/look` }; // prettier-ignore
  const now = (): Date => new Date(moment);
  rooms = roomsIn({ env, now, tell: (_, path) => told.push(path) });
  app = httpApp({ ledger: {} as Ledger, now, debates: rooms, env }, new Map(), "0.0.0");
  take("The councils deny it. Boats of one town were seen at night near the piers of the other.");
});
afterAll(() => {
  hook.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  moment += 3_700_000;
  heard = [];
});

function take(article: string): void {
  const file = join(folder, "towns.json");
  writeFileSync(file, JSON.stringify({ title: "Two Towns", body: [article], comments: Array.from({ length: 12 }, (_, at) => ({ id: `c-${at}`, author: `Reader ${at}`, text: `They cheat at every deal they sign, number ${at}.` })) })); // prettier-ignore
  importDebateFile(file, { DETENTE_DATA: folder }, { preview: false, id: "two-towns" });
}

class Visitor extends Browser {
  constructor() {
    super(() => app, host);
  }
  async get<Answer>(path: string): Promise<Answer> {
    return (await (await this.ask(`/api/debates/two-towns${path}`)).json()) as Answer;
  }
  async signIn(address: string): Promise<void> {
    moment += 1_000_000;
    told = [];
    await this.ask("/api/sign-in", { address });
    await this.ask("/api/sign-in/confirm", { token: told[0]?.split("#")[1] ?? "" });
  }
  async write(text: string, passage: { start: number; end: number } | null = null): Promise<string> {
    const body = { name: "Ann", parent: null, relation: null, passage, text };
    const response = await this.ask("/api/debates/two-towns/comments", body);
    return ((await response.json()) as { comment: { id: string } }).comment.id;
  }
  async stateOf(id: string): Promise<{ status: string; text: string | null; reasons: { code: string; detail?: string }[] }> {
    return this.get(`/comments/${id}`);
  } // prettier-ignore
}

test("a site's webhook can ask for a person's look, and its author sees why", async () => {
  answer = () => [200, JSON.stringify({ hold: true, detail: "on our list" })];
  const author = new Visitor();
  const id = await author.write("You cannot trust anything they sign.");
  await expect.poll(async () => (await author.stateOf(id)).status).toBe("PREMOD");
  expect(heard).toEqual([{ text: "You cannot trust anything they sign.", author: "Ann", parent: null }]);
  expect((await author.stateOf(id)).reasons.at(-1)).toMatchObject({ code: "external", detail: "on our list" });
  expect((await new Visitor().stateOf(id)).text).toBeNull();
});

test.each<[string, () => [number, string]]>([
  ["silence", () => [204, ""]],
  ["a failure", () => [500, JSON.stringify({ hold: true })]],
  ["a redirection elsewhere", () => [302, ""]],
  ["no JSON", () => [200, "<html>"]],
  ["a wish to free a comment", () => [200, JSON.stringify({ hold: false, status: "APPROVED" })]],
])("a webhook's %s changes nothing", async (_, given) => {
  answer = given;
  const author = new Visitor();
  const insult = await author.write("You are an idiot.");
  const fair = await author.write(`Beijing breaks every promise it makes, ${moment}.`);
  await expect.poll(() => heard.length).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([(await author.stateOf(insult)).status, (await author.stateOf(fair)).status]).toEqual(["SYSTEM_WITHHELD", "NONE"]); // prettier-ignore
});

test("a comment whose passage left the article is shown apart, and comes back to it with the passage", async () => {
  answer = () => [200, "{}"];
  const id = await new Visitor().write("They lie about everything they sign.", { start: 22, end: 52 });
  type Passages = { passages: { comment: string; found: boolean; exact?: string }[] };
  const found = async (): Promise<boolean | undefined> =>
    (await new Visitor().get<Passages>("")).passages.find(({ comment }) => comment === id)?.found;
  expect(await found()).toBe(true);
  take("A wholly different article about the price of rope in winter.");
  expect(await found()).toBe(false);
  expect((await new Visitor().stateOf(id)).text).toContain("lie about");
  take("New words first. The councils deny it. Boats of one town were seen at night near the piers of the other.");
  expect(await found()).toBe(true);
});

test("opinion groups are refused while voters are few, then told without saying who is in which", async () => {
  const cast = async (voter: number): Promise<void> => {
    const one = new Visitor();
    await one.signIn(`voter-${voter}@example.org`);
    for (let at = 0; at < 8; at += 1) {
      const vote = (at % 2 === 0) === (voter % 2 === 0) ? 1 : -1;
      expect((await one.ask(`/api/debates/two-towns/comments/c-${at}/vote`, { vote: at === 7 ? 1 : vote })).status).toBe(200); // prettier-ignore
    }
  };
  type Groups = { refused?: { reason: string }; sizes?: number[]; crossing?: { comment: string; side: string }[] };
  for (let voter = 0; voter < 11; voter += 1) await cast(voter);
  expect((await new Visitor().get<Groups>("/groups")).refused?.reason).toBe("too-few");
  for (let voter = 11; voter < 14; voter += 1) await cast(voter);
  const groups = await new Visitor().get<Groups>("/groups");
  expect(groups.sizes).toEqual([7, 7]);
  expect(groups.crossing?.[0]).toMatchObject({ comment: "c-7", side: "agree" });
  const people = readFileSync(join(folder, "debate-events", "people.jsonl"), "utf8").match(/p-[\w-]{12}/g) ?? [];
  expect(people.length).toBeGreaterThan(13);
  for (const person of people) expect(JSON.stringify(groups)).not.toContain(person);
  expect(existsSync(join(folder, "debate-events", "two-towns.jsonl"))).toBe(true);
});

test("one comment is found by its id, with its place; one that is not there is not found", async () => {
  expect(await new Visitor().get("/comments/c-3")).toMatchObject({ id: "c-3", place: 3 });
  expect((await new Visitor().ask("/api/debates/two-towns/comments/nowhere")).status).toBe(404);
});
