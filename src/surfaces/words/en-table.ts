// What the pages of the table say, in English.

import type { Role } from "../../agreements/table/event.ts";
import { counted, list, significant } from "./en.ts";

export const roles: Record<Role, string> = { a: "Side A", b: "Side B", mediator: "Mediator" };

export const setting = {
  nav: "Table",
  question: "What could two sides agree on, if they sat down at a table?",
  lead: "Set a table, give each side and the mediator their own secret link, and negotiate clause by clause. What a side wants stays with it until it gives leave.",
  title: "What is negotiated",
  titleHint: "Everybody at the table sees this",
  usualTitle: "Understanding on cyber operations",
  issues: "Issues and options",
  issueName: (number: number): string => `Issue ${number}`,
  optionsOf: (number: number): string => `Options of issue ${number}, one a line`,
  remove: (name: string): string => `Remove ${name}`,
  removeShort: "Remove",
  add: "Add an issue",
  fromCase: "Take the case’s issues",
  fromFile: "Choose a GENIUS domain file",
  drop: "or drop it here",
  dropNow: "Let go to read it",
  caseOptions: ["Both restrain", "Both restrain for a year, then review", "Nothing is promised"] as string[],
  deadline: "Ends on (your local time); empty: no deadline",
  deadlineHint: "Decided by this workbench’s clock, not by anybody’s browser.",
  set: "Set the table",
  tooLarge: (issues: number, options: number): string =>
    `a domain of at most ${issues} issues with ${options} options each`,
};

export const links = {
  title: "Three links, shown once",
  warning:
    "Each link is a key to one seat. Send each to one person over a way that you trust. The workbench keeps only their fingerprints: a link that is lost cannot be shown again.",
  operator:
    "Whoever runs this workbench can read its files, and so what both sides enter. Run it on a machine that both trust.",
  reach:
    "This workbench answers on its own machine only. Somebody elsewhere reaches it through a tunnel, such as ssh -L, with the same port.",
  copy: "Copy",
  copied: "Copied",
  open: "Sit down here",
};

export const seat = {
  waiting: "Coming to the table …",
  noLink: "This address has no key",
  noLinkDo: "Open the whole link as it was given to you, the part after # included. Or set a table of your own.",
  wrong: "There is no such seat",
  wrongDo: "The link is not whole, or the table is not here. Ask whoever set the table. Nothing was changed.",
  youAre: (role: string): string => `You sit here as ${role}.`,
  own: "you",
  open: "Open, without a deadline.",
  until: (moment: string): string => `Open until ${moment}.`,
  agreed: "Agreed. The text below binds nobody until it is signed and published.",
  deadlinePassed: "The deadline passed without an agreement.",
  left: (who: string): string => `${who} left the table without an agreement.`,
  gone: "The workbench does not answer. What you see is the last that came; nothing was lost. Trying again …",
  updated: "The table changed.",
  make: "Set a table",
  leaveTable: "Leave the table",
  leaveSure: "Leave for good? The negotiation ends without an agreement, for both sides.",
  leaveYes: "Leave for good",
  leaveNo: "Stay",
};

export const text = {
  title: "The text so far",
  final: "The agreed text",
  clause: "Clause",
  says: "What stands",
  open: "open",
  reopen: "Open again",
  reopenOf: (name: string): string => `Open ${name} again`,
  confirm: "Confirm the whole text",
  confirmHint: "Nothing is agreed until both sides have confirmed the whole text.",
  confirmed: (who: string[]): string => (who.length === 0 ? "" : `Confirmed by ${list(who)}.`),
  save: "Save as JSON",
  print: "Print",
  settled: (count: number, of: number): string => `${count} of ${counted(of, "clause")} settled.`,
};

export const offers = {
  title: "Offers",
  none: "No offer stands yet.",
  make: "Make an offer",
  mediator: "Propose a text",
  replaces: "It replaces your last one. What you leave open stays open.",
  leaveOpen: "leave open",
  send: "Put it on the table",
  by: (who: string, id: number): string => `Offer ${id}, by ${who}`,
  acceptClause: "Take this clause",
  acceptClauseOf: (name: string, id: number): string => `Take ${name} of offer ${id}`,
  accept: "Take it whole",
  withdraw: "Withdraw it",
  takenBy: (who: string[]): string => `taken by ${list(who)}`,
  wholeTakenBy: (who: string[]): string => `Taken whole by ${list(who)}.`,
  earlier: (count: number): string => counted(count, "earlier offer"),
  stands: "stands",
  notAnyMore: "no longer stands",
};

export const said = {
  title: "What was said",
  none: "Nothing yet.",
  field: "Your argument",
  about: "About",
  whole: "the whole",
  send: "Say it",
};

export const wants = {
  title: "What you want",
  private: "Only you see this. A number, or a range such as 2–4 where you are not sure; ranges are kept as ranges.",
  weight: (issue: string): string => `How much ${issue} weighs`,
  weightShort: "Weight",
  value: (option: string, issue: string): string => `Value of “${option}” for ${issue}`,
  walkAway: "What you have without an agreement",
  walkAwayHint: "On the scale of the values, usually 0 to 1: an agreement worth less is worse than none.",
  save: "Keep it, for you alone",
  kept: "Kept.",
  bad: (field: string): string => `${field}: a number such as 0.5, or a range such as 0.3–0.6`,
  option: "Option",
  valueColumn: "Value to you",
};

export const leave = {
  title: "Who may see what you want",
  mediator: "The mediator may see it",
  mediatorHint: "Taken back at any time; what was read once cannot be unread.",
  other: (who: string): string => `${who} may see it`,
  otherHint: "Your walk-away value too. Then the frontier can be drawn for them.",
};

export const picture = {
  title: "What the offers are worth to you",
  both: "What could be had by both, and where the offers stand",
  needsYours: "Say what you want below, and the offers are weighed here.",
  needsBoth: "The frontier is drawn where you may see what both sides want.",
  mediatorNone: "No side has given you leave to see what it wants.",
  noOverlap: "No outcome gives both sides at least what they have without an agreement.",
  none: "No offer stands yet.",
  walkAway: "without agreement",
  frontier: "nothing left on the table",
  offer: (id: number): string => `offer ${id}`,
  fair: { nash: "Nash", kalaiSmorodinsky: "Kalai–Smorodinsky", egalitarian: "egalitarian", utilitarian: "utilitarian" },
  axis: (who: string): string => `worth to ${who}`,
  range: (lower: number, upper: number): string =>
    lower === upper ? significant(lower) : `${significant(lower)} to ${significant(upper)}`,
  worth: (shown: string): string => `Worth to you: ${shown}.`,
  better: "Better than no agreement, whatever lies within your ranges.",
  worse: "Worse than no agreement, whatever lies within your ranges.",
  unsure: "Within your ranges it may be better or worse than no agreement.",
  described: (count: number): string => `${counted(count, "point")} on the frontier, at the middles of all ranges`,
  thinned: "The frontier was too long to draw whole and was thinned.",
  columns: ["Point", "Outcome"] as string[],
};
