// Builds the pages into dist/web: no inline script, no address but the server's own.

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { oneFilePage } from "./scripts/one-file-page.ts";
import { standAloneChecker } from "./scripts/build-checker.ts";

/** The code that draws, and the two fonts of the first screen, start loading with the page. */
const firstCode = /assets\/main-.*\.js$/;
const firstFonts = /(inter-latin-wght-normal|source-serif-4-latin-wght-normal).*\.woff2$/;

function preloadFirst(): Plugin {
  return {
    name: "preload-first",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {}).flatMap((file) => {
          const font = { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: "" };
          const code = { rel: "modulepreload", href: `/${file}` };
          if (firstFonts.test(file)) return [{ tag: "link", attrs: font, injectTo: "head" as const }];
          return firstCode.test(file) ? [{ tag: "link", attrs: code, injectTo: "head" as const }] : [];
        }),
    },
  };
}

/** Every browser that runs these pages reads woff2: the older copies would double what is shipped. */
function onlyWoff2(): Plugin {
  return {
    name: "only-woff2",
    enforce: "pre",
    transform(code, id) {
      return id.includes("@fontsource/noto-sans-sc")
        ? code.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, "")
        : null;
    },
  };
}

const config: UserConfig = defineConfig({
  root: "src/surfaces/web",
  base: "/",
  // Only the first page's file names addresses from the root, which a published copy makes relative: code and styles find
  // what they need beside themselves, wherever they stand.
  experimental: { renderBuiltUrl: (_, { hostType }) => (hostType === "html" ? undefined : { relative: true }) },
  plugins: [onlyWoff2(), react(), preloadFirst(), standAloneChecker(import.meta.dirname), oneFilePage()],
  worker: { format: "es" },
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "es2024",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
});

export default config;
