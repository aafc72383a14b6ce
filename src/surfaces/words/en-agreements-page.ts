// What the pages of agreements and lines say, in English.

import { counted, number, probability, significant } from "./en.ts";

export const startingOptions: string[] = ["As it stands", "With a deadline for answers", "Left out"];

export const register = {
  nav: "Agreements",
  question: "What has been agreed, and is it being kept?",
  lead: (agreements: number, clauses: number): string =>
    `${counted(agreements, "agreement")} and norms with ${counted(clauses, "clause")}, with what each party says in public that they mean, where that is on record.`,
  filter: "Words in titles",
  kind: "Kind of clause",
  any: "any",
  party: "Party",
  binding: "How binding",
  found: (count: number): string => counted(count, "agreement"),
  none: "No agreement fits these filters.",
  clauses: (count: number): string => counted(count, "clause"),
  findings: (count: number): string => counted(count, "finding"),
  toTable: "Set a table",
  toLines: "Declared lines",
  columns: ["Agreement", "When", "Parties", "How binding", "Clauses"] as string[],
};

export const agreement = {
  of: (when: string, binding: string): string => `${when}, ${binding}`,
  inForce: (from: string, to: string | null): string =>
    to === null ? `Held from ${from}` : `Held from ${from} to ${to}`,
  alsoBinds: "It also binds",
  clause: "Clause",
  readings: "How each party reads it in public",
  silent: "Nothing on record of how it reads this clause.",
  seen: "How a breach would be seen (our own assessment)",
  status: "What became of it",
  noStatus: "Nothing on record since it was agreed.",
  for: "Speaks for its being kept",
  against: "Speaks against",
  neither: "Looked at, tells neither way",
  nothing: "Nothing on record.",
  candidates: (count: number): string => `${counted(count, "incident")} that the ledger’s codes propose`,
  confirmed: { concerns: "concerns the clause", "does-not": "does not concern it", unsure: "unsure" } as Record<
    string,
    string
  >,
  buttons: { concerns: "Concerns it", "does-not": "Does not", unsure: "Unsure" } as Record<string, string>,
  who: "Your name, as it will stand on record",
  why: "Why",
  needName: "Say who you are and why: both stand on record.",
  done: "Written.",
  findings: "Findings",
  begin: "Begin a finding",
  move: "Move it on",
  step: "Step",
  side: "Whose word: a party’s code, or third",
  claim: "What is alleged",
  incidents: "Incidents, by identifier, with commas between",
  grade: "Evidence: source A–F and claim 1–6",
  answer: "Answer; empty: none came in time",
  judgement: "Judgement",
  probability: "Probability that it was not kept, such as 0.6-0.8",
  confidence: "Confidence",
  how: "How it ends",
  due: "New deadline, YYYY-MM-DD",
  record: "Put it on record",
  overdue: "The step that is due has not come in time.",
  steps: {
    alleged: "allege",
    consulted: "record the answer of the side consulted",
    assessed: "assess",
    dissented: "dissent",
    extended: "put the deadline later",
    disputed: "record a dispute",
    closed: "close",
  } as Record<string, string>,
  draft: "Copy as a draft",
  draftId: "Identifier of the draft: small letters, digits, -",
  draftMake: "Make the draft",
  negotiate: "Negotiate it at the table",
  exportJson: "Save as JSON, to seal or sign",
  edit: "Change this clause",
  add: "Add a clause",
  strike: "Strike it",
  kind: "Kind",
  gist: "What is agreed",
  seenField: "How a breach would be seen",
  because: "Why the change",
  save: "Keep the change",
  alone: "Which promises hold by themselves?",
  aloneLead: (q: number, a: number, b: number): string =>
    `At the case’s world: an attack is attributed rightly with chance ${significant(q)}; patience ${significant(a)} and ${significant(b)}. With nobody to enforce it, a promise holds where breaking it costs more tomorrow than it gains today.`,
  aloneColumns: ["Promise", "Holds by itself", "Needs attribution of at least", "Certificate"] as string[],
  holds: "yes",
  fails: "no",
  never: "even certain attribution is not enough",
  package: "All of them as one package",
  rows: (count: number): string => `${counted(count, "row")}, each can be checked`,
  seal: "Sealing and signing",
  sealDo: (id: string): string =>
    `detente agreement export ${id} --out ${id}.json\ndetente log sign ${id}.json --key usa.key\ndetente log append ${id}.json --dir log`,
  sealHint:
    "Signing needs a private key, which has no place in a browser. These commands do it; the log’s page shows who cosigned.",
};

export const lines = {
  nav: "Lines",
  question: "Which lines were declared, and what happened at them?",
  lead: (count: number): string =>
    `${counted(count, "line")} that a party declared. Where a threshold stands, it is our own reading of the words in the ledger’s codes.`,
  unmeasured: "The ledger’s codes cannot measure this line.",
  follows: "To follow, as far as the words tell:",
  threshold: "Threshold, our own coding:",
  counts: (at: number, perhaps: number, of: number): string =>
    `${number(at)} of ${counted(of, "incident")} since then at the line, ${number(perhaps)} perhaps.`,
  near: "Incidents and their distance",
  columns: ["Incident", "Distance", "What followed within 180 days"] as string[],
  followed: (count: number): string => (count === 0 ? "nothing on record" : counted(count, "act")),
  days: (days: number): string => `after ${counted(days, "day")}`,
  bunching: "Do operations gather just below?",
  refused: "No answer.",
  chance: (p: number): string => `p ${probability(p)}`,
  watches: "Tacit understandings under watch",
  noWatches: "None is watched yet. Candidates are what each side does to others but not to this rival:",
  watchDo:
    "detente measure restraint us-cn\ndetente watch adopt --sector energy --effect disruption --band high --by NAME --because WHY",
  flags: (count: number): string => `${counted(count, "incident")} would break it, by the rule.`,
  noFlags: "Nothing on record breaks it.",
};
