// What a result needs so that it can be made again: the words that made it, the program's version, and a hash of every
// file and every case that it read. It is written into the JSON document under `replay`.

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Effects } from "./command.ts";

export type Replay = {
  version: string;
  /** The words after `detente`. */
  words: string[];
  /** Files as they were named, and cases, each with the SHA-256 of what was read. */
  inputs: Record<string, string>;
};

export type Recorded = { status: number; printed: string; inputs: Record<string, string> };

/** Runs a command and keeps what it prints and which cases it reads. */
export async function recorded(effects: Effects, command: (effects: Effects) => Promise<number>): Promise<Recorded> {
  const [lines, inputs]: [string[], Record<string, string>] = [[], {}];
  const status = await command({
    ...effects,
    print: (text) => lines.push(text),
    async openLedger() {
      const ledger = await effects.openLedger();
      const noted = async (caseId: string, reading: ReturnType<typeof ledger.view>): typeof reading => {
        const view = await reading;
        inputs[`case ${caseId}`] = view.hash;
        return view;
      };
      return {
        ...ledger,
        view: (caseId) => noted(caseId, ledger.view(caseId)),
        viewAt: (caseId, moment) => noted(caseId, ledger.viewAt(caseId, moment)),
      };
    },
  });
  return { status, printed: lines.join("\n"), inputs };
}

/** The document with `replay` in it; what is no object, or does not parse, as it is. */
export function withReplay({ printed, inputs }: Recorded, words: readonly string[], version: string): string {
  const document = objectIn(printed);
  if (document === null) return printed;
  const replay: Replay = { version, words: replayable(words), inputs: { ...filesIn(words), ...inputs } };
  return JSON.stringify({ ...document, replay }, null, 2);
}

export function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const writes = new Set(["--out", "--html", "--pdf"]);

/** Without what would write a file again. */
function replayable(words: readonly string[]): string[] {
  return words.filter((word, index) => !writes.has(word.split("=")[0] ?? "") && !writes.has(words[index - 1] ?? ""));
}

const LARGEST = 256 * 1024 * 1024;

/** The files that the words name, by themselves or after `=`, with their hashes. */
export function filesIn(words: readonly string[]): Record<string, string> {
  const named = replayable(words).flatMap((word) => [word, ...word.split(/[,=]/)]);
  return Object.fromEntries([...new Set(named)].flatMap((name) => (isFile(name) ? [[name, hashOf(name)]] : [])));
}

function isFile(name: string): boolean {
  try {
    const found = statSync(name);
    return found.isFile() && found.size <= LARGEST;
  } catch {
    return false;
  }
}

function hashOf(file: string): string {
  return `sha256:${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
}
