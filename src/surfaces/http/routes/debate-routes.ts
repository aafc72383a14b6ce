// Debates as they are read: the article, its thread a stretch at a time, what each argument turns on, the map, the
// groups, exports, and a claim that somebody pastes.

import { z } from "zod";
import { findClaims, templates } from "../../../debate/claims/index.ts";
import { bestAgainst } from "../../inputs/debate/against.ts";
import { FEWEST_VOTERS } from "../../../debate/opinion-groups.ts";
import { liveAt } from "../../inputs/debate/live.ts";
import {
  commentsSeen,
  exported,
  exportFormats,
  groupsOf,
  mapWithStanding,
  MOST_A_PAGE,
  MOST_MAPPED,
  passagesOf,
  pressedClaims,
} from "../../inputs/debate/reading.ts";
import { STRETCH } from "../../inputs/debate/stretch.ts";
import type { Room } from "../../inputs/debate/room.ts";
import { claimRead } from "../../../debate/read-debate.ts";
import { refuse } from "../../../values/outcome.ts";
import { InputError } from "../../../values/errors.ts";
import { argumentTable } from "../../brief/argument-table.ts";
import { Document, NotFound, strictJson, type Asked, type Route, type RouteContext } from "../route.ts";
import { personal, personOf, roomsOf } from "./debate-person.ts";
import { viewOf } from "./case-routes.ts";

const setQuery = { set: "changes against the case's own values: q:0.6,issue.commercial-theft.A.T:5" };
const allBindings = templates.flatMap(({ bindings }) => bindings);
const modelBindings = allBindings.filter(({ kind }) => kind === "model");

export function roomAsked({ path }: Asked, context: RouteContext): Room {
  const id = path["debate"] ?? "";
  try {
    return roomsOf(context).room(id);
  } catch (error) {
    if (error instanceof InputError && !(error instanceof NotFound))
      throw new NotFound("debate", "a debate that is here", id);
    throw error;
  }
}

const list: Route = {
  method: "GET",
  path: "/api/debates",
  summary: "The debates that are here: the cases' own and those imported",
  handle(_, context) {
    const rooms = roomsOf(context);
    return rooms.ids().map((id) => {
      const room = rooms.room(id);
      const { debate, caseId } = room;
      const { title, author, role, published, note } = debate;
      return { id: debate.id, case: caseId, title, author, role, published, note, comments: room.thread().length };
    });
  },
};

const opening = personal({
  method: "GET",
  path: "/api/debates/{debate}",
  summary: "A debate's article, where comments point in it, and the first stretch of its thread",
  handle(asked, context) {
    const room = roomAsked(asked, context);
    const { comments: _, ...about } = room.debate;
    const thread = room.thread();
    const person = personOf(asked, roomsOf(context));
    return {
      ...about,
      case: room.caseId,
      version: room.version(),
      total: thread.length,
      mapped: thread.length <= MOST_MAPPED,
      passages: passagesOf(room),
      comments: commentsSeen(room, person, 0, STRETCH),
    };
  },
});

const stretch = personal({
  method: "GET",
  path: "/api/debates/{debate}/comments",
  summary: "A stretch of a debate's thread",
  query: { from: "place of the first comment, from 0", count: `how many, at most ${MOST_A_PAGE}` },
  handle(asked, context) {
    const room = roomAsked(asked, context);
    const from = whole("from", asked.query["from"] ?? "0");
    const count = whole("count", asked.query["count"] ?? String(STRETCH));
    return { from, comments: commentsSeen(room, personOf(asked, roomsOf(context)), from, count) };
  },
});

const one = personal({
  method: "GET",
  path: "/api/debates/{debate}/comments/{comment}",
  summary: "One comment, with its place in the thread",
  handle(asked, context) {
    const room = roomAsked(asked, context);
    const place = room.thread().findIndex(({ id }) => id === asked.path["comment"]);
    const [comment] = place < 0 ? [] : commentsSeen(room, personOf(asked, roomsOf(context)), place, 1);
    if (!comment) throw new NotFound("comment", "a comment of this debate", asked.path["comment"]);
    return comment;
  },
});

function whole(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InputError(name, "a whole number", text);
  return Number(text);
}

const tooLong = refuse("too-many", `Threads of more than ${MOST_MAPPED} comments are mapped by the command line: detente debate export.`); // prettier-ignore

