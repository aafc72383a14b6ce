// The pages' own words, in English. Another language is another file of this shape.

import type { DateKind } from "../../ledger/incident.ts";
import { counted, number } from "./en.ts";

export const shell = {
  name: "Détente",
  skip: "Skip to the content",
  navigation: "Pages",
  incidents: "Incidents",
  models: "Models",
  sources: "Sources",
  brief: "Brief",
  search: "Search incidents",
  searchShort: "Search",
  theme: "Colours",
  themes: { system: "as the system", light: "light", dark: "dark" } as Record<string, string>,
  themeNow: (name: string): string => `Colours: ${name}. Change`,
  keys: "Keys",
  keysTitle: "Keys",
  keyRows: [
    ["/", "search the incidents"],
    ["?", "show or hide these keys"],
    ["Esc", "close what is open"],
    ["← →", "in a chart, go from year to year"],
    ["Home End", "in a chart, go to the first or last year"],
    ["Enter", "in a chart, open the year; on a number, what it rests on"],
    ["Tab", "go to the next number, link or field"],
  ] as [string, string][],
  keysSwitch: "Single-key shortcuts (/ and ?) are on",
  close: "Close",
  rail: "The case and how it is read",
  footer: "Each number opens what it rests on. The code is under MIT, the case’s own text under CC BY 4.0.",
  loading: "Loading …",
  newView: "The page was updated.",
};

export const rail = {
  case: "Case",
  readFrom: "Read from",
  asof: "As known on",
  asofHint: "Leave empty for all that is on record",
  asofClear: "Clear",
  asofNow: "all on record",
  by: "As counted by",
  everyone: "everyone",
  sourcesIn: (name: string): string => `sources in ${name}`,
  third: "third parties",
  dates: "Years by",
  dateKinds: {
    first: "first date on record",
    happened: "start of the operation",
    disclosed: "disclosure",
    attributed: "first attribution",
  } satisfies Record<DateKind, string> as Record<DateKind, string>,
  summary: (by: string, dates: string, asof: string): string => `${by} · ${dates} · ${asof}`,
};

export const faults = {
  gone: "The workbench does not answer",
  goneWhat: "The page could not reach the program that serves it. It may have been stopped.",
  goneDo:
    "Start it again with “npm start” in its folder, then press “Try again”. Nothing was lost: the address of this page holds your view.",
  notFound: "There is no such page",
  notFoundWhat: (path: string): string =>
    `Nothing stands at ${path}. It may be a slip in the address, or a link from another version.`,
  notFoundDo: "These pages exist:",
  refusedInput: "The address could not be read",
  refusedInputDo: "Correct the address, or start again without its filters. Nothing was lost.",
  inside: "Something went wrong inside the workbench",
  insideDo: "Its log says what. Nothing was lost; try again, or go back.",
  drawing: "This page could not be drawn",
  drawingDo: "Reload it. If that does not help, the brief as plain HTML holds the same numbers.",
  retry: "Try again",
  start: "Start without filters",
  plainBrief: "The brief as plain HTML",
};

