// The data folder's log over HTTP: what people see of it, proofs that hold without the server, files for other programs.

import type { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  bothAndNeutral,
  cosignLog,
  growLog,
  makeLog,
  noon,
  origin,
  tempFolder,
  witnesses,
} from "../../../test/support/made-up-log.ts";
import { folderReader } from "../../log/log-folder.ts";
import { verifyProofFile } from "../../log/verify-proof.ts";
import type { Ledger } from "../inputs/ledger.ts";
import type { ShownEntry, ShownLog } from "../inputs/log-shown.ts";
import { httpApp } from "./app.ts";

let place: ReturnType<typeof tempFolder>;
let app: Hono;
beforeEach(() => {
  place = tempFolder();
  app = httpApp({ ledger: {} as Ledger, now: () => noon, log: place.path }, new Map(), "0.0.0");
});
afterEach(() => place.remove());

const ask = async (path: string): Promise<Response> =>
  app.request(`http://127.0.0.1${path}`, { headers: { host: "127.0.0.1:4747" } });
const get = async <Answer>(path: string): Promise<Answer> => (await (await ask(path)).json()) as Answer;

describe("a log over HTTP", () => {
  test("is null before it is made, and then says who has cosigned how much, and who not", async () => {
    expect(await get("/api/log")).toEqual({ folder: place.path, log: null });
    expect((await ask("/api/log/entries")).status).toBe(404);
    makeLog(place.path, [3]);
    cosignLog(place.path, [witnesses.a, witnesses.b]);
    growLog(place.path, [2]);
    cosignLog(place.path, [witnesses.b]);
    const { log } = await get<{ log: ShownLog }>("/api/log");
    expect([log.origin, log.size, log.waiting]).toEqual([origin, 5, 0]);
    expect(new Set(log.witnesses.map(({ witness, size, behind }) => `${witness} ${size} ${behind}`))).toEqual(
      new Set(["a.example/witness 3 2", "b.example/witness 5 0"]),
    );
  });

  test("gives a proof file of every entry that holds without the server", async () => {
    makeLog(place.path, [300]);
    cosignLog(place.path, Object.values(witnesses));
    for (const index of [0, 255, 299]) {
      const response = await ask(`/api/log/proofs/${index}`);
      expect(response.headers.get("content-disposition")).toContain(`entry-${index}.tlog-proof`);
      const verdict = verifyProofFile(await response.text(), bothAndNeutral, noon);
      expect([verdict.valid, verdict.index, verdict.entry]).toEqual([true, index, `leaf-${index}`]);
    }
    expect((await ask("/api/log/proofs/300")).status).toBe(400);
    expect((await ask("/api/log/proofs/-1")).status).toBe(400);
    expect((await ask("/api/log/proofs/1e3")).status).toBe(400);
  });

  test("gives entries by place, the latest first asked", async () => {
    makeLog(place.path, [300]);
    const latest = await get<{ from: number; entries: ShownEntry[] }>("/api/log/entries");
    expect([latest.from, latest.entries.length, latest.entries.at(-1)?.text]).toEqual([275, 25, "leaf-299"]);
    const some = await get<{ entries: ShownEntry[] }>("/api/log/entries?from=254&count=4");
    expect(some.entries.map(({ text }) => text)).toEqual(["leaf-254", "leaf-255", "leaf-256", "leaf-257"]);
    expect(await get("/api/log/entries?from=9999")).toEqual({ from: 9999, entries: [] });
    for (const query of ["from=x", "count=101", "count=-1", "from=1.5"])
      expect((await ask(`/api/log/entries?${query}`)).status).toBe(400);
  });

  test("serves the log's files where other programs look for them, and nothing else of the disk", async () => {
    makeLog(place.path, [300]);
    cosignLog(place.path, [witnesses.a]);
    const read = folderReader(place.path);
    for (const path of ["checkpoint", "vkey", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000"]) {
      const response = await ask(`/log/${path}`);
      expect(response.status, path).toBe(200);
      expect(Buffer.from(await response.arrayBuffer()), path).toEqual(Buffer.from(read(path) ?? []));
    }
    for (const path of [
      "key-changes",
      "tile/0/..%2f..%2fvkey",
      "tile/../pending",
      "tile/0/000/../../../pending",
      "tile/0/%2e%2e/%2e%2e/pending",
      "witness/..%2fpending",
      "witness/00000000",
      "tile/0/002",
      "tile/entries/",
    ])
      expect((await ask(`/log/${path}`)).status, path).not.toBe(200);
  });
});
