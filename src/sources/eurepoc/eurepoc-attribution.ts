// EuRepoC's attribution table: who attributed an incident to whom, when, and on what basis? It is a cross product of
// attributing and attributed actors (237 rows for four attributions of incident 1493), so rows are put together: one
// attribution is one statement by one author or group of authors. Rows are never counted as events.

import type { StateCode } from "../../values/state.ts";
import type { AuthorKind, Basis, Statement } from "../../values/statement.ts";
import { whenSchema } from "../../values/when.ts";
import { distinct, textOf } from "../cell-text.ts";
import type { Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { whenMeant } from "../list-date.ts";
import { mergeStatements } from "../merge-statements.ts";
import { statesAmong } from "../state-spelling.ts";
import { readDay } from "./eurepoc-cells.ts";
import { isUnknown } from "./eurepoc-codes.ts";

const basisByType: readonly (readonly [start: string, basis: Basis])[] = [
  ["Technical report", "technical"],
  ["Political statement/report and indictment", "legal"],
  ["Statement in media report and indictment", "legal"],
  ["Domestic legal action", "legal"],
  ["Political statement", "political"],
  ["Statement in media report and political", "political"],
  ["Anonymous statement", "leak"],
  ["Media report", "inference"],
];

const kindByBasis: readonly (readonly [start: string, kind: AuthorKind])[] = [
  ["IT-security community", "firm"],
  ["Attribution by receiver government", "government"],
  ["Attribution by EU institution", "government"],
  ["Media-based", "press"],
];

export const eurepocAttribution11: Importer = attributionTable("eurepoc-attribution-1.1", "eurepoc-1.1", "7848941", {
  incident: "incident_ID",
  attribution: "attribution_ID",
  company: "attribution_it_company",
  accused: "attributed_initiator",
  accusedState: "attributed_initiator_country",
  accusedCategory: "attributed_initiator_category",
});

/** The same table of 1.3, by the names that public users of it read; the file itself was not at hand. */
export const eurepocAttribution13: Importer = attributionTable("eurepoc-attribution-1.3", "eurepoc-1.3", "14965395", {
  incident: "incident_id",
  attribution: "attribution_id",
  company: "attributing_company",
  accused: "initiator_name",
  accusedState: "initiator_country",
  accusedCategory: "initiator_category",
});

type Columns = {
  incident: string;
  attribution: string;
  company: string;
  accused: string;
  accusedState: string;
  accusedCategory: string;
};

function attributionTable(name: string, list: string, zenodo: string, columns: Columns): Importer {
  const version = name.slice(-3);
  return {
    name,
    title: `EuRepoC attributions ${version}`,
    publisher: "European Repository of Cyber Incidents",
    licence: "as stated on the record's page",
    url: `https://zenodo.org/records/${zenodo}`,
    references: [version === "1.1" ? "eurepoc11" : "eurepoc13"],
    coverage: {
      from: 2000,
      to: version === "1.1" ? 2023 : 2024,
      directions: "both, world-wide",
      inclusion: "public attributions of the incidents in the global database",
      frozen: version === "1.1" ? "2023-04" : "2025-03-04",
    },
    layout: {
      format: "csv",
      columns: [
        columns.incident,
        columns.attribution,
        columns.accused,
        columns.accusedState,
        "attribution_date",
        "attribution_type",
        "attribution_basis",
        "attributing_actor",
        "attributing_country",
      ],
    },
    merge: mergeAttributions,
    readRow: (row, notes) => readAttribution(row, notes, name, list, columns),
  };
}

function readAttribution(row: Row, notes: Notes, name: string, list: string, columns: Columns): Yield | Rejection {
  const incident = wholeNumber(row[columns.incident]);
  const attribution = wholeNumber(row[columns.attribution]);
  if (incident === "") return { field: columns.incident, because: "expected a number of an incident" };
  if (attribution === "")
    return { field: columns.attribution, because: "no attribution is on record for this incident" };
  const written = textOf(row["attribution_date"]);
  const day = readDay(written);
  if (written !== "" && !day) notes.repair("attribution_date", "no date can be read here", written, "");
  const type = textOf(row["attribution_type"]);
  const grounds = textOf(row["attribution_basis"]);
  const accused = statesAmong(known([row[columns.accusedState]]));
  const statement: Statement = {
    id: `${name}:${incident}-${attribution}`,
    about: "incident",
    author: readAuthor(row, columns, grounds),
    said: day && whenMeant(day, "year"),
    stance: "asserts",
    accused: { states: accused.states, actors: known([row[columns.accused]]) },
    victims: { states: [], names: [] },
    what: { effects: ["unknown"], sectors: ["unknown"] },
    happened: null,
    disclosed: null,
    basis: basisByType.find(([start]) => type.startsWith(start))?.[1] ?? "unknown",
    grade: { source: "F", claim: 6 },
    summary: {
      en: `Attribution of EuRepoC incident ${incident}: ${isUnknown(grounds) ? "basis not stated" : grounds}`,
    },
    read: [],
    checked: "list-row",
    listedBy: [
      { source: list, id: incident },
      { source: name, id: attribution },
    ],
    codes: Object.fromEntries(
      Object.entries({
        attributionType: type,
        attributionBasis: grounds,
        attributingCountries: textOf(row["attributing_country"]),
        accusedCategory: textOf(row[columns.accusedCategory]),
        otherAccused: accused.others.join("; "),
      }).filter(([, value]) => !isUnknown(value)),
    ),
  };
  return { statements: [statement] };
}

function readAuthor(row: Row, columns: Columns, grounds: string): Statement["author"] {
  const names = known([row["attributing_actor"], row[columns.company]]);
  const [state] = statesAmong(known([row["attributing_country"]])).states;
  return {
    name: { en: names.length > 0 ? names.join("; ") : UNNAMED },
    kind: kindByBasis.find(([start]) => grounds.startsWith(start))?.[1] ?? "other",
    side: state ?? "third",
  };
}

const UNNAMED = "An author that EuRepoC does not name";

/** One attribution's rows differ in who says it and of whom; both lists grow, and codes keep every value. */
function mergeAttributions(first: Statement, next: Statement): Statement {
  const merged = mergeStatements(first, next);
  const names = joined(first.author.name.en, next.author.name.en).filter((name) => name !== UNNAMED);
  const codes = { ...next.codes, ...first.codes };
  for (const key of Object.keys(codes)) {
    codes[key] = joined(String(first.codes?.[key] ?? ""), String(next.codes?.[key] ?? "")).join("; ");
  }
  const side: StateCode | "third" = first.author.side === next.author.side ? first.author.side : "third";
  const author = { ...first.author, name: { en: names.length > 0 ? names.join("; ") : UNNAMED }, side };
  const said = first.said && next.said && next.said < first.said ? next.said : (first.said ?? next.said);
  return { ...merged, author, codes, said: said && whenSchema.parse(said) };
}

function joined(a: string, b: string): string[] {
  return distinct([...a.split("; "), ...b.split("; ")]);
}

function known(cells: readonly unknown[]): string[] {
  return distinct(cells.map(textOf).filter((name) => !isUnknown(name)));
}

function wholeNumber(cell: unknown): string {
  return /^(\d+)(?:\.0)?$/.exec(textOf(cell))?.[1] ?? "";
}
