// Whom a verifier believes, as a file (C2SP tlog-policy): logs by their keys, witnesses by theirs, groups of witnesses,
// and the quorum that must have cosigned. "Both parties and any neutral" is two groups and one over them.

import { InputError } from "../values/errors.ts";
import { hex } from "./bytes.ts";
import { COSIGNATURE, ML_DSA, NOTE, readVerifierKey, type VerifierKey } from "./key.ts";

export type Group = { members: string[]; needed: number };

export type Policy = {
  /** Keys of logs; a log's name is the origin of its checkpoints. */
  logs: VerifierKey[];
  witnesses: Map<string, VerifierKey>;
  groups: Map<string, Group>;
  /** A witness or group, or "none". */
  quorum: string;
  /** Keys that sign notes without a time: those that are not the log's own must have signed too. No policy file has such. */
  plain?: VerifierKey[];
};

const NO_QUORUM = "none";
const LONGEST = 1_000_000;
/** Witnesses and groups: far beyond any real policy, and few enough to be walked through. */
const MOST_NAMES = 1000;

export function readPolicy(text: string, place = "policy"): Policy {
  if (text.length > LONGEST) throw new InputError(place, `a policy of at most ${LONGEST} characters`);
  const policy: Policy = { logs: [], witnesses: new Map(), groups: new Map(), quorum: "" };
  const members = new Set<string>();
  for (const [index, line] of text.split("\n").entries()) {
    const here = `${place}:${index + 1}`;
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line))
      throw new InputError(here, "a line without control characters");
    const words = line.split(/[ \t]+/).filter((word) => word !== "");
    if (words.length > 0 && !words[0]?.startsWith("#")) readLine(words, here, policy, members);
  }
  if (policy.quorum === "") throw new InputError(place, "a quorum line");
  return policy;
}

function readLine(words: readonly string[], place: string, policy: Policy, members: Set<string>): void {
  const [kind = "", ...rest] = words;
  if (kind === "log") policy.logs.push(logOf(rest, place, policy));
  else if (kind === "witness") addWitness(rest, place, policy);
  else if (kind === "group") addGroup(rest, place, policy, members);
  else if (kind === "quorum") setQuorum(rest, place, policy);
  else throw new InputError(place, "a line that begins with log, witness, group or quorum", kind);
}

function logOf(words: readonly string[], place: string, { logs }: Policy): VerifierKey {
  const [text] = fields(words, 1, 2, "log <key> [<address>]", place);
  const key = readVerifierKey(text, place);
  if (key.type !== NOTE) throw new InputError(place, "a log's key, of type 1", `type ${key.type}`);
  if (logs.some((other) => sameKey(other, key))) throw new InputError(place, "each log's key once", text);
  return key;
}

function addWitness(words: readonly string[], place: string, policy: Policy): void {
  const [name, text] = fields(words, 2, 3, "witness <name> <key> [<address>]", place);
  const key = readVerifierKey(text, place);
  if (key.type !== COSIGNATURE && key.type !== ML_DSA)
    throw new InputError(place, "a witness's key, of type 4 or 6: type 1 signs no time", `type ${key.type}`);
  if ([...policy.witnesses.values()].some((other) => sameKey(other, key)))
    throw new InputError(place, "each witness's key once", text);
  policy.witnesses.set(newName(name, place, policy), key);
}

function addGroup(words: readonly string[], place: string, policy: Policy, members: Set<string>): void {
  const [name, count, ...listed] = fields(words, 3, Infinity, "group <name> all|any|<number> <member>…", place);
  for (const member of listed) {
    if (!isDefined(member, policy)) throw new InputError(place, "members defined on lines above", member);
    // So that no witness counts twice.
    if (members.has(member)) throw new InputError(place, "each name in one group only, and once", member);
    members.add(member);
  }
  const needed = count === "all" ? listed.length : count === "any" ? 1 : Number(/^[1-9]\d*$/.test(count) ? count : 0);
  if (needed < 1 || needed > listed.length)
    throw new InputError(place, `all, any or a number from 1 to ${listed.length}`, count);
  policy.groups.set(newName(name, place, policy), { members: listed, needed });
}

function setQuorum(words: readonly string[], place: string, policy: Policy): void {
  const [name] = fields(words, 1, 1, "quorum <name>", place);
  if (policy.quorum !== "") throw new InputError(place, "one quorum line", name);
  if (name !== NO_QUORUM && !isDefined(name, policy))
    throw new InputError(place, "a witness or group defined on a line above, or none", name);
  policy.quorum = name;
}

function fields(
  words: readonly string[],
  least: number,
  most: number,
  form: string,
  place: string,
): [string, string, ...string[]] {
  if (words.length < least || words.length > most) throw new InputError(place, form, words.join(" "));
  const [first = "", second = "", ...rest] = words;
  return [first, second, ...rest];
}

function newName(name: string, place: string, policy: Policy): string {
  if (policy.witnesses.size + policy.groups.size >= MOST_NAMES)
    throw new InputError(place, `at most ${MOST_NAMES} witnesses and groups`);
  if (name === NO_QUORUM || isDefined(name, policy)) throw new InputError(place, "a name not yet taken", name);
  return name;
}

const isDefined = (name: string, { witnesses, groups }: Policy): boolean => witnesses.has(name) || groups.has(name);

/** The key itself, whatever it is called: one key under two names would count twice. */
const sameKey = (one: VerifierKey, other: VerifierKey): boolean => hex(one.publicKey) === hex(other.publicKey);

/** Whether the witnesses who cosigned are enough. */
export function isQuorum({ groups, quorum }: Policy, cosigned: ReadonlySet<string>): boolean {
  const witnessed = (name: string): boolean => {
    const group = groups.get(name);
    return group ? group.members.filter(witnessed).length >= group.needed : cosigned.has(name);
  };
  return quorum === NO_QUORUM || witnessed(quorum);
}

/** What is missing for the quorum, in words: "alpha; any of beta and gamma". Empty where nothing is. */
export function missingFor(policy: Policy, cosigned: ReadonlySet<string>): string {
  const lacks = (name: string): string => {
    const group = policy.groups.get(name);
    if (!group) return cosigned.has(name) ? "" : name;
    const open = group.members.map(lacks).filter((words) => words !== "");
    const short = group.needed - (group.members.length - open.length);
    if (short <= 0) return "";
    if (short === open.length) return open.join("; ");
    return `${short === 1 ? "any" : String(short)} of (${open.join(", ")})`;
  };
  return policy.quorum === NO_QUORUM ? "" : lacks(policy.quorum);
}

/** A policy from keys alone: the log among them, and a signature of every other. */
export function policyOfKeys(keys: readonly VerifierKey[]): Policy {
  const witnesses = new Map<string, VerifierKey>();
  for (const key of keys) if (key.type !== NOTE) witnesses.set(`${key.name}+${key.id}`, key);
  const members = [...witnesses.keys()];
  const groups = new Map<string, Group>(members.length > 0 ? [["all", { members, needed: members.length }]] : []);
  const plain = keys.filter(({ type }) => type === NOTE);
  return {
    logs: plain,
    plain,
    witnesses,
    groups,
    quorum: members.length > 0 ? "all" : NO_QUORUM,
  };
}