const claims: Route = {
  method: "GET",
  path: "/api/debates/{debate}/claims",
  summary: "Every claim that the debate presses, with its live verdict and the comments that press it",
  query: setQuery,
  async handle(asked, context) {
    const room = roomAsked(asked, context);
    // Before anything is worked out: the answers take seconds when they are first asked for.
    if (room.thread().length > MOST_MAPPED) return { refused: tooLong.refusal };
    const view = await viewOf({ case: room.caseId }, {}, context);
    const live = await liveAt(context.ledger, view, asked.query["set"], allBindings, null, context.env ?? {});
    const pressed = pressedClaims(room, live);
    return pressed ?? { refused: tooLong.refusal };
  },
};

const map: Route = {
  method: "GET",
  path: "/api/debates/{debate}/map",
  summary: "What supports, attacks or undercuts what, and which arguments stand",
  handle: (asked, context) => mapWithStanding(roomAsked(asked, context)) ?? { refused: tooLong.refusal },
};

const groups: Route = {
  method: "GET",
  path: "/api/debates/{debate}/groups",
  summary: "Who votes alike, and what crosses the groups; refused below a minimum of voters",
  handle(asked, context) {
    const found = groupsOf(roomAsked(asked, context));
    // Too few voters is how every debate begins: an answer and no fault.
    if (!found.ok) return { refused: found.refusal, fewest: FEWEST_VOTERS };
    // Who is in which group is nobody's business.
    const { sizes, silhouette, tried, shown, crossing, telling, optimised, seed } = found.value;
    return { sizes, silhouette, tried, shown, crossing, telling, optimised, seed };
  },
};

const types = { argdown: "text/plain", aif: "application/json", polis: "text/csv", iccma: "text/plain" } as const;
const endings = { argdown: "argdown", aif: "aif.json", polis: "polis.csv", iccma: "af" } as const;

const exports = exportFormats.map((format): Route => ({
  method: "GET",
  path: `/api/debates/{debate}/export/${format}`,
  summary: `The debate's map for other programs: ${format}`,
  handle(asked, context) {
    const room = roomAsked(asked, context);
    const found = exported(room, format);
    if (!found.ok) return { refused: found.refusal };
    return new Document(`${types[format]}; charset=utf-8`, found.value, `${room.debate.id}.${endings[format]}`);
  },
}));

const exportJson: Route = {
  method: "GET",
  path: "/api/debates/{debate}/export/json",
  summary: "The article and what is shown of its thread, in our own JSON",
  handle(asked, context) {
    const room = roomAsked(asked, context);
    const shown = commentsShown(room);
    return new Document("application/json; charset=utf-8", JSON.stringify({ ...room.debate, comments: shown }, null, 2), `${room.debate.id}.json`); // prettier-ignore
  },
};

function commentsShown(room: Room): unknown[] {
  const thread = room.thread();
  const found: unknown[] = [];
  for (let from = 0; from < thread.length; from += MOST_A_PAGE)
    for (const seen of commentsSeen(room, null, from, MOST_A_PAGE))
      if (seen.text !== null) found.push(thread[seen.place]);
  return found;
}

const pasted = personal({
  method: "POST",
  path: "/api/cases/{case}/claims",
  summary: "What a pasted claim comes down to: the nearest query or model, its number, the best argument against",
  query: setQuery,
  largestBody: 64 * 1024,
  async handle(asked, context) {
    const { text } = strictJson(z.strictObject({ text: z.string().trim().min(1).max(5000) }), asked);
    const rooms = roomsOf(context);
    rooms.limit("claim", asked.from ?? "here");
    const view = await viewOf(asked.path, {}, context);
    const found = findClaims(text);
    // Of what speaks against a claim, models say what holds; measures are asked for the claim alone.
    const bindings = [...new Set([...found.flatMap(({ template }) => template.bindings), ...modelBindings])];
    const live = await liveAt(context.ledger, view, asked.query["set"], bindings, null, context.env ?? {});
    const own = rooms
      .all()
      .filter(({ caseId, debate }) => caseId === view.about.id && debate.comments.length <= MOST_MAPPED);
    return {
      text,
      claims: found.map((one) => {
        return { ...claimRead(one, live), against: bestAgainst(own, one.template, live) };
      }),
    };
  },
});

const table: Route = {
  method: "GET",
  path: "/api/cases/{case}/arguments",
  summary: "The arguments of the public debate: what each turns on, and whether it holds",
  query: setQuery,
  async handle({ path, query }, context) {
    const view = await viewOf(path, {}, context);
    return argumentTable(await liveAt(context.ledger, view, query["set"], allBindings, null, context.env ?? {}));
  },
};

export const debateRoutes: readonly Route[] = [
  list,
  opening,
  stretch,
  one,
  claims,
  map,
  groups,
  ...exports,
  exportJson,
  pasted,
  table,
];
