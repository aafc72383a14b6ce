// A witness cosigns a checkpoint only if it continues what it cosigned last (C2SP tlog-witness): so a log cannot take
// back what was entered, nor show one history to one party and another to the other. Requests and answers are the
// texts of add-checkpoint; how they travel is the caller's.

import { InputError } from "../values/errors.ts";
import { base64, fromBase64, sameBytes, wholeNumber } from "./bytes.ts";
import { readCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { isWithinLimits, lineOf, noChanges, type KeyHistory } from "./key-change.ts";
import { labelOf, type VerifierKey } from "./key.ts";
import { readNote, signatureHolds, signaturesOf, writeSignature, writeNote, type Signature } from "./note.ts";
import { consistencyHolds } from "./tree-proof.ts";
import { reason, type Reason } from "./verdict.ts";
import { isoOf } from "./verify-checkpoint.ts";

export type CosignRequest = { old: number; hashes: Uint8Array[]; checkpoint: string };

const MOST_HASHES = 63;

export function writeCosignRequest({ old, hashes, checkpoint }: CosignRequest): string {
  return `${[`old ${old}`, ...hashes.map(base64)].join("\n")}\n\n${checkpoint}`;
}

export function readCosignRequest(text: string, place = "request"): CosignRequest {
  const split = text.indexOf("\n\n");
  const [first = "", ...lines] = text.slice(0, Math.max(0, split)).split("\n");
  const old = first.startsWith("old ") ? wholeNumber(first.slice(4)) : null;
  if (old === null) throw new InputError(`${place}:1`, "old and the size cosigned last", first);
  if (lines.length > MOST_HASHES) throw new InputError(place, `at most ${MOST_HASHES} hashes`, lines.length);
  const hashes = lines.map((line, index) => {
    const hash = fromBase64(line);
    if (hash?.length !== 32) throw new InputError(`${place}:${index + 2}`, "a hash of 32 bytes in base64", line);
    return hash;
  });
  return { old, hashes, checkpoint: text.slice(split + 2) };
}

/** What a witness remembers of a log: the last checkpoint that it cosigned, and when. */
export type Seen = { size: number; root: Uint8Array; at: number };

/** What a witness remembers, kept as the note that it signed: it vouches for itself. */
export function readSeen(source: string, witness: VerifierKey, place: string): Seen & { origin: string } {
  const note = readNote(source, place);
  const { origin, size, root } = readCheckpoint(note.text, place);
  const [own] = signaturesOf(note, witness);
  const held = own ? signatureHolds(witness, own, note.text) : { holds: false as const };
  if (!held.holds) throw new InputError(place, `a checkpoint that ${labelOf(witness)} cosigned; it was changed`);
  return { origin, size, root, at: held.at ?? 0 };
}

export type Cosigning =
  | {
      ok: true;
      /** The signature line, for the log. */ line: string;
      /** To be kept before the line is given away. */ seen: string;
    }
  | { ok: false; /** The status of tlog-witness. */ status: 400 | 403 | 404 | 409 | 422; reason: Reason; size: number };

export type Witness = {
  /** Signs the text of a checkpoint with the time. */
  sign: (text: string) => Signature;
  now: Date;
  /** Keys of the logs that it watches; a log's name is its origin. */
  logs: readonly VerifierKey[];
  /** Rotations and revocations of those keys, each signed by the key itself. */
  changes?: KeyHistory;
  /** What it remembers of this log; null where it never saw it. */
  seen: (origin: string) => Seen | null;
};

export function cosign({ old, hashes, checkpoint: source }: CosignRequest, witness: Witness): Cosigning {
  const note = readNote(source, "checkpoint");
  const checkpoint = readCheckpoint(note.text);
  const { origin, size } = checkpoint;
  const changes = witness.changes ?? noChanges;
  const keys = witness.logs.filter(({ name }) => name === origin).flatMap((key) => lineOf(key, changes));
  const seen = witness.seen(origin);
  const no = (status: 400 | 403 | 404 | 409 | 422, because: Reason): Cosigning => ({
    ok: false,
    status,
    reason: because,
    size: seen?.size ?? 0,
  });
  if (keys.length === 0) return no(404, reason("unknown-log", `It calls itself ${origin}.`));
  const signed = keys.flatMap((key) => signaturesOf(note, key).map((one) => ({ key, one })));
  const good = signed.filter(({ key, one }) => signatureHolds(key, one, note.text).holds);
  if (signed.length === 0) return no(403, reason("not-signed-by-log", `The log is ${origin}.`));
  if (good.length === 0) return no(403, reason("false-signature", `The log is ${origin}.`));
  if (!good.some(({ key }) => isWithinLimits(key, size, null, changes)))
    return no(403, reason("key-revoked", `The log is ${origin}.`));
  const refused = continues({ old, hashes }, checkpoint, seen, witness.now);
  if (refused) return no(refused.status, refused.because);
  const signature = witness.sign(note.text);
  const kept = writeNote({ text: note.text, signatures: [...good.map(({ one }) => one), signature] });
  return { ok: true, line: writeSignature(signature), seen: kept };
}

function continues(
  { old, hashes }: Omit<CosignRequest, "checkpoint">,
  { size, root }: Checkpoint,
  seen: Seen | null,
  now: Date,
): { status: 400 | 409 | 422; because: Reason } | null {
  const last = seen?.size ?? 0;
  if (size < last) return { status: 409, because: reason("rollback", `It had ${last} entries; now ${size}.`) };
  if (old > size) return { status: 400, because: reason("wrong-old-size", `From ${old}, to ${size}.`) };
  if (old !== last)
    return { status: 409, because: reason("wrong-old-size", `It starts from ${old}; last seen: ${last}.`) };
  if (seen && now.getTime() / 1000 < seen.at - CLOCK_TOLERANCE)
    return { status: 409, because: reason("clock-backwards", `It cosigned ${isoOf(seen.at)}.`) };
  if (last === 0 || !seen)
    return hashes.length === 0
      ? null
      : { status: 422, because: reason("not-consistent", "From nothing no proof is due.") };
  if (size === last)
    return sameBytes(root, seen.root) && hashes.length === 0
      ? null
      : { status: 409, because: reason("split-view", `Both have ${size} entries.`) };
  return consistencyHolds(last, size, seen.root, root, hashes)
    ? null
    : {
        status: 422,
        because: reason("split-view", `From ${last} to ${size} entries: no proof that the first are the same.`),
      };
}

/** Seconds that a clock may be set back without a word. */
const CLOCK_TOLERANCE = 300;
