// The shapes of the measures' answers, for those who read them by machine. What an object holds besides is not forbidden:
// keys named here stay.

import { z } from "zod";

const interval = z.object({ lower: z.number(), upper: z.number(), level: z.number() });
const refused = z.object({ refused: z.object({ reason: z.string(), because: z.string() }) });
const estimate = z.looseObject({ value: z.number(), unit: z.string(), interval });
const cited = estimate.extend({
  method: z.string(),
  assumptions: z.array(z.string()),
  references: z.array(z.string()),
  inputs: z.string(),
  seed: z.number().optional(),
});
const answered = z.union([cited, refused]);
const direction = z.looseObject({ from: z.string(), to: z.string() });
const ofCase = z.looseObject({ case: z.string() });
const count = direction.extend({ incidents: z.number() });
const list = z.array(z.string());

const trendSeries = z.looseObject({
  list: z.string().nullable(),
  dates: z.string(),
  series: z.array(z.object({ year: z.number(), count: z.number(), share: z.number(), expected: z.number() })),
  trend: answered,
  recent: z.intersection(answered, z.looseObject({ years: z.number() })),
  changePoints: answered,
  nowcast: answered,
});

const placebo = z.looseObject({ rank: z.number(), of: z.number(), p: z.number() });
const effect = z.looseObject({
  before: z.number(),
  after: z.number(),
  ratio: cited,
  exact: z.object({ p: z.number(), sided: z.string() }),
  placebo: placebo.extend({ dates: z.array(z.object({ date: z.string(), ratio: z.number().nullable() })) }),
  firstAfter: z.string(),
  periods: z.number(),
  interrupted: z.union([estimate, refused]),
  structural: z.union([estimate, refused]),
});
const effectOfList = z.intersection(
  z.looseObject({
    list: z.string(),
    profiles: z.string(),
    dates: z.string(),
    delayCorrected: z.union([estimate, refused]),
  }),
  z.union([effect, refused]),
);

const hawkes = z.looseObject({
  mu: z.array(z.number()),
  alpha: z.array(z.array(z.number())),
  beta: z.array(z.number().nullable()),
  logLikelihood: z.number(),
  spectralRadius: z.number(),
  stable: z.boolean(),
  standardErrors: z.object({
    mu: z.array(z.number().nullable()),
    alpha: z.array(z.array(z.number().nullable())),
    beta: z.array(z.number().nullable()),
  }),
});
const ratioTest = z.looseObject({ statistic: z.number(), degreesOfFreedom: z.number(), p: z.number() });
const permutation = z.union([
  z.looseObject({ statistic: z.number(), p: z.number(), draws: z.number(), seed: z.number(), events: z.number() }),
  refused,
]);
const events = { hawkes, likelihoodRatio: z.union([ratioTest, refused]), permutation };

const ends = z.looseObject({ value: z.number(), lower: z.number(), upper: z.number() });

