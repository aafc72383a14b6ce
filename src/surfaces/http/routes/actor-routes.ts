// Who is meant by an actor's name, according to whom.

import { actorNamed, actorRows, namingsOf } from "../../../ledger/actors.ts";
import { InputError } from "../../../values/errors.ts";
import { NotFound, type Route } from "../route.ts";
import { viewOf } from "./case-routes.ts";

const MOST_ACTORS = 200;
const LONGEST_NAME = 120;

const actors: Route = {
  method: "GET",
  path: "/api/actors",
  summary: "Actors that registers or statements name, those that the case's statements name most often first",
  query: { q: "part of a name, or of one that a register equates with it", case: "counts the statements of this case" },
  async handle({ query }, context) {
    const view = query["case"] === undefined ? null : await viewOf({ case: query["case"] }, {}, context);
    const text = query["q"] ?? "";
    if (text.length > LONGEST_NAME) throw new InputError("q", `at most ${LONGEST_NAME} characters`, text);
    const clusters = await context.ledger.clusters();
    const rows = actorRows(clusters, view, text);
    const registers = [...new Set(clusters.map(({ register }) => register))];
    return { total: rows.length, actors: rows.slice(0, MOST_ACTORS), registers };
  },
};

const actor: Route = {
  method: "GET",
  path: "/api/actors/{name}",
  summary:
    "One actor: each register's cluster, who equates which names and who keeps them apart, and the statements that name it",
  query: { case: "the case whose statements are searched" },
  async handle({ path, query }, context) {
    const name = path["name"] ?? "";
    if (name.length > LONGEST_NAME) throw new InputError("name", `at most ${LONGEST_NAME} characters`, name);
    const known = actorNamed(await context.ledger.clusters(), name);
    const view = query["case"] === undefined ? null : await viewOf({ case: query["case"] }, {}, context);
    const namings = view === null ? [] : namingsOf(view, name, known?.equations ?? []);
    if (known === null && namings.length === 0)
      throw new NotFound("actor", "a name that a register or a statement gives", name);
    return { ...(known ?? { name, clusters: [], equations: [], states: [] }), namings };
  },
};

const clusters: Route = {
  method: "GET",
  path: "/api/clusters",
  summary: "Every register's clusters of actors' names",
  handle: (_, { ledger }) => ledger.clusters(),
};

export const actorRoutes: readonly Route[] = [actors, actor, clusters];
