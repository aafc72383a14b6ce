import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import { exportFormats } from "../exports/index.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { httpApp } from "./app.ts";

let ledger: Ledger;
let app: Hono;
beforeAll(async () => {
  ledger = await bundledLedger();
  app = httpApp({ ledger, now: () => new Date("2026-02-03T04:05:06Z") }, new Map(), "0.0.0");
}, 60_000);
afterAll(() => ledger.close());

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return app.request(`http://127.0.0.1${path}`, { ...init, headers: { host: "127.0.0.1:4747" } });
}

describe("exports over HTTP", () => {
  test.each([
    ["stix.json", "application/stix+json", '"type": "bundle"'],
    ["bib", "application/x-bibtex", "@misc{detente:incident:titan-rain"],
    ["csl.json", "application/vnd.citationstyles.csl+json", '"id": "detente:incident:titan-rain"'],
    ["md", "text/markdown", "# Titan Rain"],
    ["json", "application/json", '"id": "titan-rain"'],
  ])("give an incident as %s", async (ending, type, holds) => {
    const response = await ask(`/i/titan-rain.${ending}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(type);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="titan-rain.${ending}"`);
    expect(await response.text()).toContain(holds);
    expect((await ask(`/i/nowhere.${ending}`)).status).toBe(404);
  });

  test.each(exportFormats.map(({ name, mediaType, ending }) => [name, mediaType, ending]))(
    "give the case as %s",
    async (name, mediaType, ending) => {
      const response = await ask(`/api/cases/us-cn/export.${name}?asof=2014-01-01`);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, mediaType]);
      expect(response.headers.get("content-disposition")).toBe(`attachment; filename="us-cn.${ending}"`);
      const early = (await response.arrayBuffer()).byteLength;
      expect(early).toBeGreaterThan(1000);
      expect((await (await ask(`/api/cases/us-cn/export.${name}`)).arrayBuffer()).byteLength).toBeGreaterThan(early);
    },
  );

  test("refuse what cannot be read", async () => {
    expect((await ask("/api/cases/us-cn/export.csl?address=javascript:1")).status).toBe(400);
    expect((await ask("/api/cases/us-cn/export.stix?tlp=9")).status).toBe(400);
    expect((await ask("/api/cases/us-cn/export.word")).status).toBe(404);
    expect((await ask("/api/cases", { method: "POST", body: "no zip" })).status).toBe(400);
  });

  test("bring a data package back in, and writing it again changes nothing", async () => {
    const body = await (await ask("/api/cases/us-cn/export.datapackage")).arrayBuffer();
    const { hash } = await ledger.view("us-cn");
    const restored = (await (await ask("/api/cases?file=us-cn.zip", { method: "POST", body })).json()) as {
      case: string;
      records: number;
      hash: string;
    };
    expect(restored).toEqual({ case: "us-cn", records: 0, hash });
  });
});
