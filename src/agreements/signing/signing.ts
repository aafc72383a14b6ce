// Who put their name to an agreement's text, and who sealed it. A signature is of one text: of a draft that was changed
// since, it is an earlier one. Whether a signature holds is for whoever has the text to check; here stands what was taken in.

import { z } from "zod";
import { checkReveal, type Opening, type Seal } from "../../log/seal.ts";
import { sha256, type Hash } from "../../log/record.ts";
import { isAfter, momentSchema } from "../moment.ts";

export type SigningHappened =
  /** `key`: the public key in its one line; `hash`: of the text signed; `sig`: in base64, as a DSSE envelope has it. */
  | { kind: "signed"; by: string; key: string; hash: Hash; sig: string }
  | { kind: "sealed"; by: string; seal: Hash }
  | { kind: "revealed"; by: string; opening: Opening };
export type SigningEvent = SigningHappened & { at: string };

const who = z.string().trim().min(1).max(200);
const hash = z.templateLiteral(["sha256:", z.string().regex(/^[0-9a-f]{64}$/)]);

const scheme = "detente.seal/v1";

export const signingEventSchema: z.ZodType<SigningEvent> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("signed"),
    at: momentSchema,
    by: who,
    key: z.string().max(4000),
    hash,
    sig: z.base64().max(10_000),
  }),
  z.strictObject({ kind: z.literal("sealed"), at: momentSchema, by: who, seal: hash }),
  z.strictObject({
    kind: z.literal("revealed"),
    at: momentSchema,
    by: who,
    opening: z.strictObject({
      scheme: z.literal(scheme),
      party: who,
      nonce: z.base64().max(100),
      text: z.string().max(500_000),
    }),
  }),
]);

export const illegalSignings = {
  "time-runs-back": "A signature cannot come before the last one.",
  "no-such-seal": "This side has sealed nothing that these words open.",
  "sealed-twice": "This seal stands already.",
  "revealed-twice": "This seal was opened already.",
} as const;
export type IllegalSigning = keyof typeof illegalSignings;

export type Signature = { by: string; key: string; hash: Hash; sig: string; at: string };
export type SealSet = { by: string; seal: Hash; at: string; revealed: { at: string; hash: Hash } | null };
export type Signing = { signatures: readonly Signature[]; seals: readonly SealSet[]; last: string | null };

export const newSigning: Signing = { signatures: [], seals: [], last: null };

export type SigningStep = { ok: true; signing: Signing } | { ok: false; why: IllegalSigning };

export function stepSigning(signing: Signing, event: SigningEvent): SigningStep {
  const { at, by } = event;
  if (signing.last !== null && isAfter(signing.last, at)) return { ok: false, why: "time-runs-back" };
  switch (event.kind) {
    case "signed": {
      const { key, hash: of, sig } = event;
      // Signed again, it is one signature.
      const others = signing.signatures.filter((one) => one.key !== key || one.hash !== of);
      return { ok: true, signing: { ...signing, signatures: [...others, { by, key, hash: of, sig, at }], last: at } };
    }
    case "sealed": {
      if (signing.seals.some(({ seal }) => seal === event.seal)) return { ok: false, why: "sealed-twice" };
      return {
        ok: true,
        signing: { ...signing, seals: [...signing.seals, { by, seal: event.seal, at, revealed: null }], last: at },
      };
    }
    case "revealed":
      return opened(signing, event);
  }
}

function opened(signing: Signing, { at, by, opening }: Extract<SigningEvent, { kind: "revealed" }>): SigningStep {
  const found = signing.seals.find((one) => one.by === by && checkReveal(published(one), opening) === null);
  if (!found) return { ok: false, why: "no-such-seal" };
  if (found.revealed) return { ok: false, why: "revealed-twice" };
  const revealed = { at, hash: sha256(opening.text) };
  return {
    ok: true,
    signing: { ...signing, seals: signing.seals.map((one) => (one === found ? { ...one, revealed } : one)), last: at },
  };
}

function published({ by, seal }: SealSet): Seal {
  return { scheme, party: by, seal };
}
