// Pictures of every page, wide and narrow, light and dark, to be looked at: `screenshots/` in the project's folder.

import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, pages, root, startWorkbench, type Workbench } from "./workbench.ts";

const folder = join(root, "screenshots");

let workbench: Workbench;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

const shots = [
  ...pages,
  { name: "drawer", path: "/d/usa-chn?show=hidden:CHN-USA", drawn: "dialog.drawer" },
  { name: "refusal", path: "/d/usa-chn?show=hidden:USA-CHN", drawn: "dialog.drawer" },
];

for (const { name, path, drawn } of shots) {
  test.each([
    ["wide", "light", 1280],
    ["wide", "dark", 1280],
    ["phone", "light", 390],
    ["phone", "dark", 390],
  ] as const)(`a picture of ${name}, %s and %s`, async (size, colorScheme, width) => {
    const { page, close } = await workbench.visit({
      colorScheme,
      viewport: { width, height: width === 390 ? 844 : 900 },
      reducedMotion: "reduce",
    });
    await open(page, path, drawn);
    await page.waitForLoadState("networkidle");
    const file = join(folder, `${name}-${size}-${colorScheme}.png`);
    await page.screenshot({ path: file, fullPage: drawn !== "dialog.drawer" });
    expect(statSync(file).size).toBeGreaterThan(10_000);
    await close();
  });
}
