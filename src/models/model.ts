// What every model is: a card that says who plays what and where it comes from, and parts that solve one question
// each. A part reads its parameters strictly and gives back a solution with a certificate.

import { InputError } from "../values/errors.ts";
import { bounded, TooLong, type Rational } from "../math/rational.ts";
import type { Outcome } from "../values/outcome.ts";
import type { ReferenceKey } from "../values/references.ts";
import type { World } from "../world/world.ts";
import type { Certificate, Data } from "./checker/certificate.ts";
import type { Proposition } from "./proposition.ts";

export type { Certificate, Data, Row } from "./checker/certificate.ts";

/** The nine arguments of the public debate. */
export type Argument = "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i";

/** The number stands in a paper · derived and computed twice · recalled, not checked against the paper's text. */
export type Status = "published" | "derived" | "recalled";

export type ParamSource = { kind: "literature" | "data" | "assumption"; ref?: ReferenceKey; note?: string };

export type Range = { min: number; max: number; minIncluded: boolean; maxIncluded: boolean };

export type Param = {
  /** As in the model's formulas and in its input. */
  key: string;
  meaning: string;
  unit: string;
  /** Null for a list or a table, whose reader states what it takes. */
  range: Range | null;
  default: Data;
  source: ParamSource;
  /** Other spellings of the key that are read too. */
  aliases?: readonly string[];
};

export type Threshold = {
  param: string;
  value: number | null;
  /** The value as "p/q", where it is one. */
  exact?: string;
  direction: "above" | "below";
  formula: string;
  means: string;
};

export type Regime = { name: string; condition: string; means: string; here: boolean };

export type Equilibrium = { name: string; inWords: string; play: { readonly [key: string]: Data } };

/** Common units; null where a model says nothing. A model's own named results stand beside them. */
export type ModelOutcome = {
  restraintA: number | null;
  restraintB: number | null;
  payoffA: number | null;
  payoffB: number | null;
  prClash: number | null;
  shareOfTimePunishing: number | null;
  readonly [result: string]: Data;
};

export type Solved = {
  regimes: Regime[];
  equilibria: Equilibrium[];
  thresholds: Threshold[];
  outcome: ModelOutcome;
  certificate: Certificate | null;
  /** What a reader must be told besides: a refusal inside, a limit of the method. */
  notes?: string[];
};

export type Solution = Solved & { model: string; part: string; params: { readonly [key: string]: Data } };

export type PartCard = { name: string; question: string; status: Status; params: readonly Param[] };

export type Part = PartCard & {
  keys: ReadonlySet<string>;
  /** Whether an input that only names keys it knows can mean this part. */
  fits: (input: Record<string, unknown>) => boolean;
  solve(input: Record<string, unknown>): Outcome<Omit<Solution, "model">>;
};

export type CitedWork = { key: ReferenceKey; status: Status; note: string };

export type Card = {
  id: string;
  title: string;
  question: string;
  story: string;
  players: readonly string[];
  moves: string;
  payoffs: string;
  assumptions: readonly string[];
  references: readonly CitedWork[];
  status: Status;
  arguments: readonly Argument[];
};

export type Model = {
  card: Card;
  /** The first part answers where no parameter is given. */
  parts: readonly Part[];
  /** The part and its parameters that a world means. */
  fromWorld(world: World): { part: string; params: Record<string, unknown> }[];
  propositions: readonly Proposition[];
};

/** Reads, solves and echoes: hides a part's own type of parameters. */
export function part<Params>(
  about: PartCard & {
    read(input: Record<string, unknown>): Params;
    solve(params: Params): Outcome<Solved>;
    /** Keys that are read besides the parameters'. */
    also?: readonly string[];
    /** Turns another way to give the same parameters into their own keys. */
    spell?(input: Record<string, unknown>): Record<string, unknown>;
    fits?: (input: Record<string, unknown>) => boolean;
  },
): Part {
  const { name, question, status, params } = about;
  const keys = new Set([...params.flatMap((param) => [param.key, ...(param.aliases ?? [])]), ...(about.also ?? [])]);
  return {
    name,
    question,
    status,
    params,
    keys,
    fits: about.fits ?? (() => true),
    solve(input) {
      const withDefaults = filled(params, about.spell ? about.spell(input) : input);
      const solved = about.solve(about.read(withDefaults));
      if (!solved.ok) return solved;
      return { ok: true, value: { part: name, params: withDefaults as Record<string, Data>, ...solved.value } };
    },
  };
}

