// All the set-up there is, each step done once and skipped while what it depends on is unchanged. Plain JavaScript:
// it runs before anything is installed, on a Node that may be too old for the rest.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const OLDEST_NODE = 24;

/** Installs the dependencies when they are not those of the lock file. */
export function installDependencies() {
  const wanted = digest([readFileSync(join(root, "package-lock.json")), process.platform, process.arch]);
  if (isDone("dependencies", wanted)) return;
  console.error("Installing dependencies (once) …");
  // Quiet about packages that ask for a newer Node: they run on the one that is installed with them.
  npm(["ci", "--loglevel=error", "--no-audit", "--no-fund"]);
  markDone("dependencies", wanted);
}

/** The Node to run on: this one, or the one that was installed as a package. */
export function nodePath() {
  if (Number(process.versions.node.split(".")[0]) >= OLDEST_NODE) return process.execPath;
  const installed = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(installed)) return installed;
  throw new SetupError(
    `Node ${OLDEST_NODE} is needed. The package "node" should have brought one but did not: its install script was kept from running. Run: npm rebuild node`,
  );
}

/** Builds the pages when their sources have changed. */
export function buildPages() {
  const wanted = digest(
    sourceFiles(join(root, "src"))
      .concat(join(root, "vite.config.ts"), join(root, "package-lock.json"))
      .flatMap((path) => [path, readFileSync(path)]),
  );
  if (isDone("pages", wanted) && existsSync(join(root, "dist", "web", "index.html"))) return;
  console.error("Building the pages (once) …");
  runNode([join(modules, "vite", "bin", "vite.js"), "build", "--logLevel", "warn"]);
  markDone("pages", wanted);
}

/** Makes sure that a Chromium is there for the browser tests. */
export function findBrowser() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = () =>
    names
      .flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)))
      .find((path) => existsSync(path));
  const given = process.env.DETENTE_BROWSER;
  if (given) return given;
  const found = onPath();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("Installing Chromium from the system's packages (once) …");
    const quiet = {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    spawnSync("apt-get", ["update"], quiet);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet);
    const installed = onPath();
    if (installed) return installed;
  }
  return downloadedBrowser();
}

function downloadedBrowser() {
  const where = spawnSync(
    nodePath(),
    ["--input-type=module", "-e", 'import { chromium } from "playwright-core"; console.log(chromium.executablePath())'],
    { cwd: root, encoding: "utf8" },
  ).stdout.trim();
  if (existsSync(where)) return where;
  console.error("Downloading Chromium (once) …");
  spawnSync(nodePath(), [join(modules, "playwright-core", "cli.js"), "install", "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (existsSync(where)) return where;
  throw new SetupError(
    "The browser tests need Chromium or Chrome, and none could be installed. Install one, or give its path: DETENTE_BROWSER=/path/to/chromium npm test",
  );
}

/** Runs a program on the right Node and waits; throws when it fails. */
export function runNode(args, options = {}) {
  const { status } = spawnSync(nodePath(), args, { cwd: root, stdio: "inherit", ...options });
  if (status !== 0) throw new SetupError(`${args[0]} ended with status ${status}`);
}

export class SetupError extends Error {}

/** Runs a script's work; what set-up could not do is told in one line. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`detente: ${error.message}`);
    process.exitCode = 3;
  }
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [program, before] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  const { status, error } = spawnSync(program, [...before, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (error || status !== 0)
    throw new SetupError(
      `npm ${args.join(" ")} failed${error ? ` (${error.message})` : ""}. Is the package registry within reach? Nothing else was changed.`,
    );
}

function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html|svg)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function isDone(step, wanted) {
  const stamp = join(modules, `.detente-${step}`);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

function markDone(step, wanted) {
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(modules, `.detente-${step}`), wanted);
}

function digest(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
