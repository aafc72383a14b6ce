// The pages as a reader meets them: they keep their place in the address, their numbers open.

import { afterAll, beforeAll, expect, test } from "vitest";
import { open, startWorkbench, type Workbench } from "./workbench.ts";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

test("/ leads to the case, and every page is served under a policy that lets no inline script or outside address in", async () => {
  const { page, close } = await workbench.visit();
  const response = await page.goto("/");
  expect(new URL(page.url()).pathname).toBe("/d/usa-chn");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  expect(policy).not.toMatch(/https?:|\*/);
  await close();
});

test("the headline is the brief's own, word for word, and its numbers are buttons", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const brief = (await (await page.request.get("/api/cases/us-cn/brief")).json()) as {
    headline: string;
    directions: { incidents: number }[];
  };
  const shown = `${await page.locator(".lead").first().innerText()} ${await page.locator(".answer").first().innerText()}`;
  expect(shown.replaceAll(/\s+/g, " ")).toBe(brief.headline);
  const numbers = await page.locator(".lead").first().locator("button.number").allInnerTexts();
  expect(numbers.slice(0, 2)).toEqual(brief.directions.map(({ incidents }) => String(incidents)));
  await close();
});

test("a number opens a drawer with sources, assumption, formula, citation and command; Esc closes it and gives the focus back", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const hidden = page.locator(".bound button.number");
  await hidden.focus();
  await page.keyboard.press("Enter");
  const drawer = page.locator("dialog.drawer");
  await drawer.waitFor();
  const text = await drawer.innerText();
  for (const part of [
    "Sources",
    "Assumptions",
    "How it is made",
    "Citation",
    "Chao, A.",
    "lower bound",
    "detente brief us-cn",
    "sha256:",
  ])
    expect(text).toContain(part);
  expect(new URL(page.url()).searchParams.get("show")).toBe("hidden:CHN-USA");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("show")).toBeNull();
  await expect.poll(() => hidden.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test("a drawer's address opens it again, and back closes it", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  await page.locator(".lead button.number").first().click();
  await page.locator("dialog.drawer").waitFor();
  await page.reload();
  await page.locator("dialog.drawer").waitFor();
  expect(await page.locator("dialog.drawer h2").innerText()).toContain("Incidents China → United States");
  await page.goBack();
  await page.locator("dialog.drawer").waitFor({ state: "detached" });
  await close();
});

test("every number of both directions opens a drawer that holds it", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const buttons = page.locator("main button.number");
  const count = await buttons.count();
  expect(count).toBeGreaterThan(40);
  const wrong: string[] = [];
  for (let index = 0; index < count; index++) {
    const label = await buttons.nth(index).innerText();
    await buttons.nth(index).evaluate((element: HTMLElement) => element.click());
    const drawer = page.locator("dialog.drawer");
    await drawer.waitFor();
    const [value, refusal] = [
      await drawer.locator(".drawer-value").allInnerTexts(),
      await drawer.locator(".refusal").count(),
    ];
    const holds =
      refusal === 1
        ? value.length === 0
        : !/^[\d,]+$/.test(label) ||
          [label, `about ${label} incidents`, `at least about ${label} incidents`].includes(value[0] ?? "");
    if (!holds) wrong.push(`${label}: ${value.join()}`);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
  }
  expect(wrong).toEqual([]);
  await close();
});

test("the list behind a number holds as many incidents as the number says", async () => {
  const { page, close } = await workbench.visit();
  const brief = (await (await page.request.get("/api/cases/us-cn/brief")).json()) as {
    directions: { from: string; to: string; incidents: number; contested: number; profiles: number }[];
  };
  for (const { from, to, ...counts } of brief.directions) {
    for (const kind of ["incidents", "contested", "profiles"] as const) {
      await open(page, `/d/usa-chn?show=${kind}:${from}-${to}`, "dialog.drawer");
      expect(await page.locator(".drawer-value").innerText()).toBe(String(counts[kind]));
      await page.locator("dialog.drawer a.next").click();
      await page.locator(".found").waitFor();
      expect(await page.locator(".found").innerText()).toMatch(new RegExp(`^${counts[kind]} incident`));
    }
  }
  await close();
});

