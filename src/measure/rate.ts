// How many cases come in a period? The count over the periods watched, with the exact interval of a Poisson mean
// (garwood1936).

import { poissonInterval, USUAL_LEVEL } from "../math/intervals.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

export type Watched = { count: number; periods: number; unit?: string; level?: number };

export const rate: Estimator<Watched> = {
  name: "rate",
  question: "How many cases come in a period?",
  references: ["garwood1936"],
  assumptions: ["every period was watched alike", "cases are independent of each other", "the rate stays as it is"],
  estimate({ count, periods, unit = "incidents per period", level = USUAL_LEVEL }) {
    if (!Number.isSafeInteger(count) || count < 0) throw new InputError("count", "a whole number from 0", count);
    if (!(periods >= 0 && periods < Infinity)) throw new InputError("periods", "a number from 0", periods);
    if (periods === 0) return refuse("not-covered");
    const { lower, upper } = poissonInterval(count, level);
    return answer({
      value: count / periods,
      unit,
      interval: { lower: lower / periods, upper: upper / periods, level },
    });
  },
};
