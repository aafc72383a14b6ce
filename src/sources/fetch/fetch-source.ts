// Fetches a list from its publisher: the whole file, checked against the publisher's checksum where there is one and
// against what the importer reads, or nothing but a .part file to go on with.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { InputError, SourceError } from "../../values/errors.ts";
import type { Importer } from "../importer.ts";
import { runImport } from "../run-import.ts";
import { contentKind, expectedKinds } from "./content-kind.ts";
import type { Download } from "./downloads.ts";
import { transfer, type TransferOptions } from "./transfer.ts";

export type Fetched = {
  name: string;
  url: string;
  file: string;
  bytes: number;
  sha256: string;
  /** The publisher's own checksum, where it was found and agrees. */
  checksum: { algorithm: "md5"; value: string } | null;
  rows: number;
  rejected: number;
};

export type FetchOptions = Omit<TransferOptions, "largestBytes">;

/** Patient with a slow publisher, and not for ever. */
export const fetchDefaults: Pick<FetchOptions, "connectMs" | "idleMs" | "attempts" | "redirects" | "fetch" | "wait"> = {
  connectMs: 20_000,
  idleMs: 30_000,
  attempts: 5,
  redirects: 5,
  fetch: (url, init) => globalThis.fetch(url, init),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export async function fetchSource(
  importer: Importer,
  download: Download,
  folder: string,
  options: FetchOptions,
): Promise<Fetched> {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, basename(download.file));
  const { largestBytes, url, page } = download;
  const published = download.checksum ? await publishedMd5(download.checksum, options) : null;
  const part = await transfer(url, target, { ...options, largestBytes }).catch((error: unknown) => {
    throw withPage(error, importer, page);
  });
  try {
    const bytes = readFileSync(part);
    if (published !== null) checkMd5(bytes, published, url);
    const read = await checkContent(importer, bytes, download);
    renameSync(part, target);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return {
      name: importer.name,
      url,
      file: target,
      bytes: bytes.length,
      sha256,
      checksum: published === null ? null : { algorithm: "md5", value: published },
      ...read,
    };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Where the list can be looked for when its address is gone. */
function withPage(error: unknown, { title }: Importer, page: string): unknown {
  if (!(error instanceof SourceError) || error.code !== "missing") return error;
  return new SourceError("missing", `${error.message}: the publisher has moved ${title}; look at ${page}`, {
    cause: error,
  });
}

function checkMd5(bytes: Uint8Array, published: string, url: string): void {
  const found = createHash("md5").update(bytes).digest("hex");
  if (found === published) return;
  throw new SourceError(
    "damaged",
    `${url}: its MD5 is ${found}, the publisher says ${published}: nothing was kept, run it again`,
  );
}

/** What came must be what the importer reads: a page that changed shows here. */
async function checkContent(
  importer: Importer,
  bytes: Uint8Array,
  { url, page, file }: Download,
): Promise<Pick<Fetched, "rows" | "rejected">> {
  const changed = (what: string): SourceError =>
    new SourceError(
      "damaged",
      `${url} gives ${what}: the publisher's page has changed; look at ${page}. Nothing was kept`,
    );
  const kind = contentKind(bytes);
  const { format } = importer.layout;
  if (kind === "html") throw changed(`a web page, not ${importer.title} as ${format.toUpperCase()}`);
  if (!expectedKinds[format]?.includes(kind)) throw changed(`no ${format.toUpperCase()} file (its content is ${kind})`);
  try {
    const { rows, accepted, rejections } = await runImport(importer, bytes, { file });
    if (accepted === 0) throw changed(`a file of which ${importer.name} can read no row`);
    return { rows, rejected: rejections.length };
  } catch (error) {
    if (error instanceof InputError) throw changed(`a file that ${importer.name} cannot read (${error.message})`);
    throw error;
  }
}

const LARGEST_RECORD = 4 * 1024 * 1024;
const recordSchema = z.object({ files: z.array(z.object({ key: z.string(), checksum: z.string() })) });

/** The MD5 of Zenodo's record; null, and said, where it cannot be had: a checksum is no reason to fail without one. */
async function publishedMd5(
  { record, key }: { record: string; key: string },
  { fetch, connectMs, note }: FetchOptions,
): Promise<string | null> {
  try {
    const response = await fetch(new URL(record), {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(connectMs),
    });
    if (!response.ok || Number(response.headers.get("content-length") ?? 0) > LARGEST_RECORD)
      throw new Error(`answered ${response.status}`);
    const { files } = recordSchema.parse(await response.json());
    const found = files.find((file) => file.key === key)?.checksum;
    if (found === undefined || !/^md5:[0-9a-f]{32}$/i.test(found)) throw new Error("it names no such file");
    return found.slice("md5:".length).toLowerCase();
  } catch (error) {
    note(
      `the publisher's checksum cannot be read from ${record} (${(error as Error).message.slice(0, 100)}); going on without`,
    );
    return null;
  }
}
