// COUNT (argument h): how big is it really? How far sellers of fear can inflate a threat (kamenicaGentzkow2011), what one
// respondent's claim does to a survey (florencioHerley2011), and what overlapping lists can say.

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { at, type World } from "../world/world.ts";
import { capture, twoLists } from "./count-capture.ts";
import { forecasts, reporting } from "./count-selection.ts";
import { outcomeOf, part, regime, threshold, type Model, type Param, type Part, type Solved } from "./model.ts";
import { axis } from "./proposition.ts";
import { exact, inner, param, positive, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Persuasion = { prior: Rational; tau: Rational };

const persuasionParams: Param[] = [
  param("prior", "probability that the threat is real before any alarm", inner, 0.3, {
    source: { kind: "literature", ref: "kamenicaGentzkow2011" },
  }),
  param("tau", "belief at which the audience acts", inner, 0.5, {
    source: { kind: "literature", ref: "kamenicaGentzkow2011" },
  }),
];

function solvePersuasion({ prior, tau }: Persuasion): Outcome<Solved> {
  const one = Rational.one;
  const convinced = prior.isAtLeast(tau);
  const alarm = convinced ? one : prior.over(tau);
  const falseAlarm = alarm.minus(prior).over(one.minus(prior));
  const rows = new RowList()
    .strict("the prior is above zero", prior, 0)
    .strict("the prior is below one", 1, prior)
    .strict("tau is above zero", tau, 0)
    .strict("tau is below one", 1, tau);
  rows.eq(
    "the alarm is raised whenever the threat is real, and falsely so often: prior + (1-prior) fa = alarm",
    prior.plus(one.minus(prior).times(falseAlarm)),
    alarm,
  );
  rows.ineq("after the alarm the audience acts: prior >= tau alarm", prior, tau.times(alarm));
  if (convinced) rows.eq("the audience acts in any case", alarm, 1);
  else rows.eq("after the alarm the truth has probability tau, no more", prior.over(alarm), tau);
  return answer({
    regimes: [
      regime(
        "seller inflates",
        "prior < tau",
        !convinced,
        "the alarm is raised as often as a rational audience still acts on it",
      ),
      regime("convinced already", "prior >= tau", convinced, "the audience acts without any seller"),
    ],
    equilibria: [
      {
        name: "persuasion",
        inWords: `The alarm is raised with probability ${alarm.toNumber().toPrecision(3)}; after it the threat is real with probability ${(convinced ? prior : tau).toNumber().toPrecision(3)}.`,
        play: { alarm: exact(alarm), falseAlarmGivenSafe: exact(falseAlarm) },
      },
    ],
    thresholds: [threshold("prior", "above", tau, "prior >= tau", "the audience acts without an alarm")],
    outcome: outcomeOf({
      alarm: exact(alarm),
      falseAlarmGivenSafe: exact(falseAlarm),
      truthAfterAlarm: exact(convinced ? prior : tau),
      inflation: exact(alarm.over(prior)),
    }),
    certificate: certificate("COUNT/persuasion", { prior, tau }, { alarm, falseAlarmGivenSafe: falseAlarm }, rows),
  });
}

const persuasion: Part = part({
  name: "persuasion",
  question: "How often can a seller of fear raise the alarm before a rational audience?",
  status: "published",
  params: persuasionParams,
  read: (input) => scalars<keyof Persuasion>("COUNT", persuasionParams, input),
  solve: solvePersuasion,
});

type Survey = { claim: Rational; sample: Rational; population: Rational };
const huge = { ...positive, max: 1e15 };
const surveyParams: Param[] = [
  param("claim", "one respondent's loss", huge, 50_000, {
    unit: "money",
    source: { kind: "literature", ref: "florencioHerley2011" },
  }),
  param("sample", "respondents of the survey", huge, 1000, {
    unit: "persons",
    source: { kind: "literature", ref: "florencioHerley2011" },
  }),
  param("population", "people the survey speaks for", huge, 200_000_000, {
    unit: "persons",
    source: { kind: "literature", ref: "florencioHerley2011" },
  }),
];

const oneRespondent: Part = part({
  name: "one-respondent",
  question: "What does one respondent's claim add to a survey's total?",
  status: "published",
  params: surveyParams,
  read: (input) => scalars<keyof Survey>("COUNT", surveyParams, input),
  solve({ claim, sample, population }: Survey): Outcome<Solved> {
    const total = claim.times(population).over(sample);
    const rows = new RowList()
      .strict("there is a sample", sample, 0)
      .eq("each respondent stands for population/sample people", total.times(sample), claim.times(population));
    return answer({
      regimes: [],
      equilibria: [],
      thresholds: [],
      outcome: outcomeOf({ total: exact(total), standsFor: exact(population.over(sample)) }),
      certificate: certificate("COUNT/one-respondent", { claim, sample, population }, { total }, rows),
    });
  },
});

const seller = [axis("prior", 0.001, 0.999, 0.3), axis("tau", 0.001, 0.999, 0.5)];

/** The lists' cells are the record's own, in the direction from B against A. */
function fromWorld(world: World): { part: string; params: Record<string, unknown> }[] {
  const persuaded = { part: "persuasion", params: { prior: at(world, "prior"), tau: at(world, "tau") } };
  const seen = world.observed?.lists.cells ?? [];
  if (seen.length === 0) return [persuaded];
  const cells = Object.fromEntries(seen.map(({ in: lists, count: cases }) => [lists.join(""), cases]));
  return [persuaded, { part: "capture", params: { cells } }];
}

export const count: Model = {
  card: {
    id: "COUNT",
    title: "How big it is",
    question: "How far can a threat be inflated, and what can overlapping lists say about its size?",
    story:
      "Those who sell protection raise alarms, surveys scale up a few answers, and lists record the severe rather than the slight.",
    players: ["a seller of fear", "a rational audience"],
    moves: "the seller commits to when it raises the alarm; the audience acts if its belief reaches tau",
    payoffs: "the seller wants action; the audience wants it only if the threat is real enough",
    assumptions: [
      "the audience knows the seller's rule (persuasion)",
      "a list sees an incident as the model of dependence says (lists)",
      "estimates are for incidents that could have been listed at all",
    ],
    references: [
      { key: "kamenicaGentzkow2011", status: "published", note: "the example's numbers" },
      { key: "florencioHerley2011", status: "published", note: "abstract" },
      { key: "chapman1951", status: "published", note: "two lists" },
      { key: "chao1987", status: "published", note: "lower bound" },
    ],
    status: "published",
    arguments: ["h"],
  },
  parts: [persuasion, oneRespondent, capture, twoLists, forecasts, reporting],
  fromWorld,
  propositions: [
    {
      id: "alarms-mostly-false",
      argument: "h",
      model: "COUNT",
      sentence: "Where the threat is absent, the alarm is still raised more often than not.",
      condition: "(prior/tau - prior)/(1-prior) > 1/2, that is tau < 2 prior/(1+prior)",
      axes: seller,
      margin: ({ prior = 0.3, tau = 0.5 }) => Math.min(1, prior / tau) - prior - (1 - prior) / 2,
    },
    {
      id: "threat-inflated-twofold",
      argument: "h",
      model: "COUNT",
      sentence: "Alarms can be twice as frequent as threats.",
      condition: "min(1, prior/tau) >= 2 prior, that is tau <= 1/2 and prior <= 1/2",
      axes: seller,
      margin: ({ prior = 0.3, tau = 0.5 }) => Math.min(1, prior / tau) - 2 * prior,
    },
    {
      id: "little-is-hidden",
      argument: "h",
      model: "COUNT",
      sentence: "What there is stands on record already: at least as many incidents are on some list as on none.",
      condition: "the share on some list >= 1/2",
      axes: [axis("reporting", 0.001, 1, 0.3)],
      margin: ({ reporting = 0.3 }) => reporting - 1 / 2,
    },
  ],
};
