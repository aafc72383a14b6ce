// STIX 2.1 bundles. One `attributed-to` relationship is one statement by whoever created it, an opinion on one is an
// answer to it; an incident or campaign that nobody attributes is a statement without an accused. Everything else is
// kept whole. Ends are never merged: two relationships between the same objects stay two statements.

import type { StateCode } from "../../values/state.ts";
import type { Author, Statement, Stance } from "../../values/statement.ts";
import { isWhen, type When } from "../../values/when.ts";
import { distinct, numberOf, summaryOf, textOf } from "../cell-text.ts";
import type { Alias, Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { dayFromIso } from "../list-date.ts";
import { readOwn } from "./own-bundle.ts";
import {
  addressesOf,
  graphOf,
  namesOf,
  objectFault,
  objectsOf,
  reached,
  refsOf,
  statesOf,
  type Graph,
} from "./stix-object.ts";

const SOURCE = "stix";
const HAPPENINGS = new Set(["incident", "campaign"]);
const ACTORS = new Set(["intrusion-set", "threat-actor"]);

export const stix: Importer = {
  name: SOURCE,
  oneOfMany: true,
  title: "STIX 2.1 bundle",
  publisher: "whoever wrote the bundle",
  licence: "that of the bundle",
  url: "",
  references: ["stix21"],
  coverage: { from: 1900, to: null, directions: "as written", inclusion: "as written", frozen: null },
  layout: { format: "json", columns: [], rows: "objects" },
  readRow: (row, notes) => readObject(row, notes, graphOf([row])),
  forFile: (rows) => {
    const graph = graphOf(rows);
    const latest = latestVersions(rows);
    return (row, notes) => olderVersion(row, latest) ?? readObject(row, notes, graph);
  },
};

/** When each object was last changed, by the object's identifier. */
function latestVersions(rows: readonly Row[]): Map<string, string> {
  const latest = new Map<string, string>();
  for (const { id, modified } of rows)
    if (typeof id === "string" && typeof modified === "string" && modified > (latest.get(id) ?? ""))
      latest.set(id, modified);
  return latest;
}

/** Of several versions of an object the latest stands (STIX 2.1, 3.6). */
function olderVersion({ id, modified }: Row, latest: ReadonlyMap<string, string>): Rejection | null {
  const last = typeof id === "string" ? latest.get(id) : undefined;
  if (last === undefined || typeof modified !== "string" || modified >= last) return null;
  return {
    field: "modified",
    because: `expected the latest version of ${String(id)}, of ${last}, got that of ${modified}`,
  };
}

function readObject(row: Row, notes: Notes, graph: Graph): Yield | Rejection {
  const fault = objectFault(row);
  if (fault) return fault;
  if (row["revoked"] === true) notes.flag("revoked", "the publisher revoked this object");
  const own = readOwn(row, notes, graph);
  if (own) return own;
  const type = textOf(row["type"]);
  if (type === "relationship" && row["relationship_type"] === "attributed-to")
    return readAttribution(row, notes, graph);
  if (type === "opinion") return readOpinion(row, notes, graph);
  if (HAPPENINGS.has(type)) return readHappening(row, graph);
  return ACTORS.has(type) ? { aliases: aliasesOf(row, graph), kept: [row] } : { kept: [row] };
}

function readAttribution(row: Row, notes: Notes, graph: Graph): Yield {
  const [subject, accused] = [graph.byId.get(textOf(row["source_ref"])), graph.byId.get(textOf(row["target_ref"]))];
  if (!subject || !accused) {
    notes.flag(
      subject ? "target_ref" : "source_ref",
      "the object is not in the bundle; the relationship is kept as it is",
    );
    return { kept: [row] };
  }
  // "This actor is that state's" ties an actor to a state; it says nothing of an incident but is somebody's statement.
  const statement = base(row, subject, graph);
  return {
    statements: [
      {
        ...statement,
        accused: {
          states: statesOf(graph, textOf(accused["id"])),
          actors: ACTORS.has(textOf(accused["type"])) ? namesOf(accused) : [],
        },
        ...(accused["type"] === "identity"
          ? { codes: { ...statement.codes, accusedIdentity: textOf(accused["name"]) || "unnamed" } }
          : {}),
      },
    ],
  };
}

/** An incident or campaign by itself, where no relationship of the bundle attributes it. */
function readHappening(row: Row, graph: Graph): Yield {
  const attributed = graph.targets.get(`attributed-to ${textOf(row["id"])}`) ?? [];
  if (attributed.some((target) => graph.byId.has(target))) return { kept: [row] };
  return { statements: [{ ...base(row, row, graph), accused: { states: [], actors: [] } }] };
}

const stanceByOpinion: Readonly<Record<string, Stance>> = {
  "strongly-disagree": "denies",
  disagree: "doubts",
  neutral: "doubts",
  agree: "supports",
  "strongly-agree": "supports",
};

function readOpinion(row: Row, notes: Notes, graph: Graph): Yield {
  const answered = objectsOf(graph, refsOf(row, "object_refs"));
  const relationship = answered.find((object) => object["relationship_type"] === "attributed-to");
  const stance = stanceByOpinion[textOf(row["opinion"])];
  const subject = relationship && graph.byId.get(textOf(relationship["source_ref"]));
  const accused = relationship && graph.byId.get(textOf(relationship["target_ref"]));
  if (!stance || !subject || !accused) {
    notes.flag("object_refs", "an opinion on no attribution of this bundle; it is kept as it is");
    return { kept: [row] };
  }
  const explanation = textOf(row["explanation"]);
  const names = Array.isArray(row["authors"]) ? distinct(row["authors"].map(textOf)) : [];
  const statement = base(row, subject, graph);
  return {
    statements: [
      {
        ...statement,
        author: names.length > 0 ? { ...statement.author, name: { en: names.join("; ") } } : statement.author,
        stance,
        answers: [idOf(relationship)],
        accused: {
          states: statesOf(graph, textOf(accused["id"])),
          actors: ACTORS.has(textOf(accused["type"])) ? namesOf(accused) : [],
        },
        ...(explanation === "" ? {} : { notes: [explanation] }),
      },
    ],
  };
}

/** What a statement takes from the object that makes it and from what it speaks of. */
function base(row: Row, subject: Row, graph: Graph): Omit<Statement, "accused"> {
  const id = textOf(subject["id"]);
  const victims = reached(graph, id, ["targets"]).filter(
    (object) => object !== subject && (object["type"] === "identity" || object["type"] === "location"),
  );
  const victimStates = distinct<StateCode>(victims.flatMap((victim) => statesOf(graph, textOf(victim["id"]))));
  const name = textOf(subject["name"]);
  const title = name === "" ? id : name;
  const comments = (graph.about.get(textOf(row["id"])) ?? [])
    .filter((object) => object["type"] === "note")
    .map((note) => textOf(note["content"]));
  const confidence = numberOf(row["confidence"]);
  return {
    id: idOf(row),
    about: HAPPENINGS.has(textOf(subject["type"])) ? (subject["type"] as "incident" | "campaign") : "profile",
    author: authorOf(row, graph),
    said: saidAt(row, graph),
    stance: "asserts",
    victims: { states: victimStates, names: distinct(victims.map((victim) => textOf(victim["name"]))) },
    what: { effects: ["unknown"], sectors: ["unknown"] },
    happened: periodOf(subject),
    disclosed: null,
    basis: "unknown",
    ...(confidence === null ? {} : { confidence: String(confidence) }),
    grade: { source: "F", claim: 6 },
    summary: { en: summaryOf(title, textOf(row["description"]) || textOf(subject["description"])) },
    read: distinct([...addressesOf(row), ...addressesOf(subject)]).map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: SOURCE, id: textOf(row["id"]) }],
    codes: { subject: id, ...(row["revoked"] === true ? { revoked: 1 } : {}) },
    ...(comments.some((comment) => comment !== "") ? { notes: distinct(comments) } : {}),
  };
}

