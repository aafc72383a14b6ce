// Importing a list, judging doubtful links, comparing actors' names: as a reader does it, with the keyboard too.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, root, startWorkbench, type Workbench } from "./workbench.ts";

const pictures = join(root, "screenshots");

let workbench: Workbench;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

// Written for these tests: two registers in MISP's form that do not agree, and a row that cannot be read.
const register = (values: object[]): Buffer => Buffer.from(JSON.stringify({ values }));
const uuid = (end: number): string => `00000000-0000-4000-8000-00000000900${end}`;
const rivals = register([
  {
    value: "Stone Panda",
    uuid: uuid(1),
    meta: { synonyms: ["APT10"], country: "CN", refs: ["https://example.org/a"] },
  },
  { value: "menuPass", uuid: uuid(2), meta: { synonyms: ["Red Apollo"], country: "CN" } },
  { value: "Nameless", uuid: "none" },
]);

async function choose(page: Page, name: string, content: Buffer): Promise<void> {
  await page.locator(".drop input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: content });
}

test("a file is previewed, then written; again, it changes nothing; one that is no list is refused in one line", async () => {
  const { page, outside, complaints, close } = await workbench.visit();
  await open(page, "/import", ".drop .button");
  await choose(page, "rivals.json", rivals);
  const commit = page.getByRole("button", { name: "Write it to the ledger" });
  await commit.waitFor();
  expect(await page.locator(".import-status").innerText()).toContain("3 rows, 2 read, 1 rejected");
  await page.locator(".bucket summary", { hasText: "Rejections" }).click();
  expect(await page.locator(".bucket[open] td").allInnerTexts()).toContain("uuid");
  await page.screenshot({ path: join(pictures, "import-preview.png"), fullPage: true });
  expect((await page.request.get("/api/actors/Red%20Apollo")).status()).toBe(200);
  await commit.focus();
  await page.keyboard.press("Enter");
  await page.getByText("Written: 2 statements added").waitFor();
  await choose(page, "rivals.json", rivals);
  await page.getByText("This file changes nothing").waitFor();
  expect(await commit.count()).toBe(0);
  await choose(page, "letter.txt", Buffer.from("Dear Sir,\n"));
  await page.locator(".fault").waitFor();
  expect(await page.locator(".fault").innerText()).toContain("letter.txt: expected one of dcid-2.0");
  expect(outside).toEqual([]);
  expect(complaints.filter((line) => !line.includes("400"))).toEqual([]);
  await close();
});

test("dropping a file is the same as choosing it", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/import", ".drop .button");
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
    return transfer;
  }, rivals.toString());
  await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
  await page.getByText("dropped.json, read as").waitFor();
  expect(await page.locator(".import-status").innerText()).toContain("3 rows, 2 read, 1 rejected");
  await close();
});

test("the queue is worked by keys: a judgement needs a name, is recorded, moves on, and z takes it back", async () => {
  const { page, complaints, close } = await workbench.visit();
  await open(page, "/queue", ".pair-judged");
  const pair = page.locator(".pair-judged");
  const first = await pair.getAttribute("aria-label");
  const before = await page.locator(".queue-progress .small").innerText();
  expect(before).toMatch(/^0 of \d+ judged · Pair 1 of \d+ still open$/);
  await page.keyboard.press("a");
  expect(await page.locator(".queue-said").innerText()).toContain("Write who judges first");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("judge-name");
  await page.keyboard.type("A. Tester");
  await page.keyboard.press("Tab");
  await page.keyboard.type("for the test");
  await page.locator("h1").click();
  await page.keyboard.press("j");
  const second = await pair.getAttribute("aria-label");
  expect(second).not.toBe(first);
  await page.keyboard.press("k");
  expect(await pair.getAttribute("aria-label")).toBe(first);
  await page.keyboard.press("u");
  await page.getByText("Recorded: unsure.").waitFor();
  await page.locator(".judged tbody tr").waitFor();
  expect(await page.locator(".judged tbody tr").innerText()).toMatch(/unsure[\s\S]*A\. Tester[\s\S]*for the test/);
  await page.locator(".queue-progress", { hasText: "1 of" }).waitFor();
  expect(await pair.getAttribute("aria-label")).toBe(second);
  await page.screenshot({ path: join(pictures, "queue-wide-light.png"), fullPage: true });
  await page.keyboard.press("z");
  await page.getByText("Taken back").waitFor();
  await page.locator(".queue-progress", { hasText: "0 of" }).waitFor();
  expect(await pair.getAttribute("aria-label")).toBe(first);
  expect(await page.evaluate(() => localStorage.getItem("detente-judge"))).toBe("A. Tester");
  expect(complaints).toEqual([]);
  await close();
});

test("an incident that lost its last statement leads to where it went, and the page says so", async () => {
  const { page, close } = await workbench.visit();
  const queue = (await (await page.request.get("/api/cases/us-cn/queue?most=500")).json()) as {
    items: {
      statement: string;
      incident: string;
      now: string;
      left: { incident: { id: string; statements: number } };
    }[];
  };
  const pair = queue.items.find(({ now, left }) => now === "apart" && left.incident.statements === 1);
  if (!pair) throw new Error("no pair whose judgement empties an incident");
  const { statement, incident, left } = pair;
  const judged = { statement, incident, judgement: "same", because: "for the test", by: "A. Tester" };
  expect((await page.request.post("/api/cases/us-cn/decisions", { data: judged })).status()).toBe(200);
  await open(page, `/i/${left.incident.id}`, ".statement");
  await page.getByText(`“${left.incident.id}” leads here`).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/i/${incident}`);
  await page
    .locator("details", { hasText: "Show" })
    .locator("summary", { hasText: /^Show \d+ records$/ })
    .click();
  await page.locator(".records details summary").first().click();
  await page.locator(".record-changes code").first().waitFor();
  await page.request.post("/api/cases/us-cn/decisions/undo", { data: judged });
  await open(page, `/i/${left.incident.id}`, ".statement");
  expect(new URL(page.url()).pathname).toBe(`/i/${left.incident.id}`);
  await close();
});

test("an actor's page shows who equates two names and who keeps them apart; the list finds it by part of a name", async () => {
  const { page, complaints, close } = await workbench.visit();
  await open(page, "/actors", ".actors tbody tr");
  await page.locator(".list-search input").fill("stone pan");
  await page.locator(".actors tbody tr", { hasText: "APT10" }).getByRole("link").click();
  await page.locator("#equations").waitFor();
  expect(await page.locator("main h1").innerText()).toBe("APT10");
  const row = page.locator("table tr", { has: page.locator("th", { hasText: /^menuPass$/ }) });
  expect(await row.locator("td").first().innerText()).toContain("FireEye");
  expect(await page.locator("main").innerText()).toContain("China");
  expect(complaints).toEqual([]);
  await close();
});

test("what stood on record by a day is in the address and holds from page to page", async () => {
  const { page, close } = await workbench.visit();
  const day = new Date().toISOString().slice(0, 10);
  await open(page, `/incidents?recorded=${day}`, ".incident-rows li");
  await page.locator(".incident-rows li a").first().click();
  await page.locator(".statement").first().waitFor();
  expect(new URL(page.url()).searchParams.get("recorded")).toBe(day);
  await page.goto("/incidents?recorded=2001-01-01");
  await page.locator(".fault").waitFor();
  await close();
});
