// The commands about agreements between states: what they say, whether they are kept, lines, watches, notifications.

import type { Command } from "./command.ts";

const CASE = { "case CASE": "which case (default us-cn)" };
const JSON_FLAG = { json: "print one JSON document" };

export const agreementCommands: readonly Command[] = [
  {
    usage: "agreements",
    summary: "The register of agreements and norms between states, with the drafts made here",
    options: { ...CASE, ...JSON_FLAG },
    example: "detente agreements",
    load: () => import("./commands/agreements.ts"),
  },
  {
    usage: "agreement ID",
    summary: "One agreement clause by clause: gist, each party’s reading, how a breach would be seen, status",
    options: { ...CASE, ...JSON_FLAG },
    example: "detente agreement understanding-2015",
    load: () => import("./commands/agreement.ts"),
  },
  {
    usage: "agreement check ID",
    summary: "What speaks for and against each clause being kept: incidents, findings, status, estimates",
    options: { ...CASE, ...JSON_FLAG },
    example: "detente agreement check understanding-2015",
    load: () => import("./commands/agreement-check.ts"),
  },
  {
    usage: "agreement draft ID",
    summary: "Copy an agreement as a draft of your own",
    options: { "as NEWID": "the draft’s identifier", "by NAME": "who drafts", ...CASE, ...JSON_FLAG },
    example: "detente agreement draft understanding-2015 --as understanding-2027",
    load: () => import("./commands/agreement-draft.ts"),
  },
  {
    usage: "agreement clause DRAFT",
    summary: "Add a clause to a draft, or change or strike one (DRAFT#cN)",
    options: {
      "text TEXT": "the clause in words",
      "zh TEXT": "the same in Chinese",
      "kind KIND":
        "restraint, cooperation, consultation, assistance, information-exchange, confidence-building, mutual-legal-assistance, criminalisation, protection or norm-affirmation",
      "effect NAMES…": "effects that an incident against it has, such as disruption,destruction",
      "sector NAMES…": "sectors that it protects; any if left out",
      "issue ID": "the issue of the case’s world that it is about, such as commercial-theft",
      "seen TEXT": "how a breach would be seen",
      "seen-by NAMES…": "who would see it",
      "soon WORD": "within days, weeks, months or years",
      "certainty WORD": "low, moderate or high",
      strike: "strike the clause",
      "because TEXT": "why",
      "by NAME": "who changes it",
      ...CASE,
      ...JSON_FLAG,
    },
    example:
      'detente agreement clause understanding-2027 --kind restraint --text "Neither side enters hospitals’ networks." --effect intrusion --sector health',
    load: () => import("./commands/agreement-clause.ts"),
  },
  {
    usage: "agreement alone ID",
    summary: "Which clauses would hold with nobody to enforce them: least attribution and patience, with certificates",
    options: {
      "set KEY=VALUE…": "other values of the world, such as q=.6",
      "out DIR": "write the certificates there, for detente models check",
      ...CASE,
      ...JSON_FLAG,
    },
    example: "detente agreement alone understanding-2015 --set q=.75",
    load: () => import("./commands/agreement-alone.ts"),
  },
  {
    usage: "agreement export ID",
    summary: "Write an agreement or a draft as one file with one hash, to be sealed, signed or logged",
    options: { "out FILE": "the file to write", ...CASE, ...JSON_FLAG },
    example: "detente agreement export understanding-2027 --out draft.json",
    load: () => import("./commands/agreement-export.ts"),
  },
  {
    usage: "agreement confirm CLAUSE INCIDENT",
    summary: "Say whether an incident concerns a clause; the last word stands",
    options: {
      "as WORD": "concerns, does-not or unsure",
      "because TEXT": "why",
      "by NAME": "who judges",
      ...CASE,
      ...JSON_FLAG,
    },
    example:
      'detente agreement confirm understanding-2015#c4 cloud-hopper --as concerns --because "charged as commercial" --by "A. Analyst"',
    load: () => import("./commands/agreement-confirm.ts"),
  },
  {
    usage: "agreement find STEP TARGET",
    summary: "The steps of a finding: allege CLAUSE; consult, assess, dissent, extend, dispute, close or show FINDING",
    options: {
      "by SIDE": "whose step it is: a state such as USA, or third",
      "incident ID…": "allege: incidents on which it rests",
      "claim TEXT": "allege: what is alleged",
      "grade CODE": "Admiralty code of the evidence, such as B2",
      "id NAME": "allege: the finding’s identifier",
      "answer TEXT": "consult: what the side answers; left out once its time has passed",
      "name NAME": "assess, dissent: who speaks",
      "judgement WORD": "assess: not-kept, kept or undetermined",
      "probability P": "assess: that it was not kept, such as .6-.8",
      "confidence WORD": "assess: low, moderate or high",
      "due DAY": "extend: the new last day",
      "how WORD": "close: remedied, acknowledged, not-substantiated or withdrawn",
      "because TEXT": "why",
      ...CASE,
      ...JSON_FLAG,
    },
    example:
      'detente agreement find allege understanding-2015#c4 --by USA --incident cloud-hopper --claim "commercial theft" --grade B2',
    load: () => import("./commands/agreement-find.ts"),
  },
  {
    usage: "lines",
    summary: "Declared red lines, and how many incidents stand at them, surely or perhaps",
    options: { ...CASE, ...JSON_FLAG },
    example: "detente lines",
    load: () => import("./commands/lines.ts"),
  },
  {
    usage: "line ID",
    summary: "One declared line: every incident’s distance, what followed crossings, gathering just below",
    options: {
      "days N": "length of the window in which acts are taken to follow (default 180)",
      ...CASE,
      ...JSON_FLAG,
    },
    example: "detente line us-dod-2015-04-23",
    load: () => import("./commands/line.ts"),
  },
  {
    usage: "watch [STEP] [WATCH]",
    summary: "Tacit understandings under watch: list, adopt, judge a flag, drop",
    options: {
      "sector NAME": "adopt: the sector that is spared",
      "effect NAME": "adopt: the effect",
      "band WORD": "adopt: low, middle or high severity",
      "between A-B": "adopt: the two states (default: the case’s)",
      "id NAME": "adopt: the watch’s identifier",
      "incident ID": "judge: the incident that was flagged",
      "as WORD": "judge: breaks or does-not",
      "because TEXT": "why",
      "by NAME": "who says so",
      ...CASE,
      ...JSON_FLAG,
    },
    example:
      'detente watch adopt --sector water --effect destruction --band high --by "A. Analyst" --because "rare both ways"',
    load: () => import("./commands/watch.ts"),
  },
  {
    usage: "notify [STEP] [EXCHANGE]",
    summary:
      "Hotline messages: list, notify, request, acknowledge, answer, escalate, correct, close; receive a signed FILE",
    options: {
      "by STATE": "whose centre speaks",
      "to STATE": "notify, request: to whom",
      "urgency WORD": "flash, urgent or routine (default)",
      "matter WORD": "incident (default), planned-activity, exercise, assistance, clarification or test",
      "subject TEXT": "notify, request: what it is about",
      "text TEXT": "the words of the message",
      "incident ID…": "incidents of which it speaks",
      interim: "answer: more will follow",
      "because TEXT": "escalate, close: why",
      "id NAME": "the exchange’s identifier",
      "key FILE": "sign with this private key",
      "out FILE": "write the signed message there",
      "from KEY": "receive: the public key of the centre that sent it, or its file",
      ...CASE,
      ...JSON_FLAG,
    },
    example:
      'detente notify request --by USA --to CHN --urgency urgent --subject "Router botnet" --text "Please confirm."',
    load: () => import("./commands/notify.ts"),
  },
];
