import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyUnits } from "../../test/support/arbitrary.ts";
import { asReason, InputError, oneLine, shorten, SourceError } from "./errors.ts";

// Control characters end lines and move cursors; format characters turn the direction of what follows.
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const anyText = fc.oneof(
  anyUnits,
  fc.string({ unit: fc.constantFrom("a", "\n", "\u001b", "\u202e", "😀", "\ud83d", "é", '"') }),
);

describe("InputError", () => {
  test("says where, what was expected and what was there", () => {
    const error = new InputError("acts.jsonl:3:when", "expected a date", "soon");
    expect(error.message).toBe('acts.jsonl:3:when: expected a date, got "soon"');
    expect([error.place, error.expected, error.name]).toEqual(["acts.jsonl:3:when", "expected a date", "InputError"]);
    expect(new InputError("q", "a word").message).toBe("q: expected a word");
  });

  test("is one line without control or direction characters, whatever is in it", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.oneof(anyText, fc.anything()), (place, expected, got) => {
        expect(new InputError(place, expected, got).message).not.toMatch(unseen);
        expect(InputError.line(place).message).not.toMatch(unseen);
      }),
    );
  });

  test("line() keeps a line that another process wrote", () => {
    expect(InputError.line("CASE: expected one of us-cn").message).toBe("CASE: expected one of us-cn");
  });
});

describe("shorten()", () => {
  test("quotes texts, writes others as JSON, and cuts what is long", () => {
    expect([shorten("a"), shorten(3), shorten(null), shorten({ a: 1 }), shorten(undefined), shorten(10n)]).toEqual([
      '"a"',
      "3",
      "null",
      '{"a":1}',
      "undefined",
      "10",
    ]);
    expect(shorten("x".repeat(100))).toBe(`"${"x".repeat(58)}…`);
  });

  test("shows any value in at most 60 characters, none of them unseen or half", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: "grapheme", minLength: 50 }), fc.anything()), (value) => {
        const shown = shorten(value);
        expect(shown.length).toBeLessThanOrEqual(60);
        expect(shown).not.toMatch(unseen);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });

  test("shows a value that leads back to itself", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    expect(shorten(circle)).toBe("[object Object]");
  });
});

test("oneLine() leaves a text without control characters as it is", () => {
  expect(oneLine("Détente 缓和")).toBe("Détente 缓和");
  expect(oneLine("a\r\nb\u202ec")).toBe("a  b c");
});

test("SourceError keeps what failed as its cause", () => {
  const cause = new Error("ENOENT");
  const error = new SourceError("missing", "the file is gone", { cause });
  expect([error.code, error.message, error.cause, error.name]).toEqual([
    "missing",
    "the file is gone",
    cause,
    "SourceError",
  ]);
});

test("a schema's complaint is worded as every other fault, and says expected once", () => {
  const complaint = "Invalid input: expected string, received undefined";
  expect(new InputError("body.statement", complaint).message).toBe("body.statement: expected string, got undefined");
  expect(new InputError("f:1:a", complaint, 5).message).toBe("f:1:a: expected string, got 5");
  expect(new InputError("f:1:a", 'Invalid option: expected one of "a"|"b"', "c").message).toBe(
    'f:1:a: expected one of "a"|"b", got "c"',
  );
  expect(asReason(complaint)).toBe("expected string, got undefined");
});
