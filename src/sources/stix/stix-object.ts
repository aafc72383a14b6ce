// STIX 2.1 objects as they come: every field may be missing or of another kind, references may lead nowhere or round
// in circles, and types are unknown until checked (STIX 2.1 §2.9, §3.1).

import type { StateCode } from "../../values/state.ts";
import { distinct, textOf } from "../cell-text.ts";
import type { Row } from "../importer.ts";
import { stateFromIso2, stateSpelled } from "../state-spelling.ts";
import { webAddressSchema } from "../../values/statement.ts";

const LONGEST_TYPE = 250;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Why an object cannot be taken, or null. The standard's own pattern for types is exponential: this one is linear. */
export function objectFault(row: Row): { field: string; because: string } | null {
  const type = row["type"];
  if (typeof type !== "string" || type.length > LONGEST_TYPE || !/^[a-z0-9-]+$/.test(type)) {
    return { field: "type", because: `expected a type of small letters, digits and -, at most ${LONGEST_TYPE}` };
  }
  const id = row["id"];
  const fits = typeof id === "string" && id.startsWith(`${type}--`) && UUID.test(id.slice(type.length + 2));
  return fits ? null : { field: "id", because: `expected "${type.slice(0, 40)}--" and a UUID` };
}

export function refsOf(row: Row, field: string): string[] {
  const refs = row[field];
  return Array.isArray(refs) ? refs.filter((ref): ref is string => typeof ref === "string") : [];
}

/** The bundle by id and by relationship, for walks that are bounded. */
export type Graph = {
  byId: ReadonlyMap<string, Row>;
  /** Targets of relationships, by "type source". */
  targets: ReadonlyMap<string, readonly string[]>;
  /** Objects that speak of another one through object_refs, by the other's id. */
  about: ReadonlyMap<string, readonly Row[]>;
  /** Fields in Chinese from language-content, by the id of the object that they belong to. */
  inChinese: ReadonlyMap<string, Row>;
};

export function graphOf(rows: readonly Row[]): Graph {
  const byId = new Map<string, Row>();
  const targets = new Map<string, string[]>();
  const about = new Map<string, Row[]>();
  const inChinese = new Map<string, Row>();
  const add = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const row of rows) {
    if (objectFault(row)) continue;
    const id = textOf(row["id"]);
    if (!byId.has(id)) byId.set(id, row);
    if (row["type"] === "relationship") {
      add(targets, `${textOf(row["relationship_type"])} ${textOf(row["source_ref"])}`, textOf(row["target_ref"]));
    }
    for (const ref of refsOf(row, "object_refs")) add(about, ref, row);
    const chinese = row["type"] === "language-content" ? chineseIn(row["contents"]) : null;
    if (chinese && typeof row["object_ref"] === "string") inChinese.set(row["object_ref"], chinese);
  }
  return { byId, targets, about, inChinese };
}

function chineseIn(contents: unknown): Row | null {
  if (typeof contents !== "object" || contents === null) return null;
  const found = Object.entries(contents).find(([language]) => /^zh\b/i.test(language))?.[1] as unknown;
  return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Row) : null;
}

const FARTHEST = 4;
const MOST_VISITED = 200;

/** What can be reached over some kinds of relationship in a few steps, each object once: circles end by themselves. */
export function reached(graph: Graph, from: string, kinds: readonly string[]): Row[] {
  const seen = new Set([from]);
  let edge = [from];
  for (let step = 0; step < FARTHEST && edge.length > 0; step++) {
    const next: string[] = [];
    for (const id of edge) {
      for (const target of kinds.flatMap((kind) => graph.targets.get(`${kind} ${id}`) ?? [])) {
        if (seen.has(target) || seen.size > MOST_VISITED) continue;
        seen.add(target);
        next.push(target);
      }
    }
    edge = next;
  }
  return objectsOf(graph, [...seen]);
}

/** The objects with these ids; those that are not in the bundle are left out. */
export function objectsOf(graph: Graph, ids: readonly string[]): Row[] {
  return ids.map((id) => graph.byId.get(id)).filter((object) => object !== undefined);
}

/** The states that an object is, lies in, or is attributed to. */
export function statesOf(graph: Graph, id: string): StateCode[] {
  const objects = reached(graph, id, ["attributed-to", "located-at"]);
  const found = objects.flatMap((object) => {
    if (object["type"] === "location")
      return [stateFromIso2(textOf(object["country"])) ?? stateSpelled(textOf(object["name"]))];
    return object["type"] === "identity" ? [stateSpelled(textOf(object["name"]))] : [];
  });
  return distinct(found.filter((state) => state !== null));
}

export function namesOf(row: Row): string[] {
  const aliases = Array.isArray(row["aliases"]) ? row["aliases"].map(textOf) : [];
  return distinct([textOf(row["name"]), ...aliases]);
}

export function addressesOf(row: Row): string[] {
  const references = Array.isArray(row["external_references"]) ? row["external_references"] : [];
  const urls = references.map((reference: unknown) =>
    typeof reference === "object" && reference !== null ? textOf((reference as Row)["url"]) : "",
  );
  return distinct(urls.filter((url) => webAddressSchema.safeParse(url).success));
}
