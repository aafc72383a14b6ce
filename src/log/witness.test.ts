import { describe, expect, test } from "vitest";
import { logSigner, noon, origin, signerOf, witnesses } from "../../test/support/made-up-log.ts";
import { InputError } from "../values/errors.ts";
import { utf8 } from "./bytes.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { NOTE } from "./key.ts";
import { MemoryTree } from "./memory-tree.ts";
import { readNote, readSignature, signatureHolds, writeNote } from "./note.ts";
import { signText, type Signer } from "./signer.ts";
import { consistencyProof } from "./tree-proof.ts";
import { leafHash } from "./tree.ts";
import {
  cosign,
  readCosignRequest,
  readSeen,
  writeCosignRequest,
  type Cosigning,
  type CosignRequest,
  type Seen,
} from "./witness.ts";

const tree = new MemoryTree();
for (let index = 0; index < 20; index += 1) tree.append(leafHash(utf8(`leaf-${index}`)));
/** The same log with another entry 2. */
const fork = new MemoryTree();
for (let index = 0; index < 20; index += 1) fork.append(leafHash(utf8(index === 2 ? "other" : `leaf-${index}`)));

function request(
  old: number,
  size: number,
  {
    of = tree,
    signer = logSigner,
    proofOf = of,
    name = origin,
  }: { of?: MemoryTree; signer?: Signer; proofOf?: MemoryTree; name?: string } = {},
): CosignRequest {
  const text = writeCheckpoint({ origin: name, size, root: of.root(size), extensions: [] });
  const checkpoint = writeNote({ text, signatures: [signText(signer, text, noon)] });
  const hashes = old === 0 || old >= size ? [] : consistencyProof(old, size, proofOf.hashAt);
  return { old, hashes, checkpoint };
}

function asked(what: CosignRequest, seen: Seen | null, now = noon): Cosigning {
  return cosign(what, {
    sign: (text) => signText(witnesses.n, text, now),
    now,
    logs: [logSigner.key],
    seen: () => seen,
  });
}

const seenAt = (size: number, of = tree): Seen => ({ size, root: of.root(size), at: noon.getTime() / 1000 });
const codeOf = (answer: Cosigning): string => (answer.ok ? "cosigned" : `${answer.status} ${answer.reason.code}`);

describe("cosign()", () => {
  test("cosigns what it sees first, and what continues what it saw; the line holds and the memory can be read back", () => {
    for (const [what, seen] of [
      [request(0, 5), null],
      [request(5, 20), seenAt(5)],
      [request(5, 5), seenAt(5)],
    ] as const) {
      const answer = asked(what, seen);
      if (!answer.ok) throw new Error(answer.reason.because);
      const { text } = readNote(what.checkpoint);
      const signature = readSignature(answer.line.trimEnd(), "line");
      expect(signatureHolds(witnesses.n.key, signature, text)).toEqual({ holds: true, at: noon.getTime() / 1000 });
      expect(readSeen(answer.seen, witnesses.n.key, "seen")).toMatchObject({ origin, size: readCheckpoint(text).size });
    }
  });

  test.each([
    ["a log that took entries back", request(3, 3), seenAt(5), "409 rollback"],
    ["another history of the same length", request(5, 5, { of: fork }), seenAt(5), "409 split-view"],
    ["another history that is longer", request(5, 9, { of: fork }), seenAt(5), "422 split-view"],
    [
      "another history with the honest one's proof",
      request(5, 9, { of: fork, proofOf: tree }),
      seenAt(5),
      "422 split-view",
    ],
    ["a proof cut short", { ...request(5, 9), hashes: request(5, 9).hashes.slice(1) }, seenAt(5), "422 split-view"],
    ["a proof where none is due", { ...request(0, 5), hashes: [tree.root(5)] }, null, "422 not-consistent"],
    ["a start from nothing after it saw something", request(0, 9), seenAt(5), "409 wrong-old-size"],
    ["a start that it never saw", request(7, 9), seenAt(5), "409 wrong-old-size"],
    ["a start beyond the end", request(9, 7), seenAt(5), "400 wrong-old-size"],
    ["a log that it does not know", request(0, 5, { name: "elsewhere.example" }), null, "404 unknown-log"],
    [
      "no signature of the log's key",
      request(0, 5, { signer: signerOf(origin, NOTE, 40) }),
      null,
      "403 not-signed-by-log",
    ],
    [
      "a text changed under the signature",
      { ...request(0, 5), checkpoint: request(0, 5).checkpoint.replace("\n5\n", "\n6\n") },
      null,
      "403 false-signature",
    ],
  ])("refuses %s", (_what, what, seen, code) => {
    expect(codeOf(asked(what, seen))).toBe(code);
  });

  test("refuses to sign with a clock that went back", () => {
    expect(codeOf(asked(request(5, 9), seenAt(5), new Date(noon.getTime() - 3_600_000)))).toBe("409 clock-backwards");
    expect(codeOf(asked(request(5, 9), seenAt(5), new Date(noon.getTime() - 60_000)))).toBe("cosigned");
  });

  test("its memory does not survive a change", () => {
    const answer = asked(request(0, 5), null);
    if (!answer.ok) throw new Error(answer.reason.because);
    expect(() => readSeen(answer.seen.replace("\n5\n", "\n4\n"), witnesses.n.key, "seen")).toThrow(InputError);
    expect(() => readSeen(answer.seen, witnesses.a.key, "seen")).toThrow(InputError);
  });
});

test("a request is read as it was written; what is none is refused", () => {
  const what = request(5, 20);
  expect(readCosignRequest(writeCosignRequest(what))).toEqual(what);
  for (const wrong of [
    "",
    "old 05\n\n",
    "new 5\n\nx",
    `old 5\nAAAA\n\n${what.checkpoint}`,
    `old 5${`\n${"A".repeat(43)}=`.repeat(64)}\n\nx`,
  ])
    expect(() => readCosignRequest(wrong)).toThrow(InputError);
});
