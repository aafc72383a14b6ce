import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, hex } from "./bytes.ts";
import { pendingBytes, pendingHead, readPending } from "./pending.ts";

const entries = fc.array(fc.uint8Array({ maxLength: 30 }), { minLength: 1, maxLength: 5 });

test("readPending() gives what was written, in one piece or several", () => {
  fc.assert(
    fc.property(fc.nat(1e9), entries, entries, (first, some, more) => {
      const bytes = concat(pendingHead(first), pendingBytes(first, some), pendingBytes(first + some.length, more));
      const { entries: read, ...rest } = readPending(bytes);
      expect(read.map(hex)).toEqual([...some, ...more].map(hex));
      expect(rest).toEqual({ first, length: bytes.length, torn: 0, damage: null });
    }),
  );
});

describe("a write that was stopped", () => {
  test("loses, wherever it was cut, the entries that were not whole and no other", () => {
    const written = [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(4)];
    const whole = concat(pendingHead(7), pendingBytes(7, written));
    const ends = [0, 1, 2, 3].map((count) => pendingHead(7).length + pendingBytes(7, written.slice(0, count)).length);
    for (let cut = pendingHead(7).length; cut <= whole.length; cut += 1) {
      const read = readPending(whole.subarray(0, cut));
      const kept = ends.filter((end) => end <= cut).length - 1;
      expect([read.entries.length, read.damage, read.length + read.torn]).toEqual([kept, null, cut]);
    }
  });
});

test("any changed bit is damage, not a cut", () => {
  const whole = concat(pendingHead(7), pendingBytes(7, [Uint8Array.of(1, 2, 3), Uint8Array.of(4)]));
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const changed = whole.slice();
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(readPending(changed).damage, `bit ${bit}`).not.toBeNull();
  }
});

test("entries of another place do not fit: none can be moved, dropped or repeated", () => {
  const [one, two] = [pendingBytes(0, [Uint8Array.of(1)]), pendingBytes(1, [Uint8Array.of(2)])];
  for (const order of [[two], [two, one], [one, one], [one, two, two]])
    expect(readPending(concat(pendingHead(0), ...order)).damage).not.toBeNull();
});
