// A case, or one incident of it, as a STIX 2.1 bundle (stix21). Statements are never merged; what the standard cannot
// say stands in our own extension, so that importing the bundle gives the same statements and acts back.

import type { Incident } from "../../../ledger/incident.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import type { Act } from "../../../values/act.ts";
import { span, type Moment, type When } from "../../../values/when.ts";
import { addReports, addStatement, referencesOf, stateRef, statementRef, victimRefs } from "./stix-statement.ts";
import { filled, StixWriter, type StixObject, type StixOptions } from "./stix-writer.ts";

const INCIDENT_CORE = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";
const EVENT = "extension-definition--4ca6de00-5b0d-45ef-a1dc-ea7279ea910e";

export type StixBundle = { type: "bundle"; id: string; objects: StixObject[] };

/** The whole view: incidents with their statements, and acts. */
export function stixBundle(view: LedgerView, options: StixOptions): StixBundle {
  const writer = new StixWriter(options);
  const { about, hash } = view;
  const refs = addIncidents(writer, view, view.incidents);
  for (const act of view.acts) addAct(writer, about.id, act);
  if (refs.length > 0) {
    const own = { role: "case", version: about.version, view_hash: hash };
    const group = writer.add(
      "grouping",
      `case ${about.id}`,
      { name: about.title.en, description: about.summary.en, context: "unspecified", object_refs: refs },
      own,
    );
    writer.inChinese(group, { name: about.title.zh, description: about.summary.zh });
  }
  return writer.bundle(`${about.id} ${hash}`);
}

/** One incident. What its statements answer elsewhere in the case is named and not written. */
export function incidentStixBundle(view: LedgerView, incident: Incident, options: StixOptions): StixBundle {
  const writer = new StixWriter(options);
  addIncidents(writer, view, [incident]);
  return writer.bundle(`${view.about.id} ${incident.id} ${view.hash}`);
}

export function stixText(bundle: StixBundle): string {
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function addIncidents(writer: StixWriter, { about }: LedgerView, incidents: readonly Incident[]): string[] {
  const refOf = new Map(
    incidents.flatMap(({ statements }) => statements.map((one) => [one.id, statementRef(about.id, one)] as const)),
  );
  const written = incidents.flatMap((incident) => {
    const ref = addIncident(writer, about.id, incident);
    return incident.statements.map((statement) => {
      const answered = (statement.answers ?? []).map((id) => refOf.get(id)).filter((id) => id !== undefined);
      return { statement, ref: addStatement(writer, about.id, statement, ref, answered), incident: ref };
    });
  });
  addReports(writer, written);
  return [...new Set(written.map(({ incident }) => incident))];
}

function addIncident(writer: StixWriter, caseId: string, incident: Incident): string {
  const key = `${caseId} incident ${incident.id}`;
  const standing = incident.statements.filter(({ withdrawn }) => !withdrawn);
  const events = [...new Set(standing.flatMap(({ happened }) => happened ?? []))]
    .sort()
    .map((when) => addEvent(writer, `${key} event ${when}`, when));
  const scores = standing.flatMap(({ author, scores: given }) =>
    (given ?? []).map(({ scale, value }) => ({ name: scale, value, description: `as given by ${author.name.en}` })),
  );
  const core = {
    extension_type: "property-extension",
    // The vocabulary has no "disputed": who disputes it says so in an opinion.
    determination: "suspected",
    investigation_status: "open",
    ...filled({ events: events.map((event) => ({ event_ref: event })), scores }),
  };
  const fields = {
    name: incident.title.en === "" ? incident.id : incident.title.en,
    description: incident.summary.en,
    external_references: referencesOf({ read: [], listedBy: incident.listedBy }),
    extensions: { [INCIDENT_CORE]: core },
  };
  const id = writer.add("incident", key, fields, { role: "incident", incident: incident.id });
  writer.inChinese(id, { name: incident.title.zh, description: incident.summary.zh });
  for (const victim of new Set(standing.flatMap(({ victims }) => victimRefs(writer, victims))))
    writer.relate(id, "targets", victim);
  return id;
}

/** One date that somebody gives, with its precision. Dates that differ are events that differ. */
function addEvent(writer: StixWriter, key: string, when: When): string {
  const { start, end } = span(when);
  const last = end === null || end === start ? null : end;
  return writer.add("event", key, {
    name: `Said to have happened: ${when}`,
    status: "undetermined",
    start_time: midnight(start.first),
    start_time_fidelity: fidelityOf(start),
    end_time: last && last.first >= start.first ? midnight(last.first) : undefined,
    end_time_fidelity: last && last.first >= start.first ? fidelityOf(last) : undefined,
    extensions: { [EVENT]: { extension_type: "new-sdo" } },
  });
}

/** The vocabulary has no quarter: a year is the next that promises no more than is known. */
function fidelityOf({ precision }: Moment): string {
  return precision === "quarter" ? "year" : precision;
}

function midnight(day: string): string {
  return `${day}T00:00:00.000Z`;
}

/** Acts have no type in STIX: a note on the states that act and those they address. */
function addAct(writer: StixWriter, caseId: string, act: Act): void {
  const { id, when, plover, form, actors, targets, checked, title, summary } = act;
  const states = [...new Set([...actors, ...targets])].map((state) => stateRef(writer, state));
  const own = { role: "act", act: filled({ identifier: id, when, plover, form, actors, targets, checked }) };
  const note = writer.add(
    "note",
    `${caseId} act ${id}`,
    { abstract: title.en, content: summary.en, external_references: referencesOf(act), object_refs: states },
    own,
  );
  writer.inChinese(note, { abstract: title.zh, content: summary.zh });
}
