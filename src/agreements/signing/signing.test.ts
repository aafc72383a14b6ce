import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sealText } from "../../log/seal.ts";
import { sha256 } from "../../log/record.ts";
import { newSigning, stepSigning, type Signing, type SigningEvent } from "./signing.ts";

const at = (minute: number): string => `2026-01-01T00:${String(minute).padStart(2, "0")}:00Z`;
const signed = (key: string, text: string, minute: number): SigningEvent => ({
  kind: "signed",
  at: at(minute),
  by: "USA",
  key,
  hash: sha256(text),
  sig: "AA==",
});

function after(events: readonly SigningEvent[]): Signing {
  let signing = newSigning;
  for (const event of events) {
    const next = stepSigning(signing, event);
    if (!next.ok) throw new Error(next.why);
    signing = next.signing;
  }
  return signing;
}

describe("stepSigning()", () => {
  test("keeps one signature a key and text, however often it is made", () => {
    const some = fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom("one", "two")), { maxLength: 12 });
    fc.assert(
      fc.property(some, (made) => {
        const { signatures } = after(made.map(([key, text], minute) => signed(key, text, minute)));
        expect(signatures).toHaveLength(new Set(made.map((one) => one.join())).size);
      }),
    );
  });

  test("opens a seal with the words that were sealed, once, and with nothing else", () => {
    const { seal, opening } = sealText("USA", "the text", new Uint8Array(32).fill(7));
    const sealed = after([{ kind: "sealed", at: at(1), by: "USA", seal: seal.seal }]);
    const reveal = (change: object, by = "USA"): SigningEvent => ({
      kind: "revealed",
      at: at(2),
      by,
      opening: { ...opening, ...change },
    });
    expect(stepSigning(sealed, reveal({ text: "another text" }))).toMatchObject({ ok: false, why: "no-such-seal" });
    expect(stepSigning(sealed, reveal({}, "CHN"))).toMatchObject({ ok: false, why: "no-such-seal" });
    expect(stepSigning(newSigning, reveal({}))).toMatchObject({ ok: false, why: "no-such-seal" });
    const open = stepSigning(sealed, reveal({}));
    expect(open.ok && open.signing.seals[0]?.revealed).toEqual({ at: at(2), hash: sha256("the text") });
    expect(open.ok && stepSigning(open.signing, reveal({}))).toMatchObject({ ok: false, why: "revealed-twice" });
  });

  test("takes no step back in time, and no seal twice", () => {
    const seal = { kind: "sealed", by: "USA", seal: sha256("x") } as const;
    const one = after([{ ...seal, at: at(5) }]);
    expect(stepSigning(one, signed("a", "t", 4))).toMatchObject({ ok: false, why: "time-runs-back" });
    expect(stepSigning(one, { ...seal, at: at(6) })).toMatchObject({ ok: false, why: "sealed-twice" });
  });
});
