// What would hold with nobody to enforce it: the issues of a case's world, and the clauses of an agreement.

import { agreementAlone, clausesOf, holdsAlone } from "../../../agreements/index.ts";
import { watchedWorld, worldSet } from "../../inputs/world.ts";
import type { Route } from "../route.ts";
import { named, opened } from "./agreement-routes.ts";
import { viewOf } from "./case-routes.ts";

const worldIssues: Route = {
  method: "GET",
  path: "/api/cases/{case}/issues",
  summary: "The issues of the case's world, which a clause can name",
  async handle({ path }, context) {
    return watchedWorld(await viewOf(path, {}, context)).issues.map(({ id, title }) => ({ id, title }));
  },
};

const issuesAlone: Route = {
  method: "GET",
  path: "/api/cases/{case}/holds-alone",
  summary:
    "Which issues of the case's world would hold by themselves, at its attribution and patience, with certificates",
  async handle({ path }, context) {
    const { clauses, terms } = clausesOf(watchedWorld(await viewOf(path, {}, context)));
    return { terms, ...holdsAlone(clauses, terms) };
  },
};

const clausesAlone: Route = {
  method: "GET",
  path: "/api/cases/{case}/agreements/{agreement}/alone",
  summary: "Which clauses of an agreement would hold by themselves: least attribution and patience, with certificates",
  query: { set: "changes against the case's own values: q:0.6,issue.commercial-theft.A.T:5" },
  async handle({ path, query }, context) {
    const { register, made, view } = await opened(path, context);
    const agreement = named(path["agreement"] ?? "", register.agreements, made);
    return agreementAlone(agreement.clauses, worldSet(watchedWorld(view), query["set"]));
  },
};

export const aloneRoutes: readonly Route[] = [worldIssues, issuesAlone, clausesAlone];
