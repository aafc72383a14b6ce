// What STIX has no word for and our bundles carry all the same: the properties of our own extension, their names, and
// the identifiers that make an export of the same ledger give the same objects.

import { createHash } from "node:crypto";

/** Names are hashed in this namespace (RFC 9562 §5.5), so that exporting twice gives the same identifiers. */
const NAMESPACE = "5b8f6f3e-2a0d-4c58-9f4b-7d1f0c9e6a21";

/** The identifier of an object by what it stands for: the same key always gives the same one. */
export function stixId(type: string, key: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(`${type} ${key}`)
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50; // version 5
  hash[8] = (hash[8]! & 0x3f) | 0x80; // variant 10
  const hex = hash.toString("hex");
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
  return `${type}--${uuid}`;
}

/** Our extension-definition. A new version of the schema keeps the identifier and raises its version. */
export const OWN_EXTENSION: string = stixId("extension-definition", "detente statement");

/** Properties of the extension by the object that carries them, as its definition prints them. */
export const ownProperties = {
  role: "what the object stands for: statement, act, incident, case, naming (part of who is accused), basis, remark",
  statement_id: "identifier of the statement in the ledger it comes from",
  about: "incident, campaign or profile (an actor's career)",
  stance: "asserts, denies, doubts or supports",
  stated_at: "when it was said, as precisely as known: YYYY-MM-DD, YYYY-MM, YYYY-Qn, YYYY, start/end, start/..",
  happened: "when the statement says that it happened",
  disclosed: "when it became public",
  attributed: "when the accused was first named in public, where that differs from stated_at",
  author_kind: "government, court, firm, press, dataset, researcher, individual or other",
  author_side: "ISO 3166-1 alpha-3 code of the author's state, or third",
  accused_states: "ISO 3166-1 alpha-3 codes",
  accused_actors: "names of the accused actors",
  victim_states: "ISO 3166-1 alpha-3 codes",
  victim_names: "names of the victims",
  effects: "what was done, in the ledger's vocabulary",
  sectors: "to whom, in the ledger's vocabulary",
  basis: "technical, legal, political, leak, inference or unknown",
  stated_confidence: "in the author's own word",
  source_grade: "Admiralty code of the source, A to F",
  claim_grade: "Admiralty code of the claim, 1 to 6",
  checked: "list-row, page-read or not-checked",
  answers: "statement identifiers that this one answers",
  quote: "text and lang of a quotation",
  scores: "scale and value, scales never mixed",
  codes: "name and value of other codes of the list",
  empty_fields: "fields that are there and empty, which STIX cannot write",
  incident: "identifier of the incident that the statement was judged to speak of",
  linkage: "kind, because, by and probability of that judgement",
  remark_of: "identifier of the statement that the remark belongs to",
  remark_order: "its place among the remarks of the statement, from 1",
  act: "identifier, when, plover, form, actors, targets and checked of an act between states",
  version: "version of the case",
  view_hash: "hash over everything that the exported view holds",
} as const;
