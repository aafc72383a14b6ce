// The case as published: served by a plain static host under a path of its own, it reads, filters and computes as the
// workbench does, and asks nothing of any other place.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserPath, quietBrowser } from "../../src/surfaces/brief/pdf.ts";
import { copyPolicy } from "../../src/surfaces/publish/frame.ts";
import { staticHost, type StaticHost } from "./static-host.ts";
import { open, root } from "./workbench.ts";

const work = mkdtempSync(join(tmpdir(), "detente-published-"));
const site = join(work, "site");
let host: StaticHost;
let browser: Browser;

function detente(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/surfaces/cli/main.ts", ...words], {
    cwd: root,
    env: { ...process.env, DETENTE_DATA: join(work, "data") },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  expect(`${status} ${status === 0 ? "" : stderr}`).toBe("0 ");
  return stdout;
}

beforeAll(async () => {
  const template = process.env["DETENTE_TEMPLATE"];
  if (template !== undefined) cpSync(template, join(work, "data"), { recursive: true });
  const log = ["--dir", join(work, "data", "log"), "--key", join(work, "log.key")];
  detente("log", "init", "--origin", "example.org/copy", ...log);
  detente("log", "append", "--text", "We both saw this.", ...log);
  detente("publish", "us-cn", "--out", site);
  host = await staticHost(site, "/some/where");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({
    executablePath: browserPath(process.env, chromium.executablePath()),
    args: [...quietBrowser, ...asRoot],
  });
}, 300_000);

afterAll(async () => {
  await browser.close();
  await host.stop();
  rmSync(work, { recursive: true, force: true });
});

type Seen = { page: Page; wrong: string[]; close: () => Promise<void> };

/** `wrong`: complaints, requests that failed, and requests that left the copy. */
async function visit(): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${host.address}/`) && !/^(data|blob):/.test(url)) wrong.push(`asked ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  return { page, wrong, close: () => context.close() };
}

/** Each page with what shows that its data are there, drawn and not only written. */
const pages: [string, string][] = [
  ["/", ".frame #kept"],
  ["/d/chn-usa/?by=CHN&date=disclosed", ".frame #kept"],
  ["/incidents/", ".incident-rows li"],
  ["/i/titan-rain/", ".statement"],
  ["/sources/", ".source"],
  ["/models/", ".verdicts tbody tr"],
  ["/models/repeat/", ".set-told .checked"],
  ["/agreements/", ".frame main h1"],
  ["/a/understanding-2015/", ".frame main h1"],
  ["/lines/", ".frame main h1"],
  ["/debate/talks-on-the-wire/", ".frame #thread"],
  ["/log/", ".log-entries li"],
  ["/methods/methods/hidden/", ".document"],
  ["/brief/", ".sheet-foot"],
  ["/import/", ".alone .refusal"],
];

