// Every command of the command line. What a command does is loaded only when it is called.

import type { Command } from "./command.ts";

export const commands: readonly Command[] = [
  {
    usage: "serve",
    summary: "Serve the workbench on this machine and print its address",
    options: { "port N": "port to listen on (default 4747, or the next free one; 0 for any)", "data DIR": "data folder (default .detente, or DETENTE_DATA)" },
    example: "detente serve --port 4747",
    load: () => import("./commands/serve.ts"),
  },
  {
    usage: "brief CASE",
    summary: "The brief of a case: both directions, what is hidden, what changed, with sources",
    options: {
      "asof DATE": "as it was known on that day",
      "by SIDE": "as counted by one side: a state such as USA, or third",
      "date KIND": "years by first, happened, disclosed or attributed date (default first)",
      "html FILE": "write one self-contained page that prints to two",
      "pdf FILE": "write the same as PDF",
      json: "print one JSON document",
    },
    example: "detente brief us-cn --asof 2020-12-31",
    load: () => import("./commands/brief.ts"),
  },
  {
    usage: "case list",
    summary: "The cases that the ledger holds",
    options: { json: "print one JSON document" },
    example: "detente case list",
    load: () => import("./commands/case.ts"),
  },
  {
    usage: "incidents",
    summary: "The incidents of a case, filtered as on their page",
    options: {
      "case CASE": "which case (default us-cn)",
      "from STATE": "accused of acting",
      "to STATE": "said to be acted against",
      "by SIDE": "some author of that side says so: a state, or third",
      "list NAME": "stands on that list",
      "effect NAME": "such as espionage",
      "sector NAME": "such as government",
      "standing WORD": "contested or uncontested",
      "kind WORD": "event or profile",
      "checked WORD": "list-row, page-read or not-checked",
      "since YEAR": "from that year on",
      "until YEAR": "up to that year",
      "date KIND": "by first, happened, disclosed or attributed date",
      "q WORDS": "words that all occur",
      "asof DATE": "as it was known on that day",
      json: "print one JSON document",
    },
    example: "detente incidents --from CHN --to USA --standing contested --since 2015",
    load: () => import("./commands/incidents.ts"),
  },
  {
    usage: "incident ID",
    summary: "One incident with its statements, links and history",
    options: { "case CASE": "which case (default us-cn)", json: "print one JSON document" },
    example: "detente incident titan-rain",
    load: () => import("./commands/incident.ts"),
  },
  {
    usage: "sources",
    summary: "The lists that the workbench knows, with their windows and rules",
    options: { json: "print one JSON document" },
    example: "detente sources",
    load: () => import("./commands/sources.ts"),
  },
  {
    usage: "rebuild",
    summary: "Make every table again from the records, and check the records' chain",
    options: { json: "print one JSON document" },
    example: "detente rebuild",
    load: () => import("./commands/rebuild.ts"),
  },
];
