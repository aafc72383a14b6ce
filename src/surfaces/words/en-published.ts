// Words of a published copy: what it is, what it lacks, how to cite it, and what is said when it is made.

import { counted, number } from "./en.ts";

type CitedCase = { title: string; version: string; day: string };

export const published = {
  only: "This needs the workbench",
  onlyWhat:
    "This is a published copy: plain files, with no program behind them. What is read, filtered and computed here works; importing, reviewing, judging, negotiating at a table, voting and commenting do not.",
  onlyDo: "Get the project’s folder, start the workbench there, and open this page in it:",
  start: "npm start",
  lacking: "This published copy does not hold that view",
  lackingWhat: "Its answers were worked out beforehand, and this question was not among them.",
  lackingDo: (command: string): string => `In a workbench this answers it: ${command}`,
  whole: (name: string): string => `${name} (all of it)`,
  copy: "Published copy",
  copyOf: (day: string, version: string): string =>
    `Of the ledger as it stood on ${day}, made by Détente ${version}. No program answers here, and nothing is asked of any other place.`,
  cite: "Cite this page",
  hash: "Content",
  hashes: "What this page is drawn from, each file with its SHA-256",
  ledger: "The ledger’s content",
  feeds: "Feeds",
  feedOf: { ledger: "the ledger", debate: "the debates" },
  embeds: "Charts, verdicts and claims to embed elsewhere",
  game: "A game of one’s own",
  check: "Check a certificate",
  menu: "Pages of this copy",
  directions: ["Direction", "Incidents", "Statements"] as string[],
  comment: (author: string, isReply: boolean, text: string | null): string =>
    `${author}${isReply ? " (reply)" : ""}: ${text ?? "(withheld)"}`,
  cited: (title: string, of: CitedCase, sha256: string | null, address: string): string =>
    `Détente. ${title}. Case ${of.title}, version ${of.version}, ledger of ${of.day}.${sha256 === null ? "" : ` Content sha256:${sha256}.`} ${address}`,
  citedCase: (title: string, version: string): string => `Case ${title}, version ${version}`,
};

export const feedWords = {
  ledger: (title: string): string => `${title}: what is new in the ledger`,
  debates: (title: string): string => `${title}: what is new in the debates`,
  says: (author: string, verb: string, incident: string): string => `${author} ${verb}: ${incident}`,
  withdrawn: "withdrew a statement",
  writes: (author: string, debate: string): string => `${author} on “${debate}”`,
};

export const embedWords = {
  anyone: "anyone",
  sourcesIn: (name: string): string => `sources in ${name}`,
  third: "third parties",
  verdicts: {
    holds: "Holds at the values used",
    fails: "Does not hold at the values used",
    unknown: "The record does not decide it",
  },
  condition: "It holds where",
  turnsOn: "It turns on",
  wouldChange: "What would change it",
  from: (title: string, version: string, day: string): string =>
    `Détente, ${title}, version ${version}, ledger of ${day}`,
  whole: "where this comes from",
  question: "What can be shown elsewhere?",
  lead: "Each of these is a page of its own that asks nothing of any place and runs nothing. Copy the line below it into another site’s page.",
  place: "Put the address of this copy in front of each address below.",
  counted: (title: string, by: string): string => `${title}, as counted by ${by}`,
  title: "Show this chart elsewhere",
  button: "Embed",
  how: "The picture itself, with its source and date, as a piece of a page. Paste it into your own: it asks nothing of this place, and stays as it is.",
  copy: "Copy the markup",
  copied: "Markup copied",
  kinds: { chart: "Charts", verdict: "Verdicts", claim: "Claims" } as Record<string, string>,
};

export type Published = {
  case: string;
  out: string;
  pages: number;
  files: number;
  bytes: number;
  changed: number;
  removed: number;
  leftOut: string[];
};

export const publishing = {
  working: (id: string): string => `Working out every page of ${id} …`,
  done({ case: id, out, pages, files, bytes, changed, removed, leftOut }: Published): string {
    const state =
      changed === 0 && removed === 0
        ? "nothing had changed"
        : `${number(changed)} written, ${number(removed)} taken away`;
    return [
      `The case ${id} stands in ${out}: ${counted(pages, "page")}, ${number(files)} files, ${(bytes / 1e6).toFixed(1)} MB; ${state}.`,
      "Any static host can serve the folder, under any path. Open index.html through a host: browsers run no pages from a disk.",
      ...(leftOut.length > 0 ? [`Left out, because some disks take them for others: ${leftOut.join(", ")}`] : []),
    ].join("\n");
  },
};
