// In a published copy answers are files, worked out beforehand. The list of incidents is filtered here, as the server
// would; every other question that was not worked out is refused with the command that answers it.

import { fileOfAnswer } from "../publish/addresses.ts";
import { canHold, commandFor } from "../publish/kept.ts";
import type { CopyHere } from "./copy.ts";
import { Failed } from "./fault.ts";

export async function askCopy(copy: CopyHere, address: string): Promise<unknown> {
  if (isFiltered(address)) {
    const { filteredInCopy } = await import("./filter-copy.ts");
    return filteredInCopy(address, (kept) => fetched(copy, kept));
  }
  if (!canHold(address, copy)) throw unpublished(address);
  return fetched(copy, address);
}

/** What the ledger itself tells can be asked as of any day, and by any filter. */
function isFiltered(address: string): boolean {
  const { pathname, searchParams } = new URL(address, "http://copy.invalid");
  const found = /^\/api\/cases\/[^/]+\/incidents(\/[^/]+)?$/.exec(pathname);
  if (found === null || searchParams.get("recorded")) return false;
  return found[1] === undefined ? searchParams.size > 0 : searchParams.has("asof");
}

async function fetched(copy: CopyHere, address: string): Promise<unknown> {
  const response = await fetch(`${copy.base}/${fileOfAnswer(address)}`).catch(() => null);
  if (response === null) throw new Failed({ kind: "gone", detail: "" });
  if (response.ok) return response.json();
  throw address.includes("?") ? unpublished(address) : new Failed({ kind: "missing", detail: "" });
}

function unpublished(address: string): Failed {
  return new Failed({ kind: "unpublished", detail: commandFor(address) });
}
