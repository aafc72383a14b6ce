// A stage game seen through a public signal, as a caller gives it: tables g1, g2 and signals; or a prisoner's dilemma by
// its payoffs after CC, DC, CD, DD and the signals' probabilities; or by R, T, S, P and rho, q, r of one bad signal.

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import type { ExactPublicGame } from "./solvers/public-proof.ts";
import { anyNumber, distribution, list, number as readNumber, object, table } from "./reading.ts";

export type Stage = Omit<ExactPublicGame, "delta"> & { names: { one: string[]; two: string[]; signals: string[] } };

export const MOST_ACTIONS = 60;
const MOST_SIGNALS = 400;
/** Probabilities of all signals after all action pairs. */
const MOST_PROBABILITIES = 12_000;

/** The keys that the other two ways of giving a game use. */
export const spellings: readonly string[] = [
  "payoffs",
  "signalProbabilities",
  "R",
  "T",
  "S",
  "P",
  "rho",
  "q",
  "r",
  "signalNames",
  "actionNames",
];

const shortly = ["R", "T", "S", "P", "rho", "q", "r"] as const;
const standard = { R: 3, T: 5, S: 0, P: 1, rho: 0.1, q: 0.5 };

/** R, T, S, P, rho and q are first of all the names of the closed forms' parts. */
export function isWholeGame(input: Record<string, unknown>): boolean {
  return !shortly.some((key) => key in input);
}

const PAIRS = [
  ["CC", "CD"],
  ["DC", "DD"],
] as const;

/** g1, g2 and signals out of either other way; an input without them is left as it is. */
export function spelledOut(input: Record<string, unknown>): Record<string, unknown> {
  const own = new Set<string>(["payoffs", "signalProbabilities", ...shortly]);
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !own.has(key)));
  const given = Object.keys(input);
  const says = (...keys: string[]): boolean => keys.some((key) => given.includes(key));
  if (says("payoffs", "signalProbabilities")) {
    const paid = object("REPEAT.payoffs", input["payoffs"]);
    const laws = object("REPEAT.signalProbabilities", input["signalProbabilities"]);
    const names = Object.keys(object("REPEAT.signalProbabilities.CC", laws["CC"]));
    const of = (i: 0 | 1): unknown[][] =>
      PAIRS.map((row) => row.map((pair) => list(`REPEAT.payoffs.${pair}`, paid[pair], 2)[i]));
    const signals = PAIRS.map((row) =>
      row.map((pair) => {
        const law = object(`REPEAT.signalProbabilities.${pair}`, laws[pair]);
        const unknown = Object.keys(law).find((name) => !names.includes(name));
        if (unknown !== undefined)
          throw new InputError(`REPEAT.signalProbabilities.${pair}`, names.join(", "), unknown);
        return names.map((name) => law[name] ?? 0);
      }),
    );
    return { signalNames: names, ...rest, g1: of(0), g2: of(1), signals };
  }
  if (!says(...shortly)) return input;
  const number = (key: (typeof shortly)[number]): Rational =>
    readNumber(`REPEAT.${key}`, input[key] ?? standard[key === "r" ? "q" : key], anyNumber);
  const law = (key: (typeof shortly)[number]): string[] => [
    Rational.one.minus(number(key)).toString(),
    number(key).toString(),
  ];
  const [reward, tempted, alone, both] = (["R", "T", "S", "P"] as const).map((key) => number(key).toString());
  return {
    signalNames: ["good", "bad"],
    ...rest,
    g1: [
      [reward, alone],
      [tempted, both],
    ],
    g2: [
      [reward, tempted],
      [alone, both],
    ],
    signals: [
      [law("rho"), law("q")],
      [law("q"), law(given.includes("r") ? "r" : "q")],
    ],
  };
}

export function readStage(input: Record<string, unknown>): Stage {
  const one = table("REPEAT.g1", input["g1"], anyNumber, MOST_ACTIONS);
  const two = table("REPEAT.g2", input["g2"], anyNumber, MOST_ACTIONS);
  const columns = one[0]?.length ?? 0;
  if (one.length !== two.length || columns !== two[0]?.length)
    throw new InputError("REPEAT.g2", "as many rows and columns as g1", `${two.length} x ${two[0]?.length}`);
  const rows = list("REPEAT.signals", input["signals"], MOST_ACTIONS);
  if (rows.length !== one.length) throw new InputError("REPEAT.signals", `${one.length} rows, as in g1`, rows.length);
  let count: number | null = null;
  const signals = rows.map((row, a) => {
    const cells = list(`REPEAT.signals[${a}]`, row, MOST_ACTIONS);
    if (cells.length !== columns)
      throw new InputError(`REPEAT.signals[${a}]`, `${columns} columns, as in g1`, cells.length);
    return cells.map((cell, b) => {
      const place = `REPEAT.signals[${a}][${b}]`;
      const size = list(place, cell, MOST_SIGNALS).length;
      count ??= size;
      if (size !== count) throw new InputError(place, `${count} probabilities, as in the first cell`, size);
      if (size * one.length * columns > MOST_PROBABILITIES)
        throw new InputError("REPEAT.signals", `at most ${MOST_PROBABILITIES} probabilities in all`);
      return distribution(place, cell, MOST_SIGNALS);
    });
  });
  return { one, two, signals, names: namesOf(input, one.length, columns, count ?? 0) };
}

function namesOf(input: Record<string, unknown>, rows: number, columns: number, count: number): Stage["names"] {
  const actions = (of: number): string[] =>
    of === 2 ? ["restrain", "attack"] : Array.from({ length: of }, (_, k) => `action ${k + 1}`);
  const named = (place: string, value: unknown, length: number, standard: string[]): string[] => {
    if (value === undefined) return standard;
    const read = list(place, value, length);
    if (read.length !== length) throw new InputError(place, `${length} names`, read.length);
    return read.map((name, k) => {
      if (typeof name === "string" && name.length > 0 && name.length <= 40) return name;
      throw new InputError(`${place}[${k}]`, "a name of at most 40 letters", name);
    });
  };
  const given = input["actionNames"];
  const both = given === undefined ? [undefined, undefined] : list("REPEAT.actionNames", given, 2);
  const signals = Array.from({ length: count }, (_, y) => `signal ${y + 1}`);
  return {
    one: named("REPEAT.actionNames[0]", both[0], rows, actions(rows)),
    two: named("REPEAT.actionNames[1]", both[1], columns, actions(columns)),
    signals: named("REPEAT.signalNames", input["signalNames"], count, signals),
  };
}
