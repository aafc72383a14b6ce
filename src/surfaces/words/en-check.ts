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

export const game = {
  title: "Which equilibria does this game have?",
  lead: "Drop or paste a two-player game as Gambit writes it (.nfg). All its equilibria are listed in exact fractions, here in the browser.",
  drop: "Drop a .nfg file here",
  choose: "Choose a file",
  paste: "Or write the game",
  solve: "Solve",
  working: "Solving …",
  unreadable: "This game cannot be read",
  unreadableDo: "Nothing was lost. The place is named above; the text stands below as it was sent.",
  overdue: "Listing all equilibria took longer than 20 seconds and was stopped. Try a game with fewer strategies.",
  found: (count: number, degenerate: boolean): string =>
    `${count} ${count === 1 ? "equilibrium" : "equilibria"}${degenerate ? ", the corners of sets of equilibria: the game is degenerate" : ""}.`,
  columns: (first: string, second: string): string[] => [
    "Equilibrium",
    first,
    second,
    `worth to ${first}`,
    `worth to ${second}`,
  ],
  pure: "pure",
  mixed: "mixed",
  payoffs: "The payoffs",
  subsets: "Any lottery over the equilibria of one set, taken for each player apart, is an equilibrium too:",
  subset: (numbers: readonly number[]): string => `equilibria ${numbers.map((one) => one + 1).join(", ")}`,
  save: "Save as .nfg for Gambit",
  stages: "Or take the stage game of an issue of the case:",
  bounds: "Games of up to about 12 strategies a side are listed within seconds; larger ones are stopped.",
  command: "On the command line: detente models game FILE",
  tooLarge: (megabytes: number): string => `The file is larger than ${megabytes} MB: nothing was read.`,
};