function filled(params: readonly Param[], input: Record<string, unknown>): Record<string, unknown> {
  const read: Record<string, unknown> = { ...input };
  for (const { key, aliases = [], default: standard } of params) {
    for (const alias of aliases) {
      if (!(alias in read)) continue;
      read[key] ??= read[alias];
      delete read[alias];
    }
    read[key] ??= standard;
  }
  return read;
}

/** Solves the part that the parameters name, or the smallest one that knows all of them. */
export function solve(model: Model, input: unknown): Outcome<Solution> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new InputError(model.card.id, "an object of parameters", input);
  }
  const { part: wanted, ...given } = input as Record<string, unknown>;
  const part = partFor(model, wanted, given);
  const solved = withinBounds(model.card.id, () => part.solve(given));
  return solved.ok ? { ok: true, value: { model: model.card.id, ...solved.value } } : solved;
}

/** Fractions that have little in common grow with every step: past this, some seconds' worth, they are refused. */
const MOST_WORK = 250_000_000;

function withinBounds<Result>(id: string, compute: () => Result): Result {
  try {
    return bounded(MOST_WORK, compute);
  } catch (error) {
    if (error instanceof TooLong) throw new InputError(id, "numbers short enough to compute with in fractions");
    throw error;
  }
}

function partFor({ card, parts }: Model, wanted: unknown, given: Record<string, unknown>): Part {
  const keys = Object.keys(given);
  const candidates = wanted === undefined ? parts : parts.filter(({ name }) => name === wanted);
  if (candidates.length === 0)
    throw new InputError(`${card.id}.part`, parts.map(({ name }) => name).join(", "), wanted);
  const knowing = candidates.filter((part) => keys.every((key) => part.keys.has(key)));
  if (knowing.length === 0) throw unknownKey(card.id, candidates, keys);
  const meant = knowing.filter((part) => part.fits(given));
  const fitting = meant.length > 0 ? meant : knowing;
  const [first] = keys.length === 0 ? fitting : fitting.toSorted((a, b) => missing(a, keys) - missing(b, keys));
  return first as Part;
}

function missing(part: Part, keys: string[]): number {
  return part.params.filter(({ key, aliases = [] }) => ![key, ...aliases].some((name) => keys.includes(name))).length;
}

function unknownKey(id: string, parts: readonly Part[], keys: string[]): InputError {
  const nowhere = keys.find((key) => !parts.some((part) => part.keys.has(key)));
  const known = parts.map((part) => `${part.name}: ${part.params.map(({ key }) => key).join(" ")}`).join("; ");
  if (nowhere !== undefined) return new InputError(`${id}.${nowhere}`, `a parameter of this model (${known})`);
  return new InputError(id, `the parameters of one part (${known})`, keys.join(" "));
}

/** The common results that a model has, and its own; what it says nothing about is null. */
export function outcomeOf(results: Partial<ModelOutcome>): ModelOutcome {
  const nothing = { restraintA: null, restraintB: null, payoffA: null, payoffB: null, prClash: null };
  return { ...nothing, shareOfTimePunishing: null, ...results };
}

/** A threshold known exactly. */
export function threshold(
  param: string,
  direction: Threshold["direction"],
  value: Rational | null,
  formula: string,
  means: string,
): Threshold {
  if (value === null) return { param, value: null, direction, formula, means };
  return { param, value: value.toNumber(), exact: value.toString(), direction, formula, means };
}

export function regime(name: string, condition: string, here: boolean, means: string): Regime {
  return { name, condition, means, here };
}
