import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Authenticator, type Kind } from "../../../test/support/authenticator.ts";
import { Browser } from "../../../test/support/browser.ts";
import { IdentityProvider } from "../../../test/support/identity-provider.ts";
import { oidcIn } from "../inputs/debate/oidc.ts";
import { roomsIn } from "../inputs/debate/rooms.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { httpApp } from "./app.ts";

const host = "localhost:4747";
const origin = `http://${host}`;
const folder = mkdtempSync(join(tmpdir(), "detente-sign-in-"));
let moment = Date.parse("2026-01-02T03:04:05Z");
const now = (): Date => new Date(moment);
const provider = new IdentityProvider(now);
let app: Hono;
let told: string[] = [];
let toldHosts: string[] = [];

function start(configured = true): void {
  const more = { DETENTE_OIDC_ISSUER: provider.issuer, DETENTE_OIDC_CLIENT: "detente", DETENTE_OIDC_SECRET: "a secret", DETENTE_OIDC_NAME: "The Institute" }; // prettier-ignore
  const env = { DETENTE_DATA: folder, DETENTE_MODERATORS: "reader@provider.example", ...(configured ? more : {}) };
  const debates = roomsIn({
    env,
    now,
    tell: (_, path, at) => {
      told.push(path);
      toldHosts.push(at);
    },
  });
  app = httpApp({ ledger: {} as Ledger, now, debates }, new Map(), "0.0.0");
}
beforeAll(async () => {
  await provider.start();
});
afterAll(() => {
  provider.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  moment += 3_700_000;
  Object.assign(provider, { claims: {}, algorithm: "RS256", forged: false, requests: [] });
  start();
});

class Visitor extends Browser {
  constructor(at = host) {
    super(() => app, at);
  }
  async post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await this.ask(path, body);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  async byLink(address: string): Promise<number> {
    told = [];
    await this.ask("/api/sign-in", { address });
    return (await this.ask("/api/sign-in/confirm", { token: told[0]?.split("#")[1] ?? "" })).status;
  }
  async challenge(add: boolean): Promise<string> {
    return String((await this.post("/api/sign-in/passkey/ask", { add })).body["challenge"]);
  }
  async add(key: Authenticator): Promise<number> {
    return (await this.post("/api/sign-in/passkey/add", key.make(await this.challenge(true), origin))).status;
  }
  async me(): Promise<Record<string, unknown>> {
    return (await (await this.ask("/api/me")).json()) as Record<string, unknown>;
  }
  async leave(): Promise<{ code: string; state: string; issuer: string }> {
    return provider.approve(String((await this.post("/api/sign-in/provider/ask", {})).body["to"]));
  }
}

async function holder(address: string, key: Authenticator): Promise<void> {
  const first = new Visitor();
  expect(await first.byLink(address)).toBe(200);
  expect(await first.add(key)).toBe(200);
}

