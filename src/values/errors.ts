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
    super(`${place}: expected ${expected.replace(/^expected /, "")}${shown}`);
    this.place = place;
    this.expected = expected;
    this.got = shown;
  }
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
  const text = typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  // Control and direction characters could repaint the reader's terminal.
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
  return plain.length <= LONGEST_SHOWN ? plain : `${plain.slice(0, LONGEST_SHOWN - 1)}…`;
}
