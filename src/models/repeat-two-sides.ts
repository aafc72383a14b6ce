// REPEAT with unequal sides and one common signal (derived): a bad signal ends restraint for good with one probability
// phi for both. A_i = (q_i−rho)(R_i−P_i) − g_i rho, kappa_i = (1−d_i)g_i/(d_i A_i), infinite if A_i ≤ 0; sustainable iff
// phi = max kappa_i ≤ 1; V_i = P_i + (1−d_i)(R_i−P_i)/(1−d_i + d_i rho phi).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, discount, exact, inner, number, object, ordered, param, probability } from "./reading.ts";
import { breakdownCertificate, deltaMinOf, impossibleCertificate, roomOf, type Watched } from "./repeat-breakdown.ts";

export type TwoSides = { sides: readonly [Watched, Watched]; rho: Rational };

const one = Rational.one;
const standard = { T: 5, R: 3, P: 1, S: 0, delta: 0.9, q: 0.5 };

const params: Param[] = [
  param("A", "payoffs T > R > P > S of A, its patience delta, and the detection q of its attacks", null, standard, {
    unit: "payoff per period",
  }),
  param("B", "the same of B", null, standard, { unit: "payoff per period" }),
  param("rho", "probability of a bad signal though both restrain", inner, 0.1, { unit: "1 per period" }),
];

function readSide(place: string, value: unknown): Watched {
  const given = { ...standard, ...object(place, value) } as Record<string, unknown>;
  const extra = Object.keys(given).find((key) => !(key in standard));
  if (extra !== undefined) throw new InputError(`${place}.${extra}`, `only ${Object.keys(standard).join(", ")}`);
  const read = (key: string, range = anyNumber): Rational => number(`${place}.${key}`, given[key], range);
  const side = {
    T: read("T"),
    R: read("R"),
    P: read("P"),
    S: read("S"),
    delta: read("delta", discount),
    q: read("q", probability),
  };
  ordered(place, side, "T", "R", "P", "S");
  return side;
}

const sided = Object.keys(standard).flatMap((key) => [`${key}_A`, `${key}_B`]);

/** A and B out of delta_A, q_B and the like; what both share is named once: T, R, P, S, delta, q. */
function sidesSpelledOut(input: Record<string, unknown>): Record<string, unknown> {
  const shared = Object.keys(standard).filter((key) => key in input);
  if (shared.length === 0 && !sided.some((key) => key in input)) return input;
  const rest = Object.fromEntries(
    Object.entries(input).filter(([key]) => !sided.includes(key) && !shared.includes(key)),
  );
  const side = (name: "A" | "B"): Record<string, unknown> => ({
    ...Object.fromEntries(shared.map((key) => [key, input[key]])),
    ...(input[name] === undefined ? {} : object(`REPEAT.${name}`, input[name])),
    ...Object.fromEntries(
      Object.keys(standard).flatMap((key) => (`${key}_${name}` in input ? [[key, input[`${key}_${name}`]]] : [])),
    ),
  });
  return { ...rest, A: side("A"), B: side("B") };
}

function saysSides(input: Record<string, unknown>): boolean {
  return ["A", "B", ...sided].some((key) => key in input);
}

function read(input: Record<string, unknown>): TwoSides {
  const rho = number("REPEAT.rho", input["rho"], inner);
  const sides = [readSide("REPEAT.A", input["A"]), readSide("REPEAT.B", input["B"])] as const;
  for (const [at, side] of sides.entries()) {
    if (!side.q.isAbove(rho))
      throw new InputError(
        `REPEAT.${at === 0 ? "A" : "B"}.q`,
        "q above rho: a signal must tell something",
        side.q.toString(),
      );
  }
  return { sides, rho };
}

/** The punishment probability that a side needs; null where none is enough. */
export function kappaOf(side: Watched, rho: Rational): Rational | null {
  const { T, R, delta } = side;
  const [g, room] = [T.minus(R), roomOf(side, rho)];
  return room.sign() <= 0 || delta.isZero() ? null : one.minus(delta).times(g).over(delta.times(room));
}

