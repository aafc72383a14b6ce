// The models' pages as a reader meets them: sliders move verdicts, the address keeps the world, certificates are checked
// on the page and in a file of their own.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, root, startWorkbench, type Workbench } from "./workbench.ts";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

const detection = /probability that an attack is seen.* q$/;

test("a slider moved by keys changes verdict, words and address; back and reload keep the world", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/models", ".verdicts tbody tr");
  const row = page.locator('[data-proposition="distrust-defeats-restraint"] .verdict');
  expect(await row.innerText()).toContain("Holds here");
  const before = await page.locator(".lead").innerText();
  const slider = page.getByRole("slider", { name: detection });
  await slider.focus();
  await page.keyboard.press("End");
  await expect.poll(() => row.innerText()).toContain("Does not hold here");
  expect(await page.locator(".lead").innerText()).not.toBe(before);
  expect(await page.locator(".models-now").innerText()).toMatch(/^\d+ of the 24 verdicts differ/);
  await expect.poll(() => new URL(page.url()).searchParams.get("set")).toBe("q:1");
  await page.reload();
  await expect.poll(() => row.innerText()).toContain("Does not hold here");
  await page.goBack();
  await expect.poll(() => row.innerText()).toContain("Holds here");
  expect(new URL(page.url()).searchParams.get("set")).toBeNull();
  await close();
});

test("the number beside a slider takes what is in range, says when it is not, and can be taken back", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/models", ".verdicts tbody tr");
  const exact = page.getByRole("textbox", { name: /probability that an attack is seen.*as a number/ });
  await exact.fill("7");
  expect(await exact.getAttribute("aria-invalid")).toBe("true");
  await exact.fill("0.85");
  expect(await exact.getAttribute("aria-invalid")).toBeNull();
  await expect.poll(() => new URL(page.url()).searchParams.get("set")).toBe("q:0.85");
  await page.getByRole("button", { name: /^Take back: probability that an attack is seen/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("set")).toBeNull();
  await close();
});

test("what would have to be true leads to a model whose verdict has flipped", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/models", ".verdicts tbody tr");
  const row = page.locator('[data-proposition="distrust-defeats-restraint"]');
  const was = await row.locator(".verdict").innerText();
  await row.getByRole("link").click();
  await page.locator(".turns .verdict").first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/models/repeat");
  expect(await page.locator(".turns .verdict").first().innerText()).not.toBe(was);
  await close();
});

test("two worlds stand side by side, what differs first, and the address keeps both", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/models?set=rho:0.02", ".verdicts tbody tr");
  await page.getByRole("button", { name: "Keep this world to compare with" }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("pin")).toBe("rho:0.02");
  await page.getByRole("slider", { name: detection }).focus();
  await page.keyboard.press("End");
  const pairs = page.locator(".compare .pairs").first().locator("tbody tr");
  await expect.poll(() => pairs.count()).toBeGreaterThan(0);
  for (const pair of await pairs.all()) {
    const [kept, now] = await pair.locator(".verdict").allInnerTexts();
    expect(kept).not.toBe(now);
  }
  await page.getByRole("link", { name: "Go back to the kept world" }).click();
  await expect.poll(() => page.locator(".compare .lead").innerText()).toBe("No verdict differs between the two.");
  await close();
});

test("the payoff set can be pointed at by keyboard, and tells the play behind a corner", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/models/repeat", ".set-told .checked");
  const corner = page.getByRole("button", { name: /^Corner \d+: Both restrain/ }).first();
  await corner.waitFor();
  await corner.focus();
  expect(await page.locator(".corner-told").innerText()).toContain("Both restrain");
  expect(await page.locator(".set-told .checked").first().innerText()).toMatch(/^Holds: each of the \d+ rows/);
  await close();
});

/** A certificate as a model's page saves it. */
async function certificate(): Promise<{ rows: { slack: number }[] }> {
  const { page, close } = await workbench.visit();
  const solutions = (await (await page.request.get("/api/cases/us-cn/solutions")).json()) as {
    solution: { value: { certificate: { rows: { slack: number }[] } } };
  }[];
  await close();
  const [first] = solutions;
  if (!first) throw new Error("no model was solved");
  return first.solution.value.certificate;
}

