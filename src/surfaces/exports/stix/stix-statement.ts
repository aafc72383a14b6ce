// A statement as STIX: an assertion is one `attributed-to` relationship of its own, never merged with another; a denial,
// a doubt or a support is an opinion on what it answers; an assertion that accuses nobody is a note on the incident.

import type { LinkedStatement } from "../../../ledger/incident.ts";
import { opinionOf } from "../../../sources/stix/own-bundle.ts";
import { stixId } from "../../../sources/stix/own-words.ts";
import { canonical } from "../../../values/canonical.ts";
import { stateName, stateOf, type StateCode } from "../../../values/state.ts";
import type { Author, Listing, Reading, Statement } from "../../../values/statement.ts";
import { firstDay } from "../../../values/when.ts";
import { filled, type StixWriter } from "./stix-writer.ts";

/** Confidence by the Admiralty code of the claim (STIX 2.1, appendix A); 6, cannot be judged, has none. */
const confidenceOf: Readonly<Record<number, number>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10 };

/** The type of object as which a statement is written. */
export function statementType({ stance, accused }: Statement): "relationship" | "opinion" | "note" {
  if (stance !== "asserts") return "opinion";
  return accused.states.length + accused.actors.length > 0 ? "relationship" : "note";
}

/** Where a statement of a case stands, whether or not it has been written yet. */
export function statementRef(caseId: string, statement: Statement): string {
  return stixId(statementType(statement), `${caseId} statement ${statement.id}`);
}

/** Writes a statement on its incident. `answered` are the objects of the statements that it answers. */
export function addStatement(
  writer: StixWriter,
  caseId: string,
  statement: LinkedStatement,
  incident: string,
  answered: readonly string[],
): string {
  const key = `${caseId} statement ${statement.id}`;
  const { zh, en } = statement.summary;
  const common = {
    created_by_ref: authorRef(writer, statement.author),
    revoked: statement.withdrawn ? true : undefined,
    confidence: confidenceOf[statement.grade.claim],
    external_references: referencesOf(statement),
  };
  const id = write();
  if (statement.stance === "asserts") addBasis(writer, key, statement, id);
  for (const [index, remark] of (statement.notes ?? []).entries()) {
    writer.add(
      "note",
      `${key} remark ${index + 1}`,
      { content: remark, object_refs: [id] },
      { role: "remark", remark_of: statement.id, remark_order: index + 1 },
    );
  }
  return id;

  function write(): string {
    const own = ownWords(statement);
    if (statement.stance !== "asserts") {
      const about = answered.length > 0 ? [...new Set(answered)] : [incident];
      const opinion = writer.add(
        "opinion",
        key,
        {
          ...common,
          opinion: opinionOf[statement.stance],
          explanation: en,
          authors: [statement.author.name.en],
          object_refs: about,
        },
        own,
      );
      writer.inChinese(opinion, { explanation: zh });
      return opinion;
    }
    if (statementType(statement) === "note") {
      const note = writer.add(
        "note",
        key,
        { ...common, content: en, authors: [statement.author.name.en], object_refs: [incident] },
        own,
      );
      writer.inChinese(note, { content: zh });
      return note;
    }
    const relationship = writer.relate(
      incident,
      "attributed-to",
      accusedRef(writer, caseId, statement.accused),
      key,
      { ...common, description: en },
      own,
    );
    writer.inChinese(relationship, { description: zh });
    return relationship;
  }
}

/** The document: who said it, when, and where it can be read. A list's rows share the report of the list's release. */
export function addReports(writer: StixWriter, statements: readonly { statement: Statement; ref: string }[]): void {
  const byDocument = new Map<string, { statement: Statement; refs: string[] }>();
  for (const { statement, ref } of statements) {
    if (statement.said === null) continue;
    const read = statement.author.kind === "dataset" ? [] : statement.read;
    const key = canonical([statement.author, statement.said, read]);
    const found = byDocument.get(key) ?? { statement, refs: [] };
    found.refs.push(ref);
    byDocument.set(key, found);
  }
  for (const [key, { statement, refs }] of byDocument) {
    const { author, said, read } = statement;
    if (said === null) continue;
    writer.add("report", key, {
      created_by_ref: authorRef(writer, author),
      name: `${author.name.en}, ${said}`,
      published: `${firstDay(said)}T00:00:00.000Z`,
      external_references: author.kind === "dataset" ? [] : readingsAsReferences(read),
      object_refs: refs,
    });
  }
}

