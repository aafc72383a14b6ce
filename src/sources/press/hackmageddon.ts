// The Hackmageddon timelines: what did the press report of cyber attacks, month by month? Most of it is crime. There
// are no numbers; the 1-based record number of the file stands for one.

import type { StateCode } from "../../values/state.ts";
import type { Effect, Sector, Statement } from "../../values/statement.ts";
import { distinct, summaryOf, textOf } from "../cell-text.ts";
import type { Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { dayFromIso } from "../list-date.ts";
import { happenedOf, type ListedRecord } from "../listed-record.ts";
import { stateFromIso2, stateSpelled, statesNamedIn } from "../state-spelling.ts";
import { addressesIn } from "../web-address.ts";
import { readOccurred } from "./hackmageddon-date.ts";

const SOURCE = "hackmageddon-2020-2022";

const effectsByAttack: readonly (readonly [pattern: RegExp, effect: Effect])[] = [
  [/ddos/i, "disruption"],
  [/defacement/i, "defacement"],
  [/fake social|fake website/i, "influence"],
  [/account|credential|password|brute|vulnerab|injection|sqli|hijacking|targeted/i, "intrusion"],
  [/misconfiguration/i, "data-theft"],
];

const sectorByClass: readonly (readonly [pattern: RegExp, sector: Sector])[] = [
  [/public admin|extraterritorial/i, "government"],
  [/health/i, "health"],
  [/education/i, "academia"],
  [/financ|fintech/i, "finance"],
  [/manufacturing/i, "manufacturing"],
  [/electricity|gas/i, "energy"],
  [/water/i, "water"],
  [/transport/i, "transport"],
  [/information and communication/i, "information-technology"],
  [/wholesale|accommodation|real estate|administrati/i, "commerce"],
  [/professional/i, "commerce"],
  [/individual/i, "civil-society"],
  [/arts|other service|multiple/i, "other"],
];

export const hackmageddon: Importer = {
  name: SOURCE,
  title: "Hackmageddon timelines, January 2020 to January 2022",
  publisher: "Paolo Passeri, Hackmageddon",
  licence: "not stated; see the publisher's page",
  url: "https://www.hackmageddon.com/",
  references: [],
  coverage: {
    from: 2020,
    to: 2022,
    directions: "both, world-wide, as far as the press reports them",
    inclusion: "cyber attacks reported in the press; mostly crime, an author is named in a third",
    frozen: "2022-01",
  },
  layout: {
    format: "csv",
    columns: [
      "Date Reported",
      "Date Occurred",
      "Author",
      "Target",
      "Description",
      "Attack",
      "Target Class",
      "Attack Class",
      "Country",
      "Link",
    ],
  },
  readRow(row, notes) {
    const record = parseHackmageddon(row, notes);
    return "because" in record ? record : ({ record, statements: [toStatement(record, row)] } satisfies Yield);
  },
};

export function parseHackmageddon(row: Row, notes: Notes): ListedRecord | Rejection {
  const disclosed = dayFromIso(row["Date Reported"]);
  const description = textOf(row["Description"]);
  const target = said(row["Target"]);
  if (!disclosed) return { field: "Date Reported", because: `expected a date, got "${textOf(row["Date Reported"])}"` };
  if (description === "") return { field: "Description", because: "expected a description, got an empty cell" };
  const written = textOf(row["Date Occurred"]);
  const occurred = readOccurred(written);
  if (occurred === undefined)
    notes.repair("Date Occurred", "no date can be read here; the start is unknown", written, "");
  const [start = null, end = null] = (occurred ?? "").split("/").filter((part) => part !== "" && part !== "..");
  const attack = said(row["Attack"]);
  const effect = effectsByAttack.find(([pattern]) => pattern.test(attack))?.[1] ?? "unknown";
  const espionage: Effect[] = textOf(row["Attack Class"]).includes("CE") ? ["espionage"] : [];
  const sector = sectorByClass.find(([pattern]) => pattern.test(textOf(row["Target Class"])))?.[1] ?? "unknown";
  const author = said(row["Author"]);
  return {
    source: SOURCE,
    id: String(notes.row),
    title: target === "" ? description.slice(0, 80) : target,
    description,
    start: start as ListedRecord["start"],
    end: (occurred?.includes("/") ? end : start) as ListedRecord["end"],
    disclosed: disclosed as string as ListedRecord["disclosed"],
    attributed: null,
    initiators: accusedStates(author),
    targets: readCountries(textOf(row["Country"]), notes),
    actors: actorNames(author),
    victims: distinct([target]),
    effects: effect === "unknown" && espionage.length > 0 ? espionage : distinct([...espionage, effect]),
    sectors: [sector],
    urls: addressesIn(textOf(row["Link"])).urls,
    scores: [],
    profile: false,
  };
}

function toStatement(record: ListedRecord, row: Row): Statement {
  const codes = {
    attack: said(row["Attack"]),
    attackClass: said(row["Attack Class"]),
    targetClass: said(row["Target Class"]),
    occurred: said(row["Date Occurred"]),
  };
  return {
    id: `${SOURCE}:${record.id}`,
    about: "incident",
    author: { name: { en: "Hackmageddon" }, kind: "researcher", side: "third" },
    said: record.disclosed,
    stance: "asserts",
    accused: { states: record.initiators, actors: record.actors },
    victims: { states: record.targets, names: record.victims },
    what: { effects: record.effects, sectors: record.sectors },
    happened: happenedOf(record),
    disclosed: record.disclosed,
    basis: "inference",
    ...(textOf(row["Author"]).endsWith("?") && record.actors.length + record.initiators.length > 0
      ? { confidence: "?" }
      : {}),
    grade: { source: "C", claim: 6 },
    summary: { en: summaryOf(record.title, record.description) },
    read: record.urls.map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: SOURCE, id: record.id }],
    codes: Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== "")),
  };
}

function said(cell: unknown): string {
  const text = textOf(cell).replace(/\s+/g, " ");
  return ["null", "-", "?", "=", ">1"].includes(text) ? "" : text;
}

/** "China", "Russia?", "Hafnium (Chinese APT)"; not "DragonForce Malaysia", which is a group's name. */
function accusedStates(author: string): StateCode[] {
  const alone = stateSpelled(author.replace(/\?+$/, ""));
  if (alone) return [alone];
  return /\b(?:APT|state|government|intelligence|military)\b/i.test(author) ? statesNamedIn(author) : [];
}

function actorNames(author: string): string[] {
  const names = author
    .replace(/\?+$/, "")
    .replace(/\([^()]*\b(?:APT|state|government)\b[^()]*\)/gi, "")
    .split(/\bAKA\b|[(),/]/i)
    .map((name) => name.trim());
  return distinct(names.filter((name) => stateSpelled(name) === null && !/^multiple\b/i.test(name)));
}

function readCountries(cell: string, notes: Notes): StateCode[] {
  const codes = cell.split(/[\s,/]+/).filter((code) => !["", ">1", ">", "-", "null"].includes(code));
  const states = codes.map(stateFromIso2);
  const unread = codes.filter((_, index) => states[index] === null);
  if (unread.length > 0) notes.flag("Country", `no country: "${unread.join(" ")}"`);
  return distinct(states.filter((state) => state !== null));
}
