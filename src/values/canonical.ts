// The one way to write a value that is hashed: RFC 8785 (rfc8785). Works in the browser as in Node.

import canonicalizeJson from "canonicalize";

/** The value in canonical JSON. Throws on what JSON cannot hold, such as NaN. */
export function canonical(value: unknown): string {
  const text = canonicalizeJson(value);
  if (text === undefined) throw new RangeError("Cannot write the value in canonical JSON: it is undefined");
  return text;
}
