// How often somebody may do something: so many within a window, by person and by the address that asks.

import { InputError } from "../../../values/errors.ts";

export class TooOften extends InputError {
  readonly seconds: number;

  constructor(what: string, seconds: number) {
    super(what, `a wait of ${seconds} seconds: that was too often`);
    this.seconds = seconds;
  }
}

export type Rate = { most: number; seconds: number };

type Kind = "write" | "vote" | "judge" | "link" | "confirm" | "claim" | "address" | "guest";

export const rates: Readonly<Record<Kind, Rate>> = {
  write: { most: 10, seconds: 600 },
  vote: { most: 120, seconds: 60 },
  judge: { most: 120, seconds: 60 },
  link: { most: 5, seconds: 900 },
  confirm: { most: 20, seconds: 600 },
  claim: { most: 60, seconds: 60 },
  /** All that one address writes, whoever it says it is. */
  address: { most: 60, seconds: 600 },
  /** New guests from one address. */
  guest: { most: 20, seconds: 3600 },
};

export type RateLimit = (kind: Kind, who: string) => void;

const MOST_KEPT = 10_000;

export function rateLimit(now: () => Date): RateLimit {
  const seen = new Map<string, number[]>();
  return (kind, who) => {
    const { most, seconds } = rates[kind];
    const moment = now().getTime();
    const key = `${kind} ${who}`;
    const lately = (seen.get(key) ?? []).filter((at) => at > moment - 1000 * seconds);
    if (lately.length >= most)
      throw new TooOften(kind, Math.max(1, Math.ceil((lately[0]! + 1000 * seconds - moment) / 1000)));
    lately.push(moment);
    seen.delete(key);
    seen.set(key, lately);
    const oldest = seen.size > MOST_KEPT ? seen.keys().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
  };
}
