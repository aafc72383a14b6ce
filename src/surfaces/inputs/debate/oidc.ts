// Signing in by a provider that whoever runs the workbench has named (OpenID Connect, authorization code with PKCE, RFC
// 7636). Off unless configured; then, and only when somebody presses the button, the provider alone is asked.

import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { InputError, SourceError } from "../../../values/errors.ts";
import { claimsOf, keyNamedBy, type ProviderKey } from "./id-token.ts";
import { isAddress } from "./people.ts";
import { BadSignIn, hashOf, questions, secret, type Question } from "./sign-in.ts";

export type OidcSettings = { issuer: string; client: string; secret: string | null; name: string };

export type Oidc = {
  readonly name: string;
  /** Where to send the reader, and the nonce for a cookie of that browser. */
  begin(redirect: string): Promise<Question & { to: string }>;
  /** The address of who signed in, in small letters; the question is used up whatever comes of it. */
  finish(answer: { code: string; state: string; issuer: string | null }, nonce: string | null): Promise<string>;
};

type Asked = { state: string; nonce: string; verifier: string; redirect: string };

const SECONDS = 10 * 60;
const PATIENCE_MS = 8_000;
const LONGEST_ANSWER = 256 * 1024;
const KEEP_MS = 3600 * 1000;
const REFETCH_MS = 60 * 1000;

/** Null where none is configured. Half a configuration, or an address that could be read on the way, is a fault. */
export function oidcIn(env: Record<string, string | undefined>): OidcSettings | null {
  const [issuer, client] = [env["DETENTE_OIDC_ISSUER"] ?? "", env["DETENTE_OIDC_CLIENT"] ?? ""];
  if (issuer === "" && client === "") return null;
  if (!isSafe(issuer)) throw new InputError("DETENTE_OIDC_ISSUER", "an address that begins with https://", issuer);
  if (client === "")
    throw new InputError("DETENTE_OIDC_CLIENT", "the name that the provider gave this workbench", client);
  return {
    issuer,
    client,
    secret: env["DETENTE_OIDC_SECRET"] ?? null,
    name: env["DETENTE_OIDC_NAME"] ?? new URL(issuer).hostname,
  };
}

/** Encrypted, or on this machine. */
function isSafe(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === "https:") return true;
  return url?.protocol === "http:" && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

const address = z.string().max(2000).refine(isSafe);
const providerSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
});
const keysSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) });
const tokenSchema = z.object({ id_token: z.string() });

export function oidcAt(settings: OidcSettings, now: () => Date): Oidc {
  const open = questions<Asked>(SECONDS, now);
  const read = readerOf(settings, now);
  return {
    name: settings.name,
    async begin(redirect) {
      const { authorization_endpoint: to } = await read.provider();
      const asked: Asked = { state: secret(), nonce: secret(), verifier: secret() + secret(), redirect };
      const url = new URL(to);
      const challenge = createHash("sha256").update(asked.verifier, "ascii").digest("base64url");
      const parameters = { response_type: "code", client_id: settings.client, redirect_uri: redirect, scope: "openid email", state: asked.state, nonce: asked.nonce, code_challenge: challenge, code_challenge_method: "S256" }; // prettier-ignore
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return { ...open.ask(asked), to: url.href };
    },
    async finish({ code, state, issuer }, nonce) {
      const asked = open.take(nonce);
      if (!asked || !same(state, asked.state) || (issuer !== null && issuer !== settings.issuer))
        throw new BadSignIn("sign-in", "the answer to a question of this browser, not older than ten minutes, once");
      const token = await read.token(code, asked);
      const known = keyNamedBy(token);
      const keys = await read.keys(known);
      const claims = claimsOf(token, keys, { ...settings, nonce: asked.nonce, now: now() });
      const told = claims.email?.toLowerCase() ?? "";
      // Empty or no address at all, it would make one person of everybody who has such a one.
      return isAddress(told) ? told : nameless(settings.issuer, claims.sub);
    },
  };
}

/** Who has no address that the provider has seen to: still one person, and nobody's else. */
function nameless(issuer: string, sub: string): string {
  return `${hashOf(`${issuer} ${sub}`).slice(0, 16)}@sign-in.invalid`;
}

function same(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}

type Reader = {
  provider(): Promise<z.infer<typeof providerSchema>>;
  keys(named: string | null): Promise<ProviderKey[]>;
  token(code: string, asked: Asked): Promise<string>;
};

function readerOf({ issuer, client, secret: shared }: OidcSettings, now: () => Date): Reader {
  let provider: { value: z.infer<typeof providerSchema>; at: number } | null = null;
  let keys: { value: ProviderKey[]; at: number } | null = null;
  const reader: Reader = {
    async provider() {
      if (provider && now().getTime() - provider.at < KEEP_MS) return provider.value;
      const value = await ask(providerSchema, `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
      if (value.issuer !== issuer) throw new BadSignIn("provider", issuer, value.issuer.slice(0, 200));
      provider = { value, at: now().getTime() };
      return value;
    },
    async keys(named) {
      const age = keys ? now().getTime() - keys.at : Number.POSITIVE_INFINITY;
      const has = keys?.value.some(({ kid }) => kid === named) ?? false;
      // Providers change keys: one that is new is looked for, at most once a minute.
      if (keys && age < (named === null || has ? KEEP_MS : REFETCH_MS)) return keys.value;
      const { jwks_uri: place } = await reader.provider();
      keys = { value: (await ask(keysSchema, place)).keys, at: now().getTime() };
      return keys.value;
    },
    async token(code, { verifier, redirect }) {
      const { token_endpoint: place } = await reader.provider();
      const form = new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirect, code_verifier: verifier, client_id: client }); // prettier-ignore
      const headers = new Headers({ "content-type": "application/x-www-form-urlencoded", accept: "application/json" });
      // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
      if (shared !== null) headers.set("authorization", `Basic ${Buffer.from(`${encodeURIComponent(client)}:${encodeURIComponent(shared)}`).toString("base64")}`); // prettier-ignore
      return (await ask(tokenSchema, place, { method: "POST", headers, body: form })).id_token;
    },
  };
  return reader;
}

async function ask<Shape>(schema: z.ZodType<Shape>, place: string, more: RequestInit = {}): Promise<Shape> {
  let text: string;
  try {
    const response = await fetch(place, { ...more, redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) });
    text = response.ok ? (await response.text()).slice(0, LONGEST_ANSWER) : "";
  } catch (cause) {
    throw new SourceError("network", `${new URL(place).host} did not answer`, { cause });
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new BadSignIn("provider", "an answer in the form of OpenID Connect", String(cause).slice(0, 60));
  }
}
