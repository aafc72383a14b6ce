// Does a checkpoint count: is it signed by a log that the verifier knows, and cosigned as the verifier's policy asks?

import { base64 } from "./bytes.ts";
import { readCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { isWithinLimits, lineOf, noChanges, type KeyHistory } from "./key-change.ts";
import { COSIGNATURE, labelOf, NOTE, type VerifierKey } from "./key.ts";
import { readNote, signatureHolds, signaturesOf, type Note } from "./note.ts";
import { isQuorum, missingFor, type Policy } from "./policy.ts";
import { reason, type Cosigned, type Reason } from "./verdict.ts";

export type CheckpointOptions = {
  /** Rotations and revocations that the verifier knows. */
  changes?: KeyHistory;
  /** The oldest cosignature that counts, in days; any age where it is left out. */
  maxAgeDays?: number;
};

export type CheckedCheckpoint = {
  note: Note;
  checkpoint: Checkpoint;
  problems: Reason[];
  cautions: Reason[];
  signedBy: string | null;
  cosigned: Cosigned[];
  missing: string;
};

/** Clocks that agree this well are not worth a word. */
const TOLERANCE_SECONDS = 300;
const DAY_SECONDS = 86_400;

/** Throws an InputError where the note cannot be read. */
export function checkCheckpoint(
  source: string,
  policy: Policy,
  now: Date,
  { changes = noChanges, maxAgeDays }: CheckpointOptions = {},
): CheckedCheckpoint {
  const note = readNote(source, "checkpoint");
  const checkpoint = readCheckpoint(note.text);
  const log = checkLog(note, checkpoint, policy, changes);
  const witnesses = checkWitnesses(note, checkpoint, policy, { now, changes, maxAgeDays: maxAgeDays ?? Infinity });
  const plain = checkPlain(note, checkpoint, policy, changes);
  const names = new Set(witnesses.cosigned.map(({ witness }) => witness));
  const missing = missingFor(policy, names);
  // What weakens a cosignature speaks against the checkpoint only where the quorum then lacks it; a false one always.
  const isMet = isQuorum(policy, names);
  return {
    note,
    checkpoint,
    problems: [
      ...log.problems,
      ...witnesses.falsified,
      ...plain.problems,
      ...(isMet ? [] : [reason("quorum-not-met", `Missing: ${missing}.`), ...witnesses.weak]),
    ],
    cautions: [...(isMet ? witnesses.weak : []), ...clockCautions(witnesses.cosigned)],
    signedBy: log.signedBy,
    cosigned: [...witnesses.cosigned, ...plain.cosigned],
    missing,
  };
}

function checkLog(
  note: Note,
  { origin, size }: Checkpoint,
  { logs }: Policy,
  changes: KeyHistory,
): { problems: Reason[]; signedBy: string | null } {
  const keys = logs.filter(({ name }) => name === origin).flatMap((key) => lineOf(key, changes));
  if (keys.length === 0) return { problems: [reason("unknown-log", `It calls itself ${origin}.`)], signedBy: null };
  const problems: Reason[] = [];
  let signedBy: string | null = null;
  for (const key of keys) {
    for (const signature of signaturesOf(note, key)) {
      if (!signatureHolds(key, signature, note.text).holds)
        problems.push(reason("false-signature", `Key ${labelOf(key)}.`));
      else if (isWithinLimits(key, size, null, changes)) signedBy = labelOf(key);
      else problems.push(revoked(key, size, changes));
    }
  }
  // A signature by a key since revoked does no harm beside a good one of its successor.
  const standing = signedBy ? problems.filter(({ code }) => code !== "key-revoked") : problems;
  if (!signedBy && standing.length === 0) standing.push(reason("not-signed-by-log", `The log is ${origin}.`));
  return { problems: standing, signedBy };
}

/** Signatures without a time, of keys that were given by themselves. */
function checkPlain(
  note: Note,
  { origin, size }: Checkpoint,
  { plain = [] }: Policy,
  changes: KeyHistory,
): { problems: Reason[]; cosigned: Cosigned[] } {
  const others = plain.filter(({ name }) => name !== origin);
  const held = others.filter((first) =>
    lineOf(first, changes).some(
      (key) =>
        isWithinLimits(key, size, null, changes) &&
        signaturesOf(note, key).some((one) => signatureHolds(key, one, note.text).holds),
    ),
  );
  return {
    problems: others
      .filter((key) => !held.includes(key))
      .map((key) => reason("too-few-signatures", `Without a good signature: ${labelOf(key)}.`)),
    cosigned: held.map((key) => ({ witness: labelOf(key), key: labelOf(key), at: "" })),
  };
}

type Asked = { now: Date; changes: KeyHistory; maxAgeDays: number };

function checkWitnesses(
  note: Note,
  { size }: Checkpoint,
  { witnesses }: Policy,
  asked: Asked,
): { cosigned: Cosigned[]; falsified: Reason[]; weak: Reason[] } {
  const cosigned: Cosigned[] = [];
  const falsified: Reason[] = [];
  const weak: Reason[] = [];
  for (const [witness, first] of witnesses) {
    for (const key of lineOf(first, asked.changes)) {
      for (const signature of signaturesOf(note, key)) {
        const held = signatureHolds(key, signature, note.text);
        if (key.type !== COSIGNATURE && key.type !== NOTE) weak.push(reason("cannot-check", `Witness ${witness}.`));
        else if (!held.holds) falsified.push(reason("false-signature", `Witness ${witness}, key ${labelOf(key)}.`));
        else {
          const at = held.at ?? 0;
          const against = weakness(key, witness, size, at, asked);
          if (against) weak.push(against);
          else if (!cosigned.some((other) => other.witness === witness))
            cosigned.push({ witness, key: labelOf(key), at: isoOf(at) });
        }
      }
    }
  }
  return { cosigned, falsified, weak };
}

function weakness(key: VerifierKey, witness: string, size: number, at: number, asked: Asked): Reason | null {
  const now = asked.now.getTime() / 1000;
  if (at > now + TOLERANCE_SECONDS)
    return reason("time-ahead", `Witness ${witness} says ${isoOf(at)}, your clock ${isoOf(Math.floor(now))}.`);
  if (now - at > asked.maxAgeDays * DAY_SECONDS) return reason("too-old", `Witness ${witness} cosigned ${isoOf(at)}.`);
  return isWithinLimits(key, size, at, asked.changes) ? null : revoked(key, size, asked.changes);
}

function revoked(key: VerifierKey, size: number, { limits }: KeyHistory): Reason {
  const limit = limits.get(labelOf(key));
  return reason(
    "key-revoked",
    `Key ${labelOf(key)} counts up to ${limit?.size ?? 0} entries and ${isoOf(limit?.at ?? 0)}; this checkpoint has ${size}.`,
  );
}

function clockCautions(cosigned: readonly Cosigned[]): Reason[] {
  const times = cosigned.map(({ at }) => at).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  return (Date.parse(last) - Date.parse(first)) / 1000 > DAY_SECONDS
    ? [reason("clocks-disagree", `From ${first} to ${last}.`)]
    : [];
}

/** Seconds since 1970 as people write them; what no calendar holds is given as the number. */
export function isoOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `second ${seconds}` : date.toISOString().replace(".000Z", "Z");
}

export const rootText = ({ root }: Checkpoint): string => base64(root);
