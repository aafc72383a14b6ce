import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  bothAndNeutral,
  cosignLog,
  logKey,
  logSigner,
  makeLog,
  noon,
  origin,
  signerOf,
  tempFolder,
  witnesses,
} from "../../test/support/made-up-log.ts";
import { utf8 } from "./bytes.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { ML_DSA, NOTE, verifierKey, writeVerifierKey } from "./key.ts";
import { readNote, writeNote } from "./note.ts";
import { readProofFile, writeProofFile } from "./proof-file.ts";
import { proveEntry } from "./read-log.ts";
import { signText } from "./signer.ts";
import { verifyCheckpoint, verifyProofFile } from "./verify-proof.ts";

const folder = tempFolder();
afterAll(folder.remove);
const read = makeLog(folder.path, [5]);
cosignLog(folder.path, [witnesses.a, witnesses.b, witnesses.n]);
const proof = proveEntry(read, 3);
const check = (text: string, options = {}, now = noon): ReturnType<typeof verifyProofFile> =>
  verifyProofFile(text, bothAndNeutral, now, options);

describe("verifyProofFile()", () => {
  test("holds for an entry that the log signed and the quorum cosigned, and says so in a sentence", () => {
    expect(check(proof)).toMatchObject({
      valid: true,
      code: "valid",
      says: "Entry 3 of the log example.org/test, signed by the log, cosigned by A, B and neutral1.",
      entry: "leaf-3",
      cosigned: [{ witness: "A", at: "2026-01-02T12:00:00Z" }, { witness: "B" }, { witness: "neutral1" }],
      problems: [],
      cautions: [],
    });
  });

  test("takes the entry from outside where the file carries none or other data", () => {
    const bare = proveEntry(read, 3, true);
    expect(check(bare).code).toBe("no-entry");
    expect(check(bare, { entry: utf8("leaf-3") }).valid).toBe(true);
    const other = writeProofFile({ ...readProofFile(proof), extra: utf8("a file name") });
    expect([check(other).code, check(other, { entry: utf8("leaf-3") }).valid]).toEqual(["not-in-log", true]);
  });

  test("takes public keys for a policy: each must have signed", () => {
    const keys = [logKey, writeVerifierKey(witnesses.a.key)];
    expect(verifyProofFile(proof, keys, noon).valid).toBe(true);
    expect(verifyProofFile(proof, [logKey], noon).says).toContain("cosigned by nobody: the operator's word alone");
  });

  const parsed = readProofFile(proof);
  const rewritten = (change: Partial<typeof parsed>): string => writeProofFile({ ...parsed, ...change });
  const note = readNote(parsed.checkpoint);
  const { root } = readCheckpoint(note.text);
  const resigned = (text: string, signers = [logSigner, witnesses.a, witnesses.b, witnesses.n], at = noon): string =>
    rewritten({ checkpoint: writeNote({ text, signatures: signers.map((signer) => signText(signer, text, at)) }) });
  const only = (...kept: string[]): string =>
    rewritten({
      checkpoint: writeNote({ ...note, signatures: note.signatures.filter(({ name }) => kept.includes(name)) }),
    });
  const other = signerOf("elsewhere.example/log", NOTE, 6);
  const otherText = writeCheckpoint({ origin: "elsewhere.example/log", size: 5, root, extensions: [] });

  test.each([
    ["a forged entry", rewritten({ extra: utf8("leaf-4") }), "not-in-log"],
    ["another place", rewritten({ index: 2 }), "not-in-log"],
    ["a place beyond the end", rewritten({ index: 5 }), "beyond-size"],
    ["hashes in another order", rewritten({ hashes: parsed.hashes.toReversed() }), "not-in-log"],
    ["a hash cut off", rewritten({ hashes: parsed.hashes.slice(1) }), "not-in-log"],
    ["a hash too many", rewritten({ hashes: [...parsed.hashes, root] }), "not-in-log"],
    [
      "a text under others' signatures",
      rewritten({ checkpoint: parsed.checkpoint.replace("\n5\n", "\n6\n") }),
      "false-signature",
    ],
    [
      "no signature of the log",
      only("a.example/witness", "b.example/witness", "n.example/witness"),
      "not-signed-by-log",
    ],
    ["a party that did not cosign", only(origin, "a.example/witness", "n.example/witness"), "quorum-not-met"],
    ["a neutral missing", only(origin, "a.example/witness", "b.example/witness"), "quorum-not-met"],
    ["another log, signed with its own key", resigned(otherText, [other]), "unknown-log"],
    ["another log's text, signed with this log's key", resigned(otherText), "unknown-log"],
    [
      "the right name and a wrong key",
      resigned(note.text, [signerOf(origin, NOTE, 66), witnesses.a, witnesses.b, witnesses.n]),
      "not-signed-by-log",
    ],
    [
      "a cosignature of another text, replayed",
      rewritten({
        checkpoint: writeNote({
          text: note.text,
          signatures: [
            note.signatures[0]!,
            note.signatures[1]!,
            signText(witnesses.b, otherText, noon),
            note.signatures[3]!,
          ],
        }),
      }),
      "false-signature",
    ],
  ])("refuses %s", (_what, text, code) => {
    const verdict = check(text);
    expect([verdict.valid, verdict.code]).toEqual([false, code]);
    expect(verdict.says).not.toBe("");
  });

  test.each([
    ["nothing", ""],
    ["another first line", proof.replace("@v1", "@v2")],
    ["an index with a zero before it", proof.replace("index 3", "index 03")],
    ["an index that is no number", proof.replace("index 3", "index -3")],
    ["no blank line", proof.replace("\n\n", "\n")],
    ["no checkpoint", `${proof.split("\n\n")[0]}\n\n`],
    ["a hash of 31 bytes", proof.replace(/index 3\n.{44}/, `index 3\n${"A".repeat(40)}AA==`)],
    ["a second spelling of base64", proof.replace(/=\n\n/, "B\n\n")],
    ["64 hashes", proof.replace(/\n\n/, `${"\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=".repeat(64)}\n\n`)],
    ["extra data that is no base64", proof.replace(/extra .*/, "extra ?")],
  ])("calls unreadable: %s", (_what, text) => {
    expect(check(text)).toMatchObject({ valid: false, code: "unreadable" });
  });

  test("calls a policy unreadable that is", () => {
    expect(verifyProofFile(proof, "quorum A\n", noon)).toMatchObject({ valid: false, code: "unreadable" });
    expect(verifyProofFile(proof, ["nonsense"], noon)).toMatchObject({ valid: false, code: "unreadable" });
  });

  test("knows a key by name and id together: a stranger's signature changes nothing", () => {
    const stranger = signText(signerOf("a.example/witness", NOTE, 77), note.text, noon);
    const more = rewritten({ checkpoint: writeNote({ ...note, signatures: [...note.signatures, stranger] }) });
    expect(check(more).valid).toBe(true);
  });
});

