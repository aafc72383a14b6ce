// Conventional acts beside a cyber operation, as DCID 2.0's second sheet codes them: a column per kind of act, 0 where
// it is absent and the CAMEO score plus 10 where it is present. The acts come from ICEWS, within a month of the start.

import type { ActForm, PloverKind } from "../../values/act.ts";
import { numberOf } from "../cell-text.ts";
import type { Notes, Row } from "../importer.ts";

export type ActKind = { column: string; code: number; plover: PloverKind; form: ActForm; words: string; group: string };

const kind = (
  column: string,
  code: number,
  plover: PloverKind,
  form: ActForm,
  words: string,
  group: string,
): ActKind => ({
  column,
  code,
  plover,
  form,
  words,
  group,
});

export const actKinds: readonly ActKind[] = [
  kind("Ddeny/reject-", 6, "REJECT", "statement", "denied or rejected", "Diplo_Negative"),
  kind("Dthreat/demand-", 5, "THREATEN", "threat", "threatened or demanded", "Diplo_Negative"),
  kind("Dnegotiate+", 17, "CONSULT", "talks", "negotiated", "Diplo_Positive"),
  kind("Dagreement+", 18, "AGREE", "agreement", "agreed", "Diplo_Positive"),
  kind("Ereduce-", 4.4, "SANCTION", "sanction", "reduced trade", "Econ_Negative"),
  kind("Ethreat-", 4.2, "THREATEN", "threat", "threatened in economic matters", "Econ_Negative"),
  kind("Eemb/sanc-", 2, "SANCTION", "sanction", "imposed sanctions, an embargo or a boycott", "Econ_Negative"),
  kind("Ecoop+", 16.4, "COOPERATE", "cooperation", "cooperated in economic matters", "Econ_Positive"),
  kind("Eease+", 17, "CONCEDE", "cooperation", "eased sanctions", "Econ_Positive"),
  kind("Eaid+", 17.4, "AID", "cooperation", "gave economic aid", "Econ_Positive"),
  kind("Mthreat-", 3, "THREATEN", "threat", "threatened by military means", "Mil_Negative"),
  kind("Mdisplay-", 2.8, "MOBILIZE", "military-signal", "displayed force", "Mil_Negative"),
  kind("Musage-", 0.1, "ASSAULT", "military-signal", "used force", "Mil_Negative"),
  kind("Mpromise+", 15.2, "SUPPORT", "statement", "promised military cooperation", "Mil_Positive"),
  kind("Mcoop+", 17.4, "COOPERATE", "cooperation", "cooperated in military matters", "Mil_Positive"),
  kind("Mconfid+", 18.3, "CONCEDE", "cooperation", "built military confidence", "Mil_Positive"),
];

const groups = [...new Set(actKinds.map(({ group }) => group))];

/** The kinds present in the row, or the columns that hold numbers of another column: then nothing can be trusted. */
export function readActs(row: Row, notes: Notes): { kinds: ActKind[] } | { misplaced: string[] } {
  const present = actKinds.filter(({ column }) => (numberOf(row[column]) ?? 0) !== 0);
  const odd = present.filter(({ column, code }) => numberOf(row[column]) !== code);
  if (odd.length > 1) return { misplaced: odd.map(({ column }) => column) };
  for (const { column, code } of odd) {
    notes.repair(column, "a number outside the scheme; the column's own is meant", row[column], code);
  }
  for (const group of groups) recount(row, group, present, notes);
  return { kinds: present };
}

function recount(row: Row, group: string, present: readonly ActKind[], notes: Notes): void {
  const counted = present.filter((kind) => kind.group === group).length;
  const written = numberOf(row[group]);
  if (written !== counted) notes.repair(group, "counted again from the acts", row[group], counted);
}
