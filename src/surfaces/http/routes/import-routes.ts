// Bringing a list in: a file's bytes are sent, what they would do is told, and on the reader's word it is written.

import { InputError } from "../../../values/errors.ts";
import type { Route } from "../route.ts";

/** As much as an importer reads at all. */
const LARGEST_FILE = 256 * 1024 * 1024;
const LONGEST_NAME = 200;

const importFile: Route = {
  method: "POST",
  path: "/api/import",
  summary:
    "Import a file, sent as it is: what is added, changed, conflicting, unchanged, withdrawn, repaired or rejected",
  query: {
    source: "the list by name, such as eurepoc-1.1; without it the list whose columns fit",
    file: "the file's name, kept with what comes from it",
    preview: "1: say what it would do, and write nothing",
  },
  largestBody: LARGEST_FILE,
  handle({ query, body }, { ledger }) {
    const { source = "", file = "", preview } = query;
    if (file === "" || file.length > LONGEST_NAME)
      throw new InputError("file", `the file's name, of at most ${LONGEST_NAME} letters`, file);
    if (body.length === 0) throw new InputError("body", "the file's bytes", "nothing");
    return ledger.importFile({ source, file: bare(file), bytes: body, preview: preview === "1" });
  },
};

/** The last part of a path: where a file lay on somebody's machine is nobody's business. */
function bare(file: string): string {
  return file.replaceAll("\\", "/").split("/").at(-1) ?? file;
}

export const importRoutes: readonly Route[] = [importFile];
