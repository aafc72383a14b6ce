// A copy of CISSM's Cyber Events Database without its columns of countries: what happened to whom, by industry. It
// seems to hold no rows of states: do not count states with it.

import type { Effect, Sector, Statement } from "../../values/statement.ts";
import type { When } from "../../values/when.ts";
import { dayOf } from "../../values/day.ts";
import { distinct, numberOf, summaryOf, textOf } from "../cell-text.ts";
import type { Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import type { ListedRecord } from "../listed-record.ts";
import { addressesIn } from "../web-address.ts";
import { decodeTwice } from "./decode-twice.ts";

const SOURCE = "cissm-copy-2023";

const effectsBySubtype: readonly (readonly [part: string, effect: Effect])[] = [
  ["Denial of Service", "disruption"],
  ["Message Manipulation", "defacement"],
  ["Data Attack", "destruction"],
  ["Physical Attack", "destruction"],
  ["Exploitation", "intrusion"],
];

const sectorByIndustry: readonly (readonly [start: string, sector: Sector])[] = [
  ["Public Administration", "government"],
  ["Health", "health"],
  ["Educational", "academia"],
  ["Information", "information-technology"],
  ["Finance", "finance"],
  ["Manufacturing", "manufacturing"],
  ["Transportation", "transport"],
  ["Utilities", "energy"],
  ["Mining", "energy"],
  ["Agriculture", "food"],
  ["Undetermined", "unknown"],
];

export const cissm: Importer = {
  name: SOURCE,
  title: "CISSM Cyber Events Database, a copy without countries",
  publisher: "Center for International and Security Studies at Maryland",
  licence: "not stated; the publisher asks for a registration",
  url: "https://cissm.umd.edu/cyber-events-database",
  references: [],
  coverage: {
    from: 2014,
    to: 2023,
    directions: "none: the copy names no states",
    inclusion: "publicly reported cyber events; rows of states seem to be missing",
    frozen: "2023-09",
  },
  layout: {
    format: "csv",
    columns: [
      "event_description",
      "actor",
      "actor_type",
      "event_type",
      "organization",
      "event_subtype",
      "motive",
      "event_source",
      "industry",
      "dnx_id",
      "year",
      "month",
      "day",
    ],
  },
  readRow: readEvent,
};

function readEvent(row: Row, notes: Notes): Yield | Rejection {
  const id = textOf(row["dnx_id"]);
  if (!/^[\w.-]{1,80}$/.test(id))
    return { field: "dnx_id", because: `expected an identifier, got "${id.slice(0, 40)}"` };
  const [year, month, day] = ["year", "month", "day"].map((field) => numberOf(row[field]) ?? 0) as [
    number,
    number,
    number,
  ];
  const date = dayOf(year, month, day);
  if (!date) return { field: "day", because: `expected a date, got ${year}-${month}-${day}` };
  const [description, organization, actor] = ["event_description", "organization", "actor"].map((field) =>
    mended(row, field, notes),
  ) as [string, string, string];
  if (description === "") return { field: "event_description", because: "expected a description, got an empty cell" };
  const subtype = textOf(row["event_subtype"]);
  const effects = distinct(effectsBySubtype.filter(([part]) => subtype.includes(part)).map(([, effect]) => effect));
  const industry = textOf(row["industry"]);
  const source = textOf(row["event_source"]);
  const when = date as string as When;
  const record: ListedRecord = {
    source: SOURCE,
    id,
    title: organization === "" ? description.slice(0, 80) : organization,
    description,
    start: when,
    end: when,
    disclosed: null,
    attributed: null,
    initiators: [],
    targets: [],
    actors: distinct([actor === "Undetermined" ? "" : actor]),
    victims: distinct([organization === "Undetermined" ? "" : organization]),
    effects: effects.length > 0 ? effects : ["unknown"],
    sectors: [sectorByIndustry.find(([start]) => industry.startsWith(start))?.[1] ?? "commerce"],
    urls: addressesIn(source).urls,
    scores: [],
    profile: false,
  };
  return {
    record,
    statements: [
      toStatement(record, {
        subtype,
        industry,
        source,
        motive: textOf(row["motive"]),
        type: textOf(row["event_type"]),
      }),
    ],
  };
}

function toStatement(record: ListedRecord, codes: Record<string, string>): Statement {
  return {
    id: `${SOURCE}:${record.id.toLowerCase()}`,
    about: "incident",
    author: {
      name: { en: "Center for International and Security Studies at Maryland" },
      kind: "dataset",
      side: "USA" as Statement["author"]["side"],
    },
    said: null,
    stance: "asserts",
    accused: { states: [], actors: record.actors },
    victims: { states: [], names: record.victims },
    what: { effects: record.effects, sectors: record.sectors },
    happened: record.start,
    disclosed: null,
    basis: "inference",
    grade: { source: "C", claim: 6 },
    summary: { en: summaryOf(record.title, record.description) },
    read: record.urls.map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: SOURCE, id: record.id }],
    codes: Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== "")),
  };
}

function mended(row: Row, field: string, notes: Notes): string {
  const written = textOf(row[field]);
  const text = decodeTwice(written);
  if (text !== written) notes.repair(field, "UTF-8 had been encoded twice", written, text);
  else if (/[ÃÂ][\u0080-\u00BF]|â€/.test(text)) notes.flag(field, "letters were lost in encoding");
  return text;
}
