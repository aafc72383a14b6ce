// The commands about logs that two sides can audit.

import type { Command } from "./command.ts";

const DIR = { "dir DIR": "the log's folder" };
const JSON_FLAG = { json: "print one JSON document" };

export const logCommands: readonly Command[] = [
  {
    usage: "log keygen NAME",
    summary: "Make a key: the private one in a file for you alone, the public one printed",
    options: {
      "out FILE": "where the private key goes (default: keys/NAME.key in the data folder)",
      witness: "a key that cosigns logs, instead of one that signs a log or a text",
      ...JSON_FLAG,
    },
    example: "detente log keygen example.org/log --out log.key",
    load: () => import("./commands/log-keygen.ts"),
  },
  {
    usage: "log init",
    summary: "Begin a log: a folder that any static host can serve",
    options: {
      ...DIR,
      "origin NAME": "the log's name, an address without https://, such as example.org/log",
      "key FILE": "its private key; made where it is not there",
      "from CASE": "with the ledger's records of a case as its first entries",
      ...JSON_FLAG,
    },
    example: "detente log init --dir log --origin example.org/log --key log.key",
    load: () => import("./commands/log-init.ts"),
  },
  {
    usage: "log append [FILE]",
    summary: "Add entries; they are on disk when this returns, and wait for the next checkpoint",
    options: {
      ...DIR,
      lines: "each line of FILE is an entry; else all of it is one",
      "text TEXT…": "a text that is an entry (may be given often)",
      "case CASE": "the ledger's records of a case that the log does not hold yet",
      "key FILE": "make a checkpoint too, with this private key",
      ...JSON_FLAG,
    },
    example: "detente log append clause.json --dir log",
    load: () => import("./commands/log-append.ts"),
  },
  {
    usage: "log checkpoint",
    summary: "Take in what waits, and sign the log as it then stands",
    options: { ...DIR, "key FILE": "the log's private key", ...JSON_FLAG },
    example: "detente log checkpoint --dir log --key log.key",
    load: () => import("./commands/log-checkpoint.ts"),
  },
  {
    usage: "log prove [INDEX]",
    summary: "Prove that an entry is in the log, in one file that is checked without the log",
    options: {
      ...DIR,
      "entry FILE": "the entry with this content, instead of its number",
      "out FILE": "write it there, best as NAME.tlog-proof (default: print it)",
      bare: "leave the entry itself out of the file",
      "since SIZE": "instead, prove to a witness that the log of SIZE entries only grew",
      ...JSON_FLAG,
    },
    example: "detente log prove 214 --dir log --out entry.tlog-proof",
    load: () => import("./commands/log-prove.ts"),
  },
  {
    usage: "log verify FILE",
    summary: "Check a proof, a checkpoint or a signed text against the keys that you believe",
    options: {
      "policy FILE": "whom you believe: logs, witnesses and how many of them (C2SP tlog-policy)",
      "key KEY…": "instead, a public key or its file; each must have signed (may be given often)",
      "entry FILE": "the entry, where the proof does not carry it",
      "changes FILE": "rotated and revoked keys",
      "max-age DAYS": "the oldest cosignature that counts",
      "threshold N": "for a text: how many of the keys must have signed (default all)",
      ...JSON_FLAG,
    },
    example: "detente log verify entry.tlog-proof --policy both-parties.policy",
    load: () => import("./commands/log-verify.ts"),
  },
  {
    usage: "log cosign [REQUEST]",
    summary: "As a witness: cosign a log if it continues what you saw of it last",
    options: {
      ...DIR,
      "key FILE": "the witness's private key",
      "log KEY…": "the log's public key or its file; else what its folder says when first met",
      "policy FILE": "take the logs' keys from a policy",
      "changes FILE": "rotated and revoked keys, for a REQUEST",
      "state DIR": "where the witness remembers what it saw (default: KEYFILE.seen)",
      "add FILE": "instead, put a line that a witness sent under the log's checkpoint",
      "witness KEY": "the public key of that witness",
      ...JSON_FLAG,
    },
    example: "detente log cosign --dir log --key witness.key",
    load: () => import("./commands/log-cosign.ts"),
  },
  {
    usage: "log fsck",
    summary: "Check every file of a log, and say who has not cosigned, and since when",
    options: {
      ...DIR,
      "policy FILE": "the quorum that its checkpoint should have",
      "since FILE": "an earlier checkpoint that the log must continue",
      ...JSON_FLAG,
    },
    example: "detente log fsck --dir log",
    load: () => import("./commands/log-fsck.ts"),
  },
  {
    usage: "log sign FILE",
    summary: "Sign a text that several parties sign; the signatures gather in one envelope (DSSE)",
    options: {
      "key FILE": "your private key",
      "out FILE": "the envelope (default: FILE.dsse.json); signatures that are there stay",
      "type TYPE": "the text's media type (default application/vnd.detente.agreement+json)",
      ...JSON_FLAG,
    },
    example: "detente log sign agreement.json --key party.key",
    load: () => import("./commands/log-sign.ts"),
  },
  {
    usage: "log seal FILE",
    summary: "Commit to a text now, to reveal it later: a seal to publish, an opening to keep",
    options: {
      "party NAME": "who declares",
      "out FILE": "the seal (default: FILE.seal)",
      "opening FILE": "what opens it (default: FILE.opening)",
      ...JSON_FLAG,
    },
    example: "detente log seal red-line.txt --party USA",
    load: () => import("./commands/log-seal.ts"),
  },
  {
    usage: "log reveal FILE",
    summary: "Check that an opening opens a seal, and show the words",
    options: { "seal FILE": "the seal that was published", ...JSON_FLAG },
    example: "detente log reveal red-line.txt.opening --seal red-line.txt.seal",
    load: () => import("./commands/log-reveal.ts"),
  },
  {
    usage: "log rotate OLD NEW",
    summary: "Let a new private key follow an old one; both sign that it does",
    options: {
      ...DIR,
      "size N": "entries up to which the old key counts (default: those under the log's checkpoint)",
      "changes FILE": "the file to add it to (default: key-changes in the log's folder)",
      ...JSON_FLAG,
    },
    example: "detente log rotate old.key new.key --dir log",
    load: () => import("./commands/log-key-change.ts"),
  },
  {
    usage: "log revoke KEY",
    summary: "Declare that a key counts no more: its later signatures are refused",
    options: {
      ...DIR,
      "size N": "entries up to which the key counts (default: those under the log's checkpoint)",
      "changes FILE": "the file to add it to (default: key-changes in the log's folder)",
      ...JSON_FLAG,
    },
    example: "detente log revoke stolen.key --dir log",
    load: () => import("./commands/log-key-change.ts"),
  },
];
