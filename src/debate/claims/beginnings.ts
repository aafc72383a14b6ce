// Which letters a pattern's matches can begin with, up to three: most of a hundred patterns need not be tried on a
// sentence none of whose words begins so. What the reader of patterns does not know gives "anything", so a pattern is
// tried too often rather than missed.

const LENGTH = 3;
const MOST = 4000;

/** Beginnings of a pattern's matches, at a word's edge; null: it must always be tried. */
export function beginningsOf({ source }: RegExp): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const alternative of alternatives(source)) {
    if (!alternative.startsWith("\\b")) return null;
    const expanded = expand(alternative.slice(2), [""]);
    if (!expanded) return null;
    for (const one of expanded) {
      if (one === "") return null;
      found.add(one.slice(0, LENGTH));
    }
  }
  return found;
}

/** The parts of a pattern between bars that stand in no group. */
function alternatives(source: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === "\\") at += 1;
    else if (character === "[") at = classEnd(source, at);
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === "|" && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
}

function classEnd(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
  return at;
}

/**
 * What a pattern can begin with, after each of `before`. A beginning that is as long as needed, or that met something
 * open, ends in a mark and is not made longer.
 */
function expand(source: string, before: readonly string[]): string[] | null {
  let open = [...before];
  const done: string[] = [];
  let at = 0;
  while (at < source.length && open.length > 0) {
    const atom = atomAt(source, at);
    if (!atom) return null;
    at = atom.end;
    if (atom.kind === "edge") continue;
    const longer =
      atom.kind === "any"
        ? null
        : atom.kind === "letter"
          ? open.map((one) => one + atom.letter)
          : group(atom.inside, open);
    const skipped = atom.optional ? open : [];
    if (!longer || atom.repeats) {
      // From here on anything may follow.
      done.push(...(longer ?? open), ...skipped);
      if (!atom.optional) open = [];
      else open = longer ? skipped : [];
    } else open = [...new Set([...longer, ...skipped])];
    done.push(...open.filter((one) => one.length >= LENGTH));
    open = open.filter((one) => one.length < LENGTH);
    if (open.length + done.length > MOST) return null;
  }
  return [...done, ...open];
}

function group(inside: string, before: readonly string[]): string[] | null {
  const all: string[] = [];
  for (const alternative of alternatives(inside)) {
    const expanded = expand(alternative, before);
    if (!expanded) return null;
    all.push(...expanded);
  }
  return all;
}

type Atom = { end: number; optional: boolean; repeats: boolean } & (
  | { kind: "letter"; letter: string }
  | { kind: "group"; inside: string }
  | { kind: "any" }
  | { kind: "edge" }
);

function atomAt(source: string, at: number): Atom | null {
  const character = source[at] as string;
  if (character === "\\") {
    const next = source[at + 1] as string;
    if (next === "b") return { kind: "edge", end: at + 2, optional: false, repeats: false };
    const end = at + 2;
    return /[a-z]/i.test(next)
      ? { kind: "any", ...counted(source, end) }
      : { kind: "letter", letter: next, ...counted(source, end) };
  }
  if (character === "[") return { kind: "any", ...counted(source, classEnd(source, at) + 1) };
  if (character === ".") return { kind: "any", ...counted(source, at + 1) };
  if (character === "(") return groupAt(source, at);
  return { kind: "letter", letter: character, ...counted(source, at + 1) };
}

function groupAt(source: string, at: number): Atom | null {
  let depth = 0;
  let end = at;
  for (; end < source.length; end += 1) {
    const character = source[end];
    if (character === "\\") end += 1;
    else if (character === "[") end = classEnd(source, end);
    else if (character === "(") depth += 1;
    else if (character === ")" && (depth -= 1) === 0) break;
  }
  const whole = source.slice(at, end + 1);
  // Looking ahead changes nothing in how a match begins.
  if (/^\(\?[=!]/.test(whole)) return { kind: "edge", end: end + 1, optional: false, repeats: false };
  if (whole.startsWith("(?<")) return null;
  return { kind: "group", inside: whole.replace(/^\((?:\?:)?/, "").slice(0, -1), ...counted(source, end + 1) };
}

function counted(source: string, end: number): { end: number; optional: boolean; repeats: boolean } {
  const mark = /^(?:\?|\*|\+|\{(\d+),?\d*\})\??/.exec(source.slice(end, end + 8));
  if (!mark) return { end, optional: false, repeats: false };
  const sign = mark[0][0];
  const optional = sign === "?" || sign === "*" || mark[1] === "0";
  return { end: end + mark[0].length, optional, repeats: sign !== "?" };
}