export const dyad = {
  nav: "Overview",
  question: "How much does each side do to the other, as far as anyone says so, and how much is hidden?",
  noEstimate: "No estimate.",
  year: "Year",
  title: (first: string, second: string): string => `${first} and ${second}`,
  questionOf: (index: number): string => `Question ${index}`,
  confidence: "Confidence",
  count: "Count",
  onRecord: "On record, in both directions",
  rows: {
    incidents: "Incidents",
    statements: "Statements that accuse",
    denials: "Statements that deny or doubt",
    contested: "Incidents contested",
    profiles: "Actors’ profiles among them",
    unchecked: "Incidents not yet checked",
    undated: "Incidents without such a date",
    averaged: "About, unlisted ones included",
    hidden: "No fewer than, if some are harder to see",
    bySide: "Incidents, by who says so",
    byList: "Incidents, by list",
  },
  refusedCell: "no estimate",
  parity: "Are the two directions equal?",
  parityWords: (from: string, to: string): string =>
    `How many times as many incidents ${from} → ${to} as the other way round, by who counts. Each interval is exact, given the counts.`,
  hiddenTitle: "How many stand on no list?",
  totalValue: "about",
  totalInterval: (level: number, lower: string, upper: string): string =>
    `${level}%: ${lower} to ${upper}, those on the lists included`,
  hiddenValue: "at least about",
  hiddenBeside: "If some incidents are harder for every list to see than others, there are more: at least about",
  hiddenOf: (from: string, to: string): string => `${from} → ${to}`,
  hiddenInterval: (level: number, lower: string, upper: string): string =>
    `${level}% interval of this lower bound: ${lower} to ${upper}`,
  hiddenFewLists: (lists: number, value: string): string =>
    `In the form of that bound for ${number(lists)} lists: at least about ${value}.`,
  provided: "Provided that",
  actsTitle: "Acts that bear on cyber operations",
  actsShow: (count: number): string => `Show all ${number(count)} acts`,
  actsFewer: "Show the latest only",
  actsFilter: "Show",
  actsAll: "all",
  actsCooperative: "cooperative",
  actsAdverse: "adverse",
  actsNone: "No act of this kind was on record then. Take the date or the filter back.",
  together: "together",
  toNobody: "no one named",
  aroundTitle: "Before and after, by list",
  aroundColumns: [
    "List and its date",
    "Before",
    "After",
    "Rate after, as a multiple",
    "Chance of so few after, had nothing changed",
  ] as string[],
  aroundColumnsShort: ["List and its date", "Before", "After", "Rate after", "p"] as string[],
  aroundDates: { happened: "starts", disclosed: "disclosures" } as Record<string, string>,
  withoutProfiles: "without profiles",
  restsOn: "What this rests on",
  next: "Next",
  nextIncidents: "Read the incidents themselves",
  notChecked: "from general knowledge, not checked",
  yearOf: (year: number): string => `In ${year}`,
  openYear: "Open the incidents of this year",
  readoutHint: "Point at a year, or use the arrow keys, to read it; Enter or a click opens it.",
  readoutActs: (count: number, first: string | null): string =>
    `${counted(count, "act")}${first === null ? "" : `: ${first}${count > 1 ? " …" : ""}`}`,
};

export const rests = {
  counts:
    "A count of accusations is not a count of operations. An incident counts in a direction when at least one statement, by anyone, accuses that state of acting against the other.",
  sides:
    "“As counted by” keeps the incidents that at least one source of that side asserts. A source’s side is the state it belongs to; a list’s side is that of its publisher.",
  covered: (lists: string[]): string =>
    `${lists.join("; ")}. Outside these years a list says nothing: the years that none covers are hatched and are never zero.`,
  unlike:
    "Incidents that only this case’s own collection holds have no sampling rule behind them; nothing is estimated from them.",
  change:
    "What would change it: a list of one side’s own making, with a rule, that covers both directions; a denial withdrawn or proved; a better link between two rows that were taken for two incidents.",
  late: "Recent years are reported late. No correction for that is made in the yearly counts.",
  acts: "Acts are gathered by hand and coded by PLOVER. Their number says how much was noticed, not how much was done.",
};

export const incidents = {
  question: "Who is said to have done what, and by whom?",
  found: (count: number): string => counted(count, "incident"),
  filters: "Filters",
  filtersOn: (count: number): string => (count === 0 ? "Filters" : `Filters (${count} on)`),
  clear: "Clear all filters",
  remove: (name: string): string => `Remove the filter ${name}`,
  more: (count: number): string => `${count} more`,
  fewer: "Fewer",
  since: "From year",
  until: "To year",
  searchLabel: "Words in titles, names and actors",
  csv: "CSV",
  json: "JSON",
  download: "This selection as",
  date: "Date",
  incident: "Incident",
  direction: "Who → whom",
  said: "Says so / denies",
  lists: "Lists",
  counts: (asserting: number, denying: number): string =>
    `${number(asserting)} ${asserting === 1 ? "says" : "say"} so, ${denying === 0 ? "none denies" : `${number(denying)} ${denying === 1 ? "denies or doubts" : "deny or doubt"}`}`,
  emptyTitle: "No incident passes all these filters",
  emptyDo:
    "Take away one filter at a time; the count beside each value says what it would leave. Nothing is hidden elsewhere: what is not here is not on record in this case.",
  page: (page: number, pages: number): string => `Page ${page} of ${pages}`,
  previous: "Earlier page",
  next: "Next page",
  pagination: "Pages of the list",
  undated: "no date",
  contested: "contested",
  profile: "profile",
  unchecked: "not checked",
};

