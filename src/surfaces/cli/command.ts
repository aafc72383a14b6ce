// A command touches the world through its effects, so that a test can hand in its own.

import type { Ledger } from "../inputs/ledger.ts";

export type Effects = {
  /** Writes to standard output: the answer, and nothing else. */
  print: (text: string) => void;
  /** Writes to standard error: progress and warnings. */
  note: (text: string) => void;
  now: () => Date;
  env: Record<string, string | undefined>;
  openLedger: () => Promise<Ledger>;
  /** Columns of the terminal, or 80. */
  columns: number;
  /** Whether colour and weight reach a person. */
  styled: boolean;
};

/** A flag that may be given several times has a list of values. */
export type Options = Record<string, string | boolean | string[] | undefined>;

export type Command = {
  /** Words after `detente`, with what each takes: "brief CASE". */
  usage: string;
  summary: string;
  /** Flag with its value's name, and what it means: { "asof DATE": "…" }; "set KEY=VALUE…" may be given often. */
  options: Record<string, string>;
  example: string;
  /** Its `--json` document says how it was made, so that `replay` can make it again. */
  replays?: true;
  /** Gives the exit status: 0 an answer, 2 a refusal. What fails is thrown. */
  load: () => Promise<{ run: Run }>;
};

/** The program itself, for a command that runs another. */
export type Program = {
  version: string;
  run: (words: readonly string[], effects: Effects) => Promise<number>;
  /** Whether the words are those of a command whose results can be made again. */
  replays: (words: readonly string[]) => boolean;
};

export type Run = (args: string[], options: Options, effects: Effects, program: Program) => Promise<number> | number;
