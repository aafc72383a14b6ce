// EuRepoC Global Dataset 1.3 (March 2025): the list of 1.1 continued, with other names of columns, lists joined by
// ";" and days written day.month.year. The names are those that public users of the file read; the file itself was
// not at hand, so a column that is absent leaves its field empty, and only those that carry a row are required.

import type { Importer } from "../importer.ts";
import { eurepocStatement } from "./eurepoc-1.1.ts";
import { parseEurepoc, type EurepocRelease } from "./eurepoc-row.ts";

export const eurepoc13Release: EurepocRelease = {
  source: "eurepoc-1.3",
  frozen: "2025-03-04",
  corrections: [],
  renamed: {
    incident_id: "ID",
    source_disclosure: "source_incident_detection_disclosure",
    receiver_subcategory: "receiver_category_subcode",
    initiator_subcategory: "initiator_category_subcode",
    unweighted_intensity: "unweighted_cyber_intensity",
    weighted_intensity: "weighted_cyber_intensity",
    source_url: "sources_url",
    attribution_source_url: "sources_attribution",
  },
};

export const eurepoc13: Importer = {
  name: "eurepoc-1.3",
  title: "EuRepoC Global Database of Cyber Incidents 1.3",
  publisher: "European Repository of Cyber Incidents",
  licence: "as stated on the record's page",
  url: "https://zenodo.org/records/14965395",
  references: ["eurepoc13"],
  coverage: {
    from: 2000,
    to: 2024,
    directions: "both, world-wide",
    inclusion: "publicly known incidents with a political or state side, or against critical infrastructure",
    frozen: "2025-03-04",
  },
  layout: {
    format: "csv",
    columns: [
      "incident_id",
      "name",
      "description",
      "start_date",
      "end_date",
      "incident_type",
      "receiver_country",
      "receiver_category",
      "receiver_subcategory",
      "initiator_name",
      "initiator_country",
      "initiator_category",
      "weighted_intensity",
    ],
  },
  readRow(row, notes) {
    const record = parseEurepoc(row, notes, eurepoc13Release);
    return "because" in record ? record : { record, statements: [eurepocStatement(record)] };
  },
};