export const incident = {
  kicker: "Incident",
  who: "Who says whom",
  whoWords:
    "Each row is an author, each column a state that is named. A filled mark accuses, an open one denies. Nothing is merged away: each mark is a statement below.",
  author: "Author",
  nobody: "no state named",
  dates: "Three dates",
  dateRows: { happened: "Happened", disclosed: "Disclosed", attributed: "Accused first named" } as Record<
    string,
    string
  >,
  dateNone: "not given by anyone",
  statements: "Statements",
  said: (when: string): string => `said ${when}`,
  saidNever: "date of saying not given",
  rests: "Rests on",
  confidence: "Confidence, in the author’s word",
  grade: "Grade",
  gradeWords: (source: string, claim: string): string => `${source}; claim ${claim}`,
  accused: "Accused",
  victims: "Acted against",
  what: "What",
  speaksOf: "Speaks of",
  scores: "Scores",
  listed: "Listed as",
  listedAs: (list: string, id: string): string => `${list}, no. ${id}`,
  linked: "Linked because",
  linkedBy: (kind: string, name: string): string =>
    `judged by ${kind === "rule" ? "a rule" : kind === "model" ? "a model" : "a person"}: ${name}`,
  answers: "Answers",
  read: "Read it",
  notes: "Notes",
  noRead: "no address on record",
  history: "History of records",
  historyWords:
    "Each change is a record that holds the hash of the one before it. Nothing is removed; what is taken back is marked.",
  historyColumns: ["No.", "When", "What", "Of", "Hash"] as string[],
  historyShow: (count: number): string => `Show ${counted(count, "record")}`,
  withdrawn: "withdrawn",
  back: "All incidents",
  downloads: "This incident as",
  missing: "There is no such incident",
  missingDo: "It may have another name, or it was not on record on the day in the address.",
  none: "No statement stood on record on that day.",
  quote: "In its own words",
};

export const sources = {
  question: "Where do the numbers come from, and where are they blank?",
  answer: (lists: number): string =>
    `${counted(lists, "list")} and this case’s own collection. Each has a window, a rule for what it takes up, and a publisher who stands somewhere; outside its window it says nothing, and that is never zero.`,
  used: "In use in this case",
  unused: "Known to the workbench, not in use here",
  rule: "Takes up",
  directions: "Directions",
  publisher: "Publisher",
  licence: "Licence",
  frozen: "Frozen",
  notFrozen: "still changes, or not known",
  window: "Covers",
  rows: "Rows that accuse",
  statements: "Statements that accuse",
  page: "How it is read",
  pageOf: "columns, codes and known faults",
  site: "Publisher’s page",
  notStated: "not stated",
  nextBrief: "Take the answers along as a printed brief",
  unknownWindow: "window not known",
  collection: "This case’s own collection",
};

export const methods = {
  nav: "Methods",
  question: "How is each number made, and when is there none?",
  lead: "Each method says what it assumes, when it refuses and how it was checked; each source says what is wrong with it.",
  shelves: {
    methods: "Methods",
    models: "Models",
    sources: "Sources",
    ledger: "The ledger and the program",
    decisions: "Decisions",
  } as Record<string, string>,
};

export const brief = {
  kicker: "The brief",
  pdf: "PDF",
  html: "Plain HTML",
  json: "JSON",
  print: "Print",
  take: "Take it with you:",
  notes: "Notes",
  sources: "Sources",
  noEstimate: (because: string): string => `no estimate. ${because}`,
  version: "Case version",
  hash: "Content",
  printed: "Read on",
  directions: "Both directions",
  around: "Before and after September 2015",
  footer: "A count of accusations is not a count of operations.",
};

export const foot = {
  drawn: "Drawn",
  sources: "Sources",
  asof: (day: string | null): string => (day === null ? "all on record" : `as known on ${day}`),
  licence: "CC BY 4.0",
  copy: "Copy link",
  copied: "Link copied",
  copyFailed: "The browser refused; the link stands in the address line",
  cite: "Cite",
  download: (what: string): string => `Save ${what}`,
  table: "Show as a table",
  actions: "About this chart",
};

export const cite = {
  title: "Cite this view",
  plain: "As a sentence",
  bibtex: "BibTeX",
  copy: "Copy",
  copied: "Copied",
};
