// An OpenID provider on this machine, for tests: one user, who always says yes, and whatever a test wants to be wrong.

import { createHash, createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";

type Claims = Record<string, unknown>;

export class IdentityProvider {
  issuer = "";
  requests: string[] = [];
  /** What the next tokens say in place of the truth. */
  claims: Claims = {};
  algorithm: "RS256" | "ES256" | "EdDSA" | "none" | "HS256" = "RS256";
  /** Signs with a key that the provider does not show. */
  forged = false;
  now: () => Date;
  #server: Server | null = null;
  #keys = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>();
  #codes = new Map<string, URLSearchParams>();
  #hidden = generateKeyPairSync("rsa", { modulusLength: 2048 });

  constructor(now: () => Date) {
    this.now = now;
    this.#keys.set("RS256", generateKeyPairSync("rsa", { modulusLength: 2048 }));
    this.#keys.set("ES256", generateKeyPairSync("ec", { namedCurve: "P-256" }));
    this.#keys.set("EdDSA", generateKeyPairSync("ed25519"));
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const reply = async (): Promise<void> => {
        const [status, body] = await this.#answer(request);
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      };
      void reply();
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    const bound = this.#server.address();
    this.issuer = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
  }

  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  /** What the reader's browser comes back with from the address it was sent to. */
  approve(to: string): { code: string; state: string; issuer: string } {
    const asked = new URL(to).searchParams;
    const code = randomBytes(12).toString("hex");
    this.#codes.set(code, asked);
    return { code, state: asked.get("state") ?? "", issuer: this.issuer };
  }

  async #answer(request: IncomingMessage): Promise<[number, unknown]> {
    this.requests.push(request.url ?? "");
    if (request.url === "/.well-known/openid-configuration")
      return [200, { issuer: this.issuer, authorization_endpoint: `${this.issuer}/authorize`, token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/keys` }]; // prettier-ignore
    if (request.url === "/keys")
      return [200, { keys: [...this.#keys].map(([kid, { publicKey }]) => ({ ...publicKey.export({ format: "jwk" }), kid, alg: kid, use: "sig" })) }]; // prettier-ignore
    let sent = "";
    for await (const part of request) sent += String(part);
    const form = new URLSearchParams(sent);
    const asked = this.#codes.get(form.get("code") ?? "");
    this.#codes.delete(form.get("code") ?? "");
    const proved = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const wanted = Buffer.from("detente:a%20secret").toString("base64");
    if (!asked || proved !== asked.get("code_challenge") || form.get("redirect_uri") !== asked.get("redirect_uri") || request.headers.authorization !== `Basic ${wanted}`) return [400, { error: "invalid_grant" }]; // prettier-ignore
    return [200, { access_token: "x", token_type: "Bearer", id_token: this.#token(asked.get("nonce") ?? "") }];
  }

  #token(nonce: string): string {
    const seconds = Math.floor(this.now().getTime() / 1000);
    const claims = { iss: this.issuer, sub: "user-1", aud: "detente", exp: seconds + 300, iat: seconds, nonce, email: "Reader@Provider.example", email_verified: true, ...this.claims }; // prettier-ignore
    const text = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const body = `${text({ alg: this.algorithm, typ: "JWT", kid: this.algorithm === "HS256" || this.algorithm === "none" ? "RS256" : this.algorithm })}.${text(claims)}`; // prettier-ignore
    return `${body}.${this.#signature(body)}`;
  }

  #signature(body: string): string {
    if (this.algorithm === "none") return "x";
    if (this.algorithm === "HS256") {
      const shown = this.#keys.get("RS256")?.publicKey.export({ format: "pem", type: "spki" }) ?? "";
      return createHmac("sha256", shown).update(body).digest("base64url");
    }
    const key = this.forged ? this.#hidden.privateKey : this.#keys.get(this.algorithm)?.privateKey;
    if (!key) return "";
    const options = this.algorithm === "ES256" ? { key, dsaEncoding: "ieee-p1363" as const } : key;
    return sign(this.algorithm === "EdDSA" ? null : "sha256", Buffer.from(body), options).toString("base64url");
  }
}
