// What the browser does with a passkey: asks the reader's device to make one or to sign with one, and sends what it says.

import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { Failed } from "../../api.ts";
import { post } from "./post.ts";

type Question = {
  challenge: string;
  host: string;
  algorithms: number[];
  user: { id: string; name: string } | null;
};

const PATIENCE_MS = 120_000;

export async function makePasskey(): Promise<void> {
  const { challenge, host, algorithms, user } = (await post("/api/sign-in/passkey/ask", { add: true })) as Question;
  const made = await answered(async () =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(challenge),
        rp: { id: host, name: "Détente" },
        user: { id: new TextEncoder().encode(user?.id ?? ""), name: user?.name ?? "", displayName: user?.name ?? "" },
        pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        attestation: "none",
        timeout: PATIENCE_MS,
      },
    }),
  );
  const response = made.response as AuthenticatorAttestationResponse;
  await post("/api/sign-in/passkey/add", {
    id: textOf(made.rawId),
    publicKey: textOf(response.getPublicKey() ?? new ArrayBuffer(0)),
    algorithm: response.getPublicKeyAlgorithm(),
    authenticatorData: textOf(response.getAuthenticatorData()),
    clientData: textOf(response.clientDataJSON),
  });
}

export async function signWithPasskey(): Promise<void> {
  const { challenge, host } = (await post("/api/sign-in/passkey/ask", { add: false })) as Question;
  const used = await answered(async () =>
    navigator.credentials.get({
      publicKey: { challenge: bytesOf(challenge), rpId: host, userVerification: "required", timeout: PATIENCE_MS },
    }),
  );
  const response = used.response as AuthenticatorAssertionResponse;
  await post("/api/sign-in/passkey", {
    id: textOf(used.rawId),
    authenticatorData: textOf(response.authenticatorData),
    clientData: textOf(response.clientDataJSON),
    signature: textOf(response.signature),
  });
}

async function answered(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await ask().catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) throw new Failed({ kind: "input", detail: words.passkeyNone });
  return credential;
}

function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
