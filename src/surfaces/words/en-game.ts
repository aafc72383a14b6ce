// What the page about any game says, in English.

import { significant } from "./en.ts";

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const game = {
  title: "Which equilibria does this game have?",
  lead: "Drop or paste a game as Gambit writes it: in strategic form (.nfg), or as a tree with chance and hidden moves (.efg). It is read and solved here in the browser, in exact fractions.",
  drop: "Drop a .nfg or .efg file here",
  choose: "Choose a file",
  paste: "Or write the game",
  solve: "Solve",
  working: "Solving …",
  unreadable: "This game cannot be read",
  unreadableDo: "Nothing was lost. The place is named above; the text stands in the field as it was sent.",
  overdue: "Solving took longer than 20 seconds and was stopped. Try a game with fewer strategies.",
  stages: "Or take the stage game of an issue of the case:",
  bounds:
    "All equilibria of two players with up to about 12 strategies a side are listed within seconds. Larger games, and games of more than two players, keep the answers that can still be given.",
  command: "detente models game FILE --logit 1",
  onCommandLine: "On the command line:",
  tooLarge: (megabytes: number): string => `The file is larger than ${megabytes} MB: nothing was read.`,
  longAddress: "This game is too long to stand in the page’s address: share its file.",
  about: (players: readonly string[], strategies: readonly number[], nodes: number | null): string =>
    `${nodes === null ? "In strategic form" : `A tree of ${counted(nodes, "node", "nodes")}, solved in its reduced strategic form`}: ${players
      .map((player, i) => `${player} with ${counted(strategies[i] ?? 0, "strategy", "strategies")}`)
      .join(", ")}.`,
  answers: "Each solver’s answer",
  payoffs: "The payoffs",
  tooManyCells: "The table is too large to show; the file holds it.",
  pureTitle: "In pure strategies",
  pureFound: (count: number): string =>
    count === 0
      ? "No profile of pure strategies is an equilibrium."
      : `${counted(count, "profile", "profiles")} of pure strategies from which nobody gains by moving alone.`,
  allTitle: "All equilibria",
  allFound: (count: number, degenerate: boolean): string =>
    `${counted(count, "equilibrium", "equilibria")}${degenerate ? (count === 1 ? "; the game is degenerate" : ", the corners of sets of equilibria: the game is degenerate") : ""}.`,
  allNotTwo: "All equilibria are listed for games of two players only.",
  allTooMany: "This game is too large to list all its equilibria.",
  logitTitle: "Quantal response",
  lambda: "How sharply each player answers payoffs (λ, per unit of payoff; 0 is play at random)",
  logitLead: (lambda: number): string =>
    `Each player takes a strategy in proportion to exp(λ × its payoff), λ = ${significant(lambda)}, on the branch that begins with play at random (McKelvey and Palfrey 1995).`,
  logitNone: "This game is too large, or its payoffs too far apart, for the branch to be followed.",
  logitNotReached: "The branch that begins with play at random was not followed as far as this λ.",
  repeatedTitle: "If it is played again and again",
  repeatedLead: (delta: number): string =>
    `Payoffs that can last with pure plans and public lotteries where everything is seen, and the next period weighs ${significant(delta)} (Abreu and Sannikov 2014). The corners of the set:`,
  repeatedEmpty: "No pure plan of both is an equilibrium.",
  repeatedNotTwo: "The set is computed for games of two players, and only for small ones.",
  repeatedIssue: "Seen through alarms, and with payments: the model REPEAT at this issue",
  corner: "Corner",
  columns: (players: readonly string[]): string[] => [
    "Equilibrium",
    ...players,
    ...players.map((p) => `worth to ${p}`),
  ],
  worthTo: (player: string): string => `worth to ${player}`,
  pure: "pure",
  mixed: "mixed",
  subsets: "Any lottery over the equilibria of one set, taken for each player apart, is an equilibrium too:",
  subset: (numbers: readonly number[]): string => `equilibria ${numbers.map((one) => one + 1).join(", ")}`,
  cut: (left: number): string => `${left} more are in the command’s answer.`,
  save: "Save as .nfg for Gambit",
  saveTree: "Save as .efg for Gambit",
};
