import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { remoteLedger } from "../inputs/remote-ledger.ts";
import { httpApp } from "./app.ts";

let ledger: Ledger;
let app: Hono;
beforeAll(async () => {
  ledger = await bundledLedger();
  app = httpApp({ ledger, now: () => new Date("2026-01-02T03:04:05Z") }, new Map(), "0.0.0");
}, 60_000);
afterAll(() => ledger.close());

async function ask(path: string): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await app.request(`http://127.0.0.1${path}`, { headers: { host: "127.0.0.1:4747" } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test("the ledger's feeds tell the latest records, each with its page on this workbench", async () => {
  const { status, headers, text } = await ask("/feeds/ledger.atom");
  expect([status, headers.get("content-type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  expect(text.match(/<entry>/g)?.length).toBe(100);
  expect(text).toMatch(/<link rel="alternate" href="http:\/\/127\.0\.0\.1:4747\/i\/[a-z0-9-]+"\/>/);
  const feed = JSON.parse((await ask("/feeds/ledger.json")).text) as { items: { id: string }[] };
  expect(feed.items.map(({ id }) => id)).toEqual([...text.matchAll(/<entry>\n<id>([^<]+)/g)].map(([, id]) => id));
  expect((await ask("/feeds/debate.json")).status).toBe(200);
});

test("other sites may show embeds in a frame, and nothing else", async () => {
  const list = await ask("/embed");
  expect(list.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const paths = [...list.text.matchAll(/<a href="(\/embed\/[^"]+)"/g)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(40);
  for (const kind of ["chart", "verdict", "claim"]) {
    const { status, headers, text } = await ask(paths.find((path) => path.includes(`/${kind}/`)) ?? "");
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-.*frame-ancestors \*$/,
    );
    expect(text).not.toContain("<script");
  }
  expect((await ask("/embed/chart/nothing.html")).status).toBe(404);
  expect((await ask("/embed/../brief.html")).headers.get("content-security-policy")).toContain(
    "frame-ancestors 'none'",
  );
});

test("whoever publishes beside a running workbench is told the same history and origins as the workbench itself", async () => {
  vi.stubGlobal("fetch", (url: URL, asked: RequestInit) =>
    app.request(url.href, { ...asked, headers: { host: "127.0.0.1:4747" } }),
  );
  try {
    const { incidents } = await ledger.view("us-cn");
    const subjects = incidents.flatMap(({ id, statements }) => [id, ...statements.map((one) => one.id)]);
    const remote = remoteLedger("http://127.0.0.1:4747");
    expect(await remote.history("us-cn", subjects)).toEqual(await ledger.history("us-cn", subjects));
    expect(await remote.origins(subjects)).toEqual(await ledger.origins(subjects));
  } finally {
    vi.unstubAllGlobals();
  }
});