describe("a post-quantum witness (ML-DSA-44)", () => {
  // Node can make such keys; what verifies proofs also runs in browsers, which cannot check them.
  const { publicKey } = generateKeyPairSync("ml-dsa-44");
  const bytes = new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-1312));
  const key = verifierKey("post.example/witness", ML_DSA, bytes);
  const line = { name: key.name, id: key.id, bytes: new Uint8Array(8 + 2420).fill(7) };
  const { checkpoint, ...rest } = readProofFile(proof);
  const { text, signatures } = readNote(checkpoint);
  const signed = writeProofFile({ ...rest, checkpoint: writeNote({ text, signatures: [...signatures, line] }) });
  const withPost = (quorum: string): string =>
    bothAndNeutral.replace("quorum both", `witness post ${writeVerifierKey(key)}\n${quorum}`);

  test("leaves a proof valid whose quorum the others fill, with a note that it was not checked", () => {
    const found = verifyProofFile(signed, withPost("quorum both"), noon);
    expect(found).toMatchObject({ valid: true, cautions: [{ code: "cannot-check" }] });
    expect(found.cosigned.map(({ witness }) => witness)).toEqual(["A", "B", "neutral1"]);
  });

  test("does not count where the quorum asks for it", () => {
    const found = verifyProofFile(signed, withPost("group all4 all both post\nquorum all4"), noon);
    expect([found.valid, found.problems.map(({ code }) => code)]).toEqual([false, ["quorum-not-met", "cannot-check"]]);
    expect(found.problems[0]?.because).toContain("post");
  });
});

describe("clocks that disagree", () => {
  const days = (count: number): Date => new Date(noon.getTime() + count * 86_400_000);
  const cosignedAt = (at: Date): string => {
    const parsed = readProofFile(proof);
    const note = readNote(parsed.checkpoint);
    const signatures = note.signatures.filter(({ name }) => name !== "b.example/witness");
    return writeProofFile({
      ...parsed,
      checkpoint: writeNote({ ...note, signatures: [...signatures, signText(witnesses.b, note.text, at)] }),
    });
  };

  test("a cosignature from the future does not count, and it is said whose", () => {
    const verdict = check(cosignedAt(days(2)));
    expect(verdict).toMatchObject({ valid: false, code: "quorum-not-met", missing: "B" });
    expect(verdict.problems[1]).toMatchObject({
      code: "time-ahead",
      because: expect.stringContaining("Witness B says 2026-01-04T12:00:00Z"),
    });
    expect(check(cosignedAt(new Date(noon.getTime() + 240_000))).valid).toBe(true);
  });

  test("an old proof stays good, unless the reader asks for a fresh one", () => {
    expect(check(proof, {}, days(4000)).valid).toBe(true);
    expect(check(proof, { maxAgeDays: 30 }, days(31)).problems.map(({ code }) => code)).toEqual([
      "quorum-not-met",
      "too-old",
      "too-old",
      "too-old",
    ]);
    expect(check(proof, { maxAgeDays: 30 }, days(29)).valid).toBe(true);
  });

  test("cosigners who are more than a day apart are pointed out", () => {
    expect(check(cosignedAt(days(-400)))).toMatchObject({ valid: true, cautions: [{ code: "clocks-disagree" }] });
    expect(check(cosignedAt(new Date(0)))).toMatchObject({ valid: true, cautions: [{ code: "clocks-disagree" }] });
  });
});

test("verifyCheckpoint() says what a checkpoint alone is worth", () => {
  const note = readProofFile(proof).checkpoint;
  expect(verifyCheckpoint(note, bothAndNeutral, noon)).toMatchObject({
    valid: true,
    size: 5,
    index: null,
    says: "A log example.org/test of 5 entries, signed by the log, cosigned by A, B and neutral1.",
  });
  expect(verifyCheckpoint(note.replace("\n5\n", "\n4\n"), [logKey], noon).code).toBe("false-signature");
});

test("what verifies proofs runs in a browser: nothing that it imports is of Node", () => {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    expect(text, file).not.toMatch(/from "node:|\bBuffer\b|\bprocess\./);
    for (const [, path = ""] of text.matchAll(/^(?:import|export) (?!type )[^;]*? from "(\.[^"]+)"/gm))
      follow(join(dirname(file), path));
  };
  follow(join(import.meta.dirname, "index.ts"));
  expect(seen.size).toBeGreaterThan(15);
});
