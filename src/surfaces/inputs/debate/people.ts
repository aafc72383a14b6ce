// Who takes part. Nobody needs to: reading asks for nothing, and a guest gets a number of their own when they first
// write. Whoever signs in does so with a link that is printed where the workbench runs (single use, ten minutes, only in
// the browser that asked for it), by a provider that vouches for an address, or with a passkey that was added when signed
// in: one address, one person, however many keys. Of links and sessions only SHA-256 hashes are kept. Signing in always
// gives a new session, so that nobody can hand a reader a session that they know.

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { InputError } from "../../../values/errors.ts";
import { eventFile, type EventFile } from "./event-file.ts";
import { checkSignature, newPasskey, type NewPasskey, type Passkey, type SignedPasskey, type Site } from "./passkey.ts";
import { BadSignIn, hashOf, questions, secret, type Question } from "./sign-in.ts";

export type Person = {
  id: string;
  /** Null: a guest. */
  address: string | null;
  moderator: boolean;
};

/** A session's secret and how long it lasts, for the cookie. */
export type Session = { token: string; seconds: number };

export type Opened = { person: Person; session: Session };

export type People = {
  of(token: string | null): Person | null;
  guest(): Opened;
  /** Prints a link; the nonce goes into a cookie of the browser that asks. */
  askLink(address: string): Question & { token: string };
  confirm(token: string, nonce: string | null, before: string | null): Opened;
  /** Whoever has proved elsewhere that the address is theirs. */
  signIn(address: string, before: string | null): Opened;
  /** A challenge for a new passkey of somebody who is signed in, or (null) for signing in with one. */
  askPasskey(person: Person | null): Question & { challenge: string };
  addPasskey(person: Person, answer: NewPasskey, nonce: string | null, site: Site): void;
  confirmPasskey(answer: SignedPasskey, nonce: string | null, site: Site, before: string | null): Opened;
  /** How many passkeys somebody has. */
  passkeys(person: Person): number;
  end(token: string | null): void;
};

const LINK_SECONDS = 10 * 60;
const SESSION_SECONDS = 30 * 24 * 3600;
const GUEST_SECONDS = 180 * 24 * 3600;
const PASSKEY_SECONDS = 5 * 60;
const MOST_PASSKEYS = 20;

type Line =
  | { of: "person"; id: string; address: string | null; at: string }
  | { of: "session"; hash: string; person: string; until: string }
  | { of: "end"; hash: string }
  | ({ of: "passkey"; person: string; at: string } & Passkey)
  | { of: "passkey-used"; id: string; counter: number };

const lineSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("person"), id: z.string(), address: z.string().nullable(), at: z.string() }),
  z.object({ of: z.literal("session"), hash: z.string(), person: z.string(), until: z.string() }),
  z.object({ of: z.literal("end"), hash: z.string() }),
  z.object({ of: z.literal("passkey"), person: z.string(), at: z.string(), id: z.string(), key: z.string(), algorithm: z.number(), counter: z.number() }), // prettier-ignore
  z.object({ of: z.literal("passkey-used"), id: z.string(), counter: z.number() }),
]) as unknown as z.ZodType<Line>;

