// Routes to a case's world and to what the models make of it. The pages compute all of this themselves from the world;
// programs may ask for it.

import { models, modelOf } from "../../../models/index.ts";
import { check } from "../../../models/checker/check.ts";
import { shares, verdicts, withShare } from "../../../models/verdict.ts";
import { solveWorld } from "../../../models/world-run.ts";
import { asOf, type LedgerView } from "../../../ledger/view.ts";
import type { Day } from "../../../values/day.ts";
import { formulas, worldKeys, type World } from "../../../world/index.ts";
import { asofOf, type Parameters } from "../../inputs/queries.ts";
import { worldOf, worldWith } from "../../inputs/world.ts";
import { jsonBody, NotFound, type Route, type RouteContext } from "../route.ts";
import { viewOf } from "./case-routes.ts";
import { z } from "zod";

const LARGEST_CERTIFICATE = 4 * 1024 * 1024;
const asofQuery = { asof: "as it was known on that day, YYYY-MM-DD" };
const setQuery = { set: "changes against the case's own values: q:0.6,issue.commercial-theft.A.T:5" };

/** What the ledger tells takes a moment to ask: kept for as long as the view is. */
const asked = new WeakMap<LedgerView, Map<Day | null, World>>();

async function worldAsked(path: Record<string, string>, query: Parameters, context: RouteContext): Promise<World> {
  const view = await viewOf(path, {}, context);
  const day = asofOf(query["asof"]);
  const kept = asked.get(view) ?? new Map<Day | null, World>();
  asked.set(view, kept);
  const world = kept.get(day) ?? worldOf(day === null ? view : asOf(view, day), day);
  if (kept.size < 20) kept.set(day, world);
  return world;
}

function changed(world: World, text: string | undefined): World {
  const pairs = (text ?? "").split(",").filter((pair) => pair !== "");
  return worldWith(
    world,
    pairs.map((pair) => pair.replace(/:([^:]*)$/, "=$1").replaceAll(";", ",")),
  );
}

const world: Route = {
  method: "GET",
  path: "/api/cases/{case}/world",
  summary: "The shared parameters of a case: values, ranges, sources, and what the ledger tells of them",
  query: asofQuery,
  async handle({ path, query }, context) {
    const found = await worldAsked(path, query, context);
    const told = worldKeys.flatMap((key) => {
      const { source } = found.params[key];
      if (source.kind !== "data") return [];
      const { means, assumptions } = formulas[source.ref];
      return [[key, { means, assumptions }] as const];
    });
    return { world: found, told: Object.fromEntries(told) };
  },
};

const verdictsOfCase: Route = {
  method: "GET",
  path: "/api/cases/{case}/verdicts",
  summary: "The nine arguments at a case's world: verdict, condition, the parameter on which each turns, its share",
  query: { ...asofQuery, ...setQuery },
  async handle({ path, query }, context) {
    const drawn = shares();
    return verdicts(changed(await worldAsked(path, query, context), query["set"])).flatMap((row) => {
      const share = drawn[row.proposition];
      return share ? [withShare(row, share)] : [];
    });
  },
};

const solutions: Route = {
  method: "GET",
  path: "/api/cases/{case}/solutions",
  summary: "Every model at a case's world, each with its certificate",
  query: { ...asofQuery, ...setQuery },
  handle: async ({ path, query }, context) => solveWorld(changed(await worldAsked(path, query, context), query["set"])),
};

const cards: Route = {
  method: "GET",
  path: "/api/models",
  summary: "The cards of all models",
  handle: () => models.map(({ card }) => card),
};

const card: Route = {
  method: "GET",
  path: "/api/models/{name}",
  summary: "One model's card and the parameters of its parts",
  handle({ path: { name = "" } }) {
    const model = modelOf(name);
    if (!model) throw new NotFound("name", "a model", name);
    const parts = model.parts.map(({ name: part, question, status, params }) => ({
      name: part,
      question,
      status,
      params,
    }));
    return { ...model.card, parts };
  },
};

const checking: Route = {
  method: "POST",
  path: "/api/models/check",
  summary: "Recomputes every row of a certificate that is sent, and says which hold",
  largestBody: LARGEST_CERTIFICATE,
  handle: ({ body }) => check(jsonBody(z.unknown(), body)),
};

export const modelRoutes: readonly Route[] = [world, verdictsOfCase, solutions, cards, card, checking];
