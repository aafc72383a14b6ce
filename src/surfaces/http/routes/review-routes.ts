// Judging doubtful placements: the queue, a judgement, taking one back, and carrying judgements elsewhere.

import { z } from "zod";
import type { Judged } from "../../../ledger/adjudicate.ts";
import { decisionsFile, judgedSchema } from "../../../ledger/decisions.ts";
import { InputError } from "../../../values/errors.ts";
import { Document, jsonBody, type Route } from "../route.ts";
import { caseOf } from "./case-routes.ts";

const MOST_PAIRS = 500;
const USUAL_PAIRS = 50;

const queue: Route = {
  method: "GET",
  path: "/api/cases/{case}/queue",
  summary: "Doubtful placements of statements, those first whose judgement would move the hidden-case estimates most",
  query: { most: `how many pairs, up to ${MOST_PAIRS} (usually ${USUAL_PAIRS})` },
  async handle({ path, query }, context) {
    return context.ledger.queue(await caseOf(path, context), mostOf(query["most"]));
  },
};

function mostOf(text: string | undefined): number {
  if (text === undefined || text === "") return USUAL_PAIRS;
  const most = Number(text);
  if (!/^\d{1,3}$/.test(text) || most < 1 || most > MOST_PAIRS)
    throw new InputError("most", `a whole number from 1 to ${MOST_PAIRS}`, text);
  return most;
}

const decisions: Route = {
  method: "GET",
  path: "/api/cases/{case}/decisions",
  summary: "People's judgements that stand, as a file that another workbench takes",
  query: { full: "1: with what stood before each", download: "1: as a file to keep" },
  async handle({ path, query }, context) {
    const id = await caseOf(path, context);
    const found = await context.ledger.decisions(id);
    if (query["full"] === "1") return { case: id, decisions: found };
    const file = decisionsFile(id, found);
    return query["download"] === "1"
      ? new Document("application/json; charset=utf-8", JSON.stringify(file, null, 2), `${id}-decisions.json`)
      : file;
  },
};

const judge: Route = {
  method: "POST",
  path: "/api/cases/{case}/decisions",
  summary: "Judge whether a statement speaks of an incident: same, part-of, different or unsure; who judges, and why",
  async handle({ path, body }, context) {
    return context.ledger.judge(await caseOf(path, context), jsonBody<Judged>(judgedSchema, body));
  },
};

const undoneSchema = z.object({ statement: z.string().min(1), incident: z.string().min(1) });

const undo: Route = {
  method: "POST",
  path: "/api/cases/{case}/decisions/undo",
  summary: "Take a judgement back: what stood before it stands again",
  async handle({ path, body }, context) {
    return context.ledger.undo(await caseOf(path, context), jsonBody(undoneSchema, body));
  },
};

/** One row is checked at a time, so that one bad row rejects itself alone. */
const fileSchema = z.object({ decisions: z.array(z.unknown()).max(10_000) });

const importAll: Route = {
  method: "POST",
  path: "/api/cases/{case}/decisions/import",
  summary: "Make the judgements of a file, one after another; what cannot be made here is told with its reason",
  largestBody: 16 * 1024 * 1024,
  async handle({ path, body }, context) {
    return context.ledger.importDecisions(await caseOf(path, context), jsonBody(fileSchema, body).decisions);
  },
};

export const reviewRoutes: readonly Route[] = [queue, decisions, judge, undo, importAll];
