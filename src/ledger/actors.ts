// Who is meant by an actor's name, according to whom? Registers compete: each keeps its own clusters, two names that one
// register holds together another holds apart, and none is right by rule.

import type { Database } from "../store/tables.ts";
import type { StateCode } from "../values/state.ts";
import { LISTS, type ActorNames } from "./change.ts";
import type { LedgerView } from "./view.ts";
import type { LinkedStatement } from "./incident.ts";
import { namesWritten, nameKey } from "./linkage/alias-register.ts";
import { knownActors, type AliasClaim } from "./linkage/index.ts";

/** One register's cluster: what it calls an actor, and the names that it says mean the same. */
export type ActorCluster = {
  /** An imported list, or the firm or agency whose equation comes with the workbench. */
  register: string;
  imported: boolean;
  actor: string;
  names: { name: string; saidBy: string; read: string[] }[];
  states: StateCode[];
};

/** Clusters of every imported register, and those that come with the workbench. */
export async function readClusters(db: Database): Promise<ActorCluster[]> {
  const rows = await db
    .selectFrom("actors")
    .select("body")
    .where("case", "=", LISTS)
    .where("withdrawn", "=", false)
    .orderBy("id")
    .execute();
  return [...knownClusters(), ...rows.map(({ body }) => clusterOf(JSON.parse(body) as ActorNames))];
}

/** Names that imported registers equate, as linkage takes them. */
export function claimsOf(clusters: readonly ActorCluster[]): AliasClaim[] {
  return clusters.flatMap(({ imported, actor, names, states }) =>
    imported ? names.map(({ name, saidBy, read }) => ({ actor, alias: name, saidBy, states, read })) : [],
  );
}

function knownClusters(): ActorCluster[] {
  const bySayer = Map.groupBy(knownActors(), ({ saidBy, actor }) => `${saidBy}\n${actor}`);
  return [...bySayer.values()].flatMap((claims) => {
    const [first] = claims;
    if (!first) return [];
    const names = claims.map(({ alias, saidBy, read }) => ({ name: alias, saidBy, read }));
    return [{ register: first.saidBy, imported: false, actor: first.actor, names, states: first.states }];
  });
}

function clusterOf({ source, actor, names }: ActorNames): ActorCluster {
  const others = names.filter(({ alias }) => nameKey(alias) !== nameKey(actor));
  return {
    register: source,
    imported: true,
    actor,
    names: others.map(({ alias, saidBy, read }) => ({ name: alias, saidBy, read })),
    states: [...new Set(names.flatMap(({ states }) => states))],
  };
}

/** Another name, who says that it is the same actor, and who knows both names and keeps them apart. */
export type Equation = { name: string; says: string[]; disagrees: string[] };

export type ActorInFull = {
  name: string;
  /** Clusters in which the name stands, by register. */
  clusters: ActorCluster[];
  equations: Equation[];
  states: { state: StateCode; registers: string[] }[];
};

/** What registers say of a name; null where none knows it. */
export function actorNamed(clusters: readonly ActorCluster[], name: string): ActorInFull | null {
  const key = nameKey(name);
  const mine = clusters.filter((cluster) => keysOf(cluster).has(key));
  if (mine.length === 0 || key === "") return null;
  const written = mine
    .flatMap(({ actor, names }) => [actor, ...names.map((one) => one.name)])
    .find((one) => nameKey(one) === key);
  const states = [...new Set(mine.flatMap((cluster) => cluster.states))].sort();
  return {
    name: written ?? name,
    clusters: mine,
    equations: equationsOf(clusters, mine, key),
    states: states.map((state) => ({
      state,
      registers: unique(mine.filter((one) => one.states.includes(state)).map(({ register }) => register)),
    })),
  };
}

