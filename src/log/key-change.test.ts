import { describe, expect, test } from "vitest";
import {
  bothAndNeutral,
  logKey,
  logSigner,
  noon,
  origin,
  signerOf,
  witnesses,
} from "../../test/support/made-up-log.ts";
import { InputError } from "../values/errors.ts";
import { writeCheckpoint } from "./checkpoint.ts";
import { readKeyChanges, writeKeyChange, type KeyChange } from "./key-change.ts";
import { COSIGNATURE, labelOf, NOTE } from "./key.ts";
import { writeNote } from "./note.ts";
import { signText, type Signer } from "./signer.ts";
import { verifyCheckpoint } from "./verify-proof.ts";

const seconds = noon.getTime() / 1000;
const next = signerOf(origin, NOTE, 21);
const nextA = signerOf("a.example/witness", COSIGNATURE, 22);

function change(from: Signer, to: Signer | null, size: number, signers: Signer[], at = seconds): string {
  const made: KeyChange = { kind: to ? "rotate" : "revoke", key: from.key, successor: to?.key ?? null, size, at };
  const text = writeKeyChange(made);
  return writeNote({ text, signatures: signers.map((signer) => signText(signer, text, noon)) });
}

function checkpoint(size: number, signers: Signer[], at = noon): string {
  const text = writeCheckpoint({ origin, size, root: new Uint8Array(32).fill(size), extensions: [] });
  return writeNote({ text, signatures: signers.map((signer) => signText(signer, text, at)) });
}

describe("a rotated key", () => {
  const changes = readKeyChanges(change(logSigner, next, 10, [logSigner, next]));
  const code = (size: number, signers: Signer[]): string =>
    verifyCheckpoint(checkpoint(size, signers), [logKey], noon, { changes }).code;

  test("counts up to the size at which it was changed; its successor counts after", () => {
    expect([code(10, [logSigner]), code(11, [logSigner]), code(11, [next])]).toEqual(["valid", "key-revoked", "valid"]);
    expect(verifyCheckpoint(checkpoint(11, [next]), [logKey], noon).code).toBe("not-signed-by-log");
  });

  test("does no harm beside its successor's signature", () => {
    expect(code(11, [logSigner, next])).toBe("valid");
  });
});

describe("a revoked key", () => {
  const hour = new Date(noon.getTime() + 3_600_000);
  const changes = readKeyChanges(change(witnesses.a, null, 10, [witnesses.a]));
  const verdict = (size: number, at: Date): ReturnType<typeof verifyCheckpoint> =>
    verifyCheckpoint(checkpoint(size, [logSigner, witnesses.a, witnesses.b, witnesses.n], at), bothAndNeutral, hour, {
      changes,
    });

  test("does not count under larger checkpoints, nor later, whichever the thief does not change", () => {
    expect(verdict(10, noon).valid).toBe(true);
    for (const [size, at] of [
      [11, noon],
      [10, hour],
    ] as const)
      expect(verdict(size, at).problems.map((problem) => problem.code)).toEqual(["quorum-not-met", "key-revoked"]);
  });

  test("is followed under the same name in the policy by its successor", () => {
    const rotated = readKeyChanges(change(witnesses.a, nextA, 10, [witnesses.a, nextA]));
    const source = checkpoint(11, [logSigner, nextA, witnesses.b, witnesses.n]);
    expect(verifyCheckpoint(source, bothAndNeutral, noon, { changes: rotated })).toMatchObject({
      valid: true,
      cosigned: [{ witness: "A", key: labelOf(nextA.key) }, { witness: "B" }, { witness: "neutral1" }],
    });
  });

  test("may be revoked by its successor, when the key itself is lost", () => {
    const both = change(logSigner, next, 10, [logSigner, next]) + change(logSigner, null, 4, [next]);
    expect(readKeyChanges(both).limits.get(labelOf(logSigner.key))).toEqual({ size: 4, at: seconds });
  });
});

describe("readKeyChanges() refuses", () => {
  const other = signerOf(origin, NOTE, 23);
  test.each([
    ["a rotation that the old key did not sign", change(logSigner, next, 10, [next])],
    ["a rotation that the new key did not sign", change(logSigner, next, 10, [logSigner])],
    ["a revocation by another party", change(witnesses.a, null, 10, [witnesses.b])],
    ["a successor of another name", change(logSigner, nextA, 10, [logSigner, nextA])],
    [
      "two successors",
      change(logSigner, next, 10, [logSigner, next]) + change(logSigner, other, 10, [logSigner, other]),
    ],
    ["a changed size", change(logSigner, next, 10, [logSigner, next]).replace("size 10", "size 11")],
    ["what stands before the first", `x\n${change(logSigner, next, 10, [logSigner, next])}`],
    ["another first line", change(logSigner, next, 10, [logSigner, next]).replace("detente.", "detente/")],
    ["an empty file", ""],
  ])("%s", (_what, text) => {
    expect(() => readKeyChanges(text)).toThrow(InputError);
  });
});
