import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import type { Brief } from "../brief/compose.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { contentSecurityPolicy, httpApp, isLoopback } from "./app.ts";
import { routes } from "./index.ts";

let ledger: Ledger;
let app: Hono;
const page = { type: "text/html; charset=utf-8", body: new TextEncoder().encode("<!doctype html>") };
beforeAll(async () => {
  ledger = await bundledLedger();
  app = httpApp({ ledger, now: () => new Date("2026-01-02T03:04:05Z") }, new Map([["/index.html", page]]), "0.0.0");
}, 60_000);
afterAll(() => ledger.close());

async function ask(path: string, init: { method?: string; headers?: Record<string, string> } = {}): Promise<Response> {
  return app.request(`http://127.0.0.1${path}`, { ...init, headers: { host: "127.0.0.1:4747", ...init.headers } });
}

describe("the HTTP surface", () => {
  test("sends every answer with the strict policy, and a page for every page's address", async () => {
    for (const path of [
      "/d/usa-chn",
      "/incidents",
      "/i/titan-rain",
      "/sources",
      "/brief",
      "/api/cases",
      "/nowhere/at/all",
    ]) {
      const response = await ask(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
    expect((await ask("/")).headers.get("location")).toBe("/d/usa-chn");
  });

  test("gives the brief in both directions, and as of a day no more than now", async () => {
    const now = (await (await ask("/api/cases/us-cn/brief")).json()) as Brief;
    const then = (await (await ask("/api/cases/us-cn/brief?asof=2015-01-01")).json()) as Brief;
    expect(now.directions.map(({ from, to }) => `${from}>${to}`)).toEqual(["CHN>USA", "USA>CHN"]);
    for (const [index, direction] of then.directions.entries()) {
      expect(direction.incidents).toBeGreaterThan(0);
      expect(direction.incidents).toBeLessThan(now.directions[index]!.incidents);
    }
    expect(now.directions[1].hidden).toMatchObject({ refused: { reason: "too-few" } });
  });

  test("reads a dyad from either capital", async () => {
    const [one, other] = [
      await (await ask("/api/dyads/usa-chn")).json(),
      await (await ask("/api/dyads/chn-usa")).json(),
    ] as { case: string; a: { iso: string }; b: { iso: string } }[];
    expect([one?.case, one?.a.iso, one?.b.iso]).toEqual(["us-cn", "USA", "CHN"]);
    expect([other?.case, other?.a.iso, other?.b.iso]).toEqual(["us-cn", "CHN", "USA"]);
  });

  test("filters incidents as asked, and gives the same in CSV and JSON", async () => {
    const query = "from=USA&to=CHN&by=CHN";
    const found = (await (await ask(`/api/cases/us-cn/incidents?${query}`)).json()) as {
      total: number;
      incidents: { id: string }[];
    };
    expect(found.total).toBeGreaterThan(10);
    const csv = await (await ask(`/incidents.csv?${query}`)).text();
    expect(csv.trim().split("\r\n").length).toBe(found.total + 1);
    const json = (await (await ask(`/incidents.json?${query}`)).json()) as { id: string }[];
    expect(json.map(({ id }) => id)).toEqual(found.incidents.map(({ id }) => id));
    const { id } = found.incidents[0]!;
    expect((await ask(`/i/${id}.csv`)).headers.get("content-disposition")).toBe(`attachment; filename="${id}.csv"`);
    expect(
      ((await (await ask(`/api/cases/us-cn/incidents/${id}`)).json()) as { incident: { id: string } }).incident.id,
    ).toBe(id);
  });

  test("prints the brief as one page that loads nothing and runs nothing", async () => {
    const response = await ask("/brief.html");
    const text = await response.text();
    expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    expect(text).not.toMatch(/<script|<link|src="|@import|url\(http/);
    expect(text).toContain(((await (await ask("/api/cases/us-cn/brief")).json()) as Brief).inputs);
  });

  test.each([
    ["/api/cases/us-cn/brief?asof=2015-02-30", 400, "asof: expected a day that exists"],
    ["/api/cases/us-cn/brief?by=ZZZ", 400, "by: expected a state such as USA, or third"],
    ["/api/cases/us-cn/incidents?date=someday", 400, "date: expected one of"],
    ["/api/cases/us-cn/incidents?from=<script>", 400, "from: expected words joined by commas"],
    [`/api/cases/us-cn/incidents?q=${"a".repeat(501)}`, 400, "q: expected at most 500 characters"],
    ["/api/cases/nowhere/brief", 404, "case: expected one of us-cn"],
    ["/api/cases/us-cn/incidents/nowhere", 404, "incident: expected an incident"],
    ["/api/dyads/fra-deu", 404, "dyad: expected two states of a case"],
    ["/api/nothing", 404, "no such address"],
    ["/i/nowhere.csv", 404, "incident: expected an incident"],
  ])("answers %s with %i and one line", async (path, status, line) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(((await response.json()) as { detail: string }).detail).toContain(line);
  });

  test("refuses other hosts, other pages' writes and overlong addresses", async () => {
    expect((await ask("/api/cases", { headers: { host: "evil.example" } })).status).toBe(421);
    expect((await ask("/api/rebuild", { method: "POST", headers: { origin: "http://evil.example" } })).status).toBe(
      403,
    );
    expect((await ask(`/api/cases?q=${"a".repeat(9000)}`)).status).toBe(414);
    expect((await ask("/api/rebuild", { method: "POST", headers: { origin: "http://127.0.0.1:4747" } })).status).toBe(
      200,
    );
    for (const host of ["127.0.0.1", "localhost:4747", "[::1]:80"]) expect(isLoopback(host)).toBe(true);
    for (const host of ["127.0.0.1.evil.example", "localhost.evil", "10.0.0.1", "", "127.0.0.1:4747@evil"])
      expect(isLoopback(host)).toBe(false);
  });

  test("never leaves the folder of its pages", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/assets/..%2f..%2fpackage.json",
      "/assets/nothing.js",
    ]) {
      const response = await ask(path);
      expect(await response.text()).not.toContain("detente");
    }
  });

  test("describes every route in OpenAPI", async () => {
    const { openapi, paths } = (await (await ask("/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { summary: string }>>;
    };
    expect(openapi).toBe("3.1.0");
    for (const { path, method, summary } of routes) expect(paths[path]?.[method.toLowerCase()]?.summary).toBe(summary);
  });
});
