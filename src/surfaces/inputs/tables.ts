// Tables as a running workbench keeps them: one file each under the data folder's `tables`, apart from the ledger's
// records, which are public. Who may sit where is told by secret links. Of a link only the SHA-256 of its 128 random bits
// is kept; a table that is not there and a link that is wrong look alike.

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Move, Role, Session, TableEvent, TableIssue, View } from "../../agreements/index.ts";
import { eventOf, eventSchema, illegalMoves, newSession, step, viewOf } from "../../agreements/index.ts";
import { appendToEventFile, readEventFile } from "../../store/event-file.ts";
import { InputError, SourceError } from "../../values/errors.ts";
import { guessLimit, type GuessLimit } from "./guess-limit.ts";

const FORMAT = "detente.table/v1";
const MOST_TABLES = 2000;
const roles = ["a", "b", "mediator"] as const;
const idPattern = /^[A-Za-z0-9_-]{12}$/;
const tokenPattern = /^[A-Za-z0-9_-]{22}$/;

export type TableAsked = { title: string; issues: TableIssue[]; deadline: string | null };

export type TableMade = { id: string; links: Record<Role, string> };

export type TableSeen = {
  id: string;
  title: string;
  /** The server's clock, by which deadlines are decided. */
  now: string;
  /** Changes exactly when what this role may see changes. */
  version: string;
  view: View;
};

/** A move with a key of its own: sent again, it is not made again. */
export type MoveAsked = { key: string; move: Move };

export type MoveRefused = { refused: { reason: string; because: string } };

export type Tables = {
  make(asked: TableAsked): TableMade;
  see(id: string, token: string): TableSeen;
  move(id: string, token: string, asked: MoveAsked): TableSeen | MoveRefused;
};

/** No such table, or not with this link: nobody is told which. */
export class NoSeat extends InputError {}

type Head = { format: string; id: string; title: string; made: string; seats: Record<Role, string> };
type Line = { event: TableEvent; key: string | null };
type Open = { head: Head; session: Session; keys: Set<string> };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const headSchema: z.ZodType<Head> = z.object({
  format: z.literal(FORMAT),
  id: z.string(),
  title: z.string(),
  made: z.string(),
  seats: z.object({ a: hash, b: hash, mediator: hash }),
});
const lineSchema: z.ZodType<Line> = z.object({ event: eventSchema, key: z.string().nullable() });

/** `folder`: where the files stand. It is one process's own: the data folder's lock sees to that. */
export function tablesIn(folder: string, now: () => Date): Tables {
  const open = new Map<string, Open>();
  const limit = guessLimit(now);
  const place = (id: string): string => join(folder, `${id}.jsonl`);
  const read = (id: string): Open | null => {
    const kept = open.get(id);
    if (kept) return kept;
    const found = idPattern.test(id) ? readTable(place(id)) : null;
    if (found) open.set(id, found);
    return found;
  };
  const enter = (id: string, token: string): { table: Open; role: Role } => {
    const table = read(id);
    const role = seatOf(table, token, limit);
    if (!table || !role) throw new NoSeat("link", "the whole address of a seat, as it was given to you");
    return { table, role };
  };
  const write = (table: Open, line: Line): MoveRefused | null => {
    const next = step(table.session, line.event);
    if (!next.ok) return { refused: { reason: next.why, because: illegalMoves[next.why] } };
    appendToEventFile(place(table.head.id), [JSON.stringify(line)]);
    table.session = next.session;
    if (line.key !== null) table.keys.add(line.key);
    return null;
  };
  const onTime = (table: Open): void => {
    const { phase, deadline } = table.session;
    const at = momentFor(table, now());
    if (phase === "open" && deadline !== null && Date.parse(at) > Date.parse(deadline))
      write(table, { event: { kind: "deadline", at }, key: null });
  };
  return {
    make: (asked) => makeTable(folder, place, asked, now()),
    see(id, token) {
      const { table, role } = enter(id, token);
      onTime(table);
      return seen(table, role, now());
    },
    move(id, token, { key, move }) {
      const { table, role } = enter(id, token);
      onTime(table);
      const own = `${role}:${key}`;
      if (table.keys.has(own)) return seen(table, role, now());
      const event = eventOf(move, role, momentFor(table, now()));
      if (!event)
        return {
          refused: { reason: "not-yours-to-do", because: "A mediator proposes and argues; the parties alone accept." },
        };
      return write(table, { event, key: own }) ?? seen(table, role, now());
    },
  };
}

