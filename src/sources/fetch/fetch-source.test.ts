// A publisher's server that misbehaves, on this machine. No other network is used.

import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SourceError } from "../../values/errors.ts";
import { importers } from "../index.ts";
import { plainCsv } from "../plain/plain.ts";
import { contentKind } from "./content-kind.ts";
import { byHand, downloads, type Download } from "./downloads.ts";
import { fetchDefaults, fetchSource, type Fetched, type FetchOptions } from "./fetch-source.ts";

type Handle = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const head =
  "id,about,author,authorKind,authorSide,stance,accusedStates,victimStates,effects,sectors,basis,sourceGrade,claimGrade,summary,checked";
const rows = Array.from(
  { length: 400 },
  (_, index) =>
    `own:${index},incident,A ministry,government,third,asserts,USA,CHN,espionage,unknown,political,B,3,It says so ${index}.,page-read`,
);
const list = Buffer.from([head, ...rows].join("\n"));

let folder: string;
let server: Server;
let asked: { url: string; range: string | undefined; ifRange: string | undefined }[];
let notes: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fetch-"));
  asked = [];
  notes = [];
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function listen(handle: Handle): Promise<string> {
  server = createServer((request, response) => {
    asked.push({
      url: request.url ?? "",
      range: request.headers.range,
      ifRange: request.headers["if-range"] as string | undefined,
    });
    handle(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function options(more: Partial<FetchOptions> = {}): FetchOptions {
  return {
    ...fetchDefaults,
    connectMs: 300,
    idleMs: 300,
    attempts: 3,
    wait: () => Promise.resolve(),
    progress: () => undefined,
    note: (text) => notes.push(text),
    ...more,
  };
}

function from(base: string, more: Partial<Download> = {}): Download {
  return {
    url: `${base}/list.csv`,
    file: "list.csv",
    largestBytes: 1_000_000,
    page: "https://publisher.example/lists",
    ...more,
  };
}

async function fetched(
  handle: Handle,
  more: Partial<Download> = {},
  how: Partial<FetchOptions> = {},
): Promise<Fetched> {
  return fetchSource(plainCsv, from(await listen(handle), more), folder, options(how));
}

/** Serves the list with an ETag, and ranges of it only for that one. */
function serve(request: IncomingMessage, response: ServerResponse, body: Buffer = list, tag = '"v1"'): void {
  const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
  if (!start || request.headers["if-range"] !== tag)
    return void response.writeHead(200, { etag: tag, "content-length": body.length }).end(body);
  const at = Number(start[1]);
  if (at >= body.length) return void response.writeHead(416, { "content-range": `bytes */${body.length}` }).end();
  response
    .writeHead(206, {
      etag: tag,
      "content-range": `bytes ${at}-${body.length - 1}/${body.length}`,
      "content-length": body.length - at,
    })
    .end(body.subarray(at));
}

/** Sends the beginning and breaks the connection. */
function cut(response: ServerResponse, at: number, tag = '"v1"'): void {
  response.writeHead(200, { etag: tag, "content-length": list.length });
  response.write(list.subarray(0, at), () => setTimeout(() => response.destroy(), 20));
}

const left = (): string[] => readdirSync(folder);

describe("fetchSource()", () => {
  test("brings a list whole, and says what it holds", async () => {
    const seen: number[] = [];
    const found = await fetched(
      (request, response) => serve(request, response),
      {},
      { progress: ({ received }) => seen.push(received) },
    );
    expect(found).toMatchObject({
      rows: 400,
      rejected: 0,
      bytes: list.length,
      checksum: null,
      sha256: createHash("sha256").update(list).digest("hex"),
    });
    expect(readFileSync(found.file)).toEqual(list);
    expect(left()).toEqual(["list.csv"]);
    expect(seen.at(-1)).toBe(list.length);
  });

  test("goes on where it was cut off, asking for the rest of the same version only", async () => {
    const found = await fetched((request, response, count) =>
      count === 1 ? cut(response, 10_000) : serve(request, response),
    );
    expect(asked[1]).toEqual({ url: "/list.csv", range: "bytes=10000-", ifRange: '"v1"' });
    expect(readFileSync(found.file)).toEqual(list);
    expect(notes.join()).toMatch(/trying again/);
  });

  test("starts again when the file changed meanwhile", async () => {
    const newer = Buffer.concat([list, Buffer.from("\n")]);
    const found = await fetched((request, response, count) =>
      count === 1 ? cut(response, 10_000) : serve(request, response, newer, '"v2"'),
    );
    expect(readFileSync(found.file)).toEqual(newer);
  });

  test("keeps what came when it gives up, and a later run goes on from there", async () => {
    const base = await listen((request, response, count) =>
      count <= 3 ? cut(response, 5000) : serve(request, response),
    );
    await expect(fetchSource(plainCsv, from(base), folder, options())).rejects.toThrow(/cut off|connection failed/);
    expect(left()).toEqual([expect.stringMatching(/^list\.csv\..+\.part$/)]);
    const found = await fetchSource(plainCsv, from(base), folder, options());
    expect(asked[3]?.range).toBe("bytes=5000-");
    expect(readFileSync(found.file)).toEqual(list);
    expect(left()).toEqual(["list.csv"]);
  });

  test("finishes a part that had come whole", async () => {
    writeFileSync(join(folder, `list.csv.${Buffer.from('"v1"').toString("base64url")}.part`), list);
    await fetched((request, response) => serve(request, response));
    expect(asked).toHaveLength(1);
    expect(left()).toEqual(["list.csv"]);
  });

  test("tries a server again that fails for the moment", async () => {
    const waits: number[] = [];
    const wait = (milliseconds: number): Promise<void> => (waits.push(milliseconds), Promise.resolve());
    await fetched(
      (request, response, count) =>
        count < 3 ? void response.writeHead(count === 1 ? 500 : 429).end() : serve(request, response),
      {},
      { wait },
    );
    expect(waits).toEqual([500, 1000]);
    expect(asked).toHaveLength(3);
  });

  test("does not wait for a server that never answers, or falls silent", async () => {
    const base = await listen(() => undefined);
    const before = performance.now();
    await expect(fetchSource(plainCsv, from(base), folder, options({ attempts: 1 }))).rejects.toMatchObject({
      code: "time-out",
    });
    server.removeAllListeners("request");
    server.on("request", (_request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, { "content-length": list.length });
      response.write(list.subarray(0, 100));
    });
    await expect(fetchSource(plainCsv, from(base), folder, options({ attempts: 1 }))).rejects.toMatchObject({
      code: "time-out",
      message: expect.stringContaining("sent nothing") as string,
    });
    expect(performance.now() - before).toBeLessThan(5000);
    expect(left().filter((name) => !name.endsWith(".part"))).toEqual([]);
  });

  test("waits for a slow server that keeps sending", async () => {
    const found = await fetched((_request, response) => {
      response.writeHead(200, { etag: '"v1"' });
      let at = 0;
      const timer = setInterval(() => {
        response.write(list.subarray(at, (at += 8000)));
        if (at >= list.length) {
          clearInterval(timer);
          response.end();
        }
      }, 100);
    });
    expect(readFileSync(found.file)).toEqual(list);
  });

  test("says where to look when the address is gone", async () => {
    await expect(fetched((_request, response) => void response.writeHead(404).end())).rejects.toThrow(
      /not there any more \(404\).*moved Statements of your own.*https:\/\/publisher\.example\/lists/,
    );
    expect(asked).toHaveLength(1);
  });

  test.each([
    [
      "a web page",
      "<!DOCTYPE html><html><body>Please log in</body></html>",
      /gives a web page, not Statements of your own, as CSV as CSV: the publisher's page has changed/,
    ],
    ["a table without a column", "id,name\n1,a\n", /column/],
    ["bytes that are no text", "\0\x01\x02", /no CSV file \(its content is binary\)/],
    ["nothing", "", /no CSV file \(its content is empty\)/],
    ["rows that cannot be read", `${head}\n${"x,".repeat(14)}x\n`, /can read no row/],
  ])("refuses %s where the list was, and keeps nothing", async (_what, body, because) => {
    const before = Buffer.from("the list as it was");
    writeFileSync(join(folder, "list.csv"), before);
    await expect(
      fetched((_request, response) => void response.writeHead(200, { "content-type": "text/csv" }).end(body)),
    ).rejects.toThrow(because);
    expect(left()).toEqual(["list.csv"]);
    expect(readFileSync(join(folder, "list.csv"))).toEqual(before);
  });

  test.each([
    ["agrees", createHash("md5").update(list).digest("hex"), true],
    ["does not", "0".repeat(32), false],
  ])("holds the file to the publisher's checksum: where it %s", async (_how, md5, good) => {
    const base = await listen((request, response) => {
      if (request.url === "/record")
        response.end(
          JSON.stringify({
            files: [
              { key: "other", checksum: "md5:x" },
              { key: "list.csv", checksum: `md5:${md5}` },
            ],
          }),
        );
      else serve(request, response);
    });
    const run = fetchSource(
      plainCsv,
      from(base, { checksum: { record: `${base}/record`, key: "list.csv" } }),
      folder,
      options(),
    );
    const outcome = await run.then(
      ({ checksum }) => checksum?.value,
      (error: unknown) => (error as Error).message.replace(/^.*?: its/, "its"),
    );
    expect(outcome).toBe(
      good
        ? md5
        : `its MD5 is ${createHash("md5").update(list).digest("hex")}, the publisher says ${md5}: nothing was kept, run it again`,
    );
    expect(left()).toEqual(good ? ["list.csv"] : []);
  });

  test("goes on, and says so, where the checksum cannot be had", async () => {
    const base = await listen((request, response) =>
      request.url === "/record" ? void response.writeHead(500).end() : serve(request, response),
    );
    expect(
      (
        await fetchSource(
          plainCsv,
          from(base, { checksum: { record: `${base}/record`, key: "list.csv" } }),
          folder,
          options(),
        )
      ).checksum,
    ).toBeNull();
    expect(notes[0]).toMatch(/checksum cannot be read/);
  });

  test("follows redirects, and not for ever", async () => {
    await fetched((request, response) =>
      request.url === "/list.csv"
        ? void response.writeHead(302, { location: "/other" }).end()
        : serve(request, response),
    );
    expect(asked.map(({ url }) => url)).toEqual(["/list.csv", "/other"]);
    server.close();
    await expect(
      fetched((_request, response, count) => void response.writeHead(302, { location: `/${count}` }).end()),
    ).rejects.toThrow(/more than 5 redirects/);
    expect(asked.length).toBe(8);
  });

  test("refuses to be led from https to http, or to no web address", async () => {
    await listen(() => undefined);
    const leading = (location: string): Partial<FetchOptions> => ({
      fetch: () => Promise.resolve(new Response(null, { status: 301, headers: { location } })),
    });
    const secure = { ...from("https://publisher.example"), checksum: undefined } as unknown as Download;
    await expect(
      fetchSource(plainCsv, secure, folder, options(leading("http://publisher.example/list.csv"))),
    ).rejects.toThrow(/from https to http/);
    await expect(fetchSource(plainCsv, secure, folder, options(leading("file:///etc/passwd")))).rejects.toThrow(
      /an address that is none/,
    );
  });

  test.each([
    ["says so", true],
    ["does not say so", false],
  ])("refuses a file that is too large, where the server %s", async (_how, says) => {
    const handle: Handle = (_request, response) => {
      response.writeHead(200, says ? { "content-length": list.length } : {});
      response.end(list);
    };
    await expect(fetched(handle, { largestBytes: 20_000 })).rejects.toThrow(/larger than 20000 bytes/);
    expect(left()).toEqual([]);
  });

  test("is a SourceError whatever fails", async () => {
    await listen(() => undefined);
    await expect(
      fetchSource(plainCsv, from("http://127.0.0.1:1"), folder, options({ attempts: 1 })),
    ).rejects.toBeInstanceOf(SourceError);
  });
});

describe("downloads", () => {
  test("are of lists that there are, over https, and every other list of a publisher is named to be taken by hand", () => {
    const names = importers.map(({ name }) => name);
    for (const [name, { url, file, page }] of Object.entries(downloads)) {
      expect(names).toContain(name);
      expect([url, page].every((address) => address.startsWith("https://"))).toBe(true);
      expect(file).toMatch(/^[\w.-]+$/);
    }
    for (const [start] of byHand)
      expect(names.some((name) => name.startsWith(start) && downloads[name] === undefined)).toBe(true);
  });
});

test("contentKind() goes by the bytes", () => {
  const kind = (text: string): string => contentKind(new TextEncoder().encode(text));
  expect(["", "\n <!doctype HTML>", "<!-- a --><html>", "PK\u0003\u0004", "[1]", "a,b", "<list>"].map(kind)).toEqual([
    "empty",
    "html",
    "html",
    "zip",
    "json",
    "text",
    "text",
  ]);
  expect(contentKind(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe("ole");
});
