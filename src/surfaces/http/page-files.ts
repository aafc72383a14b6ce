// The pages' files, read once into memory: nothing outside their folder can ever be asked for.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

export type PageFiles = ReadonlyMap<string, { type: string; body: Uint8Array<ArrayBuffer> }>;

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** Reads the built pages; empty where they have not been built. */
export function readPageFiles(folder: string): PageFiles {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, path).split(sep).join("/")}`;
      return [
        address,
        { type: types[extname(path)] ?? "application/octet-stream", body: new Uint8Array(readFileSync(path)) },
      ];
    }),
  );
}

/** A file by its address; every other address is a page, and pages are drawn by the one that is there. */
export function pageFile(files: PageFiles, path: string): Response {
  const file = files.get(path);
  if (file) {
    // Built files carry a hash of their content in their names.
    const cache = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return new Response(file.body, { headers: { "content-type": file.type, "cache-control": cache } });
  }
  if (path.startsWith("/assets/") || /\.\w+$/.test(path)) return new Response("Not found", { status: 404 });
  const page = files.get("/index.html");
  if (!page) return new Response("The pages have not been built: run npm start once.", { status: 503 });
  return new Response(page.body, { headers: { "content-type": page.type, "cache-control": "no-cache" } });
}
