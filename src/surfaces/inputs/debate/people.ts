// Who takes part. Nobody needs to: reading asks for nothing, and a guest gets a number of their own when they first
// write. Whoever signs in does so with a link that is printed where the workbench runs: single use, ten minutes, and only
// in the browser that asked for it. Of links and sessions only SHA-256 hashes are kept. Signing in always gives a new
// session, so that nobody can hand a reader a session that they know.

import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { InputError } from "../../../values/errors.ts";
import { eventFile, type EventFile } from "./event-file.ts";

export type Person = {
  id: string;
  /** Null: a guest. */
  address: string | null;
  moderator: boolean;
};

/** A session's secret and how long it lasts, for the cookie. */
export type Session = { token: string; seconds: number };

export type People = {
  of(token: string | null): Person | null;
  guest(): { person: Person; session: Session };
  /** Prints a link; the nonce goes into a cookie of the browser that asks. */
  askLink(address: string): { nonce: string; token: string; seconds: number };
  confirm(token: string, nonce: string | null, before: string | null): { person: Person; session: Session };
  end(token: string | null): void;
};

/** The link is no longer good, or never was. */
export class BadLink extends InputError {}

const LINK_SECONDS = 10 * 60;
const SESSION_SECONDS = 30 * 24 * 3600;
const GUEST_SECONDS = 180 * 24 * 3600;
const MOST_LINKS = 500;

type Line =
  | { of: "person"; id: string; address: string | null; at: string }
  | { of: "session"; hash: string; person: string; until: string }
  | { of: "end"; hash: string };

const lineSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("person"), id: z.string(), address: z.string().nullable(), at: z.string() }),
  z.object({ of: z.literal("session"), hash: z.string(), person: z.string(), until: z.string() }),
  z.object({ of: z.literal("end"), hash: z.string() }),
]) as unknown as z.ZodType<Line>;

const ADDRESS = /^[^\s@<>"'\\,;:]{1,64}@[A-Za-z0-9.-]{1,190}$/;

export function addressFrom(text: string): string {
  const address = text.trim().toLowerCase();
  if (!ADDRESS.test(address)) throw new InputError("address", "an address such as name@example.org", text.slice(0, 60));
  return address;
}

/** Addresses listed by whoever runs the workbench. */
export function moderatorsIn(env: Record<string, string | undefined>): ReadonlySet<string> {
  return new Set((env["DETENTE_MODERATORS"] ?? "").split(/[\s,;]+/).filter((one) => one !== "").map((one) => one.toLowerCase())); // prettier-ignore
}

export function peopleIn(folder: string, moderators: ReadonlySet<string>, now: () => Date): People {
  const persons = new Map<string, { id: string; address: string | null }>();
  const sessions = new Map<string, { person: string; until: number }>();
  const links = new Map<string, { address: string; nonce: string; until: number }>();
  const take = (line: Line): void => {
    if (line.of === "person") persons.set(line.id, line);
    else if (line.of === "end") sessions.delete(line.hash);
    else sessions.set(line.hash, { person: line.person, until: Date.parse(line.until) });
  };
  const file: EventFile<Line> = eventFile(folder, "people", lineSchema, take);
  const shown = ({ id, address }: { id: string; address: string | null }): Person => ({
    id,
    address,
    moderator: address !== null && moderators.has(address),
  });
  const open = (
    person: { id: string; address: string | null },
    seconds: number,
  ): { person: Person; session: Session } => {
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
  return {
    of(token) {
      const session = token === null ? undefined : sessions.get(hashOf(token));
      const person = session && session.until > now().getTime() ? persons.get(session.person) : undefined;
      return person ? shown(person) : null;
    },
    guest: () => open(made(null), GUEST_SECONDS),
    askLink(address) {
      const moment = now().getTime();
      for (const [hash, { until }] of links) if (until <= moment) links.delete(hash);
      if (links.size >= MOST_LINKS) throw new InputError("address", "a later moment: too many links are open");
      const [token, nonce] = [secret(), secret()];
      links.set(hashOf(token), { address, nonce: hashOf(nonce), until: moment + 1000 * LINK_SECONDS });
      return { token, nonce, seconds: LINK_SECONDS };
    },
    confirm(token, nonce, before) {
      const hash = hashOf(token);
      const link = links.get(hash);
      const bad = new BadLink("link", "a link that was not used, is not older than ten minutes and was asked for in this browser"); // prettier-ignore
      if (!link || nonce === null || link.nonce !== hashOf(nonce)) throw bad;
      links.delete(hash);
      if (link.until <= now().getTime()) throw bad;
      end(before);
      const known = [...persons.values()].find((one) => one.address === link.address);
      return open(known ?? made(link.address), SESSION_SECONDS);
    },
    end,
  };
}

const secret = (): string => randomBytes(24).toString("base64url");
const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
