// EuRepoC Global Database 1.1: which cyber incidents with a political side does the European repository know? One row
// per incident; who attributed it to whom stands in a table of its own (eurepoc-attribution.ts).

import type { Statement } from "../../values/statement.ts";
import { summaryOf } from "../cell-text.ts";
import type { Importer } from "../importer.ts";
import { happenedOf } from "../listed-record.ts";
import { parseEurepoc, type EurepocRelease, type EurepocRow } from "./eurepoc-row.ts";

export const eurepoc11Release: EurepocRelease = {
  source: "eurepoc-1.1",
  frozen: "2023-04-30",
  corrections: [
    {
      id: "2110",
      field: "start_date",
      old: "2023-08-13",
      now: "2022-08-13",
      because: "the text and the later edition say August 2022",
    },
    {
      id: "2110",
      field: "end_date",
      old: "2023-08-17",
      now: "",
      because: "after the release was frozen; the end is unknown",
    },
  ],
};

export const eurepoc11: Importer = {
  name: "eurepoc-1.1",
  title: "EuRepoC Global Database of Cyber Incidents 1.1",
  publisher: "European Repository of Cyber Incidents",
  licence: "as stated on the record's page",
  url: "https://zenodo.org/records/7848941",
  references: ["eurepoc11"],
  coverage: {
    from: 2000,
    to: 2023,
    directions: "both, world-wide",
    inclusion: "publicly known incidents with a political or state side, or against critical infrastructure",
    frozen: "2023-04",
  },
  layout: {
    format: "csv",
    columns: [
      "ID",
      "name",
      "description",
      "start_date",
      "end_date",
      "incident_type",
      "receiver_name",
      "receiver_country",
      "receiver_category",
      "receiver_category_subcode",
      "initiator_name",
      "initiator_country",
      "initiator_category",
      "attribution_date",
      "attribution_basis",
      "unweighted_cyber_intensity",
      "weighted_cyber_intensity",
      "sources_url",
    ],
  },
  readRow(row, notes) {
    const record = parseEurepoc(row, notes, eurepoc11Release);
    return "because" in record ? record : { record, statements: [eurepocStatement(record)] };
  },
};

export function eurepocStatement(row: EurepocRow): Statement {
  const words = (items: readonly string[]): string => items.join("; ");
  const codes = {
    types: words(row.types),
    initiatorCategories: words(row.initiatorCategories),
    otherInitiators: words(row.otherInitiators),
    otherTargets: words(row.otherTargets),
    attributionBases: words(row.attributionBases),
    attributionTypes: words(row.attributionTypes),
    disclosedBy: words(row.disclosedBy),
    issues: words(row.issues),
  };
  return {
    id: `${row.source}:${row.id}`,
    about: "incident",
    author: { name: { en: "European Repository of Cyber Incidents" }, kind: "dataset", side: "third" },
    said: null,
    stance: "asserts",
    accused: { states: row.initiators, actors: row.actors },
    victims: { states: row.targets, names: row.victims },
    what: { effects: row.effects, sectors: row.sectors },
    happened: happenedOf(row),
    disclosed: null,
    ...(row.attributed ? { attributed: row.attributed } : {}),
    basis: "inference",
    grade: { source: "B", claim: 6 },
    summary: { en: summaryOf(row.title, row.description) },
    read: row.urls.map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: row.source, id: row.id }],
    scores: row.scores,
    codes: Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== "")),
  };
}
