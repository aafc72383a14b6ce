// A key such as a phone or a stick holds, for tests of passkeys: it makes what a browser sends.

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

export type Kind = "ES256" | "EdDSA" | "RS256";
type Changes = Partial<{ origin: string; host: string; type: string; challenge: string; flags: number; counter: number; crossOrigin: boolean }>; // prettier-ignore

const numbers = { ES256: -7, EdDSA: -8, RS256: -257 } as const;

function pairOf(kind: Kind): { publicKey: KeyObject; privateKey: KeyObject } {
  if (kind === "ES256") return generateKeyPairSync("ec", { namedCurve: "P-256" });
  return kind === "EdDSA" ? generateKeyPairSync("ed25519") : generateKeyPairSync("rsa", { modulusLength: 2048 });
}

export class Authenticator {
  readonly id: Buffer = randomBytes(32);
  readonly kind: Kind;
  readonly #pair: { publicKey: KeyObject; privateKey: KeyObject };
  counter: number = 0;

  constructor(kind: Kind = "ES256") {
    this.kind = kind;
    this.#pair = pairOf(kind);
  }

  #client(challenge: string, type: string, origin: string, changes: Changes): Buffer {
    const said = { type: changes.type ?? type, challenge: changes.challenge ?? challenge, origin: changes.origin ?? origin, crossOrigin: changes.crossOrigin ?? false }; // prettier-ignore
    return Buffer.from(JSON.stringify(said));
  }

  #data(origin: string, flags: number, changes: Changes): Buffer {
    const host = createHash("sha256")
      .update(changes.host ?? new URL(origin).hostname)
      .digest();
    const rest = Buffer.alloc(5);
    rest[0] = changes.flags ?? flags;
    rest.writeUInt32BE(changes.counter ?? this.counter, 1);
    return Buffer.concat([host, rest]);
  }

  make(challenge: string, origin: string, changes: Changes = {}): Record<string, string | number> {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const data = Buffer.concat([
      this.#data(origin, 0x45, changes),
      Buffer.alloc(16),
      length,
      this.id,
      Buffer.alloc(77),
    ]);
    return {
      id: this.id.toString("base64url"),
      publicKey: this.#pair.publicKey.export({ format: "der", type: "spki" }).toString("base64url"),
      algorithm: numbers[this.kind],
      authenticatorData: data.toString("base64url"),
      clientData: this.#client(challenge, "webauthn.create", origin, changes).toString("base64url"),
    };
  }

  sign(challenge: string, origin: string, changes: Changes = {}): Record<string, string> {
    const data = this.#data(origin, 0x05, changes);
    const client = this.#client(challenge, "webauthn.get", origin, changes);
    const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
    return {
      id: this.id.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      clientData: client.toString("base64url"),
      signature: sign(this.kind === "EdDSA" ? null : "sha256", signed, this.#pair.privateKey).toString("base64url"),
    };
  }
}