test("every page draws its data, complains of nothing, asks no server, and every link on it leads somewhere", async () => {
  const links = new Set<string>();
  const { page, wrong, close } = await visit();
  for (const [path, drawn] of pages) {
    await open(page, `${host.address}${path}`, drawn);
    expect([path, await page.locator("main h1").count()]).toEqual([path, 1]);
    // Nothing is there to be filled in that only the program could take.
    expect([path, await page.locator("main .small-form, main .write-form").count()]).toEqual([path, 0]);
    for (const link of await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href)))
      if (link.startsWith(new URL(host.address).origin)) links.add(link.split(/[?#]/)[0] ?? "");
  }
  expect(wrong).toEqual([]);
  expect(host.asked.filter((path) => path.includes("/api"))).toEqual([]);
  const under = new URL(host.address).pathname;
  const lost = [...links].filter((link) => {
    const path = decodeURIComponent(new URL(link).pathname);
    return (
      !path.startsWith(`${under}/`) ||
      !existsSync(join(site, path.slice(under.length), path.endsWith("/") ? "index.html" : ""))
    );
  });
  expect(links.size).toBeGreaterThan(100);
  expect(lost).toEqual([]);
  await close();
});

test("sliders move verdicts, filters answer, and a move between pages and back keeps the view", async () => {
  const { page, wrong, close } = await visit();
  await open(page, `${host.address}/models/`, ".verdicts tbody tr");
  const row = page.locator('[data-proposition="distrust-defeats-restraint"] .verdict');
  expect(await row.innerText()).toContain("Holds here");
  await page.getByRole("slider", { name: /probability that an attack is seen.* q$/ }).focus();
  await page.keyboard.press("End");
  await expect.poll(() => row.innerText()).toContain("Does not hold here");
  await expect.poll(() => new URL(page.url()).searchParams.get("set")).toBe("q:1");
  await page.getByRole("link", { name: "Incidents", exact: true }).click();
  await page.locator(".incident-rows li").first().waitFor();
  const all = await page.locator(".found").innerText();
  await page.locator("#search").fill("titan");
  await expect.poll(() => page.locator(".found").innerText()).not.toBe(all);
  await page.locator("#asof").fill("2004-01-01");
  await expect.poll(() => page.locator("main").innerText()).toMatch(/no incident|0 incidents/i);
  await page.goBack();
  await expect.poll(() => page.locator(".incident-rows li").count()).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
  await close();
});

test("what the copy does not hold is refused with the command that answers it, and nothing is asked in vain", async () => {
  const { page, wrong, close } = await visit();
  await page.goto(`${host.address}/d/usa-chn/?asof=2014-01-01`);
  const fault = page.locator(".fault");
  await fault.waitFor();
  expect(await fault.innerText()).toContain("detente -- brief us-cn --asof 2014-01-01");
  expect(wrong).toEqual([]);
  await close();
});

test("without JavaScript the pages read, under a policy that lets nothing else in", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.address}/debate/talks-on-the-wire/`);
  expect(await page.locator("main article p").count()).toBeGreaterThan(2);
  await page.goto(`${host.address}/i/titan-rain/`);
  expect(await page.locator("main").innerText()).toContain("totally groundless");
  expect(await page.locator(".published-note").innerText()).toContain("sha256:");
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(await policy.getAttribute("content")).toBe(copyPolicy);
  await page.getByRole("link", { name: "Brief", exact: true }).click();
  expect(await page.locator("main .lead").innerText()).toContain("On the public record");
  await context.close();
});

test("charts, verdicts and claims draw in another site's frame; feeds are well formed; proofs are there", async () => {
  const { page, wrong, close } = await visit();
  await page.goto(`${host.address}/embed/`);
  const frames = await page.locator("li a").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(frames.length).toBeGreaterThan(20);
  for (const kind of ["chart", "verdict", "claim"]) {
    await page.goto(frames.find((one) => one.includes(`/${kind}/`)) ?? "");
    expect(await page.locator("footer a").count()).toBe(1);
    // Nothing runs there; the style that is named by its hash is applied.
    expect(await page.evaluate(() => getComputedStyle(document.body).paddingTop)).toBe("12px");
    if (kind === "chart") expect(await page.locator("svg rect").count()).toBeGreaterThan(10);
  }
  await page.goto(`${host.address}/brief.html`);
  const faults = await page.evaluate(
    (texts) =>
      texts.map(
        (text) =>
          new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror")?.textContent ??
          `${text.match(/<entry>/g)?.length ?? 0}`,
      ),
    ["ledger", "debate"].map((name) => readFileSync(join(site, `feeds/${name}.atom`), "utf8")),
  );
  expect(faults.map(Number).every((entries) => entries > 20)).toBe(true);
  for (const name of ["ledger", "debate"])
    expect(JSON.parse(readFileSync(join(site, `feeds/${name}.json`), "utf8"))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
    });
  expect(readFileSync(join(site, "data/log/proofs/0.tlog-proof"), "utf8")).toContain("example.org/copy");
  expect(readFileSync(join(site, "log/checkpoint"))).toEqual(readFileSync(join(work, "data/log/checkpoint")));
  expect(wrong).toEqual([]);
  await close();
});
