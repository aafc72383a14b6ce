// What signing in has in common, whichever way it goes: secrets of which only hashes are kept, questions that are good
// once, for a while, and in the browser that asked.

import { createHash, randomBytes } from "node:crypto";
import { InputError } from "../../../values/errors.ts";

/** What should prove who somebody is does not. */
export class BadSignIn extends InputError {}

export const secret = (): string => randomBytes(24).toString("base64url");
export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

export type Question = {
  /** For a cookie of the browser that asks. */ nonce: string;
  seconds: number;
};

export type Questions<Kept> = {
  ask(kept: Kept): Question;
  /** Once: an answer that fits uses the question up, whatever becomes of it. Null: unknown, used or too old. */
  take(nonce: string | null, fits?: (kept: Kept) => boolean): Kept | null;
};

const MOST_OPEN = 500;

export function questions<Kept>(seconds: number, now: () => Date): Questions<Kept> {
  const open = new Map<string, { kept: Kept; until: number }>();
  return {
    ask(kept) {
      const moment = now().getTime();
      for (const [hash, { until }] of open) if (until <= moment) open.delete(hash);
      if (open.size >= MOST_OPEN) throw new InputError("sign-in", "a later moment: too many are under way");
      const nonce = secret();
      open.set(hashOf(nonce), { kept, until: moment + 1000 * seconds });
      return { nonce, seconds };
    },
    take(nonce, fits = () => true) {
      const hash = nonce === null ? "" : hashOf(nonce);
      const found = open.get(hash);
      if (!found || !fits(found.kept)) return null;
      open.delete(hash);
      return found.until > now().getTime() ? found.kept : null;
    },
  };
}
