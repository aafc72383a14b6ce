// Slows down whoever guesses links. Every request comes from this machine, so nobody can be told apart by address: once
// too many guesses were wrong within a minute, only links that were right before are let through, and all others wait.
// Whoever sits at a table already is not disturbed.

import { InputError } from "../../values/errors.ts";

const MOST_WRONG = 30;
const WINDOW_MS = 60_000;

export type GuessLimit = {
  /** Throws where a link that is not known yet must wait. */
  check(hash: string): void;
  wrong(): void;
  right(hash: string): void;
};

/** Too many wrong guesses were made lately. */
export class TooManyGuesses extends InputError {
  readonly seconds: number;

  constructor(seconds: number) {
    super("link", `no more guesses for ${seconds} seconds: too many were wrong`);
    this.seconds = seconds;
  }
}

export function guessLimit(now: () => Date): GuessLimit {
  const known = new Set<string>();
  let wrong: number[] = [];
  return {
    check(hash) {
      const moment = now().getTime();
      wrong = wrong.filter((at) => at > moment - WINDOW_MS && at <= moment);
      if (wrong.length < MOST_WRONG || known.has(hash)) return;
      throw new TooManyGuesses(Math.max(1, Math.ceil((wrong[0]! + WINDOW_MS - moment) / 1000)));
    },
    wrong() {
      wrong.push(now().getTime());
    },
    right(hash) {
      known.add(hash);
    },
  };
}