function idOf(row: Row): string {
  const [type = "", uuid = ""] = textOf(row["id"]).split(/--(?=[0-9a-f-]{36}$)/);
  return `${SOURCE}:${type.slice(0, 40)}:${uuid}`;
}

function authorOf(row: Row, graph: Graph): Author {
  const identity = graph.byId.get(textOf(row["created_by_ref"]));
  if (!identity) return { name: { en: "An author that the bundle does not name" }, kind: "other", side: "third" };
  const governs =
    Array.isArray(identity["sectors"]) && identity["sectors"].some((sector) => textOf(sector).startsWith("government"));
  const [state] = statesOf(graph, textOf(identity["id"]));
  return {
    name: { en: textOf(identity["name"]) || "An author without a name" },
    kind: governs ? "government" : identity["identity_class"] === "individual" ? "individual" : "other",
    side: state ?? "third",
  };
}

/** The day of the earliest report that holds the object. `created` is when the object was written, not when it was said. */
function saidAt(row: Row, graph: Graph): When | null {
  const reports = (graph.about.get(textOf(row["id"])) ?? []).filter((object) => object["type"] === "report");
  const days = reports.flatMap((report) => dayFromIso(report["published"]) ?? []).sort();
  return (days[0] ?? null) as When | null;
}

function periodOf(subject: Row): When | null {
  const first = dayFromIso(subject["first_seen"]) ?? dayFromIso(subject["start_time"]);
  const last = dayFromIso(subject["last_seen"]) ?? dayFromIso(subject["stop_time"]);
  if (!first) return null;
  const period = last === null ? `${first}/..` : first === last ? first : `${first}/${last}`;
  return isWhen(period) ? period : (first as string as When);
}

function aliasesOf(row: Row, graph: Graph): Alias[] {
  const [actor, ...others] = namesOf(row);
  if (actor === undefined) return [];
  const { name } = authorOf(row, graph);
  const states = statesOf(graph, textOf(row["id"]));
  return [actor, ...others].map((alias) => ({ actor, alias, saidBy: name.en, states, read: addressesOf(row) }));
}
