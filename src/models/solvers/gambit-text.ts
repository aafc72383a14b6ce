// The words of Gambit's file formats (gambit): quoted texts, braces, and bare words, with commas as blanks.

import { InputError } from "../../values/errors.ts";
import { parseRational, type Rational } from "../../math/rational.ts";

const LONGEST_FILE = 2_000_000;

export type Token = { kind: "text" | "word" | "open" | "close"; value: string; line: number };

export function tokensOf(format: string, text: string): Token[] {
  if (text.length > LONGEST_FILE)
    throw new InputError(format, `a file of at most ${LONGEST_FILE} characters`, text.length);
  const tokens: Token[] = [];
  let line = 1;
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"|([{}])|(\n)|([^\s{}",]+)|(")/g)) {
    const [whole, quoted, brace, newline, word, open] = match;
    if (open !== undefined) throw new InputError(`${format}:${line}`, "a text that ends with a quotation mark");
    if (quoted !== undefined) tokens.push({ kind: "text", value: quoted.replace(/\\(.)/g, "$1"), line });
    else if (brace !== undefined) tokens.push({ kind: brace === "{" ? "open" : "close", value: brace, line });
    else if (word !== undefined) tokens.push({ kind: "word", value: word, line });
    if (newline !== undefined) line++;
    else if (quoted !== undefined) line += whole.split("\n").length - 1;
  }
  return tokens;
}

export class TokenReader {
  private at = 0;
  private readonly format: string;
  private readonly tokens: readonly Token[];

  constructor(format: string, tokens: readonly Token[]) {
    this.format = format;
    this.tokens = tokens;
  }

  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  has(kind: Token["kind"]): boolean {
    return this.peek()?.kind === kind;
  }

  next(expected: string, kind?: Token["kind"]): Token {
    const token = this.tokens[this.at];
    if (!token || (kind && token.kind !== kind)) throw this.problem(expected);
    this.at++;
    return token;
  }

  text(expected: string): string {
    return this.next(expected, "text").value;
  }

  whole(expected: string, most: number): number {
    const word = this.peek();
    const read = word?.kind === "word" && /^\d{1,9}$/.test(word.value) ? Number(word.value) : -1;
    if (read < 0 || read > most) throw this.problem(`${expected} from 0 to ${most}`);
    this.at++;
    return read;
  }

  number(expected: string): Rational {
    const word = this.peek();
    const read = word?.kind === "word" ? parseRational(word.value) : null;
    if (!read) throw this.problem(`${expected}, a number or p/q`);
    this.at++;
    return read;
  }

  /** The texts between braces. */
  texts(expected: string): string[] {
    this.next(`${expected} in braces`, "open");
    const found: string[] = [];
    while (!this.has("close")) found.push(this.text(`${expected} in quotes`));
    this.at++;
    return found;
  }

  /** "NFG 1 R" or the like, and a title. */
  heading(...words: string[]): string {
    for (const word of words) {
      if (this.peek()?.value !== word) throw this.problem(`a file that begins "${words.join(" ")} R"`);
      this.at++;
    }
    if (!["R", "D"].includes(this.peek()?.value ?? "")) throw this.problem(`R or D after ${words.join(" ")}`);
    this.at++;
    return this.text("a title in quotes");
  }

  problem(expected: string): InputError {
    const token = this.peek();
    const line = token?.line ?? this.tokens.at(-1)?.line ?? 1;
    return new InputError(`${this.format}:${line}`, expected, token ? token.value.slice(0, 60) : "the end of the file");
  }
}

export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
