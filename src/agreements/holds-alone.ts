// Which clauses hold by themselves? Each clause is an issue in which both sides may restrain or attack, so it is kept,
// with nobody to enforce it, where a breach is seen well enough and tomorrow weighs enough. With everything seen
// patience must reach (T−R)/(T−P) (LINK's pooling). With false alarms rho, attribution q, g = T−R, REPEAT's condition
// kappa ≤ 1 reads
//   q ≥ rho + g (1 − δ (1 − rho)) / (δ (R − P))      (derived from REPEAT's closed form)
// for both sides. The package is one clause whose payoffs are the sums, watched by one signal: a breach anywhere is
// answered everywhere. Certificates are the models' own, checked by their checker.

import { largest, Rational, sumOf, type RationalLike } from "../math/rational.ts";
import type { Certificate } from "../models/checker/certificate.ts";
import { link } from "../models/link.ts";
import { solve } from "../models/model.ts";
import { repeat } from "../models/repeat.ts";
import { InputError } from "../values/errors.ts";
import { at, type Payoffs, type World } from "../world/world.ts";

export type Clause = { name: string; A: Payoffs; B: Payoffs };

export type Terms = { delta: { A: number; B: number }; q: number; rho: number };

export type Holding = {
  name: string;
  /** At the terms given. */
  holds: boolean;
  /** The least attribution quality at the sides' patience; null where not even certain attribution is enough. */
  attribution: number | null;
  /** Each side's least patience at the given attribution; null where no patience is enough. */
  patience: { A: number | null; B: number | null };
  /** The least patience where every breach is seen. */
  patienceSeen: number;
  /** Of the answer at the terms given, of the least attribution, and of the patience where all is seen. */
  certificates: { here: Certificate | null; atLeast: Certificate | null; seen: Certificate | null };
};

export type HoldsAlone = { clauses: Holding[]; package: Holding };

export function holdsAlone(clauses: readonly Clause[], terms: Terms): HoldsAlone {
  if (clauses.length === 0) throw new InputError("clauses", "at least one clause", "none");
  return {
    clauses: clauses.map((clause) => holding(clause, terms)),
    package: holding(
      { name: "package", A: summed(clauses.map(({ A }) => A)), B: summed(clauses.map(({ B }) => B)) },
      terms,
    ),
  };
}

/** The issues of a world as clauses, and its terms. */
export function clausesOf(world: World): { clauses: Clause[]; terms: Terms } {
  return {
    clauses: world.issues.map(({ title, A, B }) => ({ name: title.en, A, B })),
    terms: { delta: { A: at(world, "delta_A"), B: at(world, "delta_B") }, q: at(world, "q"), rho: at(world, "rho") },
  };
}

function summed(cells: readonly Payoffs[]): Payoffs {
  const total = (key: keyof Payoffs): number => sumOf(cells.map((cell) => Rational.of(cell[key]))).toNumber();
  return { T: total("T"), R: total("R"), P: total("P"), S: total("S") };
}

function holding({ name, A, B }: Clause, terms: Terms): Holding {
  const least = largest([leastAttribution(A, terms.delta.A, terms.rho), leastAttribution(B, terms.delta.B, terms.rho)]);
  const enough = least.isAtMost(1);
  const here = terms.q > terms.rho ? solved({ A, B }, terms, Rational.of(terms.q)) : null;
  const seen = solve(link, { part: "pooling", issues: [{ A: shown(A), B: shown(B) }] });
  const threshold = (param: string): number | null =>
    here?.thresholds.find((candidate) => candidate.param === param)?.value ?? null;
  return {
    name,
    holds: here?.outcome["sustainable"] === true,
    attribution: enough ? least.toNumber() : null,
    patience: { A: threshold("delta_A"), B: threshold("delta_B") },
    patienceSeen: seen.ok ? (seen.value.thresholds[1]?.value ?? 1) : 1,
    certificates: {
      here: here?.certificate ?? null,
      atLeast: enough ? (solved({ A, B }, terms, least)?.certificate ?? null) : null,
      seen: seen.ok ? seen.value.certificate : null,
    },
  };
}

/** q ≥ rho + g (1 − δ (1 − rho)) / (δ (R − P)), exactly. */
function leastAttribution({ T, R, P }: Payoffs, delta: number, rho: number): Rational {
  const [g, stake] = [Rational.of(T).minus(R), Rational.of(R).minus(P)];
  if (g.sign() <= 0 || stake.sign() <= 0)
    throw new InputError("clause", "payoffs T > R > P", JSON.stringify({ T, R, P }));
  if (!(delta > 0 && delta < 1)) throw new InputError("delta", "a number between 0 and 1", delta);
  const lost = Rational.one.minus(Rational.of(delta).times(Rational.one.minus(rho)));
  return Rational.of(rho).plus(g.times(lost).over(stake.times(delta)));
}

type Solved = {
  outcome: Readonly<Record<string, unknown>>;
  thresholds: { param: string; value: number | null }[];
  certificate: Certificate | null;
};

function solved({ A, B }: Pick<Clause, "A" | "B">, { delta, rho }: Terms, q: Rational): Solved | null {
  const side = (payoffs: Payoffs, patience: number): Record<string, RationalLike> => ({
    ...shown(payoffs),
    delta: patience,
    q: q.toString(),
  });
  const outcome = solve(repeat, { part: "two-sides", A: side(A, delta.A), B: side(B, delta.B), rho });
  return outcome.ok ? outcome.value : null;
}

function shown({ T, R, P, S }: Payoffs): Record<keyof Payoffs, number> {
  return { T, R, P, S };
}
