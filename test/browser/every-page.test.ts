// Every page, each opened once: it draws its data, complains of nothing, asks nothing of the outside, satisfies axe and
// fits a phone, in light and in dark. Its pictures are left in `screenshots/` to be looked at.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { axeFindings, beyond, open, root, startWorkbench, unfold, withAxe, type Workbench } from "./workbench.ts";

/** Each page with what shows that its data are there. */
const pages: { name: string; path: string; drawn: string }[] = [
  { name: "dyad", path: "/d/usa-chn", drawn: "#kept" },
  { name: "dyad-other-capital", path: "/d/chn-usa", drawn: "#kept" },
  { name: "dyad-2015", path: "/d/usa-chn?asof=2015-09-25&by=third&date=disclosed", drawn: "#kept" },
  { name: "drawer", path: "/d/usa-chn?show=hidden:CHN-USA", drawn: "dialog.drawer" },
  { name: "refusal", path: "/d/usa-chn?show=hidden:USA-CHN", drawn: "dialog.drawer" },
  { name: "incidents", path: "/incidents", drawn: ".incident-rows li" },
  { name: "incidents-filtered", path: "/incidents?from=USA&to=CHN&standing=contested", drawn: ".incident-rows li" },
  { name: "incidents-empty", path: "/incidents?q=nothing+is+called+this", drawn: "main .refusal" },
  { name: "incident", path: "/i/titan-rain", drawn: ".statement" },
  { name: "sources", path: "/sources", drawn: ".source" },
  { name: "import", path: "/import", drawn: ".drop .button" },
  { name: "queue", path: "/queue", drawn: ".pair-judged" },
  { name: "actors", path: "/actors", drawn: ".actors tbody tr" },
  { name: "actor", path: "/actors/APT10", drawn: "#namings" },
  { name: "models", path: "/models", drawn: ".verdicts tbody tr" },
  { name: "models-other-world", path: "/models?set=q:0.9,rho:0.02&pin=none", drawn: ".pairs tbody tr" },
  { name: "model-repeat", path: "/models/repeat", drawn: ".set-told .checked" },
  { name: "model-link", path: "/models/link?set=phi:12", drawn: "figure.chart svg rect" },
  { name: "model-unknown", path: "/models/nothing", drawn: ".refusal h1" },
  { name: "game", path: "/models/game?issue=commercial-theft", drawn: "#all table" },
  { name: "check", path: "/check", drawn: ".drop" },
  { name: "agreements", path: "/agreements", drawn: "main h1" },
  { name: "lines", path: "/lines", drawn: "main h1" },
  { name: "table", path: "/table", drawn: ".issue-row" },
  { name: "log", path: "/log", drawn: ".verify" },
  { name: "methods", path: "/methods", drawn: "main h1" },
  { name: "brief", path: "/brief", drawn: ".sheet-foot" },
  { name: "not-found", path: "/nowhere", drawn: "main h1" },
];

const pictures = join(root, "screenshots");

let workbench: Workbench;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

test.concurrent.for(pages)(
  "$name draws its data, satisfies axe and fits a phone, in light and in dark",
  async (view, { expect }) => {
    const visit = await workbench.visit({ reducedMotion: "reduce" });
    await withAxe(visit);
    const { page, outside, complaints, close } = visit;
    await open(page, view.path, view.drawn);
    // The Chinese fonts come when the page is idle.
    await page.waitForLoadState("networkidle");
    expect(await page.locator("main h1").count()).toBe(1);
    await picture(page, view, "wide-light");
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => beyond(page)).toBeLessThanOrEqual(0);
    await picture(page, view, "phone-dark");
    await unfold(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(await beyond(page)).toBeLessThanOrEqual(0);
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  },
);

async function picture(page: Page, { name, drawn }: { name: string; drawn: string }, style: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}-${style}.png`), fullPage: drawn !== "dialog.drawer" });
}
