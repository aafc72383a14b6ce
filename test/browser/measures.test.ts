// The measures on the case's page: they come after the first screen, answer in words and pictures, and keep what the
// reader sets in the address.

import { afterAll, beforeAll, expect, test } from "vitest";
import { open, startWorkbench, type Workbench } from "./workbench.ts";

const measures = ["parity", "severity", "hidden", "trend", "tension", "reciprocity", "effect", "restraint"];

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

test("every measure answers or refuses in words, and each picture says its numbers and has its table", async () => {
  const { page, outside, complaints, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  for (const name of measures) {
    const panel = page.locator(`.measure-${name}`);
    expect(await panel.locator(".answer, .refusal, .readings").count(), name).toBeGreaterThan(0);
    expect(await panel.locator("details.rests").getAttribute("open"), name).toBeNull();
    for (const words of await panel.locator("svg.picture desc").allTextContents()) expect(words, name).toMatch(/\d/);
  }
  expect(await page.locator(".measure-restraint .refusal").innerText()).toContain("No estimate");
  expect(await page.locator(".measure-hidden .refusal").innerText()).toContain("cannot be estimated");
  expect(await page.locator(".measure-trend .answer").first().innerText()).toMatch(/likely \(\d+%\)|chance \(\d+%\)/);
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test("a number of a measure opens what it rests on, and its address opens it again", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  await page.locator(".measure-hidden .answer button.number").first().click();
  const drawer = page.locator("dialog.drawer");
  await drawer.waitFor();
  for (const part of ["Assumptions", "How it is made", "Citation", "detente measure hidden us-cn", "sha256:"])
    expect(await drawer.innerText()).toContain(part);
  await page.reload();
  await page.locator("dialog.drawer .drawer-value").waitFor();
  await close();
});

test("any date can be asked for; it stands in the address and outlives a reload", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const panel = page.locator(".measure-effect");
  const before = await panel.locator(".answer").first().innerText();
  await panel.getByLabel("Date", { exact: true }).fill("2014-06-01");
  await expect.poll(() => panel.locator(".answer").first().innerText()).not.toBe(before);
  expect(new URL(page.url()).searchParams.get("agreed")).toBe("2014-06-01");
  await panel.getByLabel("Months on each side").fill("18");
  await expect.poll(() => panel.locator(".answer").first().innerText()).toContain("18 months");
  await page.reload();
  await expect
    .poll(() => panel.locator(".answer").first().innerText())
    .toContain("18 months before and after 1 June 2014");
  await close();
});

test("half-life and weights change the index and stand in the address; the usual ones come back", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const panel = page.locator(".measure-tension");
  const said = (): Promise<string> => panel.locator(".answer").first().innerText();
  const usual = await said();
  await panel.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(said).not.toBe(usual);
  expect(new URL(page.url()).searchParams.get("half-life")).toBe("210");
  await panel.locator(".weights summary").click();
  await panel.getByLabel("Weight of sanction").fill("9");
  await expect.poll(() => new URL(page.url()).searchParams.get("weight")).toBe("SANCTION:9");
  await panel.getByRole("button", { name: "Take the usual ones" }).click();
  await expect.poll(said).toBe(usual);
  await close();
});
