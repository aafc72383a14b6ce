// The prisoner's dilemma with anonymous and attributed alarms, as its parameters give it (numbers published in the
// tutorial of goldlueckeKranz2012's second author): both restrain 1, a lone attacker 1 + g, a lone victim −l, both attack 0.
// After mutual restraint an anonymous alarm sounds with lambda and either side is blamed with alpha; a lone attack adds mu
// and beta; after mutual attack only the anonymous alarm sounds, with psi.

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { notNegative, number, positive, probability } from "./reading.ts";

const standard = { g: 1, l: 1.5, lambda: 0.1, mu: 0.2, alpha: 0.1, beta: 0.2, psi: 1 };
type Key = keyof typeof standard;
export const alarmKeys: readonly Key[] = Object.keys(standard) as Key[];

/** g1, g2 and signals out of g, l and the alarms' odds; an input that gives none of them, or the game itself, is left. */
export function alarmsSpelledOut(input: Record<string, unknown>): Record<string, unknown> {
  const given = Object.keys(input);
  const whole = ["payoffs", "signalProbabilities", "g1", "g2", "signals", "R", "T", "S", "P"];
  if (!alarmKeys.some((key) => given.includes(key)) || whole.some((key) => given.includes(key))) return input;
  const read = (key: Key, range: typeof positive): Rational =>
    number(`REPEAT.${key}`, input[key] ?? standard[key], range);
  const [g, l] = [read("g", positive), read("l", notNegative)];
  const [lambda, mu, alpha, beta, psi] = (["lambda", "mu", "alpha", "beta", "psi"] as const).map((key) =>
    read(key, probability),
  ) as [Rational, Rational, Rational, Rational, Rational];
  const [zero, one] = [Rational.zero, Rational.one];
  const law = (anonymous: Rational, first: Rational, second: Rational): string[] => {
    const none = one.minus(anonymous).minus(first).minus(second);
    if (none.sign() < 0)
      throw new InputError("REPEAT.lambda", "lambda + mu + 2 alpha + beta at or below 1", one.minus(none).toString());
    return [none, anonymous, first, second].map(String);
  };
  const loud = lambda.plus(mu);
  const blamed = alpha.plus(beta);
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !(alarmKeys as string[]).includes(key)));
  const [tempted, alone] = [one.plus(g).toString(), l.negated().toString()];
  return {
    signalNames: ["none", "anonymous", "blame1", "blame2"],
    ...rest,
    g1: [
      ["1", alone],
      [tempted, "0"],
    ],
    g2: [
      ["1", tempted],
      [alone, "0"],
    ],
    signals: [
      [law(lambda, alpha, alpha), law(loud, alpha, blamed)],
      [law(loud, blamed, alpha), law(psi, zero, zero)],
    ],
  };
}
