import { describe, expect, test } from "vitest";
import { noon, signerOf } from "../../test/support/made-up-log.ts";
import { InputError } from "../values/errors.ts";
import { base64, fromUtf8, utf8 } from "./bytes.ts";
import { addSignature, AGREEMENT_TYPE, readEnvelope, signedBytes, verifyEnvelope, type Envelope } from "./dsse.ts";
import { labelOf, NOTE, verifierKey } from "./key.ts";
import { signText } from "./signer.ts";

const [usa, chn, third] = [signerOf("usa", NOTE, 51), signerOf("chn", NOTE, 52), signerOf("third", NOTE, 53)];
const keys = [usa.key, chn.key];
const payload = utf8('{"clause":"hotline"}');
const by = (...signers: (typeof usa)[]): Envelope => {
  let envelope: Envelope | null = null;
  for (const signer of signers)
    envelope = addSignature(
      envelope && readEnvelope(JSON.stringify(envelope)),
      { type: AGREEMENT_TYPE, payload },
      signer,
    );
  return envelope!;
};
const check = (envelope: Envelope, needed = 2): ReturnType<typeof verifyEnvelope> =>
  verifyEnvelope(JSON.stringify(envelope), keys, needed);

test("signedBytes() is the encoding that the specification prints", () => {
  expect(fromUtf8(signedBytes("http://example.com/HelloWorld", utf8("hello world")))).toBe(
    "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
  );
});

describe("an envelope", () => {
  test("holds once enough of the keys have signed, in any order", () => {
    expect(check(by(usa, chn))).toMatchObject({ valid: true, says: "Signed by usa, chn.", missing: [] });
    expect(check(by(chn, usa)).valid).toBe(true);
    expect(check(by(usa))).toMatchObject({
      valid: false,
      missing: [labelOf(chn.key)],
      problems: [{ code: "too-few-signatures" }],
    });
    expect(check(by(usa), 1).valid).toBe(true);
    expect(check(by(usa, third))).toMatchObject({ valid: false });
  });

  test("takes a second signature of one key in the place of its first", () => {
    expect(by(usa, chn, usa).signatures.length).toBe(2);
  });

  test.each([
    ["another text", { payload: base64(utf8('{"clause":"none"}')) }],
    ["another type", { payloadType: "text/plain" }],
  ])("does not hold for %s", (_what, change) => {
    expect(check({ ...by(usa, chn), ...change }).problems.map(({ code }) => code)).toEqual([
      "false-signature",
      "false-signature",
      "too-few-signatures",
    ]);
  });

  test("does not count a key id for a signature, nor one key under two names", () => {
    const [first] = by(usa).signatures;
    const lent = { ...by(usa), signatures: [first!, { keyid: labelOf(chn.key), sig: first!.sig }] };
    expect(check(lent)).toMatchObject({
      valid: false,
      problems: [{ code: "false-signature" }, { code: "too-few-signatures" }],
    });
    const twice = [usa.key, verifierKey("chn", NOTE, usa.key.publicKey)];
    const unnamed = { ...by(usa), signatures: [{ keyid: "", sig: first!.sig }] };
    expect(verifyEnvelope(JSON.stringify(unnamed), twice, 2).valid).toBe(false);
    expect(verifyEnvelope(JSON.stringify(unnamed), [usa.key], 1).valid).toBe(true);
  });

  test("is not a note: a signature of one does not fit the other", () => {
    const text = fromUtf8(signedBytes(AGREEMENT_TYPE, payload))!;
    const note = signText(usa, `${text}\n`, noon);
    expect(check({ ...by(usa), signatures: [{ keyid: labelOf(usa.key), sig: base64(note.bytes) }] }, 1).valid).toBe(
      false,
    );
  });

  test("is not mixed with another text", () => {
    const before = readEnvelope(JSON.stringify(by(usa)));
    expect(() => addSignature(before, { type: AGREEMENT_TYPE, payload: utf8("other") }, chn)).toThrow(InputError);
  });

  test.each([
    "",
    "[]",
    "{}",
    '{"payload":"?","payloadType":"a","signatures":[{"sig":""}]}',
    '{"payload":"","payloadType":"a","signatures":[]}',
  ])("%s is none", (text) => {
    expect(() => readEnvelope(text)).toThrow(InputError);
  });
});
