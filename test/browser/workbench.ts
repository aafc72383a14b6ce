// Starts the workbench as a reader would, on a free port with a data folder of its own, and opens a browser that may
// reach nothing else.

import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { browserPath, quietBrowser } from "../../src/surfaces/brief/pdf.ts";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export type Visit = {
  page: Page;
  /** Requests that would have left the machine. */
  outside: string[];
  /** What the page complained of: errors on the console, and exceptions. */
  complaints: string[];
  close: () => Promise<void>;
};

export type Workbench = {
  address: string;
  browser: Browser;
  visit: (options?: BrowserContextOptions) => Promise<Visit>;
  stopServer: () => Promise<void>;
  close: () => Promise<void>;
};

const START_MS = 60_000;

export async function startWorkbench(): Promise<Workbench> {
  if (!existsSync(join(root, "dist/web/index.html")))
    throw new Error("The pages have not been built: run `npm start` or `vite build` once.");
  const folder = mkdtempSync(join(tmpdir(), "detente-browser-"));
  const template = process.env["DETENTE_TEMPLATE"];
  if (template !== undefined) cpSync(template, folder, { recursive: true });
  const program = spawn(process.execPath, ["src/surfaces/cli/main.ts", "serve", "--port", "0"], {
    cwd: root,
    env: { ...process.env, DETENTE_DATA: folder },
  });
  try {
    const address = await addressOf(program);
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({
      executablePath: browserPath(process.env, chromium.executablePath()),
      args: [...quietBrowser, ...asRoot],
    });
    const stopServer = (): Promise<void> => stop(program);
    return {
      address,
      browser,
      stopServer,
      visit: (options) => visit(browser, address, options),
      async close() {
        await browser.close();
        await stopServer();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stop(program);
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(
      () => reject(new Error(`The workbench did not start in ${START_MS} ms. It said: ${said}`)),
      START_MS,
    );
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    };
    program.stdout?.on("data", hear);
    program.stderr?.on("data", hear);
    program.once("exit", (code) => reject(new Error(`The workbench ended with ${code}. It said: ${said}`)));
  });
}

function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    program.once("exit", () => resolve());
    program.kill("SIGTERM");
  });
}

async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    ...options,
  });
  const outside: string[] = [];
  const complaints: string[] = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(`${address}/`) || url.startsWith("data:") || url.startsWith("blob:")) return route.continue();
    outside.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, outside, complaints, close: () => context.close() };
}

/** Opens a page and waits until its data are drawn and its fonts have come. */
export async function open(page: Page, path: string, drawn: string): Promise<void> {
  await page.goto(path);
  await page.locator(drawn).first().waitFor();
  // The measures come after the first screen.
  await page.locator('.measure[aria-busy="true"]').first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Each page with what shows that its data are there. */
export const pages: { name: string; path: string; drawn: string }[] = [
  { name: "dyad", path: "/d/usa-chn", drawn: "#kept" },
  { name: "dyad-other-capital", path: "/d/chn-usa", drawn: "#kept" },
  { name: "dyad-2015", path: "/d/usa-chn?asof=2015-09-25&by=third&date=disclosed", drawn: "#kept" },
  { name: "incidents", path: "/incidents", drawn: ".incident-rows li" },
  { name: "incidents-filtered", path: "/incidents?from=USA&to=CHN&standing=contested", drawn: ".incident-rows li" },
  { name: "incidents-empty", path: "/incidents?q=nothing+is+called+this", drawn: "main .refusal" },
  { name: "incident", path: "/i/titan-rain", drawn: ".statement" },
  { name: "sources", path: "/sources", drawn: ".source" },
  { name: "brief", path: "/brief", drawn: ".sheet-foot" },
  { name: "not-found", path: "/nowhere", drawn: "main h1" },
];
