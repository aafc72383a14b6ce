// What a package holds beside its tables, each a file of one object a line: the register of agreements, and the chained
// records of what people made.

import type { BesideCase } from "../../inputs/register-files.ts";

export type BesideFile = { name: string; path: string; title: string; holds: keyof BesideCase };

export const besideFiles: readonly BesideFile[] = [
  { name: "agreements", path: "agreements.jsonl", title: "Agreements and norms", holds: "agreements" },
  { name: "clauses", path: "clauses.jsonl", title: "Their clauses", holds: "clauses" },
  { name: "lines", path: "lines.jsonl", title: "Declared lines", holds: "lines" },
  {
    name: "made",
    path: "made.jsonl",
    title:
      "What people made: words on candidates, findings, watches, notifications, drafts, signatures; chained records",
    holds: "journal",
  },
];
