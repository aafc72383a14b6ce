// Every measure of a case by name, with the settings that its command takes: one place for whatever asks over an address.

import type { LedgerView } from "../../ledger/view.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import { hashOf } from "../../log/record.ts";
import type { Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import { refuse, type Refusal } from "../../values/outcome.ts";
import { caseParity } from "../brief/case-parity.ts";
import { caseSeverity } from "../brief/case-severity.ts";
import { caseEffect } from "./case-effect.ts";
import { doubtfulIn } from "./case-hidden.ts";
import { caseRestraint, importedDcid } from "./case-restraint.ts";
import { caseTensionAnswer, halfLifeFrom, weightsFrom } from "./case-tension.ts";
import { kept, keptHidden, keptReciprocity, keptTrend } from "./kept-measures.ts";
import type { Ledger } from "./ledger.ts";
import { effectSettings, hiddenSettings, reciprocitySettings, seedSetting, type Flag } from "./measure-settings.ts";
import { dateKindFrom, type Parameters } from "./queries.ts";
import { shareFrom } from "./settings.ts";

export type MeasureAsked = {
  ledger: Pick<Ledger, "queue" | "listed">;
  /** As it was known on `asof`, where one is given. */
  view: LedgerView;
  asof: Day | null;
  settings: Parameters;
  flag: Flag;
};

export type CaseMeasure = {
  question: string;
  /** Settings beside the view's own, each with what it means. */
  settings: Record<string, string>;
  answer: (asked: MeasureAsked) => Promise<unknown>;
};

const seed = "whole number that all draws hang on, 1 if left out";
const level = "level of the intervals, between 0 and 1, .95 if left out";
const draws = "how many draws";

export const caseMeasures: Record<string, CaseMeasure> = {
  parity: {
    question: "Are the two directions equal, by who counts, by list and by severity?",
    settings: { seed },
    answer: async ({ view, settings, flag }) => {
      const from = seedSetting(settings, flag);
      return kept("parity", view, { from }, () => caseParity(view, from));
    },
  },
  severity: {
    question: "How severe is each direction, by every list and scale apart?",
    settings: { seed },
    answer: async ({ view, settings, flag }) => {
      const from = seedSetting(settings, flag);
      const found = kept("severity", view, { from }, () => caseSeverity(view, from));
      return found.refused ? { refused: found.refused } : found;
    },
  },
  hidden: {
    question: "How many incidents stand on no list, over models, doubtful links and ways of counting?",
    settings: { seed, draws, level },
    answer: async ({ ledger, view, settings, flag }) => {
      const asked = hiddenSettings(settings, flag);
      return keptHidden(view, await doubtfulIn(ledger, view), asked);
    },
  },
  trend: {
    question: "Is it getting better or worse, once what is still to become known is counted in?",
    settings: { seed, level, date: "which date places an incident; each list's own if left out" },
    answer: async ({ view, asof, settings, flag }) => {
      const asked = {
        asof,
        dates: settings["date"] === undefined ? null : dateKindFrom(settings["date"]),
        level: shareFrom(flag("level"), settings["level"], 0.95),
        seed: seedSetting(settings, flag),
      };
      const found = keptTrend(view, asked);
      return found ?? refusal(refuse("not-covered"));
    },
  },
  tension: {
    question: "How tense are things between the two sides, against their own long-run mean?",
    settings: {
      seed,
      level,
      date: "which date places an incident",
      "half-life": "days in which tension fades by half, 180 if left out",
      weight: "the reader's own weights, KIND=V joined by commas, such as SANCTION=8,AGREE=-4; a colon does for =",
    },
    answer: async ({ view, asof, settings, flag }) => {
      const asked = {
        asof,
        dates: dateKindFrom(settings["date"]),
        halfLifeDays: halfLifeFrom(settings["half-life"], flag("half-life")),
        weights: weightsFrom(weightPairs(settings["weight"]), flag("weight")),
        level: shareFrom(flag("level"), settings["level"], 0.95),
        seed: seedSetting(settings, flag),
      };
      const outcome = kept("tension", view, asked, () => caseTensionAnswer(view, asked));
      return outcome.ok ? outcome.value : refusal(outcome);
    },
  },
  reciprocity: {
    question: "Do the sides answer each other, by start and by disclosure?",
    settings: { seed, draws },
    answer: async ({ view, settings, flag }) => {
      const asked = reciprocitySettings(settings, flag);
      return keptReciprocity(view, asked);
    },
  },
  restraint: {
    question: "Is there something that neither side does to the other, though both do it to others?",
    settings: {},
    answer: async ({ ledger, view }) => {
      const listed = await importedDcid(ledger);
      const stamp = listed && { source: listed.source, rows: hashOf(listed.records) };
      const outcome = kept("restraint", view, { stamp }, () => caseRestraint(view, listed));
      return outcome.ok ? outcome.value : refusal(outcome);
    },
  },
  effect: {
    question: "Did something change at a date: the agreement's, or any other?",
    settings: {
      seed,
      level,
      from: "the accused state of the direction, such as CHN",
      date: "the date, YYYY-MM-DD; the agreement's if left out",
      months: "months on each side, 24 if left out",
      rivals: "imported lists by name, joined by commas: other rivals beside these two",
    },
    answer: async ({ ledger, view, settings, flag }) => {
      const lists = await rivalLists(ledger, settings["rivals"], flag);
      const { from = "" } = settings;
      const rows = lists.map(({ name, records }) => [name, hashOf(records)]);
      const hangsOn = { ...effectSettings(settings, flag), from: from.toUpperCase(), rows };
      return kept("effect answers", view, hangsOn, () => caseEffect(view, settings, flag, lists).document);
    },
  },
};

/** As an address has them: `=` would have to be written as %3D there. */
function weightPairs(text: string | undefined): string[] {
  if (text === undefined || text === "") return [];
  return text.split(",").map((pair) => pair.replace(":", "="));
}

function refusal({ refusal: refused }: { refusal: Refusal }): { refused: Refusal } {
  return { refused };
}

/** Rows of lists that were imported. */
async function rivalLists(
  ledger: Pick<Ledger, "listed">,
  asked: string | undefined,
  flag: Flag,
): Promise<{ name: string; records: ListedRecord[] }[]> {
  if (asked === undefined || asked === "") return [];
  return Promise.all(
    asked.split(",").map(async (name) => {
      const records = await ledger.listed(name);
      if (records.length === 0) throw new InputError(flag("rivals"), "lists that were imported", name);
      return { name, records };
    }),
  );
}
