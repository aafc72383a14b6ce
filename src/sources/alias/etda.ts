// ETDA's Threat Group Cards: which names do firms and agencies give to a group, which state is it held to serve, and
// which operations are told of it? A card gives aliases, one statement about the group and one for each operation.

import type { StateCode } from "../../values/state.ts";
import type { Statement } from "../../values/statement.ts";
import type { When } from "../../values/when.ts";
import { isWhen } from "../../values/when.ts";
import { distinct, textOf } from "../cell-text.ts";
import type { Alias, Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { statesAmong } from "../state-spelling.ts";
import { addressesIn } from "../web-address.ts";

const SOURCE = "etda-2023-09";

export const etda: Importer = {
  name: SOURCE,
  title: "ETDA Threat Group Cards, content to September 2023",
  publisher: "Electronic Transactions Development Agency, Thailand",
  licence: "not stated; see the publisher's page",
  url: "https://apt.etda.or.th/cgi-bin/getcard.cgi?g=all&o=j",
  references: [],
  coverage: {
    from: 1996,
    to: 2023,
    directions: "both, world-wide",
    inclusion: "groups and operations named in public reports, mostly of Western firms",
    frozen: "2023-09",
  },
  layout: { format: "json", columns: [], rows: "values" },
  readRow: readCard,
};

type Card = { id: string; actor: string; states: StateCode[]; names: string[]; about: Statement };

function readCard(row: Row, notes: Notes): Yield | Rejection {
  const actor = textOf(row["actor"]);
  const written = textOf(row["uuid"]).toLowerCase();
  const uuid = written.replace(/\s/g, "");
  if (uuid !== written) notes.repair("uuid", "a blank inside the identifier cut out", written, uuid);
  if (actor === "") return { field: "actor", because: "expected a name, got nothing" };
  if (!/^[0-9a-f-]{36}$/.test(uuid)) return { field: "uuid", because: `expected a UUID, got "${uuid.slice(0, 40)}"` };
  const places = textsOf(row["country"]);
  // "[Unknown]" and "[Middle East]" name no country.
  const countries = statesAmong(places.filter((name) => !name.startsWith("[")));
  if (countries.others.length > 0) notes.flag("country", `no country: "${countries.others.join(", ")}"`);
  const names = recordsOf(row["names"]).map((entry) => ({
    name: textOf(entry["name"]),
    giver: textOf(entry["name-giver"]),
  }));
  const card = {
    id: uuid,
    actor,
    states: countries.states,
    names: distinct([actor, ...names.map(({ name }) => name)]),
  };
  const about = aboutGroup(row, card);
  return {
    aliases: aliasesOf(
      card,
      names,
      about.read.map(({ url }) => url),
    ),
    statements: [about, ...operationsOf(row, { ...card, about }, notes)],
  };
}

function aliasesOf(card: Omit<Card, "about">, names: { name: string; giver: string }[], read: string[]): Alias[] {
  const known = names.filter(({ name }) => name !== "");
  const own = known.some(({ name }) => name === card.actor) ? [] : [{ name: card.actor, giver: "" }];
  return [...own, ...known].map(({ name, giver }) => ({
    actor: card.actor,
    alias: name,
    saidBy: giver === "" || giver === "?" ? "ETDA" : giver,
    states: card.states,
    read,
  }));
}

function aboutGroup(row: Row, card: Omit<Card, "about">): Statement {
  const description = textOf(row["description"]);
  const sponsor = textOf(row["sponsor"]);
  const victims = statesAmong(textsOf(row["observed-countries"]));
  const motives = textsOf(row["motivation"]).join("; ");
  const since = textOf(row["first-seen"]);
  return {
    id: `${SOURCE}:${card.id}`,
    about: "profile",
    author: { name: { en: "Electronic Transactions Development Agency" }, kind: "dataset", side: "THA" as StateCode },
    said: whenOrNull(textOf(row["last-card-change"])),
    stance: "asserts",
    accused: { states: card.states, actors: card.names },
    victims: { states: victims.states, names: victims.others },
    what: { effects: motives.includes("espionage") ? ["espionage"] : ["unknown"], sectors: ["unknown"] },
    happened: since === "" ? null : whenOrNull(`${since}/..`),
    disclosed: null,
    basis: "inference",
    grade: { source: "C", claim: 6 },
    summary: { en: description === "" ? card.actor : description },
    read: distinct(textsOf(row["information"]).flatMap((text) => addressesIn(text).urls)).map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: SOURCE, id: card.id }],
    codes: Object.fromEntries(Object.entries({ sponsor, motives }).filter(([, value]) => value !== "")),
  };
}

function operationsOf(row: Row, card: Card, notes: Notes): Statement[] {
  return recordsOf(row["operations"]).flatMap((operation, index) => {
    const [title = "", ...rest] = textOf(operation["activity"]).split("\n");
    if (title === "") {
      notes.flag("operations", `operation ${index + 1} says nothing`);
      return [];
    }
    const written = textOf(operation["date"]);
    const when = operationDate(written);
    if (when === null && written !== "")
      notes.flag("operations", `operation ${index + 1}: no date can be read in "${written}"`);
    return [
      {
        ...card.about,
        id: `${SOURCE}:${card.id}-${index + 1}`,
        about: "campaign",
        said: null,
        victims: { states: [], names: [] },
        happened: when,
        summary: { en: `${card.actor}: ${title}` },
        read: addressesIn(rest.join("\n")).urls.map((url) => ({ url })),
        listedBy: [{ source: SOURCE, id: `${card.id}-${index + 1}` }],
        codes: { date: written },
      } satisfies Statement,
    ];
  });
}

// The season of a report is no closer than a quarter, and none of the four quarters for certain but these.
const PARTS: Readonly<Record<string, string>> = { early: "Q1", spring: "Q2", summer: "Q3", autumn: "Q4", late: "Q4" };

/** "2022-02", "2022", "2012 Early", "2012/2013". */
export function operationDate(text: string): When | null {
  const part = /^(\d{4}) (Early|Mid|Late|Spring|Summer|Autumn)$/.exec(text);
  if (!part) return whenOrNull(text);
  const quarter = PARTS[part[2]!.toLowerCase()];
  return whenOrNull(quarter === undefined ? part[1]! : `${part[1]}-${quarter}`);
}

function whenOrNull(text: string): When | null {
  return isWhen(text) ? text : null;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? distinct(value.map(textOf)) : distinct([textOf(value)]);
}

function recordsOf(value: unknown): Row[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is Row => typeof entry === "object" && entry !== null && !Array.isArray(entry));
}
