// Every list that the workbench reads, by name.

import { dcid20 } from "./dcid/dcid-2.0.ts";
import { eurepoc11 } from "./eurepoc/eurepoc-1.1.ts";
import type { Importer } from "./importer.ts";

export const importers: readonly Importer[] = [dcid20, eurepoc11];

/** The importer of that name, or null. */
export function importerNamed(name: string): Importer | null {
  return importers.find((importer) => importer.name === name) ?? null;
}
