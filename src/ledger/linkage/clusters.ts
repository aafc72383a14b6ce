// From judged pairs to incidents: which records stand together. Rows of one list are distinct incidents unless judged duplicates, so two
// groups that would bring distinct rows of a list together stay apart, the likelier pair winning. Part-of links join no groups: they
// say which group gathers which.

import type { LinkedPair } from "./linked-pair.ts";

export type Cluster = {
  /** Names of records, "source:id", sorted. */
  records: string[];
  /** Positions of clusters that gather this one. */
  partOf: number[];
};

export type Clusters = {
  clusters: Cluster[];
  /** Likely pairs that stay apart because a list's rows are distinct. */
  apart: LinkedPair[];
};

export type ClusterOptions = {
  /** Pairs at or above this probability are taken as links. */
  threshold?: number;
  /** Records that stand alone where no pair names them. */
  records?: Iterable<string>;
};

/** Groups records by the pairs taken as links, the likeliest first. */
export function clusters(
  pairs: readonly LinkedPair[],
  { threshold = 0.5, records = [] }: ClusterOptions = {},
): Clusters {
  const taken = pairs
    .filter(({ probability }) => probability >= threshold)
    .toSorted(
      (one, other) => other.probability - one.probability || (endsOf(one).join() < endsOf(other).join() ? -1 : 1),
    );
  return grouped(taken, records);
}

/** Groups by links that were already chosen, in the order in which they are to be believed. */
export function grouped(taken: readonly LinkedPair[], records: Iterable<string> = []): Clusters {
  const groups = new Groups();
  for (const name of records) groups.find(name);
  for (const pair of taken) for (const name of endsOf(pair)) groups.find(name);
  const apart: LinkedPair[] = [];
  for (const pair of taken) if (pair.kind === "duplicate") groups.joinRows(...endsOf(pair));
  for (const pair of taken) if (pair.kind === "same" && !groups.join(...endsOf(pair))) apart.push(pair);
  return { clusters: groups.list(taken.filter(({ kind }) => kind === "part-of")), apart };
}

export function endsOf({ source_a, id_a, source_b, id_b }: LinkedPair): [string, string] {
  return [`${source_a}:${id_a}`, `${source_b}:${id_b}`];
}

/** Groups of records; each group knows, for every list, which row of it stands there (duplicates are one row). */
class Groups {
  private readonly parent = new Map<string, string>();
  private readonly rows = new Map<string, Map<string, string>>();

  find(name: string): string {
    const above = this.parent.get(name);
    if (above === undefined) {
      this.parent.set(name, name);
      this.rows.set(name, new Map([[sourceOf(name), name]]));
      return name;
    }
    if (above === name) return name;
    const root = this.find(above);
    this.parent.set(name, root);
    return root;
  }

  /** Two rows of one list are one: whatever stands with either stands with both. Done before anything else. */
  joinRows(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.parent.set(other, one);
  }

  /** Joins two groups unless both hold a row of one list. Rows that are duplicates share a group already. */
  join(a: string, b: string): boolean {
    const [one, other] = [this.find(a), this.find(b)];
    if (one === other) return true;
    const [mine, theirs] = [
      this.rows.get(one) ?? new Map<string, string>(),
      this.rows.get(other) ?? new Map<string, string>(),
    ];
    for (const source of theirs.keys()) if (mine.has(source)) return false;
    for (const [source, row] of theirs) mine.set(source, row);
    this.parent.set(other, one);
    return true;
  }

  list(parts: readonly LinkedPair[]): Cluster[] {
    const members = new Map<string, string[]>();
    for (const name of this.parent.keys()) {
      const root = this.find(name);
      members.set(root, [...(members.get(root) ?? []), name]);
    }
    const sorted = [...members.values()]
      .map((names) => names.toSorted())
      .toSorted((one, other) => ((one[0] ?? "") < (other[0] ?? "") ? -1 : 1));
    const placeOf = new Map(sorted.flatMap((names, place) => names.map((name) => [name, place] as const)));
    const partOf = gatherers(parts, placeOf);
    return sorted.map((records, place) => ({
      records,
      partOf: [...(partOf.get(place) ?? [])].toSorted((one, other) => one - other),
    }));
  }
}

/** The whole is the end with more part-of links; where both have as many, the one that comes first by name. */
function gatherers(parts: readonly LinkedPair[], placeOf: ReadonlyMap<string, number>): Map<number, Set<number>> {
  const degree = new Map<number, number>();
  const placed = parts.map((pair) => endsOf(pair).map((name) => placeOf.get(name) ?? -1) as [number, number]);
  for (const ends of placed) for (const end of ends) degree.set(end, (degree.get(end) ?? 0) + 1);
  const partOf = new Map<number, Set<number>>();
  for (const [a, b] of placed) {
    if (a === b) continue;
    const whole = (degree.get(b) ?? 0) > (degree.get(a) ?? 0) ? b : a;
    const part = whole === a ? b : a;
    if (partOf.get(whole)?.has(part)) continue; // never each a part of the other
    partOf.set(part, (partOf.get(part) ?? new Set<number>()).add(whole));
  }
  return partOf;
}

function sourceOf(name: string): string {
  return name.slice(0, name.indexOf(":"));
}
