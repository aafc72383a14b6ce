// Where things are: the checkout or installed package, the data folder, the cases.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join, resolve } from "node:path";

/** The folder of the package itself. */
export const packageFolder: string = fileURLToPath(new URL("../../../", import.meta.url));

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string }).version;
}

export const bundledCasesFolder: string = join(packageFolder, "cases");

/** The data folder: `DETENTE_DATA`, else `.detente` in the package. */
export function dataFolder(env: Record<string, string | undefined>): string {
  const given = env["DETENTE_DATA"];
  return given ? resolve(given) : join(packageFolder, ".detente");
}
