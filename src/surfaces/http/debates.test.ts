import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Browser } from "../../../test/support/browser.ts";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import { roomsIn, type Rooms } from "../inputs/debate/rooms.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { contentSecurityPolicy, httpApp } from "./app.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-debates-"));
const host = "127.0.0.1:4747";
let ledger: Ledger;
let app: Hono;
let rooms: Rooms;
let told: string[] = [];
let moment = Date.parse("2026-01-02T03:04:05Z");

function start(): void {
  rooms = roomsIn({
    env: { DETENTE_DATA: folder, DETENTE_MODERATORS: "mod@example.org" },
    now: () => new Date(moment),
    tell: (_, path) => told.push(path),
  });
  app = httpApp({ ledger, now: () => new Date(moment), debates: rooms }, new Map(), "0.0.0");
}
beforeAll(async () => {
  ledger = await bundledLedger();
  start();
}, 120_000);
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

class Visitor extends Browser {
  constructor() {
    super(() => app, host);
  }
  async signIn(address: string): Promise<Response> {
    moment += 1_000_000;
    told = [];
    await this.ask("/api/sign-in", { address });
    return this.ask("/api/sign-in/confirm", { token: told[0]?.split("#")[1] ?? "" });
  }
}

const debate = "/api/debates/talks-on-the-wire";
const comment = { name: "Ann", parent: null, relation: null, passage: null };
const claim = "They steal at little cost and we can hardly retaliate.";
type Seen = {
  total: number;
  comment: {
    id: string;
    text: string | null;
    author: string;
    status: string;
    reasons: { code: string }[];
    appeal: string;
    versions: unknown[];
    flags: string[];
    votes: { agree: number; own: number | null };
    claims: { id: string; confirmed: boolean | null }[];
  };
};
const seen = async (response: Response): Promise<Seen> => (await response.json()) as Seen;
const written = async (who: Visitor, text: string, more: object = {}): Promise<Seen> => {
  moment += 700_000;
  return seen(await who.ask(`${debate}/comments`, { ...comment, text, ...more }));
};

