// Builds src/surfaces/web/checker/checker.ts and its style into one HTML file that needs nothing else. Its own policy names
// the script and the style by their hashes: nothing else runs, and nothing is fetched or sent.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

const folder = "src/surfaces/web/checker";

export async function checkerPage(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2024",
      lib: { entry: join(root, folder, "checker.ts"), formats: ["iife"], name: "checker", fileName: "checker" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (!chunk) throw new Error("Cannot build the checker: the build gave no script");
  // A closing tag inside a string would end the script.
  const script = chunk.code.trim().replaceAll("</script", "<\\/script");
  return pageOf(script, readFileSync(join(root, folder, "checker.css"), "utf8").trim());
}

function pageOf(script: string, style: string): string {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; worker-src blob:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Détente</title>
    <style>${style}</style>
  </head>
  <body>
    <script>${script}</script>
  </body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Puts the file beside the pages, to be served and to be saved. */
export function standAloneChecker(root: string): Plugin {
  return {
    name: "stand-alone-checker",
    apply: "build",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "checker.html", source: await checkerPage(root) });
    },
  };
}
