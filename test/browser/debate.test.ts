// A debate as its readers, its writers and its moderators use it, with hostile content in it.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beyond, open, root, startWorkbench, type Visit, type Workbench } from "./workbench.ts";

const pictures = join(root, "screenshots");
const debate = "/debate/talks-on-the-wire";
const moderator = "mod@example.org";

let workbench: Workbench;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  workbench = await startWorkbench({ DETENTE_MODERATORS: moderator });
});
afterAll(() => workbench.close());

/** What the page complained of, without the refusals that a test asked for. */
const faults = ({ complaints }: Visit): string[] => complaints.filter((line) => !/status of 4\d\d/.test(line));

async function printedLink(address: string): Promise<string> {
  for (;;) {
    const found = workbench.said().split(address).at(-1) ?? "";
    const path = /http:\/\/[\w.:]+\/debate\/sign-in#[\w-]+/.exec(found)?.[0];
    if (path !== undefined && workbench.said().includes(address)) return path;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto("/debate/sign-in");
  await page.getByLabel("Your address").fill(address);
  await page.getByRole("button", { name: "Print a link" }).click();
  await page.getByText("A link was printed").waitFor();
  const path = await printedLink(address);
  await page.goto("/debate");
  await page.goto(path);
  await page.getByText("You are signed in.", { exact: true }).waitFor();
  expect(page.url()).not.toContain("#");
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator("#thread > details > summary").click();
  const form = page.locator("#thread > details form");
  await form.getByLabel("Your comment").fill(text);
  await form.getByLabel("Name shown with it").fill("Ann");
  await form.locator("button[type=submit]").click();
}

test("a debate reads: article, claims with their verdicts, thread, and a map in words", async () => {
  const visit = await workbench.visit();
  const { page, outside } = visit;
  await open(page, debate, "#thread article.comment");
  expect(await page.locator("h1").innerText()).not.toBe("");
  expect(await page.locator("#thread article.comment").count()).toBeGreaterThanOrEqual(20);
  await page.locator("#arguments .debate-claim").first().waitFor();
  expect(await page.locator("#arguments .debate-claim").count()).toBeGreaterThanOrEqual(15);
  expect(await page.locator("#arguments").innerText()).toMatch(/\/models\/|turns on|would change/i);
  // A claim leads to the comment that presses it.
  const pressed = page.locator("#arguments .debate-claim").first().locator("details");
  await pressed.locator("summary").click();
  await pressed.locator("a[href^='#']").first().click();
  const id = new URL(page.url()).hash.slice(1);
  await expect.poll(() => page.locator(`article#${id}`).evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(900); // prettier-ignore
  await page.locator("#map summary").first().click();
  const map = page.locator("ul.argument-map");
  await map.waitFor();
  expect(await map.locator("svg, canvas, img").count()).toBe(0);
  expect(await map.locator(".map-attack .map-relation").first().innerText()).toMatch(/attacks|speaks against/i);
  expect(await map.locator(".map-standing").first().innerText()).toMatch(/[a-z]{4}/);
  await page.screenshot({ path: join(pictures, "debate.png"), fullPage: true });
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await beyond(page)).toBeLessThanOrEqual(0);
  expect([outside, faults(visit)]).toEqual([[], []]);
  await visit.close();
});

test("a comment is written, one is held with its reason, appealed, and decided from the keyboard", async () => {
  const author = await workbench.visit();
  await open(author.page, debate, "#thread article.comment");
  await write(author.page, "They steal at little cost, and we can hardly retaliate for it.");
  const written = author.page.locator("article.comment", { hasText: "we can hardly retaliate for it" });
  await written.locator(".comment-claims a").first().waitFor();
  await author.page.reload();
  await written.waitFor();
  await write(author.page, "You are an idiot.");
  const held = author.page.locator("article.comment", { hasText: "You are an idiot." });
  await held.locator("code", { hasText: "insult" }).waitFor();
  const stranger = await workbench.visit();
  await open(stranger.page, debate, "#thread article.comment");
  expect(await stranger.page.locator("#thread").innerText()).not.toContain("idiot");
  await stranger.close();
  await held.getByRole("button", { name: "Appeal" }).click();
  await held.locator("textarea").fill("It was meant as a quotation.");
  await held.locator("form button[type=submit]").click();
  await held.getByRole("button", { name: "Appeal" }).waitFor({ state: "detached" });

  const desk = await workbench.visit();
  await signIn(desk.page, moderator);
  await open(desk.page, "/moderation", "article.debate-claim");
  await desk.page.getByText("It was meant as a quotation.").waitFor();
  await desk.page.screenshot({ path: join(pictures, "moderation.png"), fullPage: true });
  await desk.page.keyboard.press("r");
  await desk.page.getByText("A decision needs a reason").waitFor();
  await desk.page.keyboard.type("Nothing is quoted.");
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText("It was meant as a quotation.").waitFor({ state: "detached" });
  await open(desk.page, "/moderation/log", ".debate-list li");
  const log = await desk.page.locator(".debate-list").innerText();
  expect(log).toContain("Nothing is quoted.");
  expect(log).not.toContain(moderator);
  await author.page.reload();
  await held.getByText("Nothing is quoted.").or(held.locator(".comment-status")).first().waitFor();
  expect([author.outside, desk.outside, faults(author), faults(desk)]).toEqual([[], [], [], []]);

  // The same person votes, once however often the button is pressed.
  await open(desk.page, debate, "#thread article.comment");
  const first = desk.page.locator("#thread article.comment").first();
  const agree = first.locator(".comment-votes button, .comment-tools button").first();
  await agree.click();
  await first.locator('button[aria-pressed="true"]').waitFor();
  expect(await first.locator('button[aria-pressed="true"]').innerText()).toMatch(/1/);
  await desk.close();
  await author.close();
});

test("a passkey is added by who is signed in, and signs its holder in again", async () => {
  const at = workbench.address.replace("127.0.0.1", "localhost");
  const visit = await workbench.visit({ baseURL: at });
  const { page } = visit;
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }, // prettier-ignore
  });
  await signIn(page, "holder@example.org");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("You have one passkey here.").waitFor();
  await page.context().clearCookies();
  await page.goto("/debate/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByText("You are signed in.", { exact: true }).waitFor();
  await open(page, debate, "#thread article.comment");
  await page.getByText("Signed in as holder@example.org").waitFor();
  expect(faults(visit)).toEqual([]);
  await visit.close();
});

