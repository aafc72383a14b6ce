// A case as a static site: how long it takes to write, and how soon its front page can be used.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserPath, quietBrowser } from "../../src/surfaces/brief/pdf.ts";
import { staticHost } from "../../test/browser/static-host.ts";
import { secondsOf } from "./program.ts";
import type { Bench, Place } from "./run.ts";

export const publish: Bench[] = [
  {
    name: "publish us-cn",
    goal: 10,
    unit: "s",
    runs: 3,
    measure: (place) => published(place, (_, seconds) => seconds),
  },
  { name: "published front page, in use", goal: 1, unit: "s", runs: 3, measure: (place) => published(place, inUse) },
];

async function published<Result>(
  place: Place,
  then: (site: string, seconds: number) => Promise<Result> | Result,
): Promise<Result> {
  const work = mkdtempSync(join(tmpdir(), "detente-bench-site-"));
  try {
    const site = join(work, "site");
    return await then(site, secondsOf(["publish", "us-cn", "--out", site], place));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** From the request to the first number's drawer, opened by a click as soon as there is one to click, in a fresh browser. */
async function inUse(site: string): Promise<number> {
  const host = await staticHost(site, "/some/where");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: browserPath(process.env, chromium.executablePath()),
    args: [...quietBrowser, ...asRoot],
  });
  try {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(`${host.address}/`, { waitUntil: "commit" });
    await page.locator(".lead button.number").first().click();
    await page.locator("dialog.drawer").waitFor();
    return (performance.now() - start) / 1000;
  } finally {
    await browser.close();
    await host.stop();
  }
}
