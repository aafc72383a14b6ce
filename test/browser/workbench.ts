// Starts the workbench as a reader would, on a free port with a data folder of its own, and opens a browser that may
// reach nothing else.

import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
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
  /** All that the workbench printed so far. */
  said: () => string;
  stopServer: () => Promise<void>;
  close: () => Promise<void>;
};

const START_MS = 60_000;

export async function startWorkbench(env: Record<string, string> = {}): Promise<Workbench> {
  if (!existsSync(join(root, "dist/web/index.html")))
    throw new Error("The pages have not been built: run `npm start` or `vite build` once.");
  const folder = mkdtempSync(join(tmpdir(), "detente-browser-"));
  const template = process.env["DETENTE_TEMPLATE"];
  if (template !== undefined) cpSync(template, folder, { recursive: true });
  const program = spawn(process.execPath, ["src/surfaces/cli/main.ts", "serve", "--port", "0"], {
    cwd: root,
    env: { ...process.env, DETENTE_DATA: folder, ...env },
  });
  let said = "";
  program.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  try {
    const address = await addressOf(program);
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({
      executablePath: browserPath(process.env, chromium.executablePath()),
      args: [...quietBrowser, ...asRoot, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
    });
    const stopServer = (): Promise<void> => stop(program);
    return {
      address,
      browser,
      said: () => said,
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
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith("data:") && !url.startsWith("blob:")) outside.push(url);
  });
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

/** How far the page is wider than its window, px. */
export function beyond(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) (fold as HTMLDetailsElement).open = true;
  });
}

type Axe = { run: (page: Document, options: object) => Promise<{ violations: Finding[] }> };
type Finding = { id: string; nodes: { target: unknown; failureSummary?: string }[] };

/** What axe finds, one line a finding. The page was visited with `withAxe`. */
export async function axeFindings(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    return (await axe.run(document, { resultTypes: ["violations"] })).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ""}`),
  );
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Brings axe into each document of a visit before its own scripts: the pages' policy would let no foreign script in later. */
export function withAxe({ page }: Visit): Promise<unknown> {
  return page.addInitScript({ path: axePath });
}
