// Two clusters of the MISP galaxy, as alias registers: threat-actor, gathered by the MISP community, and 360net, the
// actors as the Chinese firm 360 names them. An alias is no key: 27 of them name more than one actor.

import type { StateCode } from "../../values/state.ts";
import type { Author, Statement } from "../../values/statement.ts";
import { hasHan } from "../../values/text.ts";
import { distinct, textOf } from "../cell-text.ts";
import type { Alias, Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { stateFromIso2, statesAmong } from "../state-spelling.ts";
import { allAddresses } from "../web-address.ts";

type Register = {
  name: string;
  /** What the cluster calls itself. */
  type: string;
  title: string;
  url: string;
  publisher: string;
  saidBy: string;
  author: Author;
  inclusion: string;
  version: string;
  stateOf(country: string): StateCode | null;
};

const FOLDER = "https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters";

export const mispThreatActor: Importer = register({
  name: "misp-threat-actor",
  type: "threat-actor",
  title: "MISP galaxy, threat actors",
  url: `${FOLDER}/threat-actor.json`,
  publisher: "MISP Project",
  saidBy: "MISP galaxy",
  author: { name: { en: "MISP galaxy" }, kind: "dataset", side: "third" },
  inclusion: "groups named in public reports, gathered by the MISP community",
  version: "349",
  stateOf: stateFromIso2,
});

// 360 writes places in its own words; these name one state, the others a region.
const PLACES: Readonly<Record<string, string>> = {
  america: "USA",
  vietnam: "VNM",
  india: "IND",
  korea: "PRK",
  southKorea: "KOR",
  taiwan: "TWN",
  russia: "RUS",
  Ukraine: "UKR",
  Iran: "IRN",
  Israel: "ISR",
  algeria: "DZA",
  kaz: "KAZ",
};

export const misp360net: Importer = register({
  name: "misp-360net",
  type: "360net-threat-actor",
  title: "MISP galaxy, actors as named by 360",
  url: `${FOLDER}/360net.json`,
  publisher: "MISP Project, after 360 (apt.360.net)",
  saidBy: "360",
  author: { name: { en: "360", zh: "360公司" }, kind: "firm", side: "CHN" as StateCode },
  inclusion: "groups that the Chinese firm 360 publishes",
  version: "6",
  stateOf: (place) => ((Object.hasOwn(PLACES, place) ? PLACES[place] : undefined) ?? null) as StateCode | null,
});

function register(about: Register): Importer {
  return {
    name: about.name,
    title: about.title,
    publisher: about.publisher,
    licence: "CC0 1.0 or 2-clause BSD",
    url: about.url,
    references: [],
    coverage: {
      from: 2000,
      to: null,
      directions: "both",
      inclusion: about.inclusion,
      frozen: `version ${about.version}`,
    },
    layout: { format: "json", columns: [], rows: "values", type: about.type },
    readRow: (row, notes) => readActor(row, notes, about),
  };
}

function readActor(row: Row, notes: Notes, about: Register): Yield | Rejection {
  const value = textOf(row["value"]);
  const uuid = textOf(row["uuid"]).toLowerCase();
  if (value === "") return { field: "value", because: "expected a name, got nothing" };
  if (!/^[0-9a-f-]{36}$/.test(uuid)) return { field: "uuid", because: `expected a UUID, got "${uuid.slice(0, 40)}"` };
  const meta = (typeof row["meta"] === "object" && row["meta"] !== null ? row["meta"] : {}) as Row;
  const place = textOf(meta["country"]);
  const state = place === "" ? null : about.stateOf(place);
  if (place !== "" && state === null) notes.flag("meta.country", `no state: "${place}"`);
  const read = allAddresses(textsOf(meta["refs"]));
  // 360's values hold its name and its number: "CIA - APT-C-39".
  const own = about.saidBy === "360" ? value.split(" - ").map((name) => name.trim()) : [value];
  const names = distinct([...own, ...textsOf(meta["synonyms"])]);
  const givers = nameGivers(meta);
  const aliases: Alias[] = names.map((alias) => ({
    actor: value,
    alias,
    saidBy: givers.get(alias) ?? about.saidBy,
    states: state ? [state] : [],
    read,
  }));
  return { aliases, statements: [profileOf(row, meta, { value, uuid, names, state, read }, about)] };
}

/** "APT1:da5cdcd1-…": an organisation of MISP's own list gave the name. */
function nameGivers(meta: Row): Map<string, string> {
  const pairs = textsOf(meta["name-attribution"]).flatMap((text) => {
    const found = /^(.+):([0-9a-f-]{36})$/.exec(text);
    return found ? [[found[1]!, `MISP galaxy, organisation ${found[2]}`] as const] : [];
  });
  return new Map(pairs);
}

type Actor = { value: string; uuid: string; names: string[]; state: StateCode | null; read: string[] };

function profileOf(row: Row, meta: Row, { value, uuid, names, state, read }: Actor, about: Register): Statement {
  const description = textOf(row["description"]);
  const suspected = [...textsOf(meta["cfr-suspected-victims"]), ...textsOf(meta["suspected-victims"])];
  const victims = statesAmong(suspected.map((name) => (name === "中国" ? "China" : name)));
  const confidence = textOf(meta["attribution-confidence"]);
  const english =
    description === "" || hasHan(description) ? `${about.saidBy} lists ${value} as an actor` : description;
  return {
    id: `${about.name}:${uuid}`,
    about: "profile",
    author: about.author,
    said: null,
    stance: "asserts",
    accused: { states: state ? [state] : [], actors: names },
    victims: { states: victims.states, names: victims.others },
    what: {
      effects: textsOf(meta["cfr-type-of-incident"]).includes("Espionage") ? ["espionage"] : ["unknown"],
      sectors: ["unknown"],
    },
    happened: null,
    disclosed: null,
    basis: about.author.kind === "firm" ? "technical" : "inference",
    ...(confidence === "" ? {} : { confidence }),
    grade: { source: "C", claim: 6 },
    summary: hasHan(description) ? { en: english, zh: description } : { en: english },
    read: read.map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: about.name, id: uuid }],
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? distinct(value.map(textOf)) : distinct([textOf(value)]);
}