describe("a passkey", () => {
  test.each<Kind>(["ES256", "EdDSA", "RS256"])("of kind %s signs its holder in as the person that added it", async (kind) => {
    const key = new Authenticator(kind);
    await holder(`${kind}@example.org`, key);
    start(); // it is kept on disk
    const later = new Visitor();
    const signed = key.sign(await later.challenge(false), origin);
    expect((await later.post("/api/sign-in/passkey", signed)).status).toBe(200);
    expect(await later.me()).toMatchObject({ signedIn: true, address: `${kind.toLowerCase()}@example.org` });
  }); // prettier-ignore

  test("answers one question once, in the browser that was asked, within five minutes", async () => {
    const key = new Authenticator();
    await holder("once@example.org", key);
    const later = new Visitor();
    const signed = key.sign(await later.challenge(false), origin);
    const thief = new Visitor();
    expect((await thief.post("/api/sign-in/passkey", signed)).status).toBe(403);
    await thief.challenge(false);
    expect((await thief.post("/api/sign-in/passkey", signed)).status).toBe(403);
    const planted = new Map(later.jar);
    expect((await later.post("/api/sign-in/passkey", signed)).status).toBe(200);
    later.jar = planted;
    expect((await later.post("/api/sign-in/passkey", signed)).status).toBe(403);
    const late = key.sign(await later.challenge(false), origin);
    moment += 5 * 60_000;
    expect((await later.post("/api/sign-in/passkey", late)).status).toBe(403);
  });

  test.each([
    ["another site's page", { origin: "http://localhost:9999" }],
    ["another site's key", { host: "evil.example" }],
    ["a page inside another site's", { crossOrigin: true }],
    ["the other kind of answer", { type: "webauthn.create" }],
    ["another question", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
    ["nobody there", { flags: 0x04 }],
    ["a key that was not unlocked", { flags: 0x01 }],
  ])("is refused from %s", async (_, changes) => {
    const key = new Authenticator();
    await holder("strict@example.org", key);
    const later = new Visitor();
    const signed = key.sign(await later.challenge(false), origin, changes);
    expect((await later.post("/api/sign-in/passkey", signed)).status).toBe(403);
    expect(await later.me()).toMatchObject({ signedIn: false });
  });

  test("is refused with another key's signature, an unknown id, and a counter that does not go up", async () => {
    const [key, other] = [new Authenticator(), new Authenticator()];
    key.counter = 5;
    await holder("copied@example.org", key);
    const later = new Visitor();
    const mixed = {
      ...other.sign(await later.challenge(false), origin, { counter: 9 }),
      id: key.id.toString("base64url"),
    };
    expect((await later.post("/api/sign-in/passkey", mixed)).status).toBe(403);
    const unknown = other.sign(await later.challenge(false), origin);
    expect((await later.post("/api/sign-in/passkey", unknown)).status).toBe(403);
    const sign = async (counter: number): Promise<number> =>
      (await later.post("/api/sign-in/passkey", key.sign(await later.challenge(false), origin, { counter }))).status;
    expect([await sign(5), await sign(6), await sign(6), await sign(7)]).toEqual([403, 200, 403, 200]);
  });

  test("is added only when signed in, only by who asked, and belongs to one person", async () => {
    const guest = new Visitor();
    expect((await guest.post("/api/sign-in/passkey/ask", { add: true })).status).toBe(403);
    const [one, two] = [new Visitor(), new Visitor()];
    await one.byLink("one@example.org");
    await two.byLink("two@example.org");
    const key = new Authenticator();
    const made = key.make(await one.challenge(true), origin);
    two.jar.set("detente-asked-key", one.jar.get("detente-asked-key") ?? "");
    expect((await two.post("/api/sign-in/passkey/add", made)).status).toBe(403);
    expect(await one.add(key)).toBe(200);
    expect(await two.add(key)).toBe(403);
    const strange = { ...new Authenticator().make(await two.challenge(true), origin), algorithm: -257 };
    expect((await two.post("/api/sign-in/passkey/add", strange)).status).toBe(403);
    expect((await new Visitor("127.0.0.1:4747").post("/api/sign-in/passkey/ask", { add: false })).status).toBe(400);
  });

  test("gives a new session: one that was planted before stays nobody's", async () => {
    const key = new Authenticator();
    await holder("fixed@example.org", key);
    const [victim, attacker] = [new Visitor(), new Visitor()];
    await attacker.byLink("attacker@example.org");
    const planted = attacker.jar.get("detente-session") ?? "";
    victim.jar.set("detente-session", planted);
    await victim.post("/api/sign-in/passkey", key.sign(await victim.challenge(false), origin));
    for (const one of ["link", "provider"] as const) {
      moment += 1_000_000;
      const other = new Visitor();
      const thief = new Visitor();
      await thief.byLink("thief@example.org");
      other.jar.set("detente-session", thief.jar.get("detente-session") ?? "");
      if (one === "link") await other.byLink("by-link@example.org");
      else await other.post("/api/sign-in/provider", await other.leave());
      expect(await other.me()).toMatchObject({ signedIn: true });
      expect(await thief.me(), one).toMatchObject({ signedIn: false });
    }
    expect(victim.jar.get("detente-session")).not.toBe(planted);
    expect(await attacker.me()).toMatchObject({ signedIn: false });
    expect(readFileSync(join(folder, "debate-events", "people.jsonl"), "utf8")).not.toContain(victim.jar.get("detente-session")); // prettier-ignore
  });
});

describe("a provider", () => {
  test.each(["RS256", "ES256", "EdDSA"] as const)("whose token is signed with %s signs in a verified address, with its rights", async (algorithm) => {
    provider.algorithm = algorithm;
    const reader = new Visitor();
    expect((await reader.post("/api/sign-in/provider", await reader.leave())).status).toBe(200);
    expect(await reader.me()).toEqual({ signedIn: true, address: "reader@provider.example", moderator: true });
  }); // prettier-ignore

  test("that did not see to the address gives nobody its rights", async () => {
    provider.claims = { email_verified: false };
    const reader = new Visitor();
    await reader.post("/api/sign-in/provider", await reader.leave());
    const me = await reader.me();
    expect(me).toMatchObject({ signedIn: true, moderator: false });
    expect(String(me["address"])).toMatch(/@sign-in\.invalid$/);
    expect(await reader.byLink(String(me["address"]))).not.toBe(200);
  });

  test.each(["", "nobody", "one@sign-in.invalid"])(
    "whose users have no address but %j keeps them apart",
    async (email) => {
      const [one, two] = [new Visitor(), new Visitor()];
      for (const [at, reader] of [one, two].entries()) {
        provider.claims = { email, sub: `user-${at}` };
        expect((await reader.post("/api/sign-in/provider", await reader.leave())).status).toBe(200);
      }
      const addresses = [(await one.me())["address"], (await two.me())["address"]];
      expect(addresses).toEqual(addresses.map(() => expect.stringMatching(/^[0-9a-f]{16}@sign-in\.invalid$/)));
      expect(new Set(addresses).size).toBe(2);
    },
  );

  const second = 1000;
  test.each<[string, () => void]>([
    ["unsigned", () => (provider.algorithm = "none")],
    ["signed with its public key as a shared secret", () => (provider.algorithm = "HS256")],
    ["signed with a key that it does not show", () => (provider.forged = true)],
    ["another provider's", () => (provider.claims = { iss: "https://other.example" })],
    ["for another client", () => (provider.claims = { aud: "other" })],
    ["for another user of several", () => (provider.claims = { aud: ["detente", "other"], azp: "other" })],
    ["without the question's nonce", () => (provider.claims = { nonce: "another" })],
    ["over", () => (provider.claims = { exp: moment / second - 61 })],
    ["from the future", () => (provider.claims = { iat: moment / second + 61 })],
    ["old", () => (provider.claims = { iat: moment / second - 16 * 60 })],
    ["without a subject", () => (provider.claims = { sub: "" })],
  ])("is not believed with a token that is %s", async (_, spoil) => {
    spoil();
    const reader = new Visitor();
    expect((await reader.post("/api/sign-in/provider", await reader.leave())).status).toBe(403);
    expect(await reader.me()).toMatchObject({ signedIn: false });
  });

  test("may be a minute off with its clock", async () => {
    provider.claims = { exp: moment / second - 59, iat: moment / second - 359 };
    const slow = new Visitor();
    expect((await slow.post("/api/sign-in/provider", await slow.leave())).status).toBe(200);
  });

  test("answers one question once, with its state, in the browser that left, within ten minutes", async () => {
    const reader = new Visitor();
    const back = await reader.leave();
    expect((await new Visitor().post("/api/sign-in/provider", back)).status).toBe(403);
    expect((await reader.post("/api/sign-in/provider", { ...back, state: "another" })).status).toBe(403);
    const again = await reader.leave();
    const kept = new Map(reader.jar);
    expect((await reader.post("/api/sign-in/provider", { ...again, issuer: "https://other.example" })).status).toBe(
      403,
    );
    reader.jar = kept;
    expect((await reader.post("/api/sign-in/provider", again)).status).toBe(403);
    const late = await reader.leave();
    moment += 10 * 60_000;
    expect((await reader.post("/api/sign-in/provider", late)).status).toBe(403);
    // A code that was handed to somebody else's browser fits no question there (its verifier is another).
    const [victim, attacker] = [new Visitor(), new Visitor()];
    const { code } = await attacker.leave();
    const own = await victim.leave();
    expect((await victim.post("/api/sign-in/provider", { ...own, code })).status).toBe(403);
  });

  test("is asked only when somebody wants to sign in, and not at all unless configured", async () => {
    const reader = new Visitor();
    expect(await (await reader.ask("/api/sign-in/ways")).json()).toMatchObject({ provider: "The Institute", passkey: true }); // prettier-ignore
    expect(provider.requests).toEqual([]);
    start(false);
    expect(await (await reader.ask("/api/sign-in/ways")).json()).toMatchObject({ provider: null });
    expect((await reader.post("/api/sign-in/provider/ask", {})).status).toBe(404);
    expect(provider.requests).toEqual([]);
  });

  test("must be reached encrypted or on this machine", () => {
    const at = (issuer: string): unknown => oidcIn({ DETENTE_OIDC_ISSUER: issuer, DETENTE_OIDC_CLIENT: "c" });
    for (const unsafe of ["http://id.example", "ftp://127.0.0.1", "javascript:alert(1)", ""])
      expect(() => at(unsafe)).toThrow("DETENTE_OIDC_ISSUER: expected an address that begins with https://");
    expect(() => oidcIn({ DETENTE_OIDC_ISSUER: "https://id.example" })).toThrow("DETENTE_OIDC_CLIENT: expected");
    expect(oidcIn({})).toBeNull();
    expect(at("https://id.example")).toMatchObject({ name: "id.example" });
    expect(at("http://localhost:8080")).not.toBeNull();
  });
});

test("a link leads to the name under which the workbench is open, where the cookie stands that it needs", async () => {
  toldHosts = [];
  for (const at of ["localhost:4747", "127.0.0.1:4747", "localhost"])
    expect(await new Visitor(at).byLink("named@example.org")).toBe(200);
  expect(toldHosts).toEqual(["localhost", "127.0.0.1", "localhost"]);
});

test("an older link opened by mistake leaves the newer one good, and a link works to the last second", async () => {
  const reader = new Visitor();
  told = [];
  await reader.ask("/api/sign-in", { address: "twice@example.org" });
  await reader.ask("/api/sign-in", { address: "twice@example.org" });
  const [older, newer] = told.map((path) => path.split("#")[1]);
  expect((await reader.ask("/api/sign-in/confirm", { token: older })).status).toBe(403);
  moment += 10 * 60_000 - 1;
  expect((await reader.ask("/api/sign-in/confirm", { token: newer })).status).toBe(200);
});

test("no other site's page signs anybody in or out", async () => {
  const reader = new Visitor();
  await reader.byLink("stays@example.org");
  for (const path of ["", "/confirm", "/passkey", "/passkey/ask", "/passkey/add", "/provider", "/provider/ask"])
    for (const headers of [{ origin: "http://evil.example" }, { "content-type": "text/plain" }, { "sec-fetch-site": "same-site" }])
      expect([403, 415], path).toContain((await reader.ask(`/api/sign-in${path}`, "{}", headers as Record<string, string>)).status); // prettier-ignore
  expect((await reader.ask("/api/sign-out", "{}", { origin: "http://evil.example" })).status).toBe(403);
  expect(await reader.me()).toMatchObject({ signedIn: true });
});
