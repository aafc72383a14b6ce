import fc from "fast-check";
import { expect, test } from "vitest";
import { InputError } from "../values/errors.ts";
import { checkReveal, readOpening, readSeal, sealText } from "./seal.ts";

const nonces = fc.uint8Array({ minLength: 32, maxLength: 32 });
const texts = fc.string({ unit: "grapheme" });

test("a seal opens with its own opening, and with no other text, party or nonce", () => {
  fc.assert(
    fc.property(texts, texts, nonces, nonces, (text, other, nonce, otherNonce) => {
      const { seal, opening } = sealText("USA", text, nonce);
      expect(checkReveal(readSeal(JSON.stringify(seal), "s"), readOpening(JSON.stringify(opening), "o"))).toBeNull();
      if (other !== text) expect(checkReveal(seal, { ...opening, text: other })?.code).toBe("seal-broken");
      const nonceDiffers = nonce.some((byte, index) => byte !== otherNonce[index]);
      expect(checkReveal(seal, sealText("USA", text, otherNonce).opening) !== null).toBe(nonceDiffers);
    }),
  );
});

test("a seal cannot be passed off as another party's", () => {
  const { seal, opening } = sealText("USA", "our red line", new Uint8Array(32));
  const taken = { ...seal, party: "CHN" };
  expect(checkReveal(taken, opening)?.code).toBe("seal-broken");
  expect(checkReveal(taken, { ...opening, party: "CHN" })?.code).toBe("seal-broken");
});

test("what is neither seal nor opening is refused", () => {
  const { seal, opening } = sealText("USA", "text", new Uint8Array(32));
  for (const wrong of ["", "{}", JSON.stringify({ ...seal, seal: "sha256:0" }), JSON.stringify({ ...seal, more: 1 })])
    expect(() => readSeal(wrong, "s")).toThrow(InputError);
  for (const wrong of ["", JSON.stringify(seal), JSON.stringify({ ...opening, nonce: "AAAA" })])
    expect(() => readOpening(wrong, "o")).toThrow(InputError);
  expect(() => sealText("", "text", new Uint8Array(32))).toThrow(InputError);
  expect(() => sealText("USA", "\ud800", new Uint8Array(32))).toThrow(InputError);
  expect(() => sealText("USA", "text", new Uint8Array(31))).toThrow(RangeError);
});