/** The server's time, and never before what has happened already: a clock that was set back stops nobody. */
function momentFor({ session }: Open, now: Date): string {
  const at = now.toISOString();
  return session.last !== null && Date.parse(session.last) > now.getTime() ? session.last : at;
}

function seen({ head, session }: Open, role: Role, now: Date): TableSeen {
  const view = viewOf(session, role);
  const version = sha256(JSON.stringify(view)).toString("hex").slice(0, 32);
  return { id: head.id, title: head.title, now: now.toISOString(), version, view };
}

/** All three seats are compared in full, of a table that is not there too: how long it takes tells nothing. */
function seatOf(table: Open | null, token: string, limit: GuessLimit): Role | null {
  const given = sha256(token);
  const known = given.toString("hex");
  limit.check(known);
  let found: Role | null = null;
  for (const role of roles) {
    const kept = Buffer.from(table?.head.seats[role] ?? "00".repeat(32), "hex");
    if (timingSafeEqual(kept, given) && table) found = role;
  }
  if (found === null || !tokenPattern.test(token)) {
    limit.wrong();
    return null;
  }
  limit.right(known);
  return found;
}

function makeTable(folder: string, place: (id: string) => string, asked: TableAsked, now: Date): TableMade {
  if (existsSync(folder) && readdirSync(folder).length >= MOST_TABLES)
    throw new InputError(
      "tables",
      `at most ${MOST_TABLES} tables; take old files out of ${FORMAT.split("/")[0]}'s folder`,
    );
  const at = now.toISOString();
  const { title, issues, deadline } = asked;
  if (deadline !== null && !(Date.parse(deadline) > now.getTime()))
    throw new InputError("deadline", `a moment after ${at}`, deadline);
  const event: TableEvent = { kind: "opened", issues, deadline: deadline && new Date(deadline).toISOString(), at };
  const opened = step(newSession, event);
  if (!opened.ok) throw new InputError("issues", illegalMoves[opened.why]);
  const id = randomBytes(9).toString("base64url");
  const links = { a: newToken(), b: newToken(), mediator: newToken() };
  const head: Head = {
    format: FORMAT,
    id,
    title,
    made: at,
    seats: { a: hashOf(links.a), b: hashOf(links.b), mediator: hashOf(links.mediator) },
  };
  const first: Line = { event, key: null };
  appendToEventFile(place(id), [JSON.stringify(head), JSON.stringify(first)], { make: true });
  return { id, links };
}

function readTable(path: string): Open | null {
  const lines = readEventFile(path);
  const [first, ...rest] = lines ?? [];
  if (first === undefined) return null;
  const damaged = (row: number, cause?: unknown): SourceError =>
    new SourceError("damaged", `the table's file ${path} cannot be read at line ${row}`, { cause });
  const parsed = <Shape>(schema: z.ZodType<Shape>, text: string, row: number): Shape => {
    try {
      return schema.parse(JSON.parse(text));
    } catch (error) {
      throw damaged(row, error);
    }
  };
  const head = parsed(headSchema, first, 1);
  const table: Open = { head, session: newSession, keys: new Set() };
  for (const [index, text] of rest.entries()) {
    const { event, key } = parsed(lineSchema, text, index + 2);
    const next = step(table.session, event);
    if (!next.ok) throw damaged(index + 2);
    table.session = next.session;
    if (key !== null) table.keys.add(key);
  }
  return table;
}

const newToken = (): string => randomBytes(16).toString("base64url");
const hashOf = (token: string): string => sha256(token).toString("hex");
const sha256 = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();
