import { createHash, createPublicKey, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, fromHex, fromUtf8, hex, utf8 } from "./bytes.ts";
import { verifyEd25519 } from "./ed25519.ts";
import { NOTE } from "./key.ts";
import { sha256, sha256Into } from "./sha-256.ts";
import { sha512 } from "./sha-512.ts";
import { signerOf } from "../../test/support/made-up-log.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

test("utf8() writes every text as the platform does, and fromUtf8() reads it back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 90 }), (text) => {
      expect(hex(utf8(text))).toBe(hex(new TextEncoder().encode(text)));
      expect(fromUtf8(utf8(text))).toBe(text);
    }),
  );
  expect(fromUtf8(Uint8Array.of(0xff))).toBeNull();
  expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 97))).toBe("\ufeffa");
});

test("sha256() and sha512() give what the platform gives", () => {
  fc.assert(
    fc.property(bytes, (message) => {
      expect(hex(sha256(message))).toBe(createHash("sha256").update(message).digest("hex"));
      expect(hex(sha512(message))).toBe(createHash("sha512").update(message).digest("hex"));
    }),
  );
});

test("sha256Into() hashes a part of its source after a prefix, and writes where it is told", () => {
  fc.assert(
    fc.property(bytes, fc.nat(20), fc.nat(255), (message, from, prefix) => {
      const target = new Uint8Array(40).fill(7);
      sha256Into(concat(new Uint8Array(from), message), from, message.length, target, 4, prefix);
      const expected = createHash("sha256").update(Uint8Array.of(prefix)).update(message).digest("hex");
      expect([hex(target.subarray(4, 36)), [...target.subarray(0, 4)]]).toEqual([expected, [7, 7, 7, 7]]);
    }),
  );
});

describe("verifyEd25519()", () => {
  const { key, signBytes } = signerOf("x", NOTE, 9);
  const platform = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(key.publicKey).toString("base64url") },
    format: "jwk",
  });

  test("answers as the platform does, for good signatures and for any changed bit", () => {
    fc.assert(
      fc.property(bytes, fc.nat(511), (message, bit) => {
        const signature = signBytes(message);
        expect(verifyEd25519(key.publicKey, message, signature)).toBe(true);
        signature[bit >> 3]! ^= 1 << (bit & 7);
        expect([verifyEd25519(key.publicKey, message, signature), verify(null, message, platform, signature)]).toEqual([
          false,
          false,
        ]);
        expect(verifyEd25519(key.publicKey, concat(message, Uint8Array.of(0)), signBytes(message))).toBe(false);
      }),
      { numRuns: 12 },
    );
  });

  test("refuses a signature whose number was raised by the group's order: it would be a second one for the same text", () => {
    const message = Uint8Array.of(1, 2, 3);
    const signature = signBytes(message);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let s = BigInt(`0x${hex(signature.subarray(32).toReversed())}`) + order;
    for (let at = 32; at < 64; at += 1, s >>= 8n) signature[at] = Number(s & 255n);
    expect(verifyEd25519(key.publicKey, message, signature)).toBe(false);
  });

  // With a key of small order, s = 0 and R of small order would fit every text.
  const small = ["01", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "00"];
  test.each(small)("refuses the key of small order %s", (start) => {
    const point = concat(fromHex(start) ?? new Uint8Array(0), new Uint8Array(32)).subarray(0, 32);
    expect(verifyEd25519(point, Uint8Array.of(5), concat(point, new Uint8Array(32)))).toBe(false);
    const one = concat(Uint8Array.of(1), new Uint8Array(31));
    expect(verifyEd25519(point, Uint8Array.of(5), concat(one, new Uint8Array(32)))).toBe(false);
  });

  test("refuses points in a second spelling, and lengths that are wrong", () => {
    // y = p + 1 is y = 1 written otherwise.
    const second = concat(Uint8Array.of(0xee), new Uint8Array(30).fill(0xff), Uint8Array.of(0x7f));
    expect(verifyEd25519(second, new Uint8Array(0), new Uint8Array(64))).toBe(false);
    expect(verifyEd25519(key.publicKey.subarray(1), new Uint8Array(0), new Uint8Array(64))).toBe(false);
    expect(verifyEd25519(key.publicKey, new Uint8Array(0), new Uint8Array(63))).toBe(false);
  });
});