test("“as counted by” changes the numbers and the picture at once, and stands in the address", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const first = page.locator("table.directions tbody tr").first().locator("td");
  const [before, picture] = [await first.allInnerTexts(), await page.locator("#chart-years svg.picture").innerHTML()];
  await page.getByRole("radio", { name: "sources in China" }).check();
  await expect.poll(() => first.allInnerTexts()).not.toEqual(before);
  expect(new URL(page.url()).searchParams.get("by")).toBe("CHN");
  expect(await page.locator("#chart-years svg.picture").innerHTML()).not.toBe(picture);
  await page.reload();
  await page.locator("#kept").waitFor();
  expect(await page.getByRole("radio", { name: "sources in China" }).isChecked()).toBe(true);
  await page.getByRole("link", { name: "Incidents", exact: true }).click();
  await page.locator(".incident-rows li").first().waitFor();
  expect(new URL(page.url()).searchParams.get("by")).toBe("CHN");
  await close();
});

test("read from the other capital, the directions change places and each state keeps its mark", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/d/usa-chn", "#kept");
  const heads = page.locator("table.directions thead th .arrow");
  const home = await heads.allInnerTexts();
  await page.getByRole("link", { name: "China", exact: true }).click();
  await page.waitForURL("**/d/chn-usa");
  await expect.poll(() => heads.allInnerTexts()).toEqual(home.toReversed());
  expect(await page.locator("table.directions thead .party-a").first().innerText()).toBe("United States");
  await close();
});

test("filters stand in the address and survive reload and back", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/incidents", ".incident-rows li");
  const found = page.locator(".found");
  const all = await found.innerText();
  await page
    .locator("fieldset.facet", { hasText: "Accused of acting" })
    .getByText("United States", { exact: true })
    .click();
  await expect.poll(() => found.innerText()).not.toBe(all);
  const one = await found.innerText();
  await page.getByLabel("Words in titles, names and actors").fill("university");
  await expect.poll(() => found.innerText()).not.toBe(one);
  const two = await found.innerText();
  const { searchParams } = new URL(page.url());
  expect(searchParams.get("from")).toBe("USA");
  expect(searchParams.get("q")).toBe("university");
  await page.reload();
  await expect.poll(() => found.innerText()).toBe(two);
  expect(await page.getByLabel("Words in titles, names and actors").inputValue()).toBe("university");
  await page.locator(".incident-rows a").first().click();
  await page.locator(".statement").first().waitFor();
  await page.goBack();
  await expect.poll(() => found.innerText()).toBe(two);
  await close();
});

test("the files of a selection hold the same incidents as the page", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/incidents?from=USA&to=CHN", ".incident-rows li");
  const total = Number(/^\d+/.exec(await page.locator(".found").innerText())?.[0]);
  const href = await page.getByRole("link", { name: "JSON", exact: true }).getAttribute("href");
  const file = (await (await page.request.get(href ?? "")).json()) as unknown[];
  expect(file).toHaveLength(total);
  const csv = await (
    await page.request.get((await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href")) ?? "")
  ).text();
  expect(csv.trim().split("\r\n").length).toBeGreaterThan(total);
  await close();
});

test("an incident names every author with every state it names, and each mark leads to its statement", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/i/titan-rain", ".statement");
  const marks = page.locator(".matrix a.stance");
  expect(await marks.count()).toBe(await page.locator(".statement").count());
  for (const href of await marks.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")))
    expect(await page.locator(href).count()).toBe(1);
  expect(await page.locator('.statement [lang="zh-Hans"]').count()).toBeGreaterThan(0);
  const rels = await page
    .locator(".read-links a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("rel")));
  expect(rels.length).toBeGreaterThan(0);
  expect(new Set(rels)).toEqual(new Set(["noreferrer noopener"]));
  await close();
});

test("the brief prints its answers first and ends on the fourth page", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/brief", ".sheet-foot");
  await page.locator(".notes li").first().waitFor();
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(4);
  await close();
});

test("when the workbench stops, the page says so, keeps what it shows, and comes back when asked", async () => {
  const { page, close } = await workbench.visit();
  await open(page, "/incidents", ".incident-rows li");
  await page.context().setOffline(true);
  await page.getByRole("radio", { name: "sources in China" }).check();
  const fault = page.getByRole("alert");
  await fault.waitFor();
  expect(await fault.innerText()).toContain("Nothing was lost");
  expect(await page.locator(".incident-rows li").count()).toBeGreaterThan(0);
  await page.context().setOffline(false);
  await fault.getByRole("button", { name: "Try again" }).click();
  await fault.waitFor({ state: "detached" });
  await close();
});

test("an address with a filter that cannot be read says what was expected", async () => {
  const { page, close } = await workbench.visit();
  await page.goto("/d/usa-chn?asof=2015-02-30");
  const fault = page.getByRole("alert");
  await fault.waitFor();
  expect(await fault.innerText()).toContain("a day that exists");
  await close();
});
