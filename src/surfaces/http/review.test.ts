import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import type { RecordInFull } from "../../ledger/provenance.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Imported, Ledger } from "../inputs/ledger.ts";
import type { Queue } from "../inputs/queue.ts";
import { httpApp } from "./app.ts";

let ledger: Ledger;
let app: Hono;
beforeAll(async () => {
  ledger = await bundledLedger();
  app = httpApp({ ledger, now: () => new Date("2026-01-02T03:04:05Z") }, new Map(), "0.0.0");
}, 60_000);
afterAll(() => ledger.close());

// What an answer holds is checked by use.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
async function ask<Answer>(
  path: string,
  init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; body: Answer }> {
  const response = await app.request(`http://127.0.0.1${path}`, {
    ...init,
    headers: { host: "127.0.0.1:4747", ...init.headers },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
const post = <Answer>(path: string, body: unknown): ReturnType<typeof ask<Answer>> =>
  ask<Answer>(path, { method: "POST", body: JSON.stringify(body) });

describe("importing over HTTP", () => {
  const address = "/api/import?file=own.csv";
  const file = "date,value\n2020-01,1\n";

  test("tells by its columns which list a file is, and refuses one that fits none", async () => {
    const none = await post<{ detail: string }>(address, { a: 1 });
    expect(none.status).toBe(400);
    expect((await ask<{ detail: string }>(address, { method: "POST", body: file })).body.detail).toContain(
      "columns that fit none of them",
    );
    const misp = JSON.stringify({ values: [{ value: "X", uuid: "00000000-0000-4000-8000-000000009002" }] });
    expect((await ask<Imported>(`${address}&preview=1`, { method: "POST", body: misp })).body.source).toBe(
      "misp-threat-actor",
    );
  });

  test("wants a file's name and its bytes, and keeps no path of it", async () => {
    expect((await ask<{ detail: string }>("/api/import", { method: "POST", body: file })).body.detail).toContain(
      "file: expected the file's name",
    );
    expect((await ask<{ detail: string }>(address, { method: "POST" })).body.detail).toContain(
      "expected the file's bytes",
    );
  });

  test("takes more than a mebibyte here and nowhere else, and stops reading at its limit", async () => {
    const large = `a,b\n${"x".repeat(2 * 1024 * 1024)}`;
    expect((await ask(address, { method: "POST", body: large })).status).toBe(400);
    expect((await ask("/api/cases/us-cn/decisions", { method: "POST", body: large })).status).toBe(413);
    expect(
      (await ask(address, { method: "POST", body: "x", headers: { "content-length": String(2 ** 40) } })).status,
    ).toBe(413);
  });
});

describe("the queue and judgements over HTTP", () => {
  test("orders pairs by what a judgement would move times the chance that what stands is wrong", async () => {
    const { body } = await ask<Queue>("/api/cases/us-cn/queue?most=500");
    expect(body.items.length).toBeGreaterThan(5);
    expect(body.total).toBe(body.judged + body.items.length);
    const weights = body.items.map(({ moved, chanceWrong }) => moved * chanceWrong);
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
    for (const { left, right, why, probability, statement, against, now } of body.items) {
      expect([left.statement.id, right.statement.id]).toEqual([statement, against]);
      expect(now === "apart").toBe(left.incident.id !== right.incident.id);
      const bits = why!.bits.reduce((sum, each) => sum + each.bits, why!.prior);
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(probability, 6);
    }
    expect((await ask<Queue>("/api/cases/us-cn/queue?most=3")).body.items).toEqual(body.items.slice(0, 3));
    expect((await ask("/api/cases/us-cn/queue?most=0")).status).toBe(400);
    expect((await ask("/api/cases/nowhere/queue")).status).toBe(404);
  });

  test("a judged pair leaves the queue, moves its statement, redirects an emptied incident, and comes back when undone", async () => {
    const before = (await ask<Queue>("/api/cases/us-cn/queue?most=500")).body;
    const hash = (await ledger.view("us-cn")).hash;
    const pair = before.items.find(({ now, left }) => now === "apart" && left.incident.statements === 1)!;
    const judged = {
      statement: pair.statement,
      incident: pair.incident,
      judgement: "same",
      because: "one and the same",
      by: "A. Tester",
    };
    expect((await post<{ records: number }>("/api/cases/us-cn/decisions", judged)).body.records).toBeGreaterThan(1);
    const after = (await ask<Queue>("/api/cases/us-cn/queue?most=500")).body;
    expect(after.judged).toBe(before.judged + 1);
    expect(
      after.items.some(({ statement, incident }) => statement === pair.statement && incident === pair.incident),
    ).toBe(false);
    const old = await ask<{ movedTo: string }>(`/api/cases/us-cn/incidents/${pair.left.incident.id}`);
    expect([old.status, old.body.movedTo, old.headers.get("location")]).toEqual([
      308,
      pair.incident,
      `/api/cases/us-cn/incidents/${pair.incident}`,
    ]);
    const file = (await ask<{ decisions: unknown[] }>("/api/cases/us-cn/decisions")).body;
    expect(file.decisions).toEqual([{ ...judged, at: "2026-02-03T04:05:06.000Z" }]);
    expect((await post("/api/cases/us-cn/decisions/undo", judged)).status).toBe(200);
    expect((await ledger.view("us-cn")).hash).toBe(hash);
    expect((await ask(`/api/cases/us-cn/incidents/${pair.left.incident.id}`)).status).toBe(200);
    // Carried to a workbench that has not judged: made anew, and once only.
    const rows = [
      ...file.decisions,
      { statement: "nowhere", incident: "nowhere", judgement: "same", because: "x", by: "y" },
      7,
    ];
    const brought = (
      await post<{ applied: number; unchanged: number; rejected: { row: number }[] }>(
        "/api/cases/us-cn/decisions/import",
        { decisions: rows },
      )
    ).body;
    expect([brought.applied, brought.unchanged, brought.rejected.map(({ row }) => row)]).toEqual([1, 0, [2, 3]]);
    expect((await post("/api/cases/us-cn/decisions/import", { decisions: file.decisions })).body).toEqual({
      applied: 0,
      unchanged: 1,
      rejected: [],
    });
    await post("/api/cases/us-cn/decisions/undo", judged);
  });

  test("refuses a judgement without a reason, an unknown statement, and taking back what was never judged", async () => {
    const judged = { statement: "dcid-2.0:80", incident: "titan-rain", judgement: "same", because: "x", by: "y" };
    for (const [wrong, line] of [
      [{ ...judged, because: " " }, "body.because"],
      [{ ...judged, judgement: "perhaps" }, "body.judgement"],
      [{ ...judged, statement: "nowhere" }, "statement: expected a statement of the case"],
    ] as const) {
      const { status, body } = await post<{ detail: string }>("/api/cases/us-cn/decisions", wrong);
      expect(status).toBe(400);
      expect(body.detail).toContain(line);
    }
    expect((await post<{ detail: string }>("/api/cases/us-cn/decisions/undo", judged)).body.detail).toContain(
      "a judgement that stands",
    );
    expect((await ask("/api/cases/us-cn/decisions", { method: "POST", body: "{" })).status).toBe(400);
  });
});

describe("what stood on record, and where it comes from", () => {
  test("recorded= gives the ledger as it stood then, apart from what was known of a day", async () => {
    const now = await ledger.view("us-cn");
    const then = await ask<LedgerView>("/api/cases/us-cn/ledger?recorded=2026-01-02");
    expect(then.body.hash).toBe(now.hash);
    expect((await ask<{ detail: string }>("/api/cases/us-cn/ledger?recorded=2026-01-01")).body.detail).toContain(
      "recorded: expected a moment at which the case was on record",
    );
    for (const path of ["brief", "incidents", "years", "acts"]) {
      expect((await ask(`/api/cases/us-cn/${path}?recorded=2026-01-02T04:00:00Z`)).status, path).toBe(200);
      expect((await ask(`/api/cases/us-cn/${path}?recorded=yesterday`)).status, path).toBe(400);
    }
  });

  test("a record is shown in full with what it changed", async () => {
    const { history } = (
      await ask<{ history: { sequence: number; kind: string; subject: string }[] }>(
        "/api/cases/us-cn/incidents/titan-rain",
      )
    ).body;
    const entered = history.find(({ kind }) => kind === "incident")!;
    const { body } = await ask<RecordInFull>(`/api/records/${entered.sequence}`);
    expect(body).toMatchObject({ kind: "incident", subject: "titan-rain", follows: null });
    expect(body.differences.map(({ field }) => field)).toContain("title");
    expect((await ask("/api/records/999999999")).status).toBe(404);
    expect((await ask("/api/records/x")).status).toBe(400);
  });

  test("an imported row leads to its file's hash, an actor's register to its page; importing again changes nothing", async () => {
    const misp = JSON.stringify({
      values: [
        {
          value: "Tester Panda",
          uuid: "00000000-0000-4000-8000-000000009001",
          meta: { synonyms: ["APT10", "Other Panda"], country: "CN", refs: ["https://example.org/a"] },
        },
      ],
    });
    const address = "/api/import?source=misp-threat-actor&file=C%3A%5Chome%5Cown.json";
    const preview = (await ask<Imported>(`${address}&preview=1`, { method: "POST", body: misp })).body;
    expect([preview.committed, preview.besides.actors]).toEqual([false, 1]);
    expect((await ask("/api/actors/Tester%20Panda")).status).toBe(404);
    const written = (await ask<Imported>(address, { method: "POST", body: misp })).body;
    expect([written.committed, written.file]).toEqual([true, "own.json"]);
    const found = (
      await ask<{ clusters: { register: string }[]; equations: { name: string; says: string[] }[] }>(
        "/api/actors/apt10?case=us-cn",
      )
    ).body;
    expect(found.clusters.map(({ register }) => register)).toContain("misp-threat-actor");
    const origins = (
      await post<Record<string, { file: string; sha256: string; rows: number[] }[]>>("/api/origins", {
        subjects: written.added,
      })
    ).body;
    expect(origins[written.added[0]!]).toEqual([
      { source: "misp-threat-actor", file: "own.json", sha256: written.sha256, rows: [1] },
    ]);
    expect(found.equations.find(({ name }) => name === "Other Panda")?.says).toEqual(["misp-threat-actor"]);
    const again = (await ask<Imported>(address, { method: "POST", body: misp })).body;
    expect([written.writes > 0, again.writes]).toEqual([true, 0]);
    expect(again.attached.every(({ linked }) => linked === 0)).toBe(true);
    expect(
      (await ask<{ actors: { name: string }[] }>("/api/actors?q=other%20panda&case=us-cn")).body.actors[0]?.name,
    ).toBe("Tester Panda");
  });
});
