// Builds the pages into dist/web: no inline script, no address but the server's own.

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";

/** The two fonts of the first screen start loading with the page, so that nothing moves when they arrive. */
const firstFonts = /(inter-latin-wght-normal|source-serif-4-latin-wght-normal).*\.woff2$/;

function preloadFonts(): Plugin {
  return {
    name: "preload-fonts",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFonts.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: "" },
            injectTo: "head" as const,
          })),
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
  plugins: [onlyWoff2(), react(), preloadFonts()],
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
