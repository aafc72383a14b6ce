// What the checker says, on its page and as a file of its own, in English.

import { certificates } from "./en-models.ts";

export const checker = {
  title: "Is this certificate right?",
  lead: "Drop a certificate here, or paste it. Every row is computed again from the game itself, in exact fractions, by code that shares nothing with what wrote it. Nothing leaves this page.",
  drop: "Drop a file here",
  choose: "Choose a file",
  paste: "Or paste the certificate’s text",
  check: "Check",
  working: "Checking …",
  tooLarge: (megabytes: number): string =>
    `The file is larger than ${megabytes} MB. No certificate of the workbench is: nothing was read.`,
  unreadable: "This is no certificate",
  unreadableDo:
    "Nothing was lost. A certificate is the JSON that a model’s page saves, or that `detente models solve NAME --json` prints.",
  overdue: "The check took longer than 20 seconds and was stopped. The certificate is neither right nor wrong by this.",
  alone: "Save this checker as one file that needs no server",
  standAlone: "This file is all there is: it loads nothing, sends nothing, and works without a network.",
  notJson: "The text is no JSON document.",
};

export const shown: typeof certificates = certificates;

/** Past this a file is not read. */
export const LARGEST_MEGABYTES = 4;
