// Who is meant by a group's name? Registers disagree: one name stands in several clusters, and no name is "the" name.
// A name therefore gives every actor that somebody says it belongs to, each with the share of its claims.

import type { StateCode } from "../../values/state.ts";
import { isAscii } from "./words.ts";

/** One claim that a name belongs to an actor. The same shape as an importer's alias. */
export type AliasClaim = { actor: string; alias: string; saidBy: string; states: StateCode[]; read: string[] };

/** Actors meant by a name or a text: the actor's name with a share in (0, 1]. */
export type ActorShares = ReadonlyMap<string, number>;

export type AliasRegister = {
  /** Actors whom a name written alone can mean. */
  named(name: string): ActorShares;
  /** Actors named anywhere in a text. */
  mentioned(text: string): ActorShares;
  size: number;
};

const LONGEST_ALIAS = 4; // words

/** Names that are also everyday words: they count when they stand alone as an actor, never inside a text. */
const everyday = new Set(
  "lead cloud group sphinx barium thallium mercury gold silence safe rocket goblin red lotus dragon team tick equation iron panda axiom china comment".split(
    " ",
  ),
);

export function aliasRegister(claims: Iterable<AliasClaim>): AliasRegister {
  const actorsOf = new Map<string, Map<string, Set<string>>>();
  for (const { actor, alias, saidBy } of claims) {
    for (const name of new Set([nameKey(alias), nameKey(actor)])) {
      if (name.length < 3) continue;
      const actors = actorsOf.get(name) ?? new Map<string, Set<string>>();
      actorsOf.set(name, actors);
      const key = nameKey(actor);
      actors.set(key, (actors.get(key) ?? new Set()).add(saidBy));
    }
  }
  const shares = new Map([...actorsOf].map(([name, actors]) => [name, sharesOf(actors)]));
  const beginnings = new Set([...shares.keys()].map(beginning));
  return {
    named: (name) => shares.get(nameKey(name)) ?? new Map(),
    mentioned: (text) => mentions(shares, beginnings, text),
    size: shares.size,
  };
}

function sharesOf(actors: Map<string, Set<string>>): ActorShares {
  const claims = [...actors.values()].reduce((sum, sayers) => sum + sayers.size, 0);
  return new Map([...actors].map(([actor, sayers]) => [actor, sayers.size / claims]));
}

/** Few words of a text begin a name; the first letters tell most of them apart. */
function beginning(key: string): string {
  return key.slice(0, 4);
}

function mentions(
  shares: ReadonlyMap<string, ActorShares>,
  beginnings: ReadonlySet<string>,
  text: string,
): ActorShares {
  const words = text.split(isAscii(text) ? /[^A-Za-z0-9]+/ : /[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const keys = words.map(nameKey);
  const found = new Map<string, number>();
  for (let from = 0; from < words.length; from++) {
    let key = "";
    for (let length = 1; length <= LONGEST_ALIAS && from + length <= words.length; length++) {
      key += keys[from + length - 1] ?? "";
      if (key.length >= 4 && !beginnings.has(beginning(key))) break;
      const actors = shares.get(key);
      if (!actors || (length === 1 && !standsOut(words[from] ?? "", key))) continue;
      for (const [actor, share] of actors) found.set(actor, Math.max(found.get(actor) ?? 0, share));
    }
  }
  return found;
}

function standsOut(written: string, key: string): boolean {
  return /\d/.test(written) || (/^\p{Lu}/u.test(written) && !everyday.has(key) && key.length > 3);
}

/** One spelling for "APT 10", "APT-10" and "apt10". */
export function nameKey(name: string): string {
  if (/^[A-Za-z0-9]+$/.test(name)) return name.toLowerCase();
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Claims that a list makes itself when it writes several names of one group: "APT1/Comment Crew (PLA, Unit 61398)". */
export function claimsInList(source: string, actors: readonly string[]): AliasClaim[] {
  return actors.flatMap((written) => {
    const names = namesWritten(written);
    const [first, ...rest] = names;
    if (first === undefined || rest.length === 0) return [];
    return rest.map((alias) => ({ actor: first, alias, saidBy: source, states: [], read: [] }));
  });
}

/** The names inside one written actor: split at slashes and "also known as". */
export function namesWritten(written: string): string[] {
  const known = /also known as ([^.?]+)/i.exec(written)?.[1];
  const text = known ?? written.replace(/\([^)]*\)/g, "");
  const split = known ? /,| and |\/| or / : /\//;
  return text
    .split(split)
    .map((name) => name.trim().replace(/^and /, ""))
    .filter((name) => name.length >= 3 && name.length <= 40 && name.split(" ").length <= LONGEST_ALIAS);
}
