// One record of the CFR tracker: a publicly known operation that a state is held to have sponsored, by the day it was
// disclosed. There is no number: the 1-based record number of the file stands for one.

import { InputError } from "../../values/errors.ts";
import type { Effect, Sector } from "../../values/statement.ts";
import type { When } from "../../values/when.ts";
import { textOf } from "../cell-text.ts";
import type { Notes, Rejection, Row } from "../importer.ts";
import { dayFromUsDate } from "../list-date.ts";
import type { ListedRecord } from "../listed-record.ts";
import { allAddresses } from "../web-address.ts";
import { actorNames, isProfile } from "./cfr-actor.ts";
import { cfrCategories, cfrColumns, cfrTypes, hasLostLetters, untangleCells, type CfrCells } from "./cfr-cells.ts";
import { sponsorStates, victimNames, victimStates } from "./cfr-states.ts";

export type CfrRow = ListedRecord & {
  types: string[];
  categories: string[];
  /** "Denouncement", "Sanctions", …; "" where nobody answered. */
  response: string;
  affiliations: string;
  /** The victims and the sponsor as the tracker writes them. */
  victimText: string;
  sponsorText: string;
  otherSponsors: string[];
};

export type CfrRelease = {
  source: string;
  /** By title: values that another vintage has and this one lost. Applied only where the old value is there. */
  corrections: readonly { title: string; field: keyof CfrCells; old: string; now: string; because: string }[];
  /** By title and date: what is known to be doubtful and stays as it is. */
  doubts: readonly { title: string; date: string; field: string; because: string }[];
};

const effectsByType: Readonly<Record<string, Effect>> = {
  Espionage: "espionage",
  Sabotage: "degradation",
  "Denial of service": "disruption",
  "Data destruction": "destruction",
  "Financial Theft": "financial-theft",
  Defacement: "defacement",
  Doxing: "doxing",
};
const sectorByCategory: Readonly<Record<string, Sector>> = {
  Government: "government",
  Military: "military",
  "Private sector": "commerce",
  "Civil society": "civil-society",
};

export function parseCfr(row: Row, notes: Notes, release: CfrRelease): CfrRow | Rejection {
  const cells = corrected(untangleCells(row, notes), notes, release);
  const title = textOf(cells.Title);
  if (title === "") return { field: "Title", because: "expected a title, got an empty cell" };
  refuseRewrittenCopy(title, cells);
  const types = words(cells.Type, cfrTypes);
  const categories = words(cells.Category, cfrCategories);
  if (!types) return { field: "Type", because: `expected a type of the tracker, got "${cells.Type.slice(0, 60)}"` };
  if (!categories) return { field: "Category", because: `expected a category, got "${cells.Category.slice(0, 60)}"` };
  const disclosed = readDisclosed(cells.Date, notes);
  noteDoubts(cells, notes);
  const known = release.doubts.filter((doubt) => doubt.title === title && doubt.date === cells.Date);
  for (const { field, because } of known) notes.flag(field, because);
  const sponsors = sponsorStates(cells.Sponsor);
  const description = textOf(cells.Description);
  const profile = isProfile(title, description);
  if (profile) notes.flag("Title", "the profile of an actor, no single incident");
  const [response = ""] = cells.Response.split(/\s{2,}/);
  return {
    source: release.source,
    id: String(notes.row),
    title,
    description,
    start: null,
    end: null,
    disclosed,
    attributed: null,
    initiators: sponsors.states,
    targets: victimStates(cells.Victims),
    actors: [...new Set([...(profile ? [title] : []), ...actorNames(cells.Affiliations)])],
    victims: victimNames(cells.Victims),
    effects: types.length > 0 ? types.map((type) => effectsByType[type]!) : ["unknown"],
    sectors: categories.length > 0 ? categories.map((category) => sectorByCategory[category]!) : ["unknown"],
    urls: allAddresses([cells.Sources_1, cells.Sources_2, cells.Sources_3, cells.Response]),
    scores: [],
    profile,
    types,
    categories,
    response: response.trim(),
    affiliations: textOf(cells.Affiliations),
    victimText: textOf(cells.Victims),
    sponsorText: textOf(cells.Sponsor),
    otherSponsors: sponsors.others,
  };
}

function corrected(cells: CfrCells, notes: Notes, { corrections }: CfrRelease): CfrCells {
  const apt = corrections.filter(({ title, field, old }) => cells.Title === title && cells[field] === old);
  for (const { field, because, old, now } of apt) notes.repair(field, because, old, now);
  return { ...cells, ...Object.fromEntries(apt.map(({ field, now }) => [field, now])) };
}

/** A copy in circulation has other sponsors in most rows; this record tells it from the tracker's own export. */
function refuseRewrittenCopy(title: string, cells: CfrCells): void {
  if (title !== "Compromise of Chinese government computers" || cells.Date !== "10/23/2007") return;
  if (cells.Sponsor.includes("Taiwan")) return;
  throw new InputError(
    "Sponsor",
    'the tracker\'s own export, whose record of 10/23/2007 has "Taiwan, United States"',
    cells.Sponsor,
  );
}

/** The items of a list, or null where one is not in the tracker's vocabulary. */
function words(cell: string, vocabulary: readonly string[]): string[] | null {
  const items = cell.split(",").map((item) => item.trim());
  const named = [...new Set(items.filter((item) => item !== ""))];
  return named.every((item) => vocabulary.includes(item)) ? named : null;
}

function readDisclosed(cell: string, notes: Notes): When | null {
  const text = textOf(cell);
  const day = dayFromUsDate(text);
  if (day) return day as string as When;
  if (text === "") notes.flag("Date", "no date: the record has no place on a time line");
  else notes.repair("Date", "no date can be read here; the day of disclosure is unknown", text, "");
  return null;
}

function noteDoubts(cells: CfrCells, notes: Notes): void {
  const texts = ["Title", "Affiliations", "Description", "Victims"] as const;
  const damaged = texts.filter((name) => hasLostLetters(cells[name]));
  if (damaged.length > 0) notes.flag(damaged[0]!, `letters outside ASCII were lost as "?" in ${damaged.join(", ")}`);
  if (cells.Sponsor === "") notes.flag("Sponsor", "no sponsor is named");
  if (cells.Victims === "") notes.flag("Victims", "no victim is named");
}

export const cfrColumnsNeeded: readonly string[] = cfrColumns;
