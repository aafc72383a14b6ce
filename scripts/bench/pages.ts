// The pages: how soon a reader sees the data, and how much a first visit loads.

import { chromium } from "playwright-core";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { browserPath, quietBrowser } from "../../src/surfaces/brief/pdf.ts";
import { startServer } from "./program.ts";
import type { Bench } from "./run.ts";

export const pages: Bench[] = [
  {
    name: "dyad page's numbers, nothing worked out before",
    goal: 5,
    unit: "s",
    runs: 3,
    measure: async ({ data }) => (await dyadNumbers(data)).coldSeconds,
  },
  {
    name: "dyad page's numbers, asked for again",
    goal: 0.3,
    unit: "s",
    runs: 3,
    measure: async ({ data }) => (await dyadNumbers(data)).warmSeconds,
  },
  {
    name: "page with data drawn",
    goal: 1,
    unit: "s",
    runs: 5,
    measure: async ({ data }) => (await visit(data)).drawnSeconds,
  },
  {
    name: "web bundle, first load, gzip",
    goal: 350,
    unit: "kB",
    runs: 1,
    measure: async ({ data }) => (await visit(data)).firstLoadKilobytes,
  },
  {
    name: "slider step, verdicts drawn, in the browser",
    goal: 16,
    unit: "ms",
    runs: 3,
    measure: ({ data }) => sliderStep(data),
  },
];

const measured = ["parity", "severity", "hidden", "trend", "tension", "reciprocity", "effect", "restraint"];

/** Everything that the page of the bundled dyad asks for, one after the other: of a fresh server, then once more. */
async function dyadNumbers(data: string): Promise<{ coldSeconds: number; warmSeconds: number }> {
  // What was kept beside the ledger is worked out anew.
  for (const name of existsSync(join(data, "snapshots")) ? readdirSync(join(data, "snapshots")) : [])
    if (/-[0-9a-f]{16}\.json$/.test(name)) rmSync(join(data, "snapshots", name));
  const { address, stop } = await startServer(data);
  const paths = ["brief", "years", "acts", ...measured.map((name) => `measures/${name}?refusal=answer`)];
  const round = async (): Promise<number> => {
    const start = performance.now();
    for (const path of paths) {
      const response = await fetch(`${address}/api/cases/us-cn/${path}`);
      if (!response.ok) throw new Error(`${path} ended with status ${response.status}`);
      await response.arrayBuffer();
    }
    return (performance.now() - start) / 1000;
  };
  try {
    return { coldSeconds: await round(), warmSeconds: await round() };
  } finally {
    await stop();
  }
}

/** The median of fifty steps of the detection slider: from the key to the page drawn anew, verdicts and all. */
async function sliderStep(data: string): Promise<number> {
  const { address, stop } = await startServer(data);
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: browserPath(process.env, chromium.executablePath()),
    args: [...quietBrowser, ...asRoot],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/models`);
    await page.locator(".verdicts tbody tr").first().waitFor();
    const slider = page.getByRole("slider", { name: /an attack is seen/ });
    return await slider.evaluate(async (element) => {
      const input = element as HTMLInputElement;
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      const times: number[] = [];
      for (let step = 0; step < 60; step++) {
        const start = performance.now();
        own?.set?.call(input, String(20 + step));
        input.dispatchEvent(new Event("input", { bubbles: true }));
        times.push(performance.now() - start);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      // The first steps still warm up.
      return times.slice(10).sort((a, b) => a - b)[25] ?? Number.NaN;
    });
  } finally {
    await browser.close();
    await stop();
  }
}

/** Opens the first page in a fresh browser; drawn is when the chart of both directions stands. */
async function visit(data: string): Promise<{ drawnSeconds: number; firstLoadKilobytes: number }> {
  const { address, stop } = await startServer(data);
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: browserPath(process.env, chromium.executablePath()),
    args: [...quietBrowser, ...asRoot],
  });
  try {
    const page = await browser.newPage();
    const sizes: Promise<number>[] = [];
    page.on("response", (response) => {
      if (/\.(js|css)$/.test(new URL(response.url()).pathname))
        sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    const start = performance.now();
    await page.goto(`${address}/d/usa-chn`, { waitUntil: "commit" });
    await page.waitForSelector("figure svg rect");
    const drawnSeconds = (performance.now() - start) / 1000;
    await page.waitForLoadState("networkidle");
    page.removeAllListeners("response");
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { drawnSeconds, firstLoadKilobytes: bytes / 1024 };
  } finally {
    await browser.close();
    await stop();
  }
}
