// Incidents and their statements as tables: one row an incident, or one row a statement. A cell that a spreadsheet
// would run as a formula is written so that it cannot.

import { accuses, type Incident } from "../../ledger/incident.ts";

export function incidentsCsv(incidents: readonly Incident[]): string {
  const head = [
    "id",
    "title",
    "title_zh",
    "from",
    "to",
    "happened",
    "disclosed",
    "attributed",
    "contested",
    "profile",
    "unchecked",
    "effects",
    "sectors",
    "lists",
    "asserting",
    "denying",
    "summary",
  ];
  const rows = incidents.map((incident) => [
    incident.id,
    incident.title.en,
    incident.title.zh ?? "",
    unique(incident.directions.map(({ from }) => from)),
    unique(incident.directions.map(({ to }) => to)),
    incident.happened ?? "",
    incident.disclosed ?? "",
    incident.attributed ?? "",
    String(incident.contested),
    String(incident.profile),
    String(incident.unchecked),
    incident.effects.join(";"),
    incident.sectors.join(";"),
    incident.listedBy.map(({ source, id }) => `${source}:${id}`).join(";"),
    String(standCounts(incident).asserting),
    String(standCounts(incident).denying),
    incident.summary.en,
  ]);
  return csv([head, ...rows]);
}

export function statementsCsv({ id: incidentId, statements }: Incident): string {
  const head = [
    "incident",
    "statement",
    "author",
    "side",
    "kind",
    "said",
    "stance",
    "accused",
    "actors",
    "victims",
    "happened",
    "disclosed",
    "basis",
    "confidence",
    "grade",
    "checked",
    "lists",
    "read",
    "summary",
    "link",
    "link_because",
  ];
  const rows = statements.map((statement) => [
    incidentId,
    statement.id,
    statement.author.name.en,
    statement.author.side,
    statement.author.kind,
    statement.said ?? "",
    statement.stance,
    statement.accused.states.join(";"),
    statement.accused.actors.join(";"),
    [...statement.victims.states, ...statement.victims.names].join(";"),
    statement.happened ?? "",
    statement.disclosed ?? "",
    statement.basis,
    statement.confidence ?? "",
    `${statement.grade.source}${statement.grade.claim}`,
    statement.checked,
    statement.listedBy.map(({ source, id }) => `${source}:${id}`).join(";"),
    statement.read.map(({ url }) => url).join(" "),
    statement.summary.en,
    statement.link.kind,
    statement.link.because,
  ]);
  return csv([head, ...rows]);
}

/** How many standing statements of an incident accuse somebody, and how many deny or doubt it. */
/** An incident as a list shows it: without its statements, and with how many stand for it and against it. */
export type IncidentRow = Omit<Incident, "statements"> & { asserting: number; denying: number };

export function rowOf(found: Incident): IncidentRow {
  const { statements: _statements, ...rest } = found;
  return { ...rest, ...standCounts(found) };
}

export function standCounts({ statements }: Incident): { asserting: number; denying: number } {
  const standing = statements.filter(({ withdrawn }) => !withdrawn);
  return {
    asserting: standing.filter(accuses).length,
    denying: standing.filter(({ stance }) => stance === "denies" || stance === "doubts").length,
  };
}

/** RFC 4180, with line ends of CR LF. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  // A leading = + - @ (also in full width, which East Asian settings read alike), tab, CR or LF makes spreadsheets
  // compute the cell: an apostrophe makes it text.
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(";");
}
