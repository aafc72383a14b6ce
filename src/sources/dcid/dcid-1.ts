// The earlier releases of DCID, 1.1 (2000–2014) and 1.5 (2000–2016). Their sheet of incidents is that of 2.0 with some
// other columns and with dates typed as text among real ones. Numbers change with each release.

import type { Importer } from "../importer.ts";
import { parseDcid, type DcidRelease } from "./dcid-row.ts";
import { dcidRejection, dcidStatement } from "./dcid-statement.ts";

const EARLIER_CODES = ["interactiontype", "APT", "3rdpartyinitator", "3rdparty target", "govtstatement"];

export const dcid11Release: DcidRelease = {
  source: "dcid-1.1",
  addresses: [],
  kept: ["objective_achievement", "Concession", ...EARLIER_CODES],
  corrections: [],
  doubts: [
    { id: 61, name: "Ocean Lotus", field: "initiator", because: "the United States as initiator are likely miscoded" },
  ],
};

export const dcid15Release: DcidRelease = {
  source: "dcid-1.5",
  addresses: ["Sources"],
  kept: ["information_operation", "objective_achievement", "Concession", ...EARLIER_CODES],
  corrections: [
    {
      id: 208,
      field: "Dyadpair",
      old: 719_816,
      now: 710_816,
      because: "719 is no COW code; the row's states are China and Vietnam",
    },
  ],
  doubts: [],
};

const columns = [
  "Cyberincidentnum",
  "Dyadpair",
  "Name",
  "interactionstartdate",
  "interactionenddate",
  "interactiontype",
  "method",
  "targettype",
  "initiator",
  "cyber_objective",
  "govtstatement",
  "severity",
  "damage type",
  "Political Objective",
];

export const dcid11: Importer = earlier(dcid11Release, "1.1", 2014, "2015", { lacks: ["information_operation"] });
export const dcid15: Importer = earlier(dcid15Release, "1.5", 2016, "2019", {
  also: ["information_operation", "Sources"],
});

function earlier(
  release: DcidRelease,
  version: string,
  to: number,
  frozen: string,
  { lacks = [], also = [] }: { lacks?: string[]; also?: string[] },
): Importer {
  return {
    name: release.source,
    title: `Dyadic Cyber Incident and Campaign Data ${version}`,
    publisher: "Maness, Valeriano and Jensen",
    licence: "not stated; see the publisher's page",
    url: "https://drryanmaness.wixsite.com/cyberconflcit/cyber-conflict-dataset",
    references: ["dcid2"],
    coverage: {
      from: 2000,
      to,
      directions: "both, within dyads of rival states",
      inclusion: "cyber operations that a state started against a rival state, by the publisher's list of rivalries",
      frozen,
    },
    layout: { format: "xlsx", columns: [...columns, ...also], lacks, sheet: /^Incidents$/ },
    readRow(row, notes) {
      const record = parseDcid(row, notes, release);
      if ("because" in record) return record;
      const rejection = dcidRejection(record);
      return rejection ? { ...rejection, record } : { record, statements: [dcidStatement(record)] };
    },
  };
}
