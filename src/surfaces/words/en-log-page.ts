// What the page of the log says, and the page that checks proofs by itself, in English.

import { counted, number } from "./en.ts";

export const verifying = {
  title: "Check a proof",
  lead: "Drop a proof file, say whom you believe, and read whether it holds. This page does all of it by itself: nothing is sent or asked for, and it works without a network.",
  proof: "The proof",
  proofHint: "A .tlog-proof file or a checkpoint; also a signed text (.dsse.json) or an opened seal (.opening).",
  trust: "Whom you believe",
  trustHint:
    "A policy file, or public keys one a line: each must have signed. For an opened seal: the seal. Get them from somewhere else than the proof.",
  choose: "Choose a file",
  waiting: "Drop or paste a proof, and the verdict stands here.",
  noTrust: "Say whom you believe: without a key or a policy nothing can be checked.",
  holds: "Holds",
  fails: "Does not hold",
  also: "Also:",
  note: "Note:",
  opened: "What was revealed is what was sealed.",
  log: "Log",
  size: "Entries under the checkpoint",
  root: "Root",
  signedBy: "Signed by",
  notSignedBy: "Not signed by",
  type: "Kind of text",
  cosigned: (at: string): string => (at === "" ? "Cosigned, without a time, by" : `Cosigned ${at} by`),
  missing: "Not cosigned by",
  index: "Number of the entry",
  leaf: "Fingerprint of the entry (leaf hash)",
  entry: "The entry",
  carries: "What the file carries, unproved",
};

export const logPage = {
  nav: "Log",
  question: "Has anybody changed the record, and who has seen it?",
  lead: "Entries of a log are only ever added. Whoever changes, drops or reorders one is found out by anyone who holds a proof and a few public keys.",
  check: "Check a proof",
  offline: "In your browser, without asking this server.",
  download: "Take the page along as one file, to check on another machine",
  none: "No log is kept here yet",
  noneDo: "Make one in the data folder with the case’s records as its first entries:",
  noneThen: "Then let each party and a neutral make a key and cosign:",
  who: "Who has cosigned, and who has not",
  status: (origin: string, size: number, waiting: number): string =>
    `The log ${origin} has ${counted(size, "entry", "entries")} under its checkpoint${waiting === 0 ? "" : `, and ${number(waiting)} waiting for the next one`}.`,
  nobody: "Nobody has cosigned: this log is its operator’s word alone.",
  witnessColumns: ["Witness", "Has cosigned", "Last", "Since then"] as string[],
  noTime: "without a time",
  upToDate: "nothing: up to date",
  behind: (count: number, since: string | null): string =>
    `${counted(count, "entry", "entries")} not cosigned${since === null ? "" : `, the first of ${since.slice(0, 10)}`}`,
  keys: "Root and public keys",
  key: "Public key of the log",
  root: "Root",
  entries: "Entries",
  newer: "Newer",
  older: "Older",
  range: (from: number, to: number, total: number): string =>
    total === 0 ? "No entry yet." : `${number(from)} to ${number(to)} of ${counted(total, "entry", "entries")}`,
  plainEntry: "an entry",
  leaf: "leaf hash",
  proof: (index: number): string => `Proof of entry ${index}`,
  waits: "Waits for the next checkpoint: it cannot be proved yet.",
};
