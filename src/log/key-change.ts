// Keys wear out and get stolen. A change of keys is a signed note of its own, which may stand in the log too:
//
//   detente.key-change/v1
//   rotate | revoke
//   <the key>
//   <its successor, or ->
//   size <entries in the log when it was changed>
//   time <seconds since 1970>
//
// A rotation is signed by both keys, a revocation by the key itself or its successor: nobody can retire another's key.
// From then on the old key counts only under checkpoints of at most that size, and for cosignatures not after that time.

import { InputError } from "../values/errors.ts";
import { wholeNumber } from "./bytes.ts";
import { labelOf, readVerifierKey, writeVerifierKey, type VerifierKey } from "./key.ts";
import { readNote, signatureHolds, signaturesOf, type Note } from "./note.ts";

const FIRST_LINE = "detente.key-change/v1";

export type KeyChange = {
  kind: "rotate" | "revoke";
  key: VerifierKey;
  successor: VerifierKey | null;
  size: number;
  at: number;
};

/** A key's last good size and time, by its label. */
export type Limits = ReadonlyMap<string, { size: number; at: number }>;

export type KeyHistory = {
  limits: Limits;
  /** Successors by the label of the key that they follow. */
  successors: ReadonlyMap<string, VerifierKey>;
};

export const noChanges: KeyHistory = { limits: new Map(), successors: new Map() };

export function writeKeyChange({ kind, key, successor, size, at }: KeyChange): string {
  const lines = [
    FIRST_LINE,
    kind,
    writeVerifierKey(key),
    successor ? writeVerifierKey(successor) : "-",
    `size ${size}`,
    `time ${at}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** A file of changes: notes one after the other, each beginning with the first line. */
export function readKeyChanges(text: string, place = "changes"): KeyHistory {
  const [before, ...parts] = `\n${text}`.split(`\n${FIRST_LINE}\n`);
  if (before !== "" || parts.length === 0) throw new InputError(place, `notes that begin with ${FIRST_LINE}`);
  const changes = parts.map((part, index) =>
    readKeyChange(`${FIRST_LINE}\n${part}${index < parts.length - 1 ? "\n" : ""}`, `${place}, change ${index + 1}`),
  );
  const limits = new Map<string, { size: number; at: number }>();
  const successors = new Map<string, VerifierKey>();
  for (const { change, note } of changes) {
    const label = labelOf(change.key);
    mustBeSigned(change, note, successors.get(label) ?? null, place);
    const other = successors.get(label);
    if (change.successor && other && labelOf(other) !== labelOf(change.successor))
      throw new InputError(place, `one successor of ${label}: two were signed, so neither can be believed`);
    if (change.successor) successors.set(label, change.successor);
    const limit = limits.get(label);
    limits.set(label, {
      size: Math.min(limit?.size ?? Infinity, change.size),
      at: Math.min(limit?.at ?? Infinity, change.at),
    });
  }
  return { limits, successors };
}

function readKeyChange(source: string, place: string): { change: KeyChange; note: Note } {
  const note = readNote(source, place);
  const [, kind = "", keyText = "", successorText = "", sizeText = "", timeText = "", ...rest] = note.text.split("\n");
  const size = sizeText.startsWith("size ") ? wholeNumber(sizeText.slice(5)) : null;
  const at = timeText.startsWith("time ") ? wholeNumber(timeText.slice(5)) : null;
  if ((kind !== "rotate" && kind !== "revoke") || size === null || at === null || rest.join("") !== "")
    throw new InputError(place, "rotate or revoke, two keys, size and time", note.text);
  if ((kind === "rotate") === (successorText === "-")) throw new InputError(place, "a successor if it is a rotation");
  const key = readVerifierKey(keyText, place);
  const successor = successorText === "-" ? null : readVerifierKey(successorText, place);
  if (successor && (successor.name !== key.name || successor.type !== key.type))
    throw new InputError(place, `a successor of the same name and type as ${labelOf(key)}`, labelOf(successor));
  return { change: { kind, key, successor, size, at }, note };
}

function mustBeSigned({ kind, key, successor }: KeyChange, note: Note, known: VerifierKey | null, place: string): void {
  const signed = (by: VerifierKey | null): boolean =>
    by !== null && signaturesOf(note, by).some((signature) => signatureHolds(by, signature, note.text).holds);
  const enough = kind === "rotate" ? signed(key) && signed(successor) : signed(key) || signed(known);
  if (!enough)
    throw new InputError(
      place,
      kind === "rotate"
        ? `signatures of the old and the new key on the rotation of ${labelOf(key)}`
        : `a signature of ${labelOf(key)} or its successor on the revocation`,
    );
}

/** The key and those that followed it, the first first. */
export function lineOf(key: VerifierKey, { successors }: KeyHistory): VerifierKey[] {
  const line = [key];
  for (let next = successors.get(labelOf(key)); next && !line.some((one) => labelOf(one) === labelOf(next!));) {
    line.push(next);
    next = successors.get(labelOf(next));
  }
  return line;
}

/** Whether a key's signature counts under a checkpoint of that size, made at that time where it states one. */
export function isWithinLimits(key: VerifierKey, size: number, at: number | null, { limits }: KeyHistory): boolean {
  const limit = limits.get(labelOf(key));
  return !limit || (size <= limit.size && (at === null || at <= limit.at));
}
