// The Council on Foreign Relations' Cyber Operations Tracker: which publicly known operations does CFR hold to be
// sponsored by a state, and when were they disclosed? Vintages differ in rows and in damage, so each is a list.

import type { Statement } from "../../values/statement.ts";
import { summaryOf } from "../cell-text.ts";
import type { Importer } from "../importer.ts";
import { cfrDoubts } from "./cfr-doubts.ts";
import { cfrColumnsNeeded, parseCfr, type CfrRelease, type CfrRow } from "./cfr-row.ts";

export const cfr2023Release: CfrRelease = {
  source: "cfr-2023-02",
  corrections: [
    { title: "APT 28", field: "Date", old: "", now: "10/28/2014", because: "the vintage of April 2021 has this date" },
  ],
  doubts: cfrDoubts,
};

export const cfr2021Release: CfrRelease = { source: "cfr-2021-04", corrections: [], doubts: cfrDoubts };

/** Any other export of the tracker, such as today's. */
export const cfrTodayRelease: CfrRelease = { source: "cfr", corrections: [], doubts: cfrDoubts };

export const cfr2023: Importer = vintage(cfr2023Release, "February 2023", 2022, "2023-02");
export const cfr2021: Importer = vintage(cfr2021Release, "April 2021", 2020, "2021-04");
export const cfrToday: Importer = vintage(cfrTodayRelease, "as downloaded", null, null);

function vintage(release: CfrRelease, named: string, to: number | null, frozen: string | null): Importer {
  return {
    name: release.source,
    title: `CFR Cyber Operations Tracker, ${named}`,
    publisher: "Council on Foreign Relations",
    licence: "not stated; see the publisher's page",
    url: "https://www.cfr.org/interactive/cyber-operations/export-incidents?_format=csv",
    references: ["cfrTracker"],
    coverage: {
      from: 2005,
      to,
      directions: "both, world-wide, as far as known in English",
      inclusion: "publicly known operations that a state is suspected to have sponsored; profiles of actors among them",
      frozen,
    },
    // One copy writes "Source" for the first column of addresses.
    layout: { format: "csv", columns: cfrColumnsNeeded, renamed: { Source: "Sources_1" } },
    readRow(row, notes) {
      const record = parseCfr(row, notes, release);
      return "because" in record ? record : { record, statements: [cfrStatement(record)] };
    },
  };
}

export function cfrStatement(row: CfrRow): Statement {
  const codes = {
    types: row.types.join(", "),
    categories: row.categories.join(", "),
    response: row.response,
    affiliations: row.affiliations,
    victimText: row.victimText,
    otherSponsors: row.otherSponsors.join(", "),
  };
  return {
    id: `${row.source}:${row.id}`,
    about: row.profile ? "profile" : "incident",
    author: {
      name: { en: "Council on Foreign Relations" },
      kind: "dataset",
      side: "USA" as Statement["author"]["side"],
    },
    said: null,
    stance: "asserts",
    accused: { states: row.initiators, actors: row.actors },
    victims: { states: row.targets, names: row.victims },
    what: { effects: row.effects, sectors: row.sectors },
    happened: null,
    disclosed: row.disclosed,
    basis: "inference",
    grade: { source: "B", claim: 6 },
    summary: { en: summaryOf(row.title, row.description) },
    read: row.urls.map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: row.source, id: row.id }],
    codes: Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== "")),
  };
}
