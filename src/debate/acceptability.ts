// Which arguments stand when each may attack others (dung1995): the grounded extension takes in only what nobody need
// doubt; a preferred one is a largest position that defends itself; a stable one also attacks everything outside it.
// Grounded: one pass over the attacks. Preferred: the search of nofal2014 by parts that do not touch, with its own
// stack and a bound on steps; beyond it there is a refusal and never half a list. Stable ones are the preferred ones
// that leave nothing undecided.

import { answer, refuse, type Outcome } from "../values/outcome.ts";

/** Arguments 0 to size − 1; `attacks` are pairs [attacker, attacked]. */
export type Framework = { size: number; attacks: readonly (readonly [number, number])[] };

export type Label = "in" | "out" | "undecided";
export type Bounds = { steps: number; extensions: number };

const usualBounds: Bounds = { steps: 2_000_000, extensions: 10_000 };

/** Neighbours of each argument in one array: those of i stand from start[i] to start[i + 1]. */
type Neighbours = { start: Int32Array; list: Int32Array };

function neighbours({ size, attacks }: Framework, from: 0 | 1): Neighbours {
  const start = new Int32Array(size + 1);
  for (const pair of attacks) {
    if (!(pair[0] >= 0 && pair[0] < size && pair[1] >= 0 && pair[1] < size))
      throw new RangeError(`Cannot attack: arguments are 0 to ${size - 1}, got ${pair[0]} and ${pair[1]}`);
    start[pair[from] + 1]! += 1;
  }
  for (let at = 0; at < size; at += 1) start[at + 1]! += start[at]!;
  const next = start.slice();
  const list = new Int32Array(attacks.length);
  for (const pair of attacks) list[next[pair[from]]!++] = pair[(1 - from) as 0 | 1];
  return { start, list };
}

/** The grounded labelling: in, out, or undecided. */
export function grounded(framework: Framework): Label[] {
  return groundedBy(framework, neighbours(framework, 0));
}

function groundedBy({ size, attacks }: Framework, targets: Neighbours): Label[] {
  const labels = Array.from<Label>({ length: size }).fill("undecided");
  const attackersLeft = new Int32Array(size);
  for (const [, attacked] of attacks) attackersLeft[attacked]! += 1;
  const waiting: number[] = [];
  for (let at = 0; at < size; at += 1) if (attackersLeft[at] === 0) waiting.push(at);
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    labels[one] = "in";
    for (let t = targets.start[one]!; t < targets.start[one + 1]!; t += 1) {
      const attacked = targets.list[t]!;
      if (labels[attacked] !== "undecided") continue;
      labels[attacked] = "out";
      for (let d = targets.start[attacked]!; d < targets.start[attacked + 1]!; d += 1) {
        const defended = targets.list[d]!;
        attackersLeft[defended]! -= 1;
        if (attackersLeft[defended] === 0 && labels[defended] === "undecided") waiting.push(defended);
      }
    }
  }
  return labels;
}

/** Every preferred extension, each as its arguments in rising order. */
export function preferred(framework: Framework, bounds: Partial<Bounds> = {}): Outcome<number[][]> {
  return extensions(framework, { ...usualBounds, ...bounds }, false);
}

/** Every stable extension; there may be none. */
export function stable(framework: Framework, bounds: Partial<Bounds> = {}): Outcome<number[][]> {
  return extensions(framework, { ...usualBounds, ...bounds }, true);
}

function extensions(framework: Framework, bounds: Bounds, onlyStable: boolean): Outcome<number[][]> {
  const targets = neighbours(framework, 0);
  const attackers = neighbours(framework, 1);
  const labels = groundedBy(framework, targets);
  const sure = labels.flatMap((label, at) => (label === "in" ? [at] : []));
  let found: number[][] = [sure];
  const steps = { left: bounds.steps };
  for (const part of openParts(labels, targets, attackers)) {
    const local = search(part, labels, targets, attackers, steps, bounds.extensions);
    if (!local)
      return refuse(
        "too-many",
        `The search was stopped after ${bounds.steps} steps or ${bounds.extensions} positions.`,
      );
    const kept = onlyStable ? local.filter(({ whole }) => whole) : local;
    if (found.length * kept.length > bounds.extensions)
      return refuse("too-many", `There are more than ${bounds.extensions} positions.`);
    found = found.flatMap((before) => kept.map(({ members }) => [...before, ...members]));
  }
  return answer(found.map((one) => one.sort((a, b) => a - b)));
}

/** The undecided arguments in parts that do not touch each other. */
function openParts(labels: readonly Label[], targets: Neighbours, attackers: Neighbours): number[][] {
  const seen = new Uint8Array(labels.length);
  const parts: number[][] = [];
  for (let first = 0; first < labels.length; first += 1) {
    if (seen[first] || labels[first] !== "undecided") continue;
    const part = [first];
    seen[first] = 1;
    for (let at = 0; at < part.length; at += 1)
      for (const { start, list } of [targets, attackers])
        for (let n = start[part[at]!]!; n < start[part[at]! + 1]!; n += 1) {
          const next = list[n]!;
          if (seen[next] || labels[next] !== "undecided") continue;
          seen[next] = 1;
          part.push(next);
        }
    parts.push(part);
  }
  return parts;
}

const BLANK = 0;
const IN = 1;
const OUT = 2;
/** Attacks a member and is not attacked by one yet. */
const MUST = 3;
const UNDECIDED = 4;

type Found = { members: number[]; /** Nothing of the part is undecided. */ whole: boolean };