export function phiOf({ sides, rho }: TwoSides): { phi: Rational | null; values: [Rational, Rational] } {
  const [a, b] = [kappaOf(sides[0], rho), kappaOf(sides[1], rho)];
  const phi = a && b ? (a.isAbove(b) ? a : b) : null;
  const held = phi?.isAtMost(1) ? phi : null;
  const value = ({ R, P, delta }: Watched): Rational => {
    if (!held) return P;
    const ending = one.minus(delta);
    return P.plus(ending.times(R.minus(P)).over(ending.plus(delta.times(rho).times(held))));
  };
  return { phi: held, values: [value(sides[0]), value(sides[1])] };
}

function solveTwoSides(game: TwoSides): Outcome<Solved> {
  const { sides, rho } = game;
  const kappas = sides.map((side) => kappaOf(side, rho));
  const { phi, values } = phiOf(game);
  const needed = sides.map((side) => deltaMinOf(side, rho));
  const [first, second] = kappas as [Rational | null, Rational | null];
  const weaker = first === null || (second !== null && first.isAbove(second)) ? "A" : "B";
  return answer({
    regimes: [
      regime("no restraint", "max kappa_i > 1", phi === null, `${weaker} cannot be held by any punishment`),
      regime("tacit restraint", "max kappa_i <= 1", phi !== null, "both are held by the same chance of a breakdown"),
    ],
    equilibria: phi
      ? [
          {
            name: "restrain and sometimes give up",
            inWords: `Both restrain; after a bad signal restraint ends for good with probability ${phi.toNumber().toPrecision(3)}.`,
            play: { phi: exact(phi), valueA: exact(values[0]), valueB: exact(values[1]) },
          },
        ]
      : [
          {
            name: "no restraint",
            inWords: "Both attack in every period.",
            play: { valueA: exact(values[0]), valueB: exact(values[1]) },
          },
        ],
    thresholds: [
      threshold("delta_A", "above", needed[0] ?? null, "g/(g+A) of A", "A's patience from which it can be held"),
      threshold("delta_B", "above", needed[1] ?? null, "g/(g+A) of B", "B's patience from which it can be held"),
    ],
    outcome: outcomeOf({
      // Restraint is for the time until a breakdown: its share of discounted time.
      restraintA: phi ? shareOf(sides[0], rho, phi) : 0,
      restraintB: phi ? shareOf(sides[1], rho, phi) : 0,
      payoffA: values[0].toNumber(),
      payoffB: values[1].toNumber(),
      prClash: phi ? rho.times(phi).toNumber() : 1,
      shareOfTimePunishing: phi ? 1 - shareOf(sides[0], rho, phi) : 1,
      sustainable: phi !== null,
      phi: phi ? exact(phi) : null,
      kappaA: kappas[0] ? exact(kappas[0]) : null,
      kappaB: kappas[1] ? exact(kappas[1]) : null,
      VA: exact(values[0]),
      VB: exact(values[1]),
      harderToHold: weaker,
    }),
    certificate: phi
      ? breakdownCertificate(sides, rho, phi, values)
      : impossibleCertificate(sides[weaker === "A" ? 0 : 1], rho, "one common chance of breakdown"),
  });
}

function shareOf({ delta }: Watched, rho: Rational, phi: Rational): number {
  const ending = one.minus(delta);
  return ending.over(ending.plus(delta.times(rho).times(phi))).toNumber();
}

export const twoSides: Part = part({
  name: "two-sides",
  question: "Does restraint hold between unequal sides who see the same unsure signal?",
  status: "derived",
  params,
  also: [...Object.keys(standard), ...sided],
  spell: sidesSpelledOut,
  fits: saysSides,
  read,
  solve: solveTwoSides,
});
