// An ID token (OpenID Connect Core 1.0, §3.1.3.7): who signed in at the provider, signed by the provider for this client
// alone, in answer to the question that was asked.

import { createPublicKey, verify, type JsonWebKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { BadSignIn } from "./sign-in.ts";

export type ProviderKey = JsonWebKey & { kid?: string; use?: string; alg?: string };

export type Expected = { issuer: string; client: string; nonce: string; now: Date };

export type Claims = { sub: string; email: string | null };

// "none" and the ones with a shared secret (HS…) are not here, so no token can ask to be believed unsigned or to be
// checked with a public key for a secret.
const KINDS: Readonly<Record<string, { type: string; hash: string | null; curve?: string }>> = {
  RS256: { type: "rsa", hash: "sha256" },
  ES256: { type: "ec", hash: "sha256", curve: "prime256v1" },
  EdDSA: { type: "ed25519", hash: null },
};
/** How far two clocks may be apart. */
const SKEW_SECONDS = 60;
/** A token is made while somebody signs in. */
const OLDEST_SECONDS = 15 * 60;
const LONGEST = 16_384;

const headSchema = z.object({ alg: z.string(), kid: z.string().optional(), crit: z.undefined().optional() });
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string(),
  email: z.string().max(300).optional(),
  email_verified: z.unknown().optional(),
});

/** The key's id that a token names, so that keys that are new at the provider can be fetched. */
export function keyNamedBy(token: string): string | null {
  return part(headSchema, token.split(".")[0]).kid ?? null;
}

export function claimsOf(token: string, keys: readonly ProviderKey[], expected: Expected): Claims {
  const [head = "", body = "", signature = "", ...more] = token.split(".");
  if (token.length > LONGEST || signature === "" || more.length > 0) throw bad("three parts");
  const { alg, kid } = part(headSchema, head);
  const key = keyFor(alg, kid, keys);
  const signed = Buffer.from(`${head}.${body}`, "ascii");
  const kind = KINDS[alg];
  const options = kind?.type === "ec" ? { key, dsaEncoding: "ieee-p1363" as const } : key;
  if (!verify(kind?.hash ?? null, signed, options, Buffer.from(signature, "base64url"))) throw bad("the provider's signature"); // prettier-ignore
  const claims = part(claimsSchema, body);
  checkClaims(claims, expected);
  const { sub, email, email_verified: verified } = claims;
  return { sub, email: verified === true && email !== undefined ? email : null };
}

function checkClaims(claims: z.infer<typeof claimsSchema>, { issuer, client, nonce, now }: Expected): void {
  const seconds = now.getTime() / 1000;
  const audience = typeof claims.aud === "string" ? [claims.aud] : claims.aud;
  if (claims.iss !== issuer) throw bad("the provider's name");
  if (!audience.includes(client)) throw bad("this client's name");
  if ((audience.length > 1 || claims.azp !== undefined) && claims.azp !== client) throw bad("this client as its user");
  if (claims.nonce !== nonce) throw bad("the answer to this question");
  if (claims.exp <= seconds - SKEW_SECONDS) throw bad("a time that is not over");
  if (claims.iat > seconds + SKEW_SECONDS || claims.iat < seconds - OLDEST_SECONDS) throw bad("a time of now");
}

function keyFor(alg: string, kid: string | undefined, keys: readonly ProviderKey[]): KeyObject {
  const kind = Object.hasOwn(KINDS, alg) ? KINDS[alg] : undefined;
  if (!kind) throw bad("a signature of a kind that is taken here");
  const named = keys.filter((key) => (kid === undefined || key.kid === kid) && key.use !== "enc" && (key.alg ?? alg) === alg); // prettier-ignore
  for (const jwk of kid === undefined && named.length > 1 ? [] : named) {
    const key = readKey(jwk);
    const details = key?.asymmetricKeyDetails;
    if (key?.asymmetricKeyType !== kind.type) continue;
    if (kind.curve !== undefined && details?.namedCurve !== kind.curve) continue;
    if (kind.type === "rsa" && (details?.modulusLength ?? 0) < 2048) continue;
    return key;
  }
  throw bad("a key of the provider");
}

function readKey(jwk: ProviderKey): KeyObject | null {
  try {
    return createPublicKey({ key: jwk, format: "jwk" });
  } catch {
    return null;
  }
}

function part<Shape>(schema: z.ZodType<Shape>, text: string | undefined): Shape {
  try {
    return schema.parse(JSON.parse(Buffer.from(text ?? "", "base64url").toString("utf8")));
  } catch {
    throw bad("readable parts");
  }
}

function bad(expected: string): BadSignIn {
  return new BadSignIn("ID token", expected);
}
