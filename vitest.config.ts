import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Every core: left to itself, Vitest keeps one free and would use one of two.
          maxWorkers: availableParallelism(),
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts"],
          exclude: ["test/browser/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          globalSetup: ["test/browser/data-template.ts"],
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file has a server and a browser of its own; two of each fit two cores and two gigabytes.
          maxWorkers: 2,
          // The file that opens every page comes last and alone: it may use both cores.
          maxConcurrency: 2,
          // What a slow machine takes longer over is not wrong.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});

export default config;
