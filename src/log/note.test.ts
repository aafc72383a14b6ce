import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logSigner, noon, signerOf, witnesses } from "../../test/support/made-up-log.ts";
import { InputError } from "../values/errors.ts";
import { base64, fromBase64, hex } from "./bytes.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { COSIGNATURE, NOTE, readVerifierKey, writeVerifierKey } from "./key.ts";
import { readNote, signatureHolds, writeNote, type Note } from "./note.ts";
import { makePrivateKey, readPrivateKey, signText } from "./signer.ts";
import { emptyRoot } from "./tree.ts";

const text = "example.org/test\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
const note: Note = { text, signatures: [logSigner, witnesses.a].map((signer) => signText(signer, text, noon)) };

test("base64() and fromBase64() undo each other, and each value has one spelling", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(hex(fromBase64(base64(bytes)) ?? new Uint8Array(1))).toBe(hex(bytes));
    }),
  );
  for (const other of ["AB==", "AAB=", "A", "AAA", "AA=A", "A===", " AAA", "AAA\n", "AA-_"])
    expect(fromBase64(other)).toBeNull();
});

test("a note is read as it was written, and its signatures hold for its text alone", () => {
  const read = readNote(writeNote(note));
  expect(read).toEqual(note);
  const [log, witness] = read.signatures;
  expect(signatureHolds(logSigner.key, log!, text)).toEqual({ holds: true, at: null });
  expect(signatureHolds(witnesses.a.key, witness!, text)).toEqual({ holds: true, at: noon.getTime() / 1000 });
  expect(signatureHolds(logSigner.key, log!, `${text}more\n`)).toEqual({ holds: false });
  expect(signatureHolds(witnesses.b.key, witness!, text)).toEqual({ holds: false });
  // A log's signature is no cosignature, nor the other way round.
  expect(signatureHolds(witnesses.a.key, log!, text)).toEqual({ holds: false });
  expect(signatureHolds(logSigner.key, witness!, text)).toEqual({ holds: false });
});

describe("readNote() refuses", () => {
  const whole = writeNote(note);
  test.each([
    ["a text without signatures", text],
    ["no newline at the end", whole.slice(0, -1)],
    ["a control character", whole.replace("example", "exam\tple")],
    ["a carriage return", whole.replaceAll("\n", "\r\n")],
    ["a hyphen for the dash", whole.replace("\u2014", "-")],
    ["a blank too many", whole.replace("\u2014 ", "\u2014  ")],
    ["base64 that is cut", whole.replace(/..\n$/, "\n")],
    ["101 signatures", `${text}\n${writeNote(note).split("\n\n")[1]!.repeat(51)}`],
    ["half a character", whole.replace("example", "\ud800")],
  ])("%s", (_what, source) => {
    expect(() => readNote(source)).toThrow(InputError);
  });
});

describe("readCheckpoint()", () => {
  const root = emptyRoot;
  test("reads what writeCheckpoint() writes, with extension lines", () => {
    const checkpoint = { origin: "example.org/test", size: 0, root, extensions: ["more"] };
    expect(readCheckpoint(writeCheckpoint(checkpoint))).toEqual(checkpoint);
  });
  test.each([
    ["two lines", "a\n1\n"],
    ["a size with a zero before it", `a\n01\n${base64(root)}\n`],
    ["a size beyond whole numbers", `a\n18446744073709551615\n${base64(root)}\n`],
    ["a negative size", `a\n-1\n${base64(root)}\n`],
    ["a short root", `a\n1\n${base64(root.subarray(1))}\n`],
    ["an empty line", `a\n1\n${base64(root)}\n\n`],
    ["an empty log with another root", `a\n0\n${base64(new Uint8Array(32))}\n`],
    ["no origin", `\n1\n${base64(root)}\n`],
  ])("refuses %s", (_what, source) => {
    expect(() => readCheckpoint(source)).toThrow(InputError);
  });
});

describe("keys", () => {
  const key = writeVerifierKey(logSigner.key);
  test("a public key is read as it was written; any changed letter is refused", () => {
    expect(readVerifierKey(key, "key")).toEqual(logSigner.key);
    for (let at = 0; at < key.length; at += 1) {
      const changed = `${key.slice(0, at)}${key[at] === "A" ? "B" : "A"}${key.slice(at + 1)}`;
      expect(() => readVerifierKey(changed, "key"), changed).toThrow(InputError);
    }
  });

  test("a private key gives the same public key again; what is wrong with one is said without showing it", () => {
    const line = makePrivateKey("x", COSIGNATURE, new Uint8Array(32).fill(5));
    expect(readPrivateKey(`${line}\n`, "k").key).toEqual(signerOf("x", COSIGNATURE, 5).key);
    for (const wrong of [line.slice(0, -2), line.replace("+x+", "+y+"), line.replace("PRIVATE", "PUBLIC")])
      expect(() => readPrivateKey(wrong, "k")).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining(line.slice(-20, -4)) }),
      );
    expect(JSON.stringify(signerOf("x", NOTE, 5))).not.toContain(line.slice(-40));
  });

  test.each(["", "a b", "a+b", "a\u00a0b", "a\nb"])("%j is no name for a key", (name) => {
    expect(() => makePrivateKey(name, NOTE)).toThrow(InputError);
  });
});