const readers = [
  { name: "the page", path: "/check", says: ".checked", fault: ".checked-file .refusal" },
  { name: "the file that the server gives", path: "/checker.html", says: "#result h2", fault: "#result .fault" },
];

test.each(readers)(
  "$name says of a certificate whether it holds, and of a hostile file why it cannot",
  async (reader) => {
    const { page, complaints, close } = await workbench.visit();
    await page.goto(reader.path);
    const give = async (text: string): Promise<void> => {
      await page.locator("textarea").fill(text);
      await page.getByRole("button", { name: "Check", exact: true }).click();
    };
    const right = await certificate();
    await give(JSON.stringify(right));
    await expect.poll(() => page.locator(reader.says).innerText()).toMatch(/^Holds/);
    const wrong = structuredClone(right);
    (wrong.rows[0] as { slack: number }).slack += 1;
    await give(JSON.stringify(wrong));
    await expect.poll(() => page.locator(reader.says).innerText()).toMatch(/^Does not hold: 1 of/);
    for (const hostile of ["{", "[".repeat(3000), '{"format":"detente-certificate/1"}', "<script>alert(1)</script>"]) {
      await give(hostile);
      await page.locator(reader.fault).waitFor();
      await give(JSON.stringify(right));
      await expect.poll(() => page.locator(reader.says).innerText()).toMatch(/^Holds/);
    }
    expect(complaints).toEqual([]);
    await close();
  },
);

test("the checker's file works from a disk, without any server, and names a failing row", async () => {
  const file = join(root, "dist/web/checker.html");
  expect(existsSync(file)).toBe(true);
  const text = JSON.stringify(await certificate());
  const context = await workbench.browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.locator("textarea").fill(text);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect.poll(() => page.locator("#result h2").innerText()).toMatch(/^Holds/);
  await context.close();
});

test("a game of Gambit's is dropped in, solved in fractions and given back", async () => {
  const { page, close } = await workbench.visit();
  await page.goto("/models/game");
  await page.locator("textarea").fill('NFG 1 R "pennies" { "Ann" "Bo" } { 2 2 } 1 -1 -1 1 -1 1 1 -1');
  await page.getByRole("button", { name: "Solve" }).click();
  const cells = page.locator("#all tbody td");
  await cells.first().waitFor();
  expect(await cells.first().innerText()).toContain("1/2");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .nfg for Gambit" }).click();
  expect((await saved).suggestedFilename()).toBe("pennies.nfg");
  await page.locator("textarea").fill("this is no game");
  await page.getByRole("button", { name: "Solve" }).click();
  await page.locator(".checked-file .refusal").waitFor();
  await close();
});

test("the case's first page does not load the models", async () => {
  const { page, close } = await workbench.visit();
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await open(page, "/d/usa-chn", "#kept");
  await page.waitForLoadState("networkidle");
  expect(loaded.filter((path) => /models|certificate|use-world|worker/.test(path))).toEqual([]);
  await close();
});

test("a tree of Gambit's is solved by every solver under one address, and given back in both formats", async () => {
  const { page, complaints, close } = await workbench.visit();
  const tree =
    'EFG 2 R "entry" { "E" "I" } p "" 1 1 { "out" "in" } 0 t "" 1 { 0 2 } p "" 2 1 { "fight" "yield" } 0 t "" 2 { -1 -1 } t "" 3 { 1 1 }';
  await open(page, `/models/game?${String(new URLSearchParams({ game: tree, lambda: "0" }))}`, "#all tbody td");
  expect(await page.locator("#pure tbody tr").count()).toBe(2);
  expect(await page.locator("#response dd").allInnerTexts()).toEqual(["50.0%", "50.0%", "50.0%", "50.0%"]);
  await page.locator("#response input").fill("2");
  await expect.poll(() => new URL(page.url()).searchParams.get("lambda")).toBe("2");
  await expect.poll(() => page.locator("#response dd").first().innerText()).not.toBe("50.0%");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .efg for Gambit" }).click();
  expect((await saved).suggestedFilename()).toBe("entry.efg");
  await page.locator("textarea").fill(tree.replace("-1 -1", "-1"));
  await page.getByRole("button", { name: "Solve" }).click();
  await expect.poll(() => page.locator(".checked-file .refusal").innerText()).toContain("efg:1: expected");
  expect(complaints).toEqual([]);
  await close();
});