describe("reading a debate", () => {
  test("lists debates and opens one with its passages and the first stretch", async () => {
    const reader = new Visitor();
    const list = (await (await reader.ask("/api/debates")).json()) as { id: string; comments: number }[];
    expect(list.find(({ id }) => id === "talks-on-the-wire")?.comments).toBeGreaterThanOrEqual(20);
    const opened = (await (await reader.ask(debate)).json()) as {
      total: number;
      passages: { found: boolean }[];
      comments: { claims: unknown[] }[];
    };
    expect(opened.comments.length).toBe(30);
    expect(opened.passages.filter(({ found }) => found).length).toBeGreaterThanOrEqual(8);
    expect((await reader.ask("/api/debates/nowhere")).status).toBe(404);
    expect((await reader.ask(`${debate}/comments?from=-1`)).status).toBe(400);
  });

  test("answers every claim of the debate from models, measures and queries, with what it turns on", async () => {
    const pressed = (await (await new Visitor().ask(`${debate}/claims`)).json()) as {
      id: string;
      comments: unknown[];
      answers: { binding: { kind: string }; verdict: { inWords: string; address: string } }[];
    }[];
    expect(pressed.length).toBeGreaterThanOrEqual(15);
    const answers = pressed.flatMap((one) => one.answers);
    expect(answers.filter(({ verdict }) => verdict.inWords.startsWith("No answer to this is at hand"))).toEqual([]);
    const lines = answers.find(({ binding }) => "name" in binding && binding.name === "red-lines");
    expect(lines?.verdict).toMatchObject({ address: "/lines" });
    expect(lines?.verdict.inWords).toMatch(/^13 declared lines stand on the register, \d+ by .* and \d+ by/);
    for (const { binding, verdict } of answers)
      if (binding.kind === "model") expect(verdict.address).toMatch(/^\/models\/[a-z]+(\?set=|$)/);
  }, 60_000);

  test("gives a pasted claim its number with its range and an argument against, or says that there is none", async () => {
    const reader = new Visitor();
    const found = (await (
      await reader.ask("/api/cases/us-cn/claims", { text: "The attacks in both directions are equal." })
    ).json()) as { claims: { answers: { verdict: { inWords: string } }[] }[] };
    expect(found.claims[0]?.answers[0]?.verdict.inWords).toMatch(/\d+ and \d+.*95%: .* to /);
    const losing = (await (
      await reader.ask("/api/cases/us-cn/claims", { text: "One only negotiates when one is losing." })
    ).json()) as { claims: { against: { text: string } | null }[] };
    expect(losing.claims[0]?.against?.text).toContain("arithmetic done wrong");
    const none = (await (await reader.ask("/api/cases/us-cn/claims", { text: "I had soup for lunch." })).json()) as {
      claims: unknown[];
    };
    expect(none.claims).toEqual([]);
  }, 60_000);

  test("exports the map in other programs' formats", async () => {
    const reader = new Visitor();
    expect(await (await reader.ask(`${debate}/export/iccma`)).text()).toMatch(/^(#.*\n)*p af \d+/);
    expect(await (await reader.ask(`${debate}/export/polis`)).text()).toContain("comment-id");
    expect(JSON.parse(await (await reader.ask(`${debate}/export/aif`)).text())).toHaveProperty("nodes");
    expect((await reader.ask(`${debate}/export/argdown`)).headers.get("content-disposition")).toContain(".argdown");
  });
});

describe("taking part", () => {
  test("a guest writes, replies and edits with history; what was written survives a restart", async () => {
    const guest = new Visitor();
    const first = await written(guest, claim, { passage: { start: 0, end: 12 } });
    expect(first.comment).toMatchObject({ author: "Ann", status: "NONE", own: true });
    const reply = await written(guest, "No, that is wrong: both sides can retaliate.", {
      parent: first.comment.id,
      relation: "attack",
    });
    moment += 700_000;
    const edited = await seen(
      await guest.ask(`${debate}/comments/${reply.comment.id}/edit`, {
        text: "No, both capitals can retaliate if they want to.",
      }),
    );
    expect(edited.comment.versions.length).toBe(2);
    start();
    const again = await seen(
      await guest.ask(`${debate}/comments/${reply.comment.id}/edit`, {
        text: "No, both capitals can retaliate at will.",
      }),
    );
    expect(again.comment.versions.length).toBe(3);
    expect((await new Visitor().ask(`${debate}/comments/${reply.comment.id}/edit`, { text: claim })).status).toBe(403);
  });

  test("only those who signed in vote, each once, however often they press", async () => {
    const guest = new Visitor();
    const { comment: target } = await written(guest, "Retaliation is hard because nobody can prove who attacked.");
    expect((await guest.ask(`${debate}/comments/${target.id}/vote`, { vote: 1 })).status).toBe(403);
    const voter = new Visitor();
    expect((await voter.signIn("voter@example.org")).status).toBe(200);
    for (let turn = 0; turn < 5; turn += 1) await voter.ask(`${debate}/comments/${target.id}/vote`, { vote: 1 });
    const other = new Visitor();
    await other.signIn("VOTER@example.org");
    const { comment: after } = await seen(await other.ask(`${debate}/comments/${target.id}/vote`, { vote: 1 }));
    expect(after.votes).toMatchObject({ agree: 1, own: 1 });
    const groups = (await (await other.ask(`${debate}/groups`)).json()) as { refused: { reason: string } };
    expect(groups.refused.reason).toBe("too-few");
  });

  test("a person confirms or rejects a suggested claim, and that stands", async () => {
    const reader = new Visitor();
    await reader.signIn("judge@example.org");
    const { comment: target } = await written(reader, "Stealing costs them little, and retaliating is hard for us.");
    const claimId = target.claims[0]?.id ?? "";
    const { comment: after } = await seen(
      await reader.ask(`${debate}/comments/${target.id}/claim`, { claim: claimId, confirmed: false }),
    );
    expect(after.claims[0]).toMatchObject({ id: claimId, confirmed: false });
    expect(
      (await reader.ask(`${debate}/comments/${target.id}/claim`, { claim: "no-such-claim", confirmed: true })).status,
    ).toBe(400);
  });
});

describe("moderation", () => {
  test("holds an insult, tells its author why, hears an appeal, and keeps a public log without names", async () => {
    const author = new Visitor();
    const held = await written(author, "You are an idiot.");
    expect(held.comment.status).toBe("SYSTEM_WITHHELD");
    expect(held.comment.reasons.map(({ code }) => code)).toContain("insult");
    expect(held.comment.text).toBe("You are an idiot.");
    const place = (
      (await (await new Visitor().ask(`${debate}/comments?from=0&count=60`)).json()) as { comments: Seen["comment"][] }
    ).comments.find(({ id }) => id === held.comment.id);
    expect(place?.text).toBeNull();
    expect(JSON.stringify(place)).not.toContain("idiot");
    expect((await author.ask("/api/moderation/queue")).status).toBe(403);
    await author.ask(`${debate}/comments/${held.comment.id}/appeal`, { because: "It was meant as a quotation." });
    const moderator = new Visitor();
    await moderator.signIn("mod@example.org");
    const queue = (await (await moderator.ask("/api/moderation/queue")).json()) as {
      items: { comment: { id: string; appeal: string }; appealText: string }[];
    };
    expect(queue.items[0]).toMatchObject({
      comment: { id: held.comment.id, appeal: "open" },
      appealText: "It was meant as a quotation.",
    });
    const decided = await seen(
      await moderator.ask(`${debate}/comments/${held.comment.id}/decision`, {
        approve: false,
        code: "insult",
        because: "No quotation marks.",
      }),
    );
    expect(decided.comment).toMatchObject({ status: "REJECTED", appeal: "refused" });
    expect((await author.ask(`${debate}/comments/${held.comment.id}/appeal`, { because: "Again." })).status).toBe(400);
    expect(
      (
        await author.ask(`${debate}/comments/${held.comment.id}/decision`, {
          approve: true,
          code: "person",
          because: "me",
        })
      ).status,
    ).toBe(403);
    const log = await (await new Visitor().ask("/api/moderation/log")).text();
    expect(log).toContain("appeal refused");
    expect(log).not.toContain("mod@example.org");
    expect(log).not.toMatch(/"p-[\w-]{12}"/);
  });
});

describe("hostile visitors", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><style>*{display:none}</style>',
    "javascript:alert(1)",
  ])("%s stays text in every field", async (hostile) => {
    const visitor = new Visitor();
    moment += 3_700_000;
    const response = await visitor.ask(`${debate}/comments`, {
      ...comment,
      name: hostile,
      text: `${hostile} ${claim}`,
    });
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect((await seen(response)).comment.text).toContain(hostile);
  });

  test("reading direction, hidden letters and look-alike names are taken out or marked", async () => {
    const { comment: made } = await written(
      new Visitor(),
      `They\u202e steal\u200b at little cost and we can hardly retaliate.`,
      { name: "Hаrbor Light" },
    );
    expect(made.text).not.toMatch(/[\u202e\u200b]/);
    expect(made.flags).toEqual(expect.arrayContaining(["direction-marks", "hidden-characters", "look-alike-letters"]));
    expect(made.author).toContain("[look-alike letters]");
  });

  test("a comment of a megabyte, a circle of parents and wrong shapes are refused", async () => {
    const visitor = new Visitor();
    moment += 3_700_000;
    expect((await visitor.ask(`${debate}/comments`, { ...comment, text: "a".repeat(1_048_576) })).status).toBe(413);
    for (const wrong of [
      { text: claim, parent: "nowhere" },
      { text: claim, passage: { start: 5, end: 2 } },
      { text: claim, passage: { start: 0, end: 999_999 } },
      { text: "\u200b" },
      { text: claim, relation: "cycle" },
      { text: claim, id: "harbor-light" },
    ])
      expect((await visitor.ask(`${debate}/comments`, { ...comment, ...wrong })).status, JSON.stringify(wrong)).toBe(
        400,
      );
  });

  test("another site's page changes nothing, with a form or without", async () => {
    const visitor = new Visitor();
    const body = JSON.stringify({ ...comment, text: claim });
    expect((await visitor.ask(`${debate}/comments`, body, { origin: "http://evil.example" })).status).toBe(403);
    expect((await visitor.ask(`${debate}/comments`, body, { "content-type": "text/plain" })).status).toBe(415);
    expect(
      (await visitor.ask(`${debate}/comments`, body, { "content-type": "application/x-www-form-urlencoded" })).status,
    ).toBe(415);
    expect((await visitor.ask(`${debate}/comments`, body, { "sec-fetch-site": "cross-site" })).status).toBe(415);
    expect(visitor.jar.size).toBe(0);
  });

  test("a flood from one address is stopped, whoever it says it is", async () => {
    moment += 3_700_000;
    const statuses: number[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      const response = await new Visitor().ask(`${debate}/comments`, { ...comment, text: `${claim} ${turn}` });
      statuses.push(response.status);
      if (response.status === 429) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
    moment += 3_700_000;
  });

  test("a session planted before signing in is not the one after; a link works once, in its browser, in its time", async () => {
    const victim = new Visitor();
    await written(victim, "They cheat at every deal they sign.");
    const planted = victim.jar.get("detente-session") ?? "";
    const answer = await victim.signIn("victim@example.org");
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("detente-session="));
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(victim.jar.get("detente-session")).not.toBe(planted);
    const attacker = new Visitor();
    attacker.jar.set("detente-session", planted);
    expect(await (await attacker.ask("/api/me")).json()).toMatchObject({ signedIn: false });
    expect((await victim.ask("/api/sign-in/confirm", { token: told[0]?.split("#")[1] })).status).toBe(403);
    moment += 1_000_000;
    told = [];
    await victim.ask("/api/sign-in", { address: "victim@example.org" });
    const token = told[0]?.split("#")[1];
    expect((await attacker.ask("/api/sign-in/confirm", { token })).status).toBe(403);
    moment += 11 * 60_000;
    expect((await victim.ask("/api/sign-in/confirm", { token })).status).toBe(403);
    const files = readFileSync(join(folder, "debate-events", "people.jsonl"), "utf8");
    expect(files).not.toContain(victim.jar.get("detente-session"));
    expect(existsSync(join(folder, "debate-events", "talks-on-the-wire.jsonl"))).toBe(true);
  });
});
