// Lists of incidents given on a command line, NAME=FILE joined by commas, as linkage compares them.

import { importerNamed, importers } from "../../sources/index.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import { readListed } from "../../sources/run-import.ts";
import { InputError } from "../../values/errors.ts";
import { readBytes } from "./read-file.ts";

/** As much as an importer reads at all. */
const LARGEST_FILE = 256 * 1024 * 1024;

export type NamedList = {
  /** As the reader called it. */
  name: string;
  importer: string;
  records: ListedRecord[];
};

/** Reads lists; rows are named by the names that the reader gave. */
export async function readLists(text: string | boolean | string[] | undefined): Promise<NamedList[]> {
  const asked = askedLists(text);
  const lists: NamedList[] = [];
  for (const { name, file } of asked) {
    const importer = importerNamed(name);
    if (!importer) throw new InputError("--lists", `NAME one of ${importers.map((one) => one.name).join(", ")}`, name);
    const records = await readListed(importer, readBytes(file, LARGEST_FILE), { file });
    if (records.length === 0)
      throw new InputError(file, `incidents: ${importer.name} is no list of incidents, or the file has no rows`);
    lists.push({
      name,
      importer: importer.name,
      records: name === importer.name ? records : records.map((record) => ({ ...record, source: name })),
    });
  }
  return lists;
}

function askedLists(text: string | boolean | string[] | undefined): { name: string; file: string }[] {
  if (typeof text !== "string") throw new InputError("--lists", "NAME=FILE,NAME=FILE,…", text);
  // A comma inside a file's name is no end of it: a new list begins where a name and = follow.
  const asked = text.split(/,(?=[a-z0-9.-]+=)/).map((part) => {
    const [, name, file] = /^([a-z0-9.-]+)=(.+)$/.exec(part) ?? [];
    if (name === undefined || file === undefined) throw new InputError("--lists", "NAME=FILE,NAME=FILE,…", part);
    return { name, file };
  });
  const twice = asked.find(({ name }, index) => asked.findIndex((one) => one.name === name) !== index);
  if (twice) throw new InputError("--lists", "each list once", twice.name);
  return asked;
}
