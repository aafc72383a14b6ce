// The question of tacit restraint, for a case's two parties and for every rival dyad of the list that knows other
// dyads too.

import type { LedgerView } from "../../ledger/view.ts";
import { hashOf } from "../../log/record.ts";
import { deedsOf, type Deed } from "../../measure/restraint/deed.ts";
import { dyadsOf, restraint, type Restraint, type Understanding } from "../../measure/restraint/index.ts";
import { breaks } from "../../measure/restraint/watch.ts";
import { scanDyads, type DyadScan } from "../../measure/restraint/scan.ts";
import { guessImporter } from "../../sources/guess-importer.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import { runImport } from "../../sources/run-import.ts";
import { InputError } from "../../values/errors.ts";
import { answer, refuse, type Outcome, type Refusal } from "../../values/outcome.ts";
import type { StateCode } from "../../values/state.ts";
import type { Ledger } from "./ledger.ts";
import { readBytes } from "./read-file.ts";

const LARGEST_FILE = 256 * 1024 * 1024;

/** Releases of the list, the newest first; numbers of one say nothing about another. */
export const dcidReleases: readonly string[] = ["dcid-2.0", "dcid-1.5", "dcid-1.1"];

/** With the case's incidents that would break it: it is broken, or the list that showed it does not have them. */
export type WatchedUnderstanding = Understanding & { brokenBy: string[] };

export type CaseRestraint = Omit<Restraint, "mutual"> & {
  mutual: { refused: Refusal } | { tested: number; understandings: WatchedUnderstanding[] };
  case: string;
  source: string;
  inputs: string;
  dyads: DyadScan[];
  assumptions: readonly string[];
  references: readonly string[];
};

export type Listed = { source: string; records: ListedRecord[] };

/** Rows of a file, whichever release it is. */
export async function readDcid(file: string): Promise<Listed> {
  const bytes = readBytes(file, LARGEST_FILE);
  const importer = await guessImporter(bytes, file);
  if (!importer || !dcidReleases.includes(importer.name))
    throw new InputError(file, `a release of DCID: ${dcidReleases.join(", ")}`, importer?.name ?? "another table");
  const { records } = await runImport(importer, bytes, { file });
  return { source: importer.name, records };
}

/** Rows of the newest release that was imported; null where none was. */
export async function importedDcid(ledger: Pick<Ledger, "listed">): Promise<Listed | null> {
  for (const source of dcidReleases) {
    const records = await ledger.listed(source);
    if (records.length > 0) return { source, records };
  }
  return null;
}

export function caseRestraint({ about, incidents }: LedgerView, listed: Listed | null): Outcome<CaseRestraint> {
  const [a, b] = about.parties.map(({ iso }) => iso) as [StateCode, StateCode];
  if (listed === null)
    return refuse(
      "no-habits",
      `Rows of DCID on other dyads are needed: import them with "detente import dcid-2.0 FILE", or give the file with --dcid FILE.`,
    );
  // In one order, wherever the rows came from: equal rows are equal inputs.
  const deeds = deedsOf(listed.records.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
  const outcome = restraint.estimate({ deeds, dyad: [a, b] });
  if (!outcome.ok) return outcome;
  const { assumptions, references } = restraint;
  return answer({
    case: about.id,
    source: listed.source,
    ...outcome.value,
    mutual: watched(outcome.value.mutual, incidents),
    dyads: scanDyads(deeds, allDyads(listed.records, deeds)),
    inputs: hashOf(deeds),
    assumptions,
    references,
  });
}

function watched(mutual: Restraint["mutual"], incidents: LedgerView["incidents"]): CaseRestraint["mutual"] {
  if ("refused" in mutual) return mutual;
  const understandings = mutual.understandings.map((understanding) => ({
    ...understanding,
    brokenBy: incidents.filter((incident) => breaks(understanding, incident)).map(({ id }) => id),
  }));
  return { tested: mutual.tested, understandings };
}

/** DCID's rows name their dyad, also those whose initiator is outside it and which stand in no direction. */
function allDyads(records: readonly ListedRecord[], deeds: readonly Deed[]): [StateCode, StateCode][] {
  const named = records.flatMap((record) => {
    const { dyad } = record as { dyad?: readonly StateCode[] };
    return dyad === undefined ? [] : [dyad.toSorted().join(">")];
  });
  const keys = [...new Set([...named, ...dyadsOf(deeds).map((dyad) => dyad.join(">"))])].sort();
  return keys.map((key) => key.split(">") as [StateCode, StateCode]);
}
