// Two people and a mediator at a table, each in a browser of their own; and the log's page, which checks proofs offline.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bothAndNeutral, cosignLog, makeLog, tempFolder, witnesses } from "../support/made-up-log.ts";
import { proveEntry } from "../../src/log/read-log.ts";
import { axeFindings, beyond, open, root, startWorkbench, withAxe, type Visit, type Workbench } from "./workbench.ts";

const pictures = join(root, "screenshots");

let workbench: Workbench;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

/** Sets a table of two issues with the keyboard's and eyes' own way in, and gives the three links. */
async function setTable(): Promise<string[]> {
  const { page, close } = await workbench.visit();
  await open(page, "/table", ".issue-row");
  const rows = page.locator(".issue-row");
  while ((await rows.count()) > 2) await rows.last().getByRole("button").click();
  for (const [at, [name, options]] of [
    ["Power grids", "Spared\nNot spared"],
    ["Notice", "One day\nThree days\nNone"],
  ].entries()) {
    await rows.nth(at).locator("input").fill(name!);
    await rows.nth(at).locator("textarea").fill(options!);
  }
  await page.screenshot({ path: join(pictures, "table-new.png"), fullPage: true });
  await page.getByRole("button", { name: "Set the table" }).click();
  await page.locator(".link-made").first().waitFor();
  const links = await page.locator(".link-made code").allInnerTexts();
  await close();
  return links;
}

async function sit(link: string | undefined, options = {}): Promise<Visit> {
  const visit = await workbench.visit(options);
  await open(visit.page, link ?? "", ".table-parts");
  return visit;
}

test("two people agree clause by clause in two browsers, over a reload, and neither sees what the other wants without leave", async () => {
  const [forA, forB, forMediator] = await setTable();
  const a = await sit(forA);
  const b = await sit(forB);
  const asked: string[] = [];
  a.page.on("request", (request) => asked.push(request.url()));
  await b.page.getByRole("textbox", { name: "What you have without an agreement" }).fill("0.123-0.456");
  await b.page.getByRole("button", { name: "Keep it, for you alone" }).click();
  await b.page.getByText("Kept.").waitFor();
  await a.page.getByRole("textbox", { name: "How much Power grids weighs" }).fill("2-3");
  await a.page.getByRole("button", { name: "Keep it, for you alone" }).click();
  await a.page.getByText("Kept.").waitFor();
  await a.page.getByRole("combobox", { name: "Power grids" }).selectOption("Spared");
  await a.page.getByRole("combobox", { name: "Notice" }).selectOption("None");
  await a.page.getByRole("button", { name: "Put it on the table" }).click();
  await b.page.getByRole("button", { name: "Take Power grids of offer 1" }).click();
  await b.page.getByText("1 of 2 clauses settled.").waitFor();
  await b.page.getByRole("textbox", { name: "Your argument" }).fill("Without notice there is no trust.");
  await b.page.getByRole("button", { name: "Say it" }).click();
  await a.page.getByText("Without notice there is no trust.").waitFor();
  await a.page.reload();
  await a.page.getByText("1 of 2 clauses settled.").waitFor();
  expect(await a.page.content()).not.toContain("0.123");
  expect(await a.page.locator("#chart-table").count()).toBe(0);
  await b.page.getByRole("checkbox", { name: "Side A may see it" }).check();
  await a.page.locator("#chart-table svg").waitFor();
  await a.page.screenshot({ path: join(pictures, "table-seat.png"), fullPage: true });
  await b.page.getByRole("checkbox", { name: "Side A may see it" }).uncheck();
  await a.page.locator("#chart-table svg").waitFor({ state: "detached" });
  const mediator = await sit(forMediator);
  expect(await mediator.page.getByText("No side has given you leave").count()).toBe(1);
  await mediator.page.getByRole("combobox", { name: "Notice" }).selectOption("One day");
  await mediator.page.getByRole("button", { name: "Put it on the table" }).click();
  for (const { page } of [a, b]) {
    const take = page.getByRole("button", { name: "Take Notice of offer 2" });
    await take.focus();
    await page.keyboard.press("Enter");
  }
  for (const { page } of [a, b]) {
    await page.getByRole("button", { name: "Confirm the whole text" }).click();
  }
  for (const { page, complaints, outside } of [a, b, mediator]) {
    await page.getByRole("heading", { name: "The agreed text" }).waitFor();
    expect(complaints).toEqual([]);
    expect(outside).toEqual([]);
  }
  const [saved] = await Promise.all([
    a.page.waitForEvent("download"),
    a.page.getByRole("button", { name: "Save as JSON" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/\.agreement\.json$/);
  // No address that was asked for holds the link's secret.
  const secret = new URL(forA ?? "").hash.slice(1);
  expect(secret).toHaveLength(22);
  expect(asked.filter((url) => url.includes("/api/") && url.includes(secret))).toEqual([]);
  await Promise.all([a, b, mediator].map(({ close }) => close()));
});

test("a wrong link leads to no seat, and says what to do", async () => {
  const [forA = ""] = await setTable();
  const { page, close } = await workbench.visit();
  await page.goto(`${forA.slice(0, -5)}AAAAA`);
  await page.getByRole("heading", { name: "There is no such seat" }).waitFor();
  await page.goto(`${new URL(forA).origin}${new URL(forA).pathname}?x`);
  await page.getByRole("heading", { name: "This address has no key" }).waitFor();
  expect(await page.locator(".table-parts").count()).toBe(0);
  await close();
});

test.each(["light", "dark"] as const)("axe finds nothing on a seat in %s, and it fits a phone", async (colorScheme) => {
  const [forA = ""] = await setTable();
  const visit = await workbench.visit({ colorScheme, viewport: { width: 390, height: 844 } });
  await withAxe(visit);
  await open(visit.page, forA, ".table-parts");
  expect(await beyond(visit.page)).toBeLessThanOrEqual(0);
  expect(await axeFindings(visit.page)).toEqual([]);
  await visit.close();
});

test("the page that checks proofs works from a disk, without a server, and finds a changed byte", async () => {
  const place = tempFolder();
  const proof = ((): string => {
    const read = makeLog(place.path, [5]);
    cosignLog(place.path, Object.values(witnesses));
    return proveEntry(read, 3);
  })();
  place.remove();
  const folder = mkdtempSync(join(tmpdir(), "detente-verify-"));
  const response = await (await workbench.visit()).page.request.get(`${workbench.address}/verify.html`);
  writeFileSync(join(folder, "verify.html"), await response.body());
  const context = await workbench.browser.newContext({ offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(pathToFileURL(join(folder, "verify.html")).href);
  await page.getByRole("textbox", { name: "The proof" }).fill(proof);
  await page.getByText("Say whom you believe:").waitFor();
  await page.getByRole("textbox", { name: "Whom you believe" }).fill(bothAndNeutral);
  await page.getByRole("heading", { name: "Holds" }).waitFor();
  expect(await page.locator(".verdict-says").innerText()).toContain("cosigned by A, B and neutral1");
  await page.screenshot({ path: join(pictures, "verify.png"), fullPage: true });
  await page.getByRole("textbox", { name: "The proof" }).fill(proof.replace("index 3", "index 2"));
  await page.getByRole("heading", { name: "Does not hold" }).waitFor();
  await page.getByRole("textbox", { name: "The proof" }).fill("not a proof");
  await page.getByRole("heading", { name: "Does not hold" }).waitFor();
  expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});