test("the claim box of the front page gives the number with its range, and what speaks against it", async () => {
  const visit = await workbench.visit();
  const { page, outside } = visit;
  await page.goto("/d/usa-chn");
  await page.locator("#paste-claim").fill("The attacks in both directions are equal.");
  await page.keyboard.press("Enter");
  const answer = page.locator(".paste .debate-claim").first();
  await answer.waitFor();
  expect(await answer.innerText()).toMatch(/\d+ and \d+/);
  expect(await answer.innerText()).toMatch(/95%/);
  await page.locator("#paste-claim").fill("One only negotiates when one is losing.");
  await page.keyboard.press("Enter");
  await page.getByText("arithmetic done wrong").waitFor();
  await page.getByText("The best argument against").first().waitFor();
  await page.locator(".paste").screenshot({ path: join(pictures, "claim-box.png") });
  await page.locator("#paste-claim").fill("I had soup for lunch.");
  await page.keyboard.press("Enter");
  await page.getByText("No claim found").waitFor();
  expect([outside, faults(visit)]).toEqual([[], []]);
  await visit.close();
});

test("hostile content stays text, and the page's policy lets nothing run", async () => {
  const visit = await workbench.visit();
  const { page, outside } = visit;
  const answer = await page.goto(debate);
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'self'");
  const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script><style>*{display:none}</style> They steal\u202e at little cost and cannot be trusted. javascript:alert(1)`;
  await page.locator("#thread article.comment").first().waitFor();
  await write(page, hostile);
  const shown = page.locator("article.comment", { hasText: "cannot be trusted. javascript:alert(1)" });
  await shown.waitFor();
  expect(await shown.locator("img, script, style, iframe, a[href^='javascript']").count()).toBe(0);
  expect(await shown.innerText()).toContain("<script>");
  expect(await shown.innerText()).not.toContain("\u202e");
  expect(await page.title()).not.toBe("owned");
  // Even a script that got into the page would not run.
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.owned = 'yes'";
    document.body.append(script);
    return document.documentElement.dataset["owned"] ?? "no";
  });
  expect(ran).toBe("no");
  expect(outside).toEqual([]);
  await visit.close();
});
