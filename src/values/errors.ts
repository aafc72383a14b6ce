// What can go wrong outside our own code. Surfaces turn these into one line, a status and an exit code; anything
// else that is thrown is a bug.

/** The caller sent something that we cannot read. Exit 1, HTTP 400. */
export class InputError extends Error {
  override name = "InputError";
  readonly place: string;
  readonly expected: string;
  readonly got: string;

  /** `place` is FILE:ROW:FIELD, or as much of it as there is. */
  constructor(place: string, expected: string, got?: unknown) {
    const shown = got === undefined ? "" : `, got ${shorten(got)}`;
    super(oneLine(`${place}: expected ${plainly(expected, shown === "")}${shown}`));
    this.place = place;
    this.expected = expected;
    this.got = shown;
  }

  /** An error whose line another process has already written. */
  static line(text: string): InputError {
    const error = new InputError("", "");
    error.message = oneLine(text);
    return error;
  }
}

/** A schema's complaint says "expected" and what it received itself. */
function plainly(expected: string, alone: boolean): string {
  return expected
    .replace(/^(Invalid (input|option|string)|Too (small|big)): /, "")
    .replace(/^expected /, "")
    .replace(/, received (\w+)$/, alone ? ", got $1" : "");
}

/** A schema's complaint as the reason for which a row is rejected: "expected string, got undefined". */
export function asReason(complaint: string): string {
  return `expected ${plainly(complaint, true)}`;
}

export type SourceErrorCode =
  | "locked"
  | "read-only"
  | "missing"
  | "damaged"
  | "port-taken"
  | "network"
  | "time-out"
  | "no-space"
  | "no-browser";

/** A file, a folder or a network failed us. Exit 3, HTTP 502. */
export class SourceError extends Error {
  override name = "SourceError";
  readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

const LONGEST_SHOWN = 60;

/** A value as shown in an error: quoted, on one line, never longer than a line. */
export function shorten(value: unknown): string {
  const plain = oneLine(written(value));
  if (plain.length <= LONGEST_SHOWN) return plain;
  // Half of a character outside the basic plane is no character.
  return `${plain.slice(0, LONGEST_SHOWN - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value); // JSON writes neither a bigint nor a circle
  }
}

/** A text without control and direction characters: they could break a line or repaint the reader's terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
}
