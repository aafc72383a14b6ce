// The five tables behind EuRepoC's dashboard (December 2023): a later edition of the same incidents, without names or
// descriptions, one row per combination of its lists. The rows of one incident are put together.

import type { Statement } from "../../values/statement.ts";
import { distinct, numberOf, textOf } from "../cell-text.ts";
import type { Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { whenMeant } from "../list-date.ts";
import { mergeStatements } from "../merge-statements.ts";
import { statesAmong } from "../state-spelling.ts";
import { readDay } from "./eurepoc-cells.ts";
import { effectsOfTypes, isUnknown } from "./eurepoc-codes.ts";

/** What a table adds to the columns that all five share. */
type Extra = {
  table: string;
  columns: readonly string[];
  /** A statement per incident, or per attribution of it. */
  part?: string;
  read(row: Row): Partial<Statement>;
};

const LAGS = ["ind", "pol", "att", "third", "other"].map((who) => `date_difference_${who}`);
const DATES = ["industry_date", "political_date", "attacker_date", "third_party_date", "other_date"];

const extras: readonly Extra[] = [
  { table: "initiators", columns: ["initiator_category", "initiator_name"], read: () => ({}) },
  {
    table: "attributions",
    columns: [...DATES, ...LAGS, "average_overall"],
    read(row) {
      const days = DATES.flatMap((field) => readDay(textOf(row[field])) ?? []).sort();
      const attributed = days[0] ? { attributed: whenMeant(days[0], "year") } : {};
      return { ...attributed, codes: numbersOf(row, [...LAGS, "average_overall"]) };
    },
  },
  {
    table: "attributions-basis",
    columns: ["attribution_ID", "attribution_date", "attribution_basis_clean"],
    part: "attribution_ID",
    read(row) {
      const day = readDay(textOf(row["attribution_date"]));
      const basis = textOf(row["attribution_basis_clean"]);
      return { said: day && whenMeant(day, "year"), ...(basis === "" ? {} : { codes: { attributionBasis: basis } }) };
    },
  },
  {
    table: "responses",
    columns: ["political_response", "legal_response", "response"],
    read: (row) => ({ codes: numbersOf(row, ["political_response", "legal_response", "response"]), ...scoreOf(row) }),
  },
  { table: "incident-types", columns: ["weighted_cyber_intensity"], read: scoreOf },
];

export const eurepocDashboard: readonly Importer[] = extras.map(dashboardTable);

function dashboardTable(extra: Extra): Importer {
  const name = `eurepoc-dashboard-${extra.table}-2023-12`;
  return {
    name,
    title: `EuRepoC dashboard, ${extra.table}, December 2023`,
    publisher: "Stiftung Wissenschaft und Politik",
    licence: "not stated; see the publisher's page",
    url: "https://github.com/swp-berlin/EuRepoC_Cyber_Incident_Dashboard",
    references: ["eurepoc11"],
    coverage: {
      from: 2000,
      to: 2023,
      directions: "both, world-wide",
      inclusion: "incidents of the global database as of December 2023",
      frozen: "2023-12",
    },
    layout: {
      format: "csv",
      columns: ["ID", "start_date", "receiver_country", "initiator_country", "incident_type", ...extra.columns],
    },
    merge: mergeStatements,
    readRow: (row, notes) => readCombination(row, notes, name, extra),
  };
}

function readCombination(row: Row, notes: Notes, source: string, extra: Extra): Yield | Rejection {
  const id = /^(\d+)(?:\.0)?$/.exec(textOf(row["ID"]))?.[1];
  if (id === undefined) return { field: "ID", because: `expected a number, got "${textOf(row["ID"])}"` };
  const part = extra.part === undefined ? "" : `-${textOf(row[extra.part]).replace(/\.0$/, "") || "none"}`;
  const written = textOf(row["start_date"]);
  const day = readDay(written);
  if (written !== "" && !day) notes.repair("start_date", "no date can be read here; the start is unknown", written, "");
  const known = (field: string): string[] => distinct([textOf(row[field])].filter((name) => !isUnknown(name)));
  const initiators = statesAmong(known("initiator_country"));
  const receivers = statesAmong(known("receiver_country"));
  const statement: Statement = {
    id: `${source}:${id}${part}`,
    about: "incident",
    author: { name: { en: "European Repository of Cyber Incidents" }, kind: "dataset", side: "third" },
    said: null,
    stance: "asserts",
    accused: { states: initiators.states, actors: known("initiator_name") },
    victims: { states: receivers.states, names: receivers.others },
    what: { effects: effectsOfTypes(known("incident_type")), sectors: ["unknown"] },
    happened: day && whenMeant(day, "year"),
    disclosed: null,
    basis: "inference",
    grade: { source: "B", claim: 6 },
    summary: { en: `EuRepoC incident ${id}, as on the dashboard of December 2023` },
    read: [],
    checked: "list-row",
    listedBy: [{ source, id }],
    ...extra.read(row),
  };
  return { statements: [statement] };
}

function numbersOf(row: Row, fields: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = numberOf(row[field]);
      return value === null ? [] : [[field, value] as const];
    }),
  );
}

function scoreOf(row: Row): Partial<Statement> {
  const value = numberOf(row["weighted_cyber_intensity"]);
  if (value === null || value < 0 || value > 15) return {};
  return { scores: [{ scale: "eurepoc-weighted-intensity", value }] };
}
