// The codes of the ledger as people read them, in English.

import type { ActForm } from "../../values/act.ts";
import type { FacetName } from "../../ledger/filter.ts";
import type { AuthorKind, Basis, Check, Effect, Sector, Stance, Statement } from "../../values/statement.ts";
import type { LinkKind } from "../../values/statement.ts";

export const effectNames: Record<Effect, string> = {
  probing: "probing",
  defacement: "defacement",
  disruption: "disruption",
  espionage: "espionage",
  "data-theft": "data theft",
  "financial-theft": "financial theft",
  doxing: "publishing stolen data",
  degradation: "degradation",
  destruction: "destruction",
  prepositioning: "prepositioning",
  influence: "influence",
  intrusion: "intrusion",
  unknown: "not stated",
};

export const sectorNames: Record<Sector, string> = {
  government: "government",
  military: "military",
  "defence-industry": "defence industry",
  communications: "communications",
  energy: "energy",
  finance: "finance",
  health: "health",
  transport: "transport",
  water: "water",
  manufacturing: "manufacturing",
  "information-technology": "information technology",
  academia: "academia",
  media: "media",
  "civil-society": "civil society",
  politics: "politics",
  space: "space",
  chemical: "chemical industry",
  nuclear: "nuclear",
  food: "food",
  commerce: "commerce",
  other: "other",
  unknown: "not stated",
};

export const authorKindNames: Record<AuthorKind, string> = {
  government: "government",
  court: "court",
  firm: "firm",
  press: "press",
  dataset: "dataset",
  researcher: "researcher",
  individual: "individual",
  other: "other",
};

export const aboutNames: Record<Statement["about"], string> = {
  incident: "one event",
  campaign: "several events gathered in one",
  profile: "an actor’s whole career, not an event",
};

export const stanceVerbs: Record<Stance, string> = {
  asserts: "says so",
  supports: "supports",
  denies: "denies",
  doubts: "doubts",
};

/** A mark beside the word: filled for what accuses, open for what does not. */
export const stanceMarks: Record<Stance, string> = { asserts: "■", supports: "▪", denies: "□", doubts: "◪" };

export const basisWords: Record<Basis, string> = {
  technical: "technical evidence",
  legal: "legal proceedings",
  political: "a political statement",
  leak: "leaked documents",
  inference: "the list’s own coding of what others say",
  unknown: "a basis that is not given",
};

export const checkWords: Record<Check, string> = {
  "list-row": "checked against the list’s row",
  "page-read": "read on the page",
  "not-checked": "from general knowledge, not checked",
};

export const linkKindNames: Record<LinkKind, string> = {
  same: "the same thing",
  "part-of": "a part of it",
  duplicate: "the same row twice in one list",
};

/** Admiralty code (STANAG 2511): how reliable the source is, how credible the claim. */
export const sourceGrades: Record<Statement["grade"]["source"], string> = {
  A: "completely reliable source",
  B: "usually reliable source",
  C: "fairly reliable source",
  D: "not usually reliable source",
  E: "unreliable source",
  F: "source whose reliability cannot be judged",
};

export const claimGrades: Record<Statement["grade"]["claim"], string> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
};

export const actFormNames: Record<ActForm, string> = {
  talks: "talks",
  "post-created": "post created",
  agreement: "agreement",
  "code-of-conduct": "code of conduct",
  indictment: "indictment",
  arrest: "arrest",
  sanction: "sanction",
  "export-control": "export control",
  "market-ban": "market ban",
  expulsion: "expulsion",
  protest: "protest",
  threat: "threat",
  "military-signal": "military signal",
  advisory: "advisory",
  law: "law",
  strategy: "strategy",
  statement: "statement",
  cooperation: "cooperation",
};

export const facetTitles: Record<FacetName, string> = {
  from: "Accused of acting",
  to: "Said to be acted against",
  by: "Said by sources in",
  list: "On the list",
  effect: "Effect",
  sector: "Sector",
  standing: "Standing",
  kind: "Kind",
  checked: "Checked",
};

export const standingNames: Record<string, string> = {
  contested: "contested by a denial or a doubt",
  uncontested: "not contested on record",
};
export const kindNames: Record<string, string> = { event: "event", profile: "actor’s profile" };

/** Lists by short name, as they stand in running text. */
export const listNames: Record<string, string> = {
  "dcid-1.1": "DCID 1.1",
  "dcid-1.5": "DCID 1.5",
  "dcid-2.0": "DCID 2.0",
  "dcid-2.0-escalation": "DCID 2.0, escalation sheet",
  "eurepoc-1.1": "EuRepoC 1.1",
  "cfr-2023-02": "CFR tracker, Feb 2023",
};

export function listName(name: string): string {
  return listNames[name] ?? name;
}

export const scaleNames: Record<string, string> = {
  "dcid-severity": "DCID severity, 0–10",
  "eurepoc-intensity": "EuRepoC intensity, 0–15",
  "eurepoc-weighted-intensity": "EuRepoC weighted intensity, 0–15",
};

export const recordKindNames: Record<string, string> = {
  incident: "incident entered",
  statement: "statement entered",
  link: "statement linked",
  "incident-withdrawn": "incident withdrawn",
  "statement-withdrawn": "statement withdrawn",
  "link-withdrawn": "link undone",
  listed: "row as linkage compares it",
  decision: "a person judged",
  "decision-withdrawn": "judgement taken back",
  redirect: "identifier led on",
  "redirect-withdrawn": "identifier stands again",
};
