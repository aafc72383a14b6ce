// The pages for people who use a keyboard, a screen reader, a phone, a dark screen.

import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, pages, startWorkbench, type Workbench } from "./workbench.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

type Finding = { id: string; nodes: { target: unknown; failureSummary?: string }[] };

/** What axe finds, one line a finding. */
async function findings(path: string, drawn: string, colorScheme: "light" | "dark", width = 1280): Promise<string[]> {
  // The policy of the pages lets no foreign script in; axe is one, so this visit alone goes without the policy.
  const { page, close } = await workbench.visit({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
  await open(page, path, drawn);
  await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: Document, options: object) => Promise<{ violations: Finding[] }> };
    };
    return (await axe.run(document, { resultTypes: ["violations"] })).violations;
  });
  await close();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ""}`),
  );
}

/** Views of a page that is tested in both: the same code draws them. */
const views = new Set(["dyad-other-capital", "dyad-2015", "incidents-filtered", "incidents-empty"]);

for (const { name, path, drawn } of [
  ...pages,
  { name: "drawer", path: "/d/usa-chn?show=hidden:CHN-USA", drawn: "dialog.drawer" },
]) {
  const schemes: ("light" | "dark")[] = views.has(name) ? ["dark"] : ["light", "dark"];
  test.each(schemes)(`axe finds nothing on ${name} in %s`, async (scheme) => {
    expect(await findings(path, drawn, scheme)).toEqual([]);
  });
}

test("axe finds nothing on the case's page at the width of a phone", async () => {
  expect(await findings("/d/usa-chn", "#kept", "light", 390)).toEqual([]);
});

test.each(pages)(
  "$path fits a phone of 390 px without sideways scrolling, folded and unfolded",
  async ({ path, drawn }) => {
    const { page, close } = await workbench.visit({ viewport: { width: 390, height: 844 } });
    await open(page, path, drawn);
    const beyond = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await beyond()).toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    expect(await beyond()).toBeLessThanOrEqual(0);
    await close();
  },
);

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
