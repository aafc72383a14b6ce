// The answers that a copy holds: asked of the workbench once each, and kept as files.

import { createHash } from "node:crypto";
import { fileOfAnswer, fileOfDownload } from "./addresses.ts";

/** What the workbench answers to an address. */
export type Ask = (address: string) => Promise<Response>;

export type Files = Map<string, Uint8Array>;

export class Answers {
  readonly files: Files;
  readonly #ask: Ask;
  readonly #read = new Map<string, unknown>();

  constructor(ask: Ask, files: Files) {
    this.#ask = ask;
    this.files = files;
  }

  /** An answer, which is then part of the copy; `change` takes out what is none of a reader's business. */
  async json<Answer>(address: string, change: (answer: Answer) => Answer = (same) => same): Promise<Answer> {
    const found = this.#read.get(address);
    if (found !== undefined) return found as Answer;
    const response = await this.#ask(address);
    // A refusal (422) is an answer.
    if (!response.ok && response.status !== 422) throw await failed(address, response);
    const answer = change((await response.json()) as Answer);
    this.#read.set(address, answer);
    this.files.set(fileOfAnswer(address), new TextEncoder().encode(JSON.stringify(answer)));
    return answer;
  }

  /** Something to take along, as it is. */
  async file(address: string): Promise<void> {
    const response = await this.#ask(address);
    if (response.status === 422) return;
    if (!response.ok) throw await failed(address, response);
    this.files.set(fileOfDownload(address), new Uint8Array(await response.arrayBuffer()));
  }

  /** The hash of the file that an answer is kept in. */
  hash(address: string): { file: string; sha256: string } {
    const file = fileOfAnswer(address);
    return { file, sha256: sha256(this.files.get(file) ?? new Uint8Array()) };
  }
}

async function failed(address: string, response: Response): Promise<Error> {
  const text = await response.text();
  return new Error(`Cannot publish: the workbench answered ${address} with ${response.status}: ${text.slice(0, 300)}`);
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
