// What a newer release of a list did to the earlier one: what it added, changed and withdrew. EuRepoC keeps its numbers
// from release to release; others do not, and are compared by who is said to have done it to whom and when.

import { canonical } from "../values/canonical.ts";
import type { Statement } from "../values/statement.ts";

export type ReleaseChanges = {
  /** The earlier release. */
  of: string;
  added: string[];
  changed: { id: string; was: string; fields: string[] }[];
  /** Rows of the earlier release that the newer one no longer has. */
  withdrew: string[];
  /** All rows of the earlier release: the newer one stands in their place, and they stay, marked. */
  superseded: string[];
};

type HeldStatements = ReadonlyMap<string, { statement: Statement; withdrawn: boolean }>;

/** "eurepoc-1.3" is a release of "eurepoc"; a table of a release ("eurepoc-attribution-1.3") is a list of its own. */
export function familyOf(source: string): { family: string; release: string } | null {
  const match = /^([a-z][a-z-]*?)-(\d[\d.-]*)$/.exec(source);
  return match ? { family: match[1] ?? "", release: match[2] ?? "" } : null;
}

/** Compares with the latest earlier release that is held and stands, or gives null where there is none. */
export function releaseChanges(
  source: string,
  statements: readonly Statement[],
  held: HeldStatements,
): ReleaseChanges | null {
  const before = earlierRelease(source, held);
  if (!before) return null;
  const old = [...held.values()]
    .filter(({ statement, withdrawn }) => !withdrawn && statement.id.startsWith(`${before}:`))
    .map(({ statement }) => statement);
  const oldByKey = new Map(old.map((statement) => [keyOf(statement), statement]));
  const seen = new Set<string>();
  const changes: ReleaseChanges = {
    of: before,
    added: [],
    changed: [],
    withdrew: [],
    superseded: old.map(({ id }) => id),
  };
  for (const statement of statements) {
    const was = oldByKey.get(keyOf(statement));
    if (!was) changes.added.push(statement.id);
    else {
      seen.add(was.id);
      const fields = compared.filter((field) => canonical(statement[field] ?? null) !== canonical(was[field] ?? null));
      if (fields.length > 0) changes.changed.push({ id: statement.id, was: was.id, fields });
    }
  }
  changes.withdrew = old.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  return changes;
}

const compared = ["accused", "victims", "what", "happened", "disclosed", "attributed", "scores"] as const;

/** The newest release of the same list that stands, where it is newer than `source`: what is older comes in superseded. */
export function newerRelease(source: string, held: HeldStatements): string | null {
  const last = standingReleases(source, held).at(-1);
  return last !== undefined && compareReleases(last, source) > 0 ? last : null;
}

function earlierRelease(source: string, held: HeldStatements): string | null {
  return standingReleases(source, held).findLast((list) => compareReleases(list, source) < 0) ?? null;
}

/** Releases of the same list of which a row stands, the oldest first. */
function standingReleases(source: string, held: HeldStatements): string[] {
  const mine = familyOf(source);
  if (!mine) return [];
  const releases = new Set<string>();
  for (const { statement, withdrawn } of held.values()) {
    const list = statement.id.slice(0, statement.id.lastIndexOf(":"));
    if (!withdrawn && familyOf(list)?.family === mine.family) releases.add(list);
  }
  return [...releases].sort(compareReleases);
}

function compareReleases(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

const familiesWithLastingNumbers = new Set(["eurepoc"]);

function keyOf({ id, accused, victims, happened, disclosed }: Statement): string {
  const list = id.slice(0, id.lastIndexOf(":"));
  if (familiesWithLastingNumbers.has(familyOf(list)?.family ?? "")) return id.slice(id.lastIndexOf(":") + 1);
  return canonical([[...accused.states].sort(), [...victims.states].sort(), happened, disclosed]);
}
