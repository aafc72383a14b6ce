// One row of DCID's sheet of incidents: one operation in one dyad, with its codes. The releases share this sheet and
// differ in some columns; a code that a release lacks is null.

import { stateFromCow, type StateCode } from "../../values/state.ts";
import type { When } from "../../values/when.ts";
import { numberOf, textOf } from "../cell-text.ts";
import type { Notes, Rejection, Row } from "../importer.ts";
import type { ListedRecord } from "../listed-record.ts";
import {
  correctRow,
  keptCodes,
  readAddresses,
  readDate,
  readEnd,
  readInfrastructure,
  readMethod,
  trimmed,
  type Correction,
  type Doubt,
} from "./dcid-cells.ts";
import { effectsOf, sectorsOf, splitDyad, type Dyad } from "./dcid-codes.ts";

export type DcidRow = ListedRecord & {
  dyad: [StateCode, StateCode];
  /** The initiator's COW code as written, and whether it is one of the dyad's two. */
  initiatorCow: number;
  initiatorInDyad: boolean;
  method: number;
  targetType: number;
  objective: number;
  severity: number;
  damage: number;
  infrastructure: number | null;
  /** 0/1 and other codes as written, by column. */
  codes: Record<string, number>;
};

export type DcidRelease = {
  source: string;
  /** Columns with addresses. */
  addresses: readonly string[];
  /** Columns of codes that are kept as they are. */
  kept: readonly string[];
  /** Values known to be wrong in this release, by number: applied only where the old value is there. */
  corrections: readonly Correction[];
  doubts: readonly Doubt[];
};

const NEEDED_CODES = ["method", "targettype", "initiator", "cyber_objective", "severity", "damage type"] as const;

/** Reads the row, or says why it is none. Rows whose initiator is outside the dyad are read, without a target. */
export function parseDcid(written: Row, notes: Notes, release: DcidRelease): DcidRow | Rejection {
  const row = correctRow(written, notes, release.corrections);
  const id = numberOf(row["Cyberincidentnum"]);
  if (id === null)
    return { field: "Cyberincidentnum", because: `expected a number, got "${textOf(row["Cyberincidentnum"])}"` };
  const doubts = release.doubts.filter((doubt) => doubt.id === id && doubt.name === textOf(row["Name"]));
  for (const { field, because } of doubts) notes.flag(field, because);
  for (const side of ["StateA", "StateB"]) trimmed(row, side, notes);
  const dyad = splitDyad(numberOf(row["Dyadpair"]) ?? Number.NaN);
  if (!dyad)
    return { field: "Dyadpair", because: `expected two COW codes, lower first, got "${textOf(row["Dyadpair"])}"` };
  const bad = NEEDED_CODES.find((field) => numberOf(row[field]) === null);
  if (bad) return { field: bad, because: `expected a code, got "${textOf(row[bad])}"` };
  const start = readDate(row["interactionstartdate"]);
  if (!start)
    return { field: "interactionstartdate", because: `expected a date, got "${textOf(row["interactionstartdate"])}"` };
  if (start.repaired) notes.repair("interactionstartdate", "a date written as text", start.old, start.when);
  if (Number(start.when.slice(0, 4)) > 2020)
    notes.flag("interactionstartdate", "starts after the span that the codebook states");
  return assemble(row, notes, release, { id, dyad, start: start.when });
}

function assemble(
  row: Row,
  notes: Notes,
  release: DcidRelease,
  { id, dyad, start }: { id: number; dyad: Dyad; start: When },
): DcidRow {
  const code = (field: string): number => numberOf(row[field]) ?? 0;
  const initiatorCow = code("initiator");
  const side = [dyad.a, dyad.b].indexOf(initiatorCow);
  const [method, targetType, objective, severity] = [
    readMethod(code("method"), notes),
    code("targettype"),
    code("cyber_objective"),
    code("severity"),
  ];
  const infrastructure = readInfrastructure(row["Crit Inf"], notes);
  const information = code("information_operation");
  return {
    source: release.source,
    id: String(id),
    title: trimmed(row, "Name", notes),
    description: trimmed(row, "Political Objective", notes),
    start,
    end: readEnd(row["interactionenddate"], start, notes),
    disclosed: null,
    attributed: null,
    initiators: side >= 0 ? [dyad.states[side]!] : [stateFromCow(initiatorCow)].filter((state) => state !== null),
    targets: side >= 0 ? [dyad.states[1 - side]!] : [],
    actors: [],
    victims: [],
    effects: effectsOf({ method, objective, severity, information }),
    sectors: sectorsOf(targetType, infrastructure),
    urls: readAddresses(row, release.addresses, notes),
    scores: severity >= 0 && severity <= 10 ? [{ scale: "dcid-severity", value: severity }] : [],
    profile: false,
    dyad: dyad.states,
    initiatorCow,
    initiatorInDyad: side >= 0,
    method,
    targetType,
    objective,
    severity,
    damage: code("damage type"),
    infrastructure,
    codes: keptCodes(row, release.kept),
  };
}
