import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import type { Brief } from "../brief/compose.ts";
import { caseMeasures } from "../inputs/case-measures.ts";
import type { CaseHidden } from "../inputs/case-hidden.ts";
import type { CaseEffectAnswer } from "../inputs/case-effect.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { httpApp } from "./app.ts";
import { caseShapes, fileShapes } from "./routes/measure-shapes.ts";

let ledger: Ledger;
let app: Hono;
beforeAll(async () => {
  ledger = await bundledLedger();
  app = httpApp({ ledger, now: () => new Date("2026-01-02T03:04:05Z") }, new Map(), "0.0.0");
}, 60_000);
afterAll(() => ledger.close());

async function ask(path: string, body?: string): Promise<{ status: number; answer: Record<string, unknown> }> {
  const init = body === undefined ? {} : { method: "POST", body };
  const response = await app.request(`http://127.0.0.1${path}`, { ...init, headers: { host: "127.0.0.1:4747" } });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

/** Where JSON has null: what was NaN or infinite becomes that. */
function nulls(value: unknown, path = ""): string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => nulls(one, `${path}.${/^\d+$/.test(key) ? "*" : key}`));
}

/** Null with a meaning of its own, stated where its type is. */
const meant =
  /\.(ratio|rank|year|beta\.\*|beta|alpha\.\*\.\*|mu\.\*|averaged|averagedOtherwise|withUnequalCases|lowerBound|refused|theta|wouldTurn|list|asof|q|window|asLinked|relative|standardError|byScore|origin|slope|middle|value)$/;

const answered = ["parity", "severity", "hidden", "trend", "tension", "reciprocity", "effect"];

