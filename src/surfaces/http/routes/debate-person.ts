// Who asks, told by a cookie that no script can read and no other site's page can send.

import type { Person, Session } from "../../inputs/debate/people.ts";
import { BadSignIn } from "../../inputs/debate/sign-in.ts";
import { Forbidden } from "../../inputs/debate/room.ts";
import type { Rooms } from "../../inputs/debate/rooms.ts";
import { TooOften } from "../../inputs/debate/rate-limit.ts";
import { NotFound, type Asked, type Route, type RouteContext } from "../route.ts";

export const SESSION = "detente-session";
export const ASKED = "detente-asked";

export function roomsOf({ debates }: RouteContext): Rooms {
  if (!debates) throw new NotFound("debates", "a workbench that keeps debates");
  return debates;
}

export function cookieOf({ headers }: Asked, name: string): string | null {
  const found = (headers.get("cookie") ?? "").split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1) ?? "";
  return /^[A-Za-z0-9_-]{16,64}$/.test(value) ? value : null;
}

export function personOf(asked: Asked, rooms: Rooms): Person | null {
  return rooms.people.of(cookieOf(asked, SESSION));
}

/** `Strict`: not even a link on another site's page brings it along. */
export function cookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
}

export const sessionCookie = ({ token, seconds }: Session): string => cookie(SESSION, token, seconds);

export function answerWith(body: unknown, cookies: readonly string[] = [], status = 200): Response {
  const headers = new Headers({ "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  for (const one of cookies) headers.append("set-cookie", one);
  return new Response(JSON.stringify(body), { status, headers });
}

/** A route for one reader alone, with the statuses that taking part needs. */
export function personal(route: Omit<Route, "secret">): Route {
  return {
    ...route,
    secret: true,
    async handle(asked, context) {
      try {
        return await route.handle(asked, context);
      } catch (error) {
        if (error instanceof TooOften)
          return told(429, "Too often", error.message, { "retry-after": String(error.seconds) });
        if (error instanceof Forbidden) return told(403, "Not yours to do", error.message);
        if (error instanceof BadSignIn) return told(403, "That does not prove who you are", error.message);
        throw error;
      }
    },
  };
}

function told(status: number, title: string, detail: string, more: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, detail }), {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...more },
  });
}

/** All writing from one address is counted together, whoever it says it is. */
export function limited(rooms: Rooms, asked: Asked, kind: Parameters<Rooms["limit"]>[0], person: Person | null): void {
  rooms.limit("address", asked.from ?? "here");
  rooms.limit(kind, person?.id ?? asked.from ?? "here");
}
