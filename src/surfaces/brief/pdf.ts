// The brief as PDF, printed by the browser that the machine has.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { SourceError } from "../../values/errors.ts";

const browserNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

/** Switches that keep the browser from calling its maker; printing needs no network. */
export const quietBrowser: readonly string[] = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Prints a self-contained page; the result is a tagged PDF with an outline. */
export async function printPdf(page: string, env: Record<string, string | undefined>): Promise<Uint8Array> {
  const { chromium } = await import("playwright-core");
  const executablePath = browserPath(env, chromium.executablePath());
  // Chromium refuses to run as root inside its sandbox.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium
    .launch({ executablePath, args: [...quietBrowser, ...asRoot] })
    .catch((error: unknown) => {
      throw new SourceError(
        "no-browser",
        `the browser ${executablePath} does not start; give another with DETENTE_BROWSER`,
        { cause: error },
      );
    });
  try {
    const tab = await browser.newPage({ javaScriptEnabled: false });
    await tab.setContent(page, { waitUntil: "load" });
    return await tab.pdf({ format: "A4", tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}

/** The browser to use: `DETENTE_BROWSER`, else one on the path, else the one that Playwright has downloaded. */
export function browserPath(env: Record<string, string | undefined>, downloaded: string): string {
  const given = env["DETENTE_BROWSER"];
  if (given) return given;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = folders
    .flatMap((folder) => browserNames.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found) return found;
  if (existsSync(downloaded)) return downloaded;
  throw new SourceError(
    "no-browser",
    "no Chromium or Chrome is on this machine, and printing to PDF needs one; install it or give its path with DETENTE_BROWSER, or use --html and print that page",
  );
}
