// Signing in: a link that is printed where the workbench runs, a passkey, or a provider where one is configured. Each
// begins with a question that is tied to the browser by a cookie and is good once; each ends with a new session.

import { z } from "zod";
import { addressFrom, type Opened } from "../../inputs/debate/people.ts";
import { algorithms, type Site } from "../../inputs/debate/passkey.ts";
import type { Oidc } from "../../inputs/debate/oidc.ts";
import { Forbidden } from "../../inputs/debate/room.ts";
import type { Rooms } from "../../inputs/debate/rooms.ts";
import { InputError } from "../../../values/errors.ts";
import { NotFound, strictJson, type Asked, type Route, type RouteContext } from "../route.ts";
import { answerWith, ASKED, cookie, cookieOf, personal, personOf, roomsOf, SESSION, sessionCookie } from "./debate-person.ts"; // prettier-ignore

const ASKED_KEY = "detente-asked-key";
const ASKED_PROVIDER = "detente-asked-provider";
const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(8000);
const RETURN = "/debate/sign-in";

const nameIn = (host: string): string => host.replace(/:\d+$/, "");

/** Passkeys belong to a name: browsers make none for a number such as 127.0.0.1. */
function siteOf({ headers }: Asked): Site {
  const host = headers.get("host") ?? "";
  const name = nameIn(host);
  if (name !== "localhost") throw new InputError("address", "the workbench opened as http://localhost, not by its number", host); // prettier-ignore
  return { origin: `http://${host}`, host: name };
}

function opened({ person, session }: Opened, used: string): Response {
  return answerWith({ signedIn: true, address: person.address, moderator: person.moderator }, [sessionCookie(session), cookie(used, "", 0)]); // prettier-ignore
}

function providerOf(rooms: Rooms): Oidc {
  if (!rooms.provider) throw new NotFound("provider", "a provider that is configured");
  return rooms.provider;
}

const me = personal({
  method: "GET",
  path: "/api/me",
  summary: "Who asks, as far as the workbench knows",
  handle(asked, context) {
    const person = personOf(asked, roomsOf(context));
    return person
      ? { signedIn: person.address !== null, address: person.address, moderator: person.moderator }
      : { signedIn: false, address: null, moderator: false };
  },
});

const signIn = personal({
  method: "POST",
  path: "/api/sign-in",
  summary: "Ask for a link to sign in with; it is printed where the workbench runs",
  largestBody: 4096,
  handle(asked, context) {
    const rooms = roomsOf(context);
    const { address } = strictJson(z.strictObject({ address: z.string().max(300) }), asked);
    const to = addressFrom(address);
    rooms.limit("link", asked.from ?? "here");
    rooms.limit("link", `to ${to}`);
    const { token, nonce, seconds } = rooms.people.askLink(to);
    // Behind the #: it never reaches a server's log.
    rooms.tell(to, `${RETURN}#${token}`, nameIn(asked.headers.get("host") ?? ""));
    return answerWith({ sent: true }, [cookie(ASKED, nonce, seconds)]);
  },
});

const confirm = personal({
  method: "POST",
  path: "/api/sign-in/confirm",
  summary: "Sign in with a link's secret, in the browser that asked for it, once; the session is always a new one",
  largestBody: 4096,
  handle(asked, context) {
    const rooms = roomsOf(context);
    const { token } = strictJson(z.strictObject({ token: z.string().max(100) }), asked);
    rooms.limit("confirm", asked.from ?? "here");
    return opened(rooms.people.confirm(token, cookieOf(asked, ASKED), cookieOf(asked, SESSION)), ASKED);
  },
});

const signOut = personal({
  method: "POST",
  path: "/api/sign-out",
  summary: "End this session",
  largestBody: 4096,
  handle(asked, context: RouteContext) {
    strictJson(z.strictObject({}), asked);
    roomsOf(context).people.end(cookieOf(asked, SESSION));
    return answerWith({ signedIn: false }, [cookie(SESSION, "", 0)]);
  },
});

