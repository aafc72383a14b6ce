// Who signed, sealed and cosigned a text, in sentences.

import type { LoggedAs, SigningShown } from "../inputs/signing.ts";
import { counted, list } from "./en.ts";

export function signingSentences(shown: SigningShown): string[] {
  return [signedSentence(shown), ...earlierSentences(shown), ...sealSentences(shown), ...logSentences(shown)];
}

function signedSentence({ signed, missing }: SigningShown): string {
  const who = signed.map(({ by, key, at }) => `${by} (${key}, ${at.slice(0, 10)})`);
  const not = missing.length === 0 ? "" : ` Not signed by ${list(missing)}.`;
  return who.length === 0 ? `Nobody has signed this text.${not}` : `Signed by ${list(who)}.${not}`;
}

function earlierSentences({ earlier }: SigningShown): string[] {
  return earlier.map(
    ({ by, key, at, hash }) =>
      `${by} (${key}) signed an earlier text on ${at.slice(0, 10)}, ${hash.slice(0, 19)}…: not this one.`,
  );
}

function sealSentences({ seals }: SigningShown): string[] {
  return seals.map(({ by, seal, at, revealed }) => {
    const sealed = `${by} sealed a text on ${at.slice(0, 10)}, ${seal.slice(0, 19)}…`;
    if (revealed === null) return `${sealed}; it has not been opened.`;
    return `${sealed}, and opened it on ${revealed.at.slice(0, 10)}: ${revealed.thisText ? "it is this text." : "it is another text."}`;
  });
}

function logSentences({ log }: SigningShown): string[] {
  if (log === null) return [];
  if (log.entries.length === 0) return [`The log ${log.origin} does not hold this text.`];
  return log.entries.map((entry) => `Entry ${entry.index} of the log ${log.origin} is ${entrySentence(entry)}`);
}

function entrySentence({ what, proved, cosigned, waiting }: LoggedAs): string {
  const held = what === "text" ? "this text" : "its signed envelope";
  if (!proved) return `${held}; it waits for the next checkpoint, so nobody can cosign it yet.`;
  const by = cosigned.map(({ witness, at }) => (at === "" ? witness : `${witness} (${at})`));
  const not = waiting.map(
    ({ witness, at, behind, since }) =>
      `${witness}, who cosigned last ${at === "" ? "at an unknown time" : at} and is ${counted(behind, "entry", "entries")} behind${since === null ? "" : ` since ${since}`}`,
  );
  const cosigners = by.length === 0 ? "cosigned by nobody" : `cosigned by ${list(by)}`;
  return `${held}, ${cosigners}.${not.length === 0 ? "" : ` Not by ${list(not)}.`}`;
}
