// All debates of a running workbench, with the people who take part.

import { join } from "node:path";
import { findClaims } from "../../../debate/claims/index.ts";
import { InputError } from "../../../values/errors.ts";
import { debateIds, debateNamed } from "../debates.ts";
import { dataFolder } from "../place.ts";
import { moderatorsIn, peopleIn, type People } from "./people.ts";
import { oidcAt, oidcIn, type Oidc } from "./oidc.ts";
import { rateLimit, type RateLimit } from "./rate-limit.ts";
import { roomOf, type Room } from "./room.ts";
import { webhookIn } from "./webhook.ts";

/**
 * Tells whoever runs the workbench of a link to sign in with. `host`: the name by which the reader has it open; the cookie
 * without which the link is good for nothing stands under that name alone.
 */
export type TellLink = (address: string, path: string, host: string) => void;

export type Rooms = {
  ids(): string[];
  room(id: string): Room;
  /** Those that were opened or written in before. */
  all(): Room[];
  /** Reads what the matcher of claims needs, so that the first debate opens as fast as later ones. */
  warm(): void;
  people: People;
  /** A provider to sign in by; null: none is configured. */
  provider: Oidc | null;
  limit: RateLimit;
  tell: TellLink;
};

export type RoomsAsked = {
  env: Record<string, string | undefined>;
  now: () => Date;
  tell: TellLink;
};

const MOST_OPEN = 50;

export function roomsIn({ env, now, tell }: RoomsAsked): Rooms {
  const folder = join(dataFolder(env), "debate-events");
  const open = new Map<string, { room: Room; stamp: string }>();
  const external = webhookIn(env);
  const settings = oidcIn(env);
  let people: People | null = null;
  const room = (id: string): Room => {
    const { debate, caseId } = debateNamed(id, env);
    // Imported again, a thread may have changed: the events stand, the room is made anew.
    const stamp = `${debate.comments.length} ${debate.comments.at(-1)?.id ?? ""} ${debate.body.join("").length}`;
    const kept = open.get(debate.id);
    if (kept && kept.stamp === stamp) return kept.room;
    const made = roomOf({ debate, caseId, folder, now, external });
    open.delete(debate.id);
    open.set(debate.id, { room: made, stamp });
    const oldest = open.size > MOST_OPEN ? open.keys().next().value : undefined;
    if (oldest !== undefined) open.delete(oldest);
    return made;
  };
  return {
    ids: () => debateIds(env),
    room(id) {
      if (id.length > 80) throw new InputError("ID", "at most 80 characters", id);
      return room(id);
    },
    all: () => debateIds(env).map(room),
    warm: () => void findClaims("Nobody can tell who attacked whom."),
    get people() {
      people ??= peopleIn(folder, moderatorsIn(env), now);
      return people;
    },
    provider: settings ? oidcAt(settings, now) : null,
    limit: rateLimit(now),
    tell,
  };
}
