// Taking part: write, edit, vote, appeal, confirm a claim; moderate. What changes something must come from a
// page of this workbench (origin and fetch site are checked) and be JSON that says so, which no other site's form can send.

import { z } from "zod";
import { reasonCodes } from "../../../debate/moderation/policy.ts";
import { LONGEST, MOST_LINKS, phases } from "../../../debate/moderation/phases.ts";
import { commentsSeen } from "../../inputs/debate/reading.ts";
import type { Person } from "../../inputs/debate/people.ts";
import { Forbidden, type Room } from "../../inputs/debate/room.ts";
import { rates } from "../../inputs/debate/rate-limit.ts";
import type { Rooms } from "../../inputs/debate/rooms.ts";
import { strictJson, type Asked, type Route } from "../route.ts";
import { answerWith, limited, personal, personOf, roomsOf, sessionCookie } from "./debate-person.ts"; // prettier-ignore
import { roomAsked } from "./debate-routes.ts";

const LARGEST = 128 * 1024;
const text = z.string().min(1).max(60_000);
const because = z.string().trim().min(1).max(1000);

const writeSchema = z.strictObject({
  text,
  name: z.string().max(200),
  parent: z.string().max(120).nullable(),
  relation: z.enum(["support", "attack", "undercut"]).nullable(),
  passage: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).nullable(),
});

type Part = { room: Room; rooms: Rooms; asked: Asked; comment: string };

/** A change by somebody who is known already. */
function change<Shape>(
  path: string,
  summary: string,
  kind: "write" | "vote" | "judge",
  schema: z.ZodType<Shape>,
  work: (person: Person, body: Shape, part: Part) => void,
): Route {
  return personal({
    method: "POST",
    path: `/api/debates/{debate}/comments/{comment}/${path}`,
    summary,
    largestBody: LARGEST,
    handle(asked, context) {
      const rooms = roomsOf(context);
      const body = strictJson(schema, asked);
      const person = personOf(asked, rooms);
      limited(rooms, asked, kind, person);
      if (!person) throw new Forbidden("person", "somebody who wrote here or signed in");
      const room = roomAsked(asked, context);
      const comment = asked.path["comment"] ?? "";
      work(person, body, { room, rooms, asked, comment });
      return seenOf(room, person, comment);
    },
  });
}

function seenOf(room: Room, person: Person, comment: string): unknown {
  const place = room.thread().findIndex(({ id }) => id === comment);
  return { total: room.thread().length, comment: commentsSeen(room, person, place, 1)[0] ?? null };
}

const write = personal({
  method: "POST",
  path: "/api/debates/{debate}/comments",
  summary: "Write a comment or a reply; whoever is not signed in gets a guest's number in a cookie",
  largestBody: LARGEST,
  handle(asked, context) {
    const rooms = roomsOf(context);
    const body = strictJson(writeSchema, asked);
    const room = roomAsked(asked, context);
    const known = personOf(asked, rooms);
    limited(rooms, asked, "write", known);
    if (!known) rooms.limit("guest", asked.from ?? "here");
    const guest = known ? null : rooms.people.guest();
    const person = known ?? guest!.person;
    const state = room.write(person, body);
    return answerWith(seenOf(room, person, state.id), guest ? [sessionCookie(guest.session)] : []);
  },
});

const edit = change("edit", "Edit a comment of one's own; earlier versions stay", "write", z.strictObject({ text }), (person, body, { room, comment }) => {
  room.edit(person, comment, body.text);
}); // prettier-ignore

const vote = change(
  "vote",
  "Agree 1, disagree −1, pass 0, or take the vote back: null. One person, one vote: only for those signed in",
  "vote",
  z.strictObject({ vote: z.union([z.literal(-1), z.literal(0), z.literal(1), z.null()]) }),
  (person, body, { room, comment }) => room.vote(person, comment, body.vote),
);

const appeal = change("appeal", "Appeal against a decision on a comment of one's own, once", "write", z.strictObject({ because }), (person, body, { room, comment }) => {
  room.appeal(person, comment, body.because);
}); // prettier-ignore

const binding = change(
  "claim",
  "Confirm or reject a claim that was suggested for a comment",
  "judge",
  z.strictObject({ claim: z.string().max(120), confirmed: z.boolean() }),
  (person, { claim, confirmed }, { room, comment }) => room.bind(person, comment, claim, confirmed),
);

const codes = Object.keys(reasonCodes) as [keyof typeof reasonCodes];
const decide = change(
  "decision",
  "Approve or reject a comment, or decide an appeal: moderators only",
  "judge",
  z.strictObject({ approve: z.boolean(), code: z.enum(codes), because }),
  (person, body, { room, comment }) => {
    room.decide(person, comment, body);
  },
);

const MOST_QUEUED = 200;
const MOST_READ = 2000;

const queue = personal({
  method: "GET",
  path: "/api/moderation/queue",
  summary: "Comments that wait for a person, appeals first: moderators only",
  handle(asked, context) {
    const rooms = roomsOf(context);
    const person = personOf(asked, rooms);
    if (!person?.moderator) throw new Forbidden("person", "a moderator");
    const waiting = rooms.all().flatMap((room) => waitingIn(room, person));
    const sorted = waiting.sort(
      (one, other) => Number(other.comment.appeal === "open") - Number(one.comment.appeal === "open"),
    );
    return { total: waiting.length, items: sorted.slice(0, MOST_QUEUED) };
  },
});

type Waiting = {
  debate: string;
  title: string;
  comment: ReturnType<typeof commentsSeen>[number];
  appealText: string | null;
};

function waitingIn(room: Room, person: Person): Waiting[] {
  const { id, title } = room.debate;
  const found: Waiting[] = [];
  const places = Math.min(room.thread().length, MOST_READ);
  for (let from = 0; from < places; from += 60)
    for (const comment of commentsSeen(room, person, from, 60)) {
      const open = comment.appeal === "open";
      if (!open && comment.status !== "SYSTEM_WITHHELD" && comment.status !== "PREMOD") continue;
      const appealed = room.state(comment.id)?.log.findLast(({ done }) => done === "appealed");
      found.push({ debate: id, title, comment, appealText: open ? (appealed?.because ?? null) : null });
    }
  return found;
}

const log: Route = {
  method: "GET",
  path: "/api/moderation/log",
  summary: "What moderation did, when and why, without names of moderators",
  handle(_, context) {
    return roomsOf(context)
      .all()
      .flatMap((room) =>
        room.states().flatMap((state) =>
          state.log
            // Writing and editing are no decisions, unless a phase held the text.
            .filter(({ done, codes: found }) => (done !== "written" && done !== "edited") || found.length > 0)
            .map((row) => ({ debate: room.debate.id, comment: state.id, ...row })),
        ),
      )
      .sort((one, other) => (one.at < other.at ? 1 : -1))
      .slice(0, 1000);
  },
};

const policy: Route = {
  method: "GET",
  path: "/api/moderation/policy",
  summary: "What is held, by which phase, with which reason; how to appeal; how often one may write",
  handle: () => ({
    phases: [...phases.map(({ name }) => name), "external"],
    reasons: Object.entries(reasonCodes).map(([code, sentence]) => ({ code, because: sentence })),
    longest: LONGEST,
    links: MOST_LINKS,
    rates,
  }),
};

export const debatePartRoutes: readonly Route[] = [write, edit, vote, appeal, binding, decide, queue, log, policy];