const ADDRESS = /^[^\s@<>"'\\,;:]{1,64}@[A-Za-z0-9.-]{1,190}$/;

/** ".invalid" stands for those whose provider tells no address. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && !text.endsWith(".invalid");
}

export function addressFrom(text: string): string {
  const address = text.trim().toLowerCase();
  if (!isAddress(address)) throw new InputError("address", "an address such as name@example.org", text.slice(0, 60));
  return address;
}

/** Addresses listed by whoever runs the workbench. */
export function moderatorsIn(env: Record<string, string | undefined>): ReadonlySet<string> {
  return new Set((env["DETENTE_MODERATORS"] ?? "").split(/[\s,;]+/).filter((one) => one !== "").map((one) => one.toLowerCase())); // prettier-ignore
}

export function peopleIn(folder: string, moderators: ReadonlySet<string>, now: () => Date): People {
  const persons = new Map<string, { id: string; address: string | null }>();
  const sessions = new Map<string, { person: string; until: number }>();
  const links = questions<{ address: string; token: string }>(LINK_SECONDS, now);
  const asked = questions<{ challenge: string; person: string | null }>(PASSKEY_SECONDS, now);
  const keys = new Map<string, Passkey & { person: string }>();
  const take = (line: Line): void => {
    if (line.of === "person") persons.set(line.id, line);
    else if (line.of === "end") sessions.delete(line.hash);
    else if (line.of === "passkey") keys.set(line.id, line);
    else if (line.of === "passkey-used") keys.set(line.id, { ...keys.get(line.id)!, counter: line.counter });
    else sessions.set(line.hash, { person: line.person, until: Date.parse(line.until) });
  };
  const file: EventFile<Line> = eventFile(folder, "people", lineSchema, take);
  const shown = ({ id, address }: { id: string; address: string | null }): Person => ({
    id,
    address,
    moderator: address !== null && moderators.has(address),
  });
  const open = (person: { id: string; address: string | null }, seconds: number): Opened => {
    const token = secret();
    const until = new Date(now().getTime() + 1000 * seconds).toISOString();
    file.add([{ of: "session", hash: hashOf(token), person: person.id, until }]);
    return { person: shown(person), session: { token, seconds } };
  };
  const made = (address: string | null): { id: string; address: string | null } => {
    const person = { id: `p-${randomBytes(9).toString("base64url")}`, address };
    file.add([{ of: "person", ...person, at: now().toISOString() }]);
    return person;
  };
  const end = (token: string | null): void => {
    const hash = token === null ? null : hashOf(token);
    if (hash !== null && sessions.has(hash)) file.add([{ of: "end", hash }]);
  };
  const signIn = (address: string, before: string | null): Opened => {
    end(before);
    const known = [...persons.values()].find((one) => one.address === address);
    return open(known ?? made(address), SESSION_SECONDS);
  };
  return {
    of(token) {
      const session = token === null ? undefined : sessions.get(hashOf(token));
      const person = session && session.until > now().getTime() ? persons.get(session.person) : undefined;
      return person ? shown(person) : null;
    },
    guest: () => open(made(null), GUEST_SECONDS),
    askLink(address) {
      const token = secret();
      return { token, ...links.ask({ address, token: hashOf(token) }) };
    },
    confirm(token, nonce, before) {
      // An older link opened by mistake leaves the newer one good.
      const link = links.take(nonce, (one) => one.token === hashOf(token));
      if (!link)
        throw new BadSignIn("link", "a link that was not used, is not older than ten minutes and was asked for in this browser"); // prettier-ignore
      return signIn(link.address, before);
    },
    signIn,
    askPasskey(person) {
      const challenge = secret();
      return { challenge, ...asked.ask({ challenge, person: person?.id ?? null }) };
    },
    addPasskey(person, answer, nonce, site) {
      if (person.address === null) throw new BadSignIn("passkey", "somebody who is signed in");
      const question = asked.take(nonce);
      if (question?.person !== person.id) throw late();
      if (keys.has(answer.id)) throw new BadSignIn("passkey", "a key that is not known yet");
      if ([...keys.values()].filter((one) => one.person === person.id).length >= MOST_PASSKEYS)
        throw new InputError("passkey", `at most ${MOST_PASSKEYS} keys`);
      const key = newPasskey(answer, question.challenge, site);
      file.add([{ of: "passkey", person: person.id, at: now().toISOString(), ...key }]);
    },
    confirmPasskey(answer, nonce, site, before) {
      const question = asked.take(nonce);
      if (question?.person !== null) throw late();
      const known = keys.get(answer.id);
      const person = persons.get(known?.person ?? "");
      if (!known || !person) throw new BadSignIn("passkey", "a key that was added here");
      const counter = checkSignature(answer, known, question.challenge, site);
      if (counter !== known.counter) file.add([{ of: "passkey-used", id: known.id, counter }]);
      end(before);
      return open(person, SESSION_SECONDS);
    },
    passkeys: (person) => [...keys.values()].filter((one) => one.person === person.id).length,
    end,
  };
}

const late = (): BadSignIn =>
  new BadSignIn("passkey", "an answer to a question of this browser, not older than five minutes, once");
