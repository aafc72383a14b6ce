// The measures over an address: of a case, kept once they were worked out, and of a file that is sent.

import { InputError } from "../../../values/errors.ts";
import type { Outcome } from "../../../values/outcome.ts";
import { caseMeasures, type CaseMeasure } from "../../inputs/case-measures.ts";
import { reciprocityInEvents } from "../../inputs/event-reciprocity.ts";
import { hiddenInTable } from "../../inputs/list-table.ts";
import { asParameter, type Flag, type Settings } from "../../inputs/measure-settings.ts";
import { asofOf } from "../../inputs/queries.ts";
import { seriesChangePoints } from "../../inputs/series-change-points.ts";
import { seriesEffect } from "../../inputs/series-effect.ts";
import type { Route } from "../route.ts";
import { viewAsOf, viewQuery } from "./case-routes.ts";
import { caseShapes, fileShapes, orRefused } from "./measure-shapes.ts";

const refusal =
  "answer: send a refusal as any answer, 200 and not 422, for pages: browsers complain of every status from 400";

function shapeOf(shape: Route["answer"]): Pick<Route, "answer"> {
  return shape ? { answer: orRefused(shape) } : {};
}

const ofCase = Object.entries(caseMeasures).map(
  ([name, { question, settings, answer }]: [string, CaseMeasure]): Route => {
    return {
      method: "GET",
      path: `/api/cases/{case}/measures/${name}`,
      summary: question,
      query: { asof: viewQuery.asof, recorded: viewQuery.recorded, ...settings, refusal },
      ...shapeOf(caseShapes[name]),
      async handle({ path, query }, context) {
        const view = await viewAsOf(path, query, context);
        const { ledger } = context;
        const asked = { ledger, view, asof: asofOf(query["asof"]), settings: query, flag: asParameter };
        const found = await answer(asked);
        return query["refusal"] === "answer" ? { measure: name, ...(found as object) } : found;
      },
    };
  },
);

/** A table of a million rows takes long, and a server answers others too. */
const LARGEST_TABLE = 4 * 1024 * 1024;

type InFile = (file: string, read: () => string, settings: Settings, flag: Flag) => Outcome<{ document: unknown }>;

function ofFile(name: string, summary: string, query: Record<string, string>, measure: InFile): Route {
  return {
    method: "POST",
    path: `/api/measures/${name}`,
    summary,
    query,
    largestBody: LARGEST_TABLE,
    ...shapeOf(fileShapes[name]),
    handle({ query: settings, body }) {
      if (body.length === 0) throw new InputError("body", "a CSV table", "nothing");
      const outcome = measure("body", () => textOf(body), settings, asParameter);
      return outcome.ok ? outcome.value.document : { refused: outcome.refusal };
    },
  };
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new InputError("body", "text in UTF-8");
  }
}

const level = "level of the intervals, between 0 and 1";
const seed = "whole number that all draws hang on";

const ofFiles: readonly Route[] = [
  ofFile(
    "hidden",
    "How many cases no list saw, of a CSV table with a 0/1 column a list and a column count",
    { method: "one method by name, or all", level, seed },
    hiddenInTable,
  ),
  ofFile(
    "reciprocity",
    "Whether sides answer each other, of a CSV table with the columns time and side",
    { horizon: "end of the watch", draws: "shuffles of the labels", seed },
    reciprocityInEvents,
  ),
  ofFile(
    "effect",
    "What changed at a date, of a CSV table with the columns date and count; other columns are controls",
    { date: "the day of the event, YYYY-MM-DD", months: "months on each side", level, seed },
    seriesEffect,
  ),
  ofFile(
    "changepoints",
    "Where the rate changed, of a CSV table with the columns date and count",
    {
      method: "bayes, a search by name, or breaks",
      cost: "cost of a segment",
      penalty: "penalty by name, or a number",
      none: "prior probability of no change",
      level,
      seed,
    },
    seriesChangePoints,
  ),
];

export const measureRoutes: readonly Route[] = [...ofCase, ...ofFiles];
