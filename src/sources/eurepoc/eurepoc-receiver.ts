// EuRepoC's receiver table: whom did an incident hit, and in which sector? One row per receiver and category; the rows
// of one incident are put together.

import { distinct, textOf } from "../cell-text.ts";
import type { Importer, Rejection, Row, Yield } from "../importer.ts";
import { mergeStatements } from "../merge-statements.ts";
import { statesAmong } from "../state-spelling.ts";
import { isUnknown, sectorsOfReceivers } from "./eurepoc-codes.ts";

type Columns = { incident: string; country: string; name: string; category: string; subcategory: string };

export const eurepocReceiver11: Importer = receiverTable("eurepoc-receiver-1.1", "eurepoc-1.1", "7848941", {
  incident: "ID",
  country: "receiver_country",
  name: "receiver_name",
  category: "receiver_category",
  subcategory: "receiver_category_subcode",
});

/** The same table of 1.3, by the names that public users of it read; the file itself was not at hand. */
export const eurepocReceiver13: Importer = receiverTable("eurepoc-receiver-1.3", "eurepoc-1.3", "14965395", {
  incident: "incident_id",
  country: "country",
  name: "name",
  category: "category",
  subcategory: "subcategory",
});

function receiverTable(name: string, list: string, zenodo: string, columns: Columns): Importer {
  const first = name.endsWith("1.1");
  const { incident, country, category, subcategory } = columns;
  return {
    name,
    title: `EuRepoC receivers ${name.slice(-3)}`,
    publisher: "European Repository of Cyber Incidents",
    licence: "as stated on the record's page",
    url: `https://zenodo.org/records/${zenodo}`,
    references: [first ? "eurepoc11" : "eurepoc13"],
    coverage: {
      from: 2000,
      to: first ? 2023 : 2024,
      directions: "both, world-wide",
      inclusion: "receivers of the incidents in the global database",
      frozen: first ? "2023-04" : "2025-03-04",
    },
    layout: { format: "csv", columns: [incident, country, category, subcategory] },
    merge: mergeStatements,
    readRow: (row) => readReceiver(row, name, list, columns),
  };
}

function readReceiver(row: Row, source: string, list: string, columns: Columns): Yield | Rejection {
  const id = /^(\d+)(?:\.0)?$/.exec(textOf(row[columns.incident]))?.[1];
  if (id === undefined) return { field: columns.incident, because: "expected a number of an incident" };
  const known = (cell: unknown): string[] => distinct([textOf(cell)].filter((name) => !isUnknown(name)));
  const places = statesAmong(known(row[columns.country]));
  const sectors = sectorsOfReceivers(known(row[columns.category]), known(row[columns.subcategory]));
  return {
    statements: [
      {
        id: `${source}:${id}`,
        about: "incident",
        author: { name: { en: "European Repository of Cyber Incidents" }, kind: "dataset", side: "third" },
        said: null,
        stance: "asserts",
        accused: { states: [], actors: [] },
        victims: { states: places.states, names: [...places.others, ...known(row[columns.name])] },
        what: { effects: ["unknown"], sectors },
        happened: null,
        disclosed: null,
        basis: "inference",
        grade: { source: "B", claim: 6 },
        summary: { en: `Receivers of EuRepoC incident ${id}` },
        read: [],
        checked: "list-row",
        listedBy: [
          { source: list, id },
          { source, id },
        ],
      },
    ],
  };
}
