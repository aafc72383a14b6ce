// Builds the page that checks proofs into one HTML file: script and style inside, and a policy that lets nothing else in,
// so that it works from a disk and can reach no network.

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";

const entry = fileURLToPath(new URL("../src/surfaces/web/verify/main.tsx", import.meta.url));

export function oneFilePage(): Plugin {
  return {
    name: "one-file-page",
    apply: "build",
    async writeBundle({ dir }) {
      if (dir !== undefined) writeFileSync(join(dir, "verify.html"), await madePage());
    },
  };
}

async function madePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [react()],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      target: "es2024",
      cssCodeSplit: false,
      lib: { entry, formats: ["iife"], name: "verify", fileName: "verify" },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ("output" in one ? one.output : []));
  const script = outputs.flatMap((one) => (one.type === "chunk" ? [one.code] : [])).join("\n");
  const style = outputs
    .flatMap((one) => (one.type === "asset" && one.fileName.endsWith(".css") ? [String(one.source)] : []))
    .join("\n");
  return pageOf(script.replaceAll("</script", "<\\/script"), style);
}

function pageOf(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Check a proof – Détente</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<noscript><p>This page checks proofs with JavaScript, which is switched off. <code>detente log verify</code> does the same.</p></noscript>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