function equationsOf(clusters: readonly ActorCluster[], mine: readonly ActorCluster[], key: string): Equation[] {
  const spelled = new Map<string, string>();
  for (const { actor, names } of mine)
    for (const name of [actor, ...names.map((one) => one.name)])
      if (!spelled.has(nameKey(name))) spelled.set(nameKey(name), name);
  spelled.delete(key);
  const registersOfMine = new Set(mine.map(({ register }) => register));
  const knows = new Map<string, Set<string>>();
  for (const cluster of clusters)
    for (const other of keysOf(cluster))
      if (spelled.has(other)) knows.set(other, (knows.get(other) ?? new Set()).add(cluster.register));
  return [...spelled]
    .map(([other, name]): Equation => {
      const says = unique(mine.filter((cluster) => keysOf(cluster).has(other)).map(({ register }) => register));
      const disagrees = [...(knows.get(other) ?? [])]
        .filter((register) => registersOfMine.has(register) && !says.includes(register))
        .sort();
      return { name, says, disagrees };
    })
    .toSorted((one, other) => other.says.length - one.says.length || (one.name < other.name ? -1 : 1));
}

function keysOf({ actor, names }: ActorCluster): Set<string> {
  return new Set([actor, ...names.map(({ name }) => name)].map(nameKey));
}

/** A statement that names the actor, and under which name. */
export type Naming = {
  incident: string;
  title: string;
  statement: string;
  author: string;
  stance: LinkedStatement["stance"];
  accused: StateCode[];
  written: string;
  /** The name itself, or one that some register equates with it. */
  as: "name" | "alias";
};

/** Statements of a case that name an actor, by its name or by one that some register equates with it. */
export function namingsOf({ incidents }: LedgerView, name: string, equations: readonly Equation[]): Naming[] {
  const key = nameKey(name);
  const aliases = new Set(equations.map((one) => nameKey(one.name)));
  return incidents.flatMap(({ id: incident, title, statements }) =>
    statements.flatMap(({ id: statement, author, stance, accused, withdrawn }) => {
      if (withdrawn) return [];
      const found = accused.actors.map((written) => ({ written, keys: keysWritten(written) }));
      const own = found.find(({ keys }) => keys.includes(key));
      const other = own ?? found.find(({ keys }) => keys.some((one) => aliases.has(one)));
      if (!other) return [];
      const as = own ? ("name" as const) : ("alias" as const);
      return [
        {
          incident,
          title: title.en,
          statement,
          author: author.name.en,
          stance,
          accused: accused.states,
          written: other.written,
          as,
        },
      ];
    }),
  );
}

function keysWritten(written: string): string[] {
  return unique([written, ...namesWritten(written)].map(nameKey));
}

export type ActorRow = { name: string; registers: string[]; aliases: number; states: StateCode[]; named: number };

/** Actors by name: those that statements name first, then those that most registers know. */
export function actorRows(clusters: readonly ActorCluster[], view: LedgerView | null, text = ""): ActorRow[] {
  const named = countNamed(view);
  const rows = new Map<string, ActorRow & { others: Set<string> }>();
  const rowOf = (name: string): ActorRow & { others: Set<string> } => {
    const key = nameKey(name);
    const row = rows.get(key) ?? {
      name,
      registers: [],
      aliases: 0,
      states: [],
      named: named.get(key)?.count ?? 0,
      others: new Set(),
    };
    rows.set(key, row);
    return row;
  };
  for (const cluster of clusters) {
    const row = rowOf(cluster.actor);
    row.registers = unique([...row.registers, cluster.register]);
    row.states = unique([...row.states, ...cluster.states]);
    for (const { name } of cluster.names) row.others.add(nameKey(name));
  }
  for (const { written } of named.values()) rowOf(written);
  const wanted = nameKey(text);
  return [...rows.entries()]
    .filter(
      ([key, { others }]) =>
        wanted === "" || key.includes(wanted) || [...others].some((other) => other.includes(wanted)),
    )
    .map(([, { others, ...row }]) => ({ ...row, aliases: others.size }))
    .toSorted(
      (one, other) =>
        other.named - one.named || other.registers.length - one.registers.length || (one.name < other.name ? -1 : 1),
    );
}

function countNamed(view: LedgerView | null): Map<string, { written: string; count: number }> {
  const counts = new Map<string, { written: string; count: number }>();
  for (const { statements } of view?.incidents ?? [])
    for (const { accused, withdrawn } of statements) {
      if (withdrawn) continue;
      for (const written of accused.actors) {
        const [name = written] = namesWritten(written);
        const key = nameKey(name);
        const found = counts.get(key) ?? { written: name, count: 0 };
        found.count += 1;
        counts.set(key, found);
      }
    }
  return counts;
}

function unique<Value extends string>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
