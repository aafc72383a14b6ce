// What others take from a workbench: feeds of what is new, and charts, verdicts and claims to show in a frame.

import { dateKindNames } from "../../../ledger/incident.ts";
import { templates } from "../../../debate/claims/index.ts";
import { argumentTable } from "../../brief/argument-table.ts";
import { briefOf } from "../../brief/brief-of.ts";
import { liveAt } from "../../inputs/debate/live.ts";
import { commentsSeen, MOST_A_PAGE } from "../../inputs/debate/reading.ts";
import type { Room } from "../../inputs/debate/room.ts";
import { briefOptions, type Parameters } from "../../inputs/queries.ts";
import {
  embedIndex,
  embedKinds,
  embedPage,
  embedsOf,
  embedPath,
  type Embed,
  type EmbedFacts,
} from "../../publish/embeds.ts";
import { atom, debateFeed, jsonFeed, ledgerFeed, type Feed, type FeedPlaces } from "../../publish/feeds.ts";
import { Document, NotFound, type Asked, type Route, type RouteContext } from "../route.ts";
import { viewOf, yearsBySide } from "./case-routes.ts";

const caseQuery = { case: "which case" };
const MOST_COMMENTS = 1000;

/** The only case, or the one asked for. */
async function viewAsked(query: Parameters, context: RouteContext): ReturnType<typeof viewOf> {
  const [first = ""] = await context.ledger.cases();
  return viewOf({ case: query["case"] ?? first }, {}, context);
}

const feedForms = {
  atom: { type: "application/atom+xml", write: atom },
  json: { type: "application/feed+json", write: jsonFeed },
};

const feeds = (["ledger", "debate"] as const).flatMap((name) =>
  (["atom", "json"] as const).map((form): Route => ({
    method: "GET",
    path: `/feeds/${name}.${form}`,
    summary: `What is new in the ${name}, as a feed (${form === "atom" ? "Atom" : "JSON Feed"})`,
    query: caseQuery,
    async handle({ query, headers }, context) {
      const here = `http://${headers.get("host") ?? "127.0.0.1:4747"}`;
      const places: FeedPlaces = { self: `${here}/feeds/${name}.${form}`, link: (page) => `${here}${page}` };
      const feed = name === "ledger" ? await ofLedger(query, context) : await ofDebates(query, context);
      const { type, write } = feedForms[form];
      return new Document(`${type}; charset=utf-8`, write(feed, places));
    },
  })),
);

async function ofLedger(query: Parameters, context: RouteContext): Promise<Feed> {
  const view = await viewAsked(query, context);
  const subjects = view.incidents.flatMap(({ id, statements }) => [id, ...statements.map((statement) => statement.id)]);
  return ledgerFeed(view, await context.ledger.history(view.about.id, subjects));
}

async function ofDebates(query: Parameters, context: RouteContext): Promise<Feed> {
  const { about } = await viewAsked(query, context);
  const rooms = (context.debates?.all() ?? []).filter(({ caseId }) => caseId === about.id);
  const debates = rooms.map((room) => ({ id: room.debate.id, title: room.debate.title, comments: latestIn(room) }));
  return debateFeed(about.id, about.title.en, debates);
}

function latestIn(room: Room): ReturnType<typeof commentsSeen> {
  const total = room.thread().length;
  const found: ReturnType<typeof commentsSeen> = [];
  for (let from = Math.max(0, total - MOST_COMMENTS); from < total; from += MOST_A_PAGE)
    found.push(...commentsSeen(room, null, from, MOST_A_PAGE));
  return found;
}

async function allEmbeds(query: Parameters, context: RouteContext): Promise<{ embeds: Embed[]; facts: EmbedFacts }> {
  const view = await viewAsked(query, context);
  const { about, hash, acts, head } = view;
  const [a, b] = about.parties;
  const bindings = templates.flatMap((template) => template.bindings);
  const record = await context.ledger.record(head.sequence);
  const facts = {
    caseTitle: about.title.en,
    caseVersion: about.version,
    ledgerHash: hash,
    day: (record?.at ?? context.now().toISOString()).slice(0, 10),
    dyad: `${a.iso}-${b.iso}`.toLowerCase(),
  };
  const brief = await briefOf(context.ledger, view, briefOptions({}), null);
  const table = argumentTable(await liveAt(context.ledger, view, undefined, bindings, null, context.env ?? {}));
  return { embeds: embedsOf({ brief, years: yearsBySide(view, dateKindNames[0]), acts, table, facts }), facts };
}

const index: Route = {
  method: "GET",
  path: "/embed",
  summary: "Charts, verdicts and claims that other sites can show, each with the line to copy",
  query: caseQuery,
  async handle({ query, headers }, context) {
    const { embeds, facts } = await allEmbeds(query, context);
    const at = (embed: Embed): string => `http://${headers.get("host") ?? "127.0.0.1:4747"}/${embedPath(embed)}`;
    return new Document(
      "text/html; charset=utf-8",
      embedIndex(embeds, facts, { to: (embed) => `/${embedPath(embed)}`, at, home: "/", whole: true }),
    );
  },
};

const embed: Route = {
  method: "GET",
  path: "/embed/{kind}/{name}.html",
  summary: `One of them, as a page for a frame: ${embedKinds.join(", ")}`,
  query: caseQuery,
  async handle({ path, query }: Asked, context) {
    const { embeds, facts } = await allEmbeds(query, context);
    const wanted = `embed/${path["kind"]}/${path["name"]}.html`;
    const found = embeds.find((one) => embedPath(one) === wanted);
    if (!found)
      throw new NotFound("name", "a chart, verdict or claim that there is", `${path["kind"]}/${path["name"]}`);
    return new Document("text/html; charset=utf-8", embedPage(found, facts, found.page));
  },
};

export const takeAlongRoutes: readonly Route[] = [...feeds, index, embed];