/** A state: a body and a place. */
export function stateRef(writer: StixWriter, state: StateCode): string {
  const identity = writer.add("identity", `state ${state}`, {
    name: stateName(state, "en"),
    identity_class: "organization",
    sectors: ["government-national"],
  });
  writer.inChinese(identity, { name: stateName(state, "zh") });
  const location = writer.add("location", `state ${state}`, {
    name: stateName(state, "en"),
    country: stateOf(state).iso2,
  });
  writer.relate(identity, "located-at", location);
  return identity;
}

export function victimRefs(writer: StixWriter, { states, names }: Statement["victims"]): string[] {
  const bodies = names.map((name) =>
    writer.add("identity", `victim ${name}`, { name, identity_class: "organization" }),
  );
  return [...states.map((state) => stateRef(writer, state)), ...bodies];
}

export function referencesOf({
  read,
  listedBy,
}: {
  read: readonly Reading[];
  listedBy: readonly Listing[];
}): Record<string, unknown>[] {
  return [
    ...readingsAsReferences(read),
    ...listedBy.map(({ source, id }) => ({ source_name: source, external_id: id })),
  ];
}

function readingsAsReferences(read: readonly Reading[]): Record<string, unknown>[] {
  return read.map(({ url, title }) => filled({ source_name: hostOf(url), description: title, url }));
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:]+)/.exec(url)?.[1] ?? "document";
}

/** Whom a statement accuses: one state, or what it says of actors and states taken together. */
function accusedRef(writer: StixWriter, caseId: string, accused: Statement["accused"]): string {
  const [state, ...otherStates] = accused.states;
  if (accused.actors.length === 0 && state && otherStates.length === 0) return stateRef(writer, state);
  const [actor = "Several states together", ...aliases] = accused.actors;
  const key = `${caseId} accused ${canonical(accused)}`;
  const found = writer.add(
    "threat-actor",
    key,
    { name: actor, aliases, description: "As one or more statements name whom they accuse." },
    { role: "naming", accused_states: accused.states, accused_actors: accused.actors },
  );
  for (const code of accused.states) {
    writer.relate(
      found,
      "attributed-to",
      stateRef(writer, code),
      undefined,
      { description: "Part of who is accused; the statements are the relationships that point here." },
      { role: "naming" },
    );
  }
  return found;
}

function authorRef(writer: StixWriter, author: Author): string {
  const governs = author.kind === "government" || author.kind === "court";
  const id = writer.add("identity", `author ${canonical(author)}`, {
    name: author.name.en,
    identity_class: author.kind === "individual" || author.kind === "researcher" ? "individual" : "organization",
    sectors: governs ? ["government-national"] : undefined,
  });
  writer.inChinese(id, { name: author.name.zh });
  if (author.side !== "third") {
    stateRef(writer, author.side);
    writer.relate(id, "located-at", stixId("location", `state ${author.side}`));
  }
  return id;
}

function addBasis(writer: StixWriter, key: string, { basis, grade, checked }: Statement, ref: string): void {
  const content = `Basis: ${basis}. Admiralty code ${grade.source}${grade.claim}. Checked: ${checked}.`;
  writer.add("note", `${key} basis`, { abstract: "Basis", content, object_refs: [ref] }, { role: "basis" });
}

function ownWords(statement: LinkedStatement): Record<string, unknown> {
  const { id, about, said, stance, author, accused, victims, what, grade, quote, scores, codes, link } = statement;
  const empty = (["scores", "codes", "notes"] as const).filter((name) => {
    const value = statement[name];
    return value !== undefined && Object.keys(value).length === 0;
  });
  return {
    role: "statement",
    statement_id: id,
    about,
    stance,
    stated_at: said,
    happened: statement.happened,
    disclosed: statement.disclosed,
    attributed: statement.attributed,
    author_kind: author.kind,
    author_side: author.side,
    accused_states: accused.states,
    accused_actors: accused.actors,
    victim_states: victims.states,
    victim_names: victims.names,
    effects: what.effects,
    sectors: what.sectors,
    basis: statement.basis,
    stated_confidence: statement.confidence,
    source_grade: grade.source,
    claim_grade: grade.claim,
    checked: statement.checked,
    answers: statement.answers,
    quote,
    scores,
    codes: codes && Object.entries(codes).map(([name, value]) => ({ name, value })),
    empty_fields: empty,
    incident: link.incident,
    linkage: filled({ kind: link.kind, because: link.because, by: link.by, probability: link.probability }),
  };
}
