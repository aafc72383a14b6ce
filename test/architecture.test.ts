// Holds the code to ARCHITECTURE.md: who may import whom, no cycle, every file used, and names that fit.

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .sort();
const code = files.filter((file) => !/\.test\.tsx?$/.test(file));

type Import = { from: string; to: string; typeOnly: boolean };
const imports: Import[] = code.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+"(\.[^"]+)"|import\(\s*"(\.[^"]+)"\s*\)|(?:^|\n)import\s+"(\.[^"]+)"|new URL\("(\.[^"]+\.tsx?)"/g,
    ),
  ];
  return found.map((match) => {
    const to = match[2] ?? match[3] ?? match[4] ?? match[5] ?? "";
    return {
      from: file,
      to: normalize(join(dirname(file), to))
        .split(sep)
        .join("/"),
      typeOnly: match[1] !== undefined,
    };
  });
}

/** The table of ARCHITECTURE.md, as it stands on that page. */
function allowedImports(): Map<string, string[]> {
  const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z/]+)`\s*\| (.+?)\s*\|$/gm)];
  return new Map(
    rows.map(([, folder = "", cells = ""]) => [
      folder,
      cells === "nothing" ? [] : [...cells.matchAll(/`([a-z/.-]+)`/g)].map(([, name = ""]) => name),
    ]),
  );
}

function stageOf(file: string): string {
  return file.split("/")[1] ?? "";
}

test("ARCHITECTURE.md's import table names every folder of src", () => {
  const folders = [...new Set(files.map(stageOf))].sort();
  const table = allowedImports();
  for (const folder of folders) expect(table.has(folder), `${folder} is missing from the table`).toBe(true);
});

test("every folder imports only what the table of ARCHITECTURE.md allows", () => {
  const table = allowedImports();
  const broken = imports
    .filter(({ from, to }) => stageOf(from) !== stageOf(to) && !(table.get(stageOf(from)) ?? []).includes(stageOf(to)))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(broken).toEqual([]);
});

test("the checker imports values and exact fractions alone, never a solver", () => {
  const reached = reachableFrom(code.filter((file) => file.startsWith("src/models/checker/")));
  const outside = [...reached].filter(
    (file) =>
      !file.startsWith("src/models/checker/") && !file.startsWith("src/values/") && file !== "src/math/rational.ts",
  );
  expect(outside).toEqual([]);
});

test("cli, http, taxii and web leave each other alone", () => {
  const apart = new Set(["cli", "http", "taxii", "web"]);
  const part = (file: string): string => (stageOf(file) === "surfaces" ? (file.split("/")[2] ?? "") : "");
  const broken = imports
    .filter(
      ({ from, to, typeOnly }) => apart.has(part(from)) && apart.has(part(to)) && part(from) !== part(to) && !typeOnly,
    )
    // The commands that serve and publish are the only places where the program meets its server.
    .filter(({ from, to }) => !(from === "src/surfaces/cli/commands/serve.ts" && to === "src/surfaces/http/server.ts"))
    .filter(
      ({ from, to }) =>
        !(from === "src/surfaces/cli/commands/publish.ts" && /^src\/surfaces\/http\/(app|page-files)\.ts$/.test(to)),
    )
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(broken).toEqual([]);
});

test("no file imports itself through others", () => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    else if (!done.has(file)) {
      for (const to of next.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    }
  };
  for (const file of code) walk(file, []);
  expect(cycles).toEqual([]);
});

test("every import names a file that is there", () => {
  const known = new Set(
    readdirSync(join(root, "src"), { recursive: true }).map((file) => `src/${String(file).split(sep).join("/")}`),
  );
  expect(
    imports.filter(({ to }) => to.startsWith("src/") && !known.has(to)).map(({ from, to }) => `${from} imports ${to}`),
  ).toEqual([]);
});

test("every file is used by another, or is one where a program begins", () => {
  const begins = new Set(["src/surfaces/cli/main.ts", "src/surfaces/web/start.ts"]);
  const used = new Set(imports.map(({ to }) => to));
  const scripts = readdirSync(join(root, "scripts"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
  const idle = code.filter(
    (file) =>
      !used.has(file) &&
      !begins.has(file) &&
      !scripts.includes(file.replace("src/", "")) &&
      basename(file) !== "index.ts",
  );
  expect(idle).toEqual([]);
});

test("files are named in small letters and hyphens", () => {
  expect(files.filter((file) => !/^[a-z0-9./-]+$/.test(file))).toEqual([]);
});

function reachableFrom(start: string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...imports.filter(({ from }) => from === file).map(({ to }) => to));
  }
  return reached;
}
