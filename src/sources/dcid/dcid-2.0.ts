// Dyadic Cyber Incident and Campaign Data 2.0, sheet of incidents: what do the coders of DCID hold that one rival
// state did to another? One row per operation and dyad. Codes: dcid-codes.ts; faults: docs/sources/dcid.md.

import type { Importer } from "../importer.ts";
import { dcid20Doubts } from "./dcid-2.0-doubts.ts";
import { parseDcid, type DcidRelease } from "./dcid-row.ts";
import { dcidRejection, dcidStatement } from "./dcid-statement.ts";

export const dcid20Release: DcidRelease = {
  source: "dcid-2.0",
  addresses: ["Sources1", "Sources2", "Sources3", "Sources4", "Sources5", "Justice", "Cert", "FBI"],
  kept: [
    "information_operation",
    "objective_achievement",
    "Concession",
    "3rdpartyinitiator",
    "Supply Ch",
    "Ransomware",
  ],
  corrections: [],
  doubts: dcid20Doubts,
};

export const dcid20: Importer = {
  name: "dcid-2.0",
  title: "Dyadic Cyber Incident and Campaign Data 2.0",
  publisher: "Maness, Valeriano, Hedgecock, Macias and Jensen",
  licence: "not stated; see the publisher's page",
  url: "https://drryanmaness.wixsite.com/cyberconflcit/cyber-conflict-dataset",
  references: ["dcid2"],
  coverage: {
    from: 2000,
    to: 2020,
    directions: "both, within dyads of rival states",
    inclusion: "cyber operations that a state started against a rival state, by the publisher's list of rivalries",
    frozen: "2023-02",
  },
  layout: {
    format: "xlsx",
    columns: [
      "Cyberincidentnum",
      "Dyadpair",
      "Name",
      "interactionstartdate",
      "interactionenddate",
      "method",
      "targettype",
      "initiator",
      "cyber_objective",
      "information_operation",
      "severity",
      "damage type",
      "Crit Inf",
      "Political Objective",
    ],
  },
  readRow(row, notes) {
    const record = parseDcid(row, notes, dcid20Release);
    if ("because" in record) return record;
    const rejection = dcidRejection(record);
    return rejection ? { ...rejection, record } : { record, statements: [dcidStatement(record)] };
  },
};