const ways = personal({
  method: "GET",
  path: "/api/sign-in/ways",
  summary: "Which ways of signing in there are here",
  handle(asked, context) {
    const rooms = roomsOf(context);
    const person = personOf(asked, rooms);
    const passkey = nameIn(asked.headers.get("host") ?? "") === "localhost";
    return { passkey, provider: rooms.provider?.name ?? null, passkeys: person ? rooms.people.passkeys(person) : 0 };
  },
});

const askPasskey = personal({
  method: "POST",
  path: "/api/sign-in/passkey/ask",
  summary: "A challenge: for a new passkey of somebody who is signed in, or for signing in with one",
  largestBody: 4096,
  handle(asked, context) {
    const rooms = roomsOf(context);
    const { add } = strictJson(z.strictObject({ add: z.boolean() }), asked);
    const { host } = siteOf(asked);
    rooms.limit("confirm", asked.from ?? "here");
    const person = add ? personOf(asked, rooms) : null;
    if (add && (person?.address ?? null) === null) throw new Forbidden("person", "somebody who is signed in");
    const { challenge, nonce, seconds } = rooms.people.askPasskey(person);
    const user = person ? { id: person.id, name: person.address } : null;
    return answerWith({ challenge, host, algorithms, user }, [cookie(ASKED_KEY, nonce, seconds)]);
  },
});

const answerShape = { id: base64url, authenticatorData: base64url, clientData: base64url };
const addSchema = z.strictObject({ ...answerShape, publicKey: base64url, algorithm: z.int() });

const addPasskey = personal({
  method: "POST",
  path: "/api/sign-in/passkey/add",
  summary: "Keep a new passkey of somebody who is signed in",
  largestBody: 32 * 1024,
  handle(asked, context) {
    const rooms = roomsOf(context);
    const answer = strictJson(addSchema, asked);
    rooms.limit("confirm", asked.from ?? "here");
    const person = personOf(asked, rooms);
    if (!person) throw new Forbidden("person", "somebody who is signed in");
    rooms.people.addPasskey(person, answer, cookieOf(asked, ASKED_KEY), siteOf(asked));
    return answerWith({ passkeys: rooms.people.passkeys(person) }, [cookie(ASKED_KEY, "", 0)]);
  },
});

const withPasskey = personal({
  method: "POST",
  path: "/api/sign-in/passkey",
  summary: "Sign in with a passkey that was added here",
  largestBody: 32 * 1024,
  handle(asked, context) {
    const rooms = roomsOf(context);
    const answer = strictJson(z.strictObject({ ...answerShape, signature: base64url }), asked);
    rooms.limit("confirm", asked.from ?? "here");
    const before = cookieOf(asked, SESSION);
    return opened(rooms.people.confirmPasskey(answer, cookieOf(asked, ASKED_KEY), siteOf(asked), before), ASKED_KEY);
  },
});

const askProvider = personal({
  method: "POST",
  path: "/api/sign-in/provider/ask",
  summary: "Where to go to sign in by the configured provider",
  largestBody: 4096,
  async handle(asked, context) {
    const rooms = roomsOf(context);
    strictJson(z.strictObject({}), asked);
    rooms.limit("link", asked.from ?? "here");
    const { to, nonce, seconds } = await providerOf(rooms).begin(`http://${asked.headers.get("host") ?? ""}${RETURN}`);
    return answerWith({ to }, [cookie(ASKED_PROVIDER, nonce, seconds)]);
  },
});

const withProvider = personal({
  method: "POST",
  path: "/api/sign-in/provider",
  summary: "Sign in with what the provider sent back, once, in the browser that was sent there",
  largestBody: 16 * 1024,
  async handle(asked, context) {
    const rooms = roomsOf(context);
    const field = z.string().min(1).max(4000);
    const answer = strictJson(z.strictObject({ code: field, state: field, issuer: field.nullable() }), asked);
    rooms.limit("confirm", asked.from ?? "here");
    const address = await providerOf(rooms).finish(answer, cookieOf(asked, ASKED_PROVIDER));
    return opened(rooms.people.signIn(address, cookieOf(asked, SESSION)), ASKED_PROVIDER);
  },
});

export const signInRoutes: readonly Route[] = [
  me,
  ways,
  signIn,
  confirm,
  askPasskey,
  addPasskey,
  withPasskey,
  askProvider,
  withProvider,
  signOut,
];