/** The largest self-defending sets of one part; null when the bounds are passed. */
function search(
  part: readonly number[],
  labels: readonly Label[],
  targets: Neighbours,
  attackers: Neighbours,
  steps: { left: number },
  most: number,
): Found[] | null {
  const state = new Map<number, number>(part.map((one) => [one, BLANK]));
  const near = ({ start, list }: Neighbours, one: number): number[] =>
    Array.from(list.subarray(start[one], start[one + 1])).filter((other) => labels[other] === "undecided");
  const hits = new Map(part.map((one) => [one, near(targets, one)]));
  const hitBy = new Map(part.map((one) => [one, near(attackers, one)]));
  const trail: [number, number][] = [];
  const set = (one: number, to: number): void => {
    trail.push([one, state.get(one) as number]);
    state.set(one, to);
  };
  for (const one of part) if (hits.get(one)?.includes(one)) state.set(one, UNDECIDED);
  const takeIn = (one: number): void => {
    set(one, IN);
    for (const other of hits.get(one) ?? []) if (state.get(other) !== OUT) set(other, OUT);
    for (const other of hitBy.get(one) ?? []) if (state.get(other) !== OUT) set(other, MUST);
  };
  const hopeless = (): boolean =>
    part.some((one) => state.get(one) === MUST && !(hitBy.get(one) ?? []).some((other) => state.get(other) === BLANK));
  // The one whose taking in settles most is tried first.
  const order = part.toSorted((a, b) => weight(hits, hitBy, b) - weight(hits, hitBy, a) || a - b);
  const found: Found[] = [];
  const stack: { one: number; mark: number; tried: boolean }[] = [];
  for (;;) {
    if ((steps.left -= 1) < 0) return null;
    const dead = hopeless();
    const next = dead ? undefined : (mustBreak(part, state, hitBy) ?? order.find((one) => state.get(one) === BLANK));
    if (next !== undefined) {
      stack.push({ one: next, mark: trail.length, tried: false });
      takeIn(next);
      continue;
    }
    if (!dead && !keep(part, state, found, most)) return null;
    if (!stepBack(stack, trail, state)) return found;
  }
}

function weight(hits: Map<number, number[]>, hitBy: Map<number, number[]>, one: number): number {
  return (hits.get(one)?.length ?? 0) + (hitBy.get(one)?.length ?? 0);
}

/** An argument that may break an attack which must be broken. */
function mustBreak(
  part: readonly number[],
  state: Map<number, number>,
  hitBy: Map<number, number[]>,
): number | undefined {
  for (const one of part)
    if (state.get(one) === MUST) return (hitBy.get(one) ?? []).find((other) => state.get(other) === BLANK);
  return undefined;
}

/** Records a self-defending set unless one found before holds it: larger ones come first. */
function keep(part: readonly number[], state: Map<number, number>, found: Found[], most: number): boolean {
  if (part.some((one) => state.get(one) === MUST)) return true;
  const members = part.filter((one) => state.get(one) === IN);
  if (found.some((one) => members.every((member) => one.members.includes(member)))) return true;
  found.push({ members, whole: part.every((one) => state.get(one) === IN || state.get(one) === OUT) });
  return found.length <= most;
}

/** Undoes the last choice that has another side, and takes that side: the argument stays out of the set. */
function stepBack(
  stack: { one: number; mark: number; tried: boolean }[],
  trail: [number, number][],
  state: Map<number, number>,
): boolean {
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    while (trail.length > top.mark) {
      const [one, before] = trail.pop() as [number, number];
      state.set(one, before);
    }
    if (top.tried) continue;
    stack.push({ ...top, tried: true });
    trail.push([top.one, state.get(top.one) as number]);
    state.set(top.one, UNDECIDED);
    return true;
  }
  return false;
}

/** How an argument fares, in words that a reader needs no theory for. */
export type Standing = { label: Label; inPreferred: number; ofPreferred: number; inWords: string };

export function standings(
  framework: Framework,
  names: readonly string[],
  bounds: Partial<Bounds> = {},
): Outcome<Standing[]> {
  const labels = grounded(framework);
  const positions = preferred(framework, bounds);
  if (!positions.ok) return positions;
  const attackers = neighbours(framework, 1);
  const counts = new Int32Array(framework.size);
  for (const position of positions.value) for (const one of position) counts[one]! += 1;
  const ofPreferred = positions.value.length;
  return answer(
    labels.map((label, at) => {
      const against = Array.from(attackers.list.subarray(attackers.start[at], attackers.start[at + 1]));
      return {
        label,
        inPreferred: counts[at]!,
        ofPreferred,
        inWords: inWords(label, against, counts[at]!, ofPreferred, labels, names),
      };
    }),
  );
}

function inWords(
  label: Label,
  against: readonly number[],
  inPreferred: number,
  ofPreferred: number,
  labels: readonly Label[],
  names: readonly string[],
): string {
  if (label === "in")
    return against.length === 0
      ? "Stands: nothing here attacks it."
      : "Stands: whatever attacks it is itself defeated.";
  if (label === "out")
    return `Falls: ${names[against.find((one) => labels[one] === "in") ?? -1] ?? "another"}, which stands, attacks it.`;
  if (inPreferred === 0) return "Open, and in no position that defends itself.";
  if (inPreferred === ofPreferred) return "Open at first sight, but in every position that defends itself.";
  return `Open: in ${inPreferred} of ${ofPreferred} positions that defend themselves.`;
}
