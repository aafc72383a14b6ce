// The pages for people who use a keyboard, a screen reader, a dark screen.

import { afterAll, beforeAll, expect, test } from "vitest";
import { open, startWorkbench, type Workbench } from "./workbench.ts";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

test("the keyboard reaches everything: skip link, search by /, keys by ?, a year by arrows, Esc closes", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.waitFor();
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "detached" });
  const year = page.getByRole("slider", { name: "Year" });
  await year.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  expect(await year.getAttribute("aria-valuetext")).toMatch(/^\d{4}: China → United States \d+/);
  await page.keyboard.press("Enter");
  await page.locator("dialog.drawer").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog.drawer").waitFor({ state: "detached" });
  await expect.poll(() => year.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
  await page.keyboard.type("titan rain");
  await page.keyboard.press("Enter");
  await page.locator(".incident-rows li").first().waitFor();
  expect(new URL(page.url()).searchParams.get("q")).toBe("titan rain");
  await close();
});

test("what has the focus is seen to have it", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  for (let stop = 0; stop < 20; stop++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element) return "nothing";
      const { outlineStyle, outlineWidth } = getComputedStyle(element.closest(".pointer") ?? element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 ? "seen" : element.outerHTML.slice(0, 120);
    });
    expect(seen).toBe("seen");
  }
  await close();
});

test("the theme that is chosen stays after a reload", async () => {
  const { page, close } = await workbench.visit({ colorScheme: "light" });
  await open(page, "/sources", ".source");
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  const button = page.getByRole("button", { name: /^Colours/ });
  await button.click();
  await button.click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
  await close();
});

test("every chart has its numbers as text and as a table", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const charts = page.locator("figure.chart");
  const count = await charts.count();
  expect(count).toBeGreaterThanOrEqual(14);
  for (let index = 0; index < count; index++) {
    const chart = charts.nth(index);
    expect(await chart.locator("svg.picture desc").textContent()).toMatch(/\d/);
    // Some stand in a fold that is closed.
    await chart.getByText("Show as a table").evaluate((element: HTMLElement) => element.click());
    await expect.poll(() => chart.locator("table tbody tr").count()).toBeGreaterThanOrEqual(2);
  }
  await close();
});