describe("measures of a case over an address", () => {
  test.each(answered)("%s answers in JSON, names the case, and has no number lost", async (name) => {
    const { status, answer } = await ask(`/api/cases/us-cn/measures/${name}?seed=3`);
    expect(status).toBe(200);
    expect(answer["case"]).toBe("us-cn");
    expect(caseShapes[name]?.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect([...new Set(nulls(answer))].filter((path) => !meant.test(path))).toEqual([]);
  });

  test("what the data do not hold is refused with its reason, in 422", async () => {
    const { status, answer } = await ask("/api/cases/us-cn/measures/restraint");
    expect(status).toBe(422);
    expect(answer).toMatchObject({ refused: { reason: "no-habits" } });
    const told = await ask("/api/cases/us-cn/measures/restraint?refusal=answer");
    expect(told).toMatchObject({ status: 200, answer: { measure: "restraint", refused: { reason: "no-habits" } } });
  });

  test("the brief's total is the one that the panel of hidden cases gives", async () => {
    const brief = (await ask("/api/cases/us-cn/brief")).answer as unknown as Brief;
    const panel = (await ask("/api/cases/us-cn/measures/hidden")).answer as unknown as CaseHidden;
    const totals = brief.directions.map(({ averaged }) => averaged);
    expect(totals.map((total) => "refused" in total)).toEqual([false, true]);
    totals.forEach((total, index) => {
      expect(panel.directions[index]?.estimate).toMatchObject(total);
    });
  }, 60_000);

  test("as of a day no more is known than now", async () => {
    const [now, then] = (
      await Promise.all(["", "?asof=2014-01-01"].map(async (query) => ask(`/api/cases/us-cn/measures/hidden${query}`)))
    ).map(({ answer }) => answer as unknown as CaseHidden);
    expect(then!.directions[0].overlap.observed).toBeLessThan(now!.directions[0].overlap.observed);
    expect(then!.doubtful).toBeLessThan(now!.doubtful);
    expect(now!.directions[1].estimate).toHaveProperty("refused");
  });

  test("the effect is asked at any date, in either direction", async () => {
    const { answer } = await ask("/api/cases/us-cn/measures/effect?date=2014-06-01&months=18&from=chn");
    const found = answer as unknown as CaseEffectAnswer;
    expect([found.date, found.months, found.direction.from]).toEqual(["2014-06-01", 18, "CHN"]);
    const usual = (await ask("/api/cases/us-cn/measures/effect")).answer as unknown as CaseEffectAnswer;
    expect([usual.date, usual.months]).toEqual(["2015-09-25", 24]);
    // METHODS §8: CFR's disclosures fall from 21 to 4.
    expect(usual.lists.find(({ list, profiles }) => list === "cfr-2023-02" && profiles === "with")).toMatchObject({
      before: 21,
      after: 4,
    });
  });

  test("a second asking takes no time", async () => {
    await ask("/api/cases/us-cn/measures/effect");
    const start = performance.now();
    for (const name of answered) await ask(`/api/cases/us-cn/measures/${name}?seed=3`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each([
    ["hidden?draws=0", "draws"],
    ["hidden?level=2", "level"],
    ["effect?date=2015-02-30", "date"],
    ["effect?months=0", "months"],
    ["effect?from=FRA", "from"],
    ["effect?rivals=dcid-2.0", "rivals"],
    ["reciprocity?draws=x", "draws"],
    ["trend?date=sometimes", "date"],
    ["tension?weight=SANCTION", "weight"],
    ["tension?weight=NOISE:3", "weight"],
    ["tension?half-life=0", "half-life"],
    ["parity?asof=yesterday", "asof"],
  ])("%s is a fault that names %s", async (path, name) => {
    const { status, answer } = await ask(`/api/cases/us-cn/measures/${path}`);
    expect(status).toBe(400);
    expect(answer["detail"]).toContain(`${name}: expected`);
  });

  test("every measure is described", async () => {
    type Described = Record<
      string,
      { responses: { 200: { content: Record<string, { schema: { anyOf?: object[] } }> } } }
    >;
    const { paths } = (await ask("/api/openapi.json")).answer as { paths: Record<string, Described> };
    const described = [
      ...Object.keys(caseMeasures).map((name) => [`/api/cases/{case}/measures/${name}`, "get"] as const),
      ...Object.keys(fileShapes).map((name) => [`/api/measures/${name}`, "post"] as const),
    ];
    for (const [path, method] of described)
      expect(paths[path]?.[method]?.responses[200].content["application/json"]?.schema.anyOf?.length).toBe(2);
  });
});

describe("measures of a file that is sent", () => {
  const monthly = Array.from(
    { length: 36 },
    (_, i) => `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01,${i < 18 ? 6 : 2}`,
  );
  const series = `date,count\n${monthly.join("\n")}\n`;

  test("each kind of table is read from the body and answered", async () => {
    const hidden = await ask("/api/measures/hidden", "a,b,count\n1,0,20\n0,1,30\n1,1,10\n");
    const read = async (name: string, query: string, body: string): Promise<unknown> =>
      fileShapes[name]?.safeParse((await ask(`/api/measures/${name}${query}`, body)).answer).error?.issues ?? [];
    const table = "a,b,c,count\n1,0,0,20\n0,1,0,30\n1,1,0,10\n0,0,1,9\n1,0,1,5\n0,1,1,4\n1,1,1,3\n";
    expect(await read("hidden", "?method=all", table)).toEqual([]);
    expect(await read("effect", "?date=2001-07-01&months=12", series)).toEqual([]);
    for (const method of ["bayes", "pelt", "breaks"])
      expect(await read("changepoints", `?method=${method}`, series)).toEqual([]);
    expect(hidden).toMatchObject({ status: 200, answer: { observed: 60, shared: 10 } });
    const effect = await ask("/api/measures/effect?date=2001-07-01&months=12", series);
    expect(effect).toMatchObject({ status: 200, answer: { before: 72, after: 24 } });
    const changes = await ask("/api/measures/changepoints", series);
    expect(changes.status).toBe(200);
    expect(changes.answer["probabilityOfNone"]).toBeLessThan(0.05);
    const events = Array.from({ length: 40 }, (_, i) => `${i + (i % 2) / 4},${i % 2 ? "x" : "y"}`);
    const reciprocity = await ask("/api/measures/reciprocity?draws=99", `time,side\n${events.join("\n")}\n`);
    expect(reciprocity.status).toBe(200);
    expect(reciprocity.answer["reading"]).toMatch(/\w/);
    expect(fileShapes["reciprocity"]?.safeParse(reciprocity.answer).error?.issues ?? []).toEqual([]);
  });

  test("a table that cannot be read is named by its row; none, too much and an empty answer are told apart", async () => {
    expect(await ask("/api/measures/hidden", "a,b,count\n1,2,20\n")).toMatchObject({
      status: 400,
      answer: { detail: expect.stringContaining("body:2:b") as unknown },
    });
    expect((await ask("/api/measures/effect?date=2001-07-01", "")).status).toBe(400);
    expect((await ask("/api/measures/effect", series)).answer["detail"]).toContain("date: expected");
    expect((await ask("/api/measures/changepoints", "x".repeat(4 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await ask("/api/measures/hidden", "a,b,count\n1,0,20\n0,1,30\n")).status).toBe(422);
  });
});
