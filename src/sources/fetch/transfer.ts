// Brings the bytes behind an address into a .part file: what was cut off is resumed, what fails for the moment is tried
// again, and a server can neither keep us waiting, nor send us in circles, nor fill the disk.

import { open as openFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { SourceError, type SourceErrorCode } from "../../values/errors.ts";
import { findPart, partPath, removeParts, type PartFile } from "./part-file.ts";

export type Progress = { received: number; total: number | null };

export type TransferOptions = {
  largestBytes: number;
  /** Milliseconds until a server must have answered, and between two pieces of what it sends. */
  connectMs: number;
  idleMs: number;
  attempts: number;
  redirects: number;
  fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Pauses before a further attempt. */
  wait: (milliseconds: number) => Promise<void>;
  progress: (progress: Progress) => void;
  note: (text: string) => void;
};

/** What may pass by itself: worth another attempt. */
class Passing extends Error {
  readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const FIRST_PAUSE_MS = 500;

/** Gives the path of the complete .part file. */
export async function transfer(address: string, target: string, options: TransferOptions): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(new URL(address), target, options);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (attempt >= options.attempts)
        throw new SourceError(
          error.code,
          `${address}: ${error.message} (after ${attempt} attempts; what came is kept, run it again to go on)`,
          { cause: error },
        );
      options.note(`${error.message}; trying again`);
      await options.wait(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

async function attemptOnce(address: URL, target: string, options: TransferOptions): Promise<string> {
  const part = findPart(target);
  const asked: Record<string, string> = part?.validator
    ? { range: `bytes=${part.size}-`, "if-range": part.validator }
    : {};
  const watch = watchdog(options);
  try {
    const response = await follow(address, asked, watch.signal, options);
    watch.heard();
    return await receive(response, part, target, watch, options);
  } catch (error) {
    if (error instanceof SourceError || error instanceof Passing) throw error;
    if (watch.signal.aborted) throw watch.signal.reason;
    const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    if (code === "ENOSPC")
      throw new SourceError("no-space", `the disk is full: ${target} was not written`, { cause: error });
    if (code === "EACCES" || code === "EROFS")
      throw new SourceError("read-only", `${target} cannot be written (${code})`, { cause: error });
    throw new Passing("network", `the connection failed (${code ?? message})`);
  } finally {
    watch.stop();
  }
}

type Watch = { signal: AbortSignal; heard: () => void; stop: () => void };

/** Ends the request when the server is silent for too long. */
function watchdog({ connectMs, idleMs }: TransferOptions): Watch {
  const controller = new AbortController();
  let timer: NodeJS.Timeout;
  const within = (milliseconds: number, what: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.abort(new Passing("time-out", `the server ${what} for ${milliseconds / 1000} s`));
    }, milliseconds);
  };
  within(connectMs, "did not answer");
  return {
    signal: controller.signal,
    heard: () => {
      within(idleMs, "sent nothing");
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}

async function follow(
  address: URL,
  asked: Record<string, string>,
  signal: AbortSignal,
  { fetch, redirects }: TransferOptions,
): Promise<Response> {
  let url = address;
  for (let step = 0; step <= redirects; step++) {
    // Bytes are counted and resumed as the server keeps them: nothing may be packed on the way.
    const response = await fetch(url, {
      headers: { ...asked, "accept-encoding": "identity", "user-agent": "detente" },
      redirect: "manual",
      signal,
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || response.status === 304 || location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, url);
    if (next === null || !/^https?:$/.test(next.protocol))
      throw new SourceError("network", `${url.href} leads to an address that is none`);
    if (url.protocol === "https:" && next.protocol === "http:")
      throw new SourceError("network", `${url.href} leads from https to http (${next.href}): refused`);
    url = next;
  }
  throw new SourceError("network", `${address.href} leads on and on: more than ${redirects} redirects`);
}

async function receive(
  response: Response,
  part: PartFile | null,
  target: string,
  watch: Watch,
  options: TransferOptions,
): Promise<string> {
  const { status, headers } = response;
  const range = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
  if (status === 416 && part) {
    await response.body?.cancel();
    // All that there is had come before the last run ended.
    if (range?.[2] === String(part.size)) return part.path;
    removeParts(target);
    throw new Passing("network", "the file has changed since it was begun");
  }
  refuseStatus(response);
  const resumed = status === 206 && part !== null && range?.[1] === String(part.size);
  if (status === 206 && !resumed) {
    await response.body?.cancel();
    removeParts(target);
    throw new Passing("network", "the server sent another part than was asked for");
  }
  const packed = !["", "identity"].includes(headers.get("content-encoding") ?? "");
  const length = packed ? null : headers.get("content-length");
  const from = resumed ? part.size : 0;
  const total = length === null ? null : from + Number(length);
  if (total !== null && total > options.largestBytes) {
    await response.body?.cancel();
    removeParts(target);
    throw tooLarge(options);
  }
  if (!resumed) removeParts(target);
  const path = resumed ? part.path : partPath(target, packed ? null : validatorOf(headers));
  const received = await write(response, path, from, watch, total, options);
  if (total !== null && received !== total)
    throw new Passing("network", `the connection was cut off at ${received} of ${total} bytes`);
  return path;
}

async function write(
  response: Response,
  path: string,
  from: number,
  watch: Watch,
  total: number | null,
  options: TransferOptions,
): Promise<number> {
  const file = await openFile(path, from > 0 ? "a" : "w");
  let received = from;
  try {
    for await (const piece of response.body ?? []) {
      watch.heard();
      received += piece.length;
      if (received > options.largestBytes) throw tooLarge(options);
      await file.write(piece);
      options.progress({ received, total });
    }
  } catch (error) {
    if (error instanceof SourceError) rmSync(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return received;
}

function refuseStatus({ status, url }: Response): void {
  if (status === 200 || status === 206) return;
  if (status === 429 || status >= 500) throw new Passing("network", `the server answered ${status}`);
  if (status === 404 || status === 410)
    throw new SourceError("missing", `${url || "the address"} is not there any more (${status})`);
  throw new SourceError("network", `${url || "the address"} answered ${status}`);
}

/** A strong validator: only with one can two parts be known to belong together. */
function validatorOf(headers: Headers): string | null {
  const tag = headers.get("etag");
  if (tag !== null) return tag.startsWith("W/") ? null : tag;
  return headers.get("last-modified");
}

function tooLarge({ largestBytes }: TransferOptions): SourceError {
  return new SourceError(
    "damaged",
    `the file is larger than ${largestBytes} bytes, which it never was: nothing was kept`,
  );
}
