// What a list is, for people: its title, publisher, rule and window. One line of `sources` an importer.

import { importers } from "../../sources/index.ts";
import type { Coverage } from "../../sources/importer.ts";

export type SourceAbout = {
  name: string;
  title: string;
  publisher: string;
  licence: string;
  url: string;
  coverage: Coverage;
};

/** Every list that can be imported, by name. */
export function allSources(): SourceAbout[] {
  return importers.map(({ name, title, publisher, licence, url, coverage }) => ({
    name,
    title,
    publisher,
    licence,
    url,
    coverage,
  }));
}

/** A list by name; of one that is not known here, its name is all that can be said. */
export function sourceOf(name: string): SourceAbout {
  const unknown = {
    name,
    title: name,
    publisher: "",
    licence: "",
    url: "",
    coverage: { from: 0, to: null, directions: "", inclusion: "", frozen: null },
  };
  return allSources().find((source) => source.name === name) ?? unknown;
}

/** A list's name in running text: "DCID 2.0". */
export function shortTitle(name: string): string {
  const short: Record<string, string> = {
    "dcid-1.1": "DCID 1.1",
    "dcid-1.5": "DCID 1.5",
    "dcid-2.0": "DCID 2.0",
    "dcid-2.0-escalation": "DCID 2.0, escalation sheet",
    "eurepoc-1.1": "EuRepoC 1.1",
    "cfr-2023-02": "CFR tracker",
  };
  return (Object.hasOwn(short, name) ? short[name] : undefined) ?? sourceOf(name).title;
}