/** Of a case, by the measure's name. */
export const caseShapes: Readonly<Record<string, z.ZodType>> = {
  parity: ofCase.extend({
    inputs: z.string(),
    directions: z.array(count.extend({ statements: z.number(), profiles: z.number() })),
    parity: z.array(z.looseObject({ side: z.string(), counts: z.array(count), ratio: answered })),
    bySource: z.array(z.looseObject({ source: z.string(), counts: z.array(count), ratio: answered })),
    severity: z.array(z.looseObject({ list: z.string(), scale: z.string(), unit: z.string(), ratio: answered })),
  }),
  severity: ofCase.extend({
    inputs: z.string(),
    scales: z.array(
      z.looseObject({
        list: z.string(),
        scale: z.string(),
        unit: z.string(),
        directions: z.array(count.extend({ total: z.number(), mean: answered })),
        ratio: answered,
      }),
    ),
  }),
  hidden: ofCase.extend({
    inputs: z.string(),
    lists: list,
    doubtful: z.number(),
    directions: z.array(
      direction.extend({
        overlap: z.looseObject({
          lists: list,
          cells: z.array(z.object({ lists: list, count: z.number() })),
          observed: z.number(),
        }),
        estimate: answered,
        asLinked: z.looseObject({ estimates: z.array(z.looseObject({ method: z.string() })) }).nullable(),
        choices: z.array(z.looseObject({ profiles: z.string(), links: z.string(), statements: z.string() })),
        spread: z.object({ least: z.number(), most: z.number(), answered: z.number(), of: z.number() }),
      }),
    ),
  }),
  trend: ofCase.extend({
    asof: z.string().nullable(),
    inputs: z.string(),
    delay: z.object({ years: answered, months: answered }),
    directions: z.array(direction.extend({ pooled: trendSeries, lists: z.array(trendSeries) })),
  }),
  tension: ofCase.extend({
    formula: z.string(),
    halfLifeDays: z.number(),
    weights: z.record(z.string(), z.number()),
    joint: cited,
    directions: z.array(direction.extend({ estimate: cited })),
    months: z.array(z.looseObject({ directions: z.array(direction.extend({ index: z.number() })) })),
    contributions: z.array(z.looseObject({ title: z.string(), when: z.string() })),
    cautions: list,
  }),
  reciprocity: ofCase.extend({
    inputs: z.string(),
    sides: list,
    unit: z.literal("days"),
    series: z.array(
      z.intersection(
        z.looseObject({ dates: z.string(), of: z.string(), heading: z.string(), reading: z.string() }),
        z.union([z.looseObject(events), refused]),
      ),
    ),
    cautions: list,
    assumptions: list,
    references: list,
  }),
  restraint: ofCase.extend({
    source: z.string(),
    inputs: z.string(),
    mutual: z.union([
      z.looseObject({ tested: z.number(), understandings: z.array(z.looseObject({ brokenBy: list })) }),
      refused,
    ]),
    dyads: z.array(z.unknown()),
    assumptions: list,
    references: list,
  }),
  effect: ofCase.extend({
    direction,
    date: z.string(),
    months: z.number(),
    lists: z.array(effectOfList),
    pooled: z.array(effectOfList),
    curve: z.union([z.looseObject({ variants: z.array(z.unknown()), median: z.number(), placebo }), refused]),
    delay: z.union([estimate, refused]),
    rivals: z.array(z.looseObject({ list: z.string() })).optional(),
  }),
};

/** Of a file that is sent, by the measure's name. */
export const fileShapes: Readonly<Record<string, z.ZodType>> = {
  hidden: z.looseObject({
    observed: z.number(),
    shared: z.number(),
    lists: z.array(z.object({ name: z.string(), cases: z.number() })),
    estimates: z.array(z.looseObject({ method: z.string() })),
    averaged: ends.nullable(),
    lowerBound: ends.extend({ forTheseLists: ends }).nullable(),
    cautions: list,
    assumptions: list,
    references: list,
    level: z.number(),
    seed: z.number(),
    refused: refused.shape.refused.optional(),
  }),
  reciprocity: z.looseObject({
    ...events,
    reading: z.string(),
    unit: z.enum(["as given", "days"]),
    origin: z.string().nullable(),
    sides: z.array(z.object({ side: z.string(), events: z.number() })),
    horizon: z.number(),
    cautions: list,
    assumptions: list,
    references: list,
  }),
  effect: effect.extend({ date: z.string() }),
  changepoints: z.union([
    z.looseObject({
      probabilityOfNone: z.number(),
      dates: z.array(z.looseObject({ date: z.string(), probability: z.number() })),
      segments: z.array(z.looseObject({ from: z.string(), to: z.string(), rate: z.number(), interval })),
      changes: cited,
      numbers: z.array(z.object({ changes: z.number(), probability: z.number() })),
    }),
    z.looseObject({
      segments: z.array(z.looseObject({ from: z.string(), to: z.string(), rate: z.number(), interval })),
      costOfAll: z.number(),
      penaltyPerSegment: z.number(),
    }),
    z.looseObject({ breaks: z.array(z.looseObject({ date: z.string() })), fStatistics: z.array(z.unknown()) }),
  ]),
};

/** The same, where a refusal is asked for as an answer, or stands in the answer's place. */
export function orRefused(shape: z.ZodType): z.ZodType {
  return z.union([shape, refused]);
}
