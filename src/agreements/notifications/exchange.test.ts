import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTE } from "../../log/key.ts";
import { makePrivateKey, readPrivateKey } from "../../log/signer.ts";
import type { StateCode } from "../../values/state.ts";
import { exchangeOf, isLate, newExchange, stepExchange, type Exchange } from "./exchange.ts";
import { levels, messageSchema, type Message } from "./message.ts";
import { openMessage, signMessage } from "./signed-message.ts";

const [USA, CHN, RUS] = ["USA", "CHN", "RUS"] as StateCode[] as [StateCode, StateCode, StateCode];
const at = (hour: number): string => new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString();
const base = { at: at(0), thread: "t", number: 1, by: USA };
const request: Message = {
  ...base,
  kind: "request",
  to: CHN,
  urgency: "urgent",
  matter: "incident",
  subject: "s",
  text: "t",
  incidents: [],
};
const notify: Message = { ...request, kind: "notify" };
const acknowledge = (hour: number, number = 2, by = CHN): Message => ({
  ...base,
  kind: "acknowledge",
  at: at(hour),
  number,
  by,
});
const answer = (hour: number, number: number, final = true): Message => ({
  ...base,
  kind: "answer",
  at: at(hour),
  number,
  by: CHN,
  text: "a",
  final,
});
const escalate = (hour: number, number: number): Message => ({
  ...base,
  kind: "escalate",
  at: at(hour),
  number,
  because: "b",
});
const close = (hour: number, number: number): Message => ({
  ...base,
  kind: "close",
  at: at(hour),
  number,
  because: "b",
});

const standing = (...messages: Message[]): Exchange => {
  const made = exchangeOf(messages);
  if (!made.ok) throw new Error(made.why);
  return made.exchange;
};

const anyMessage: fc.Arbitrary<Message> = fc
  .record({
    hour: fc.integer({ min: 0, max: 2000 }),
    by: fc.constantFrom(USA, CHN, RUS),
    which: fc.nat({ max: 6 }),
    final: fc.boolean(),
  })
  .map(({ hour, by, which, final }): Message => {
    const common = { at: at(hour), thread: "t", number: 0, by };
    return [
      { ...request, ...common },
      { ...notify, ...common },
      { ...common, kind: "acknowledge" as const },
      { ...common, kind: "answer" as const, text: "a", final },
      { ...common, kind: "escalate" as const, because: "b" },
      { ...common, kind: "correct" as const, text: "c" },
      { ...common, kind: "close" as const, because: "b" },
    ][which] as Message;
  });

describe("an exchange", () => {
  test("owes receipt first, an answer then, and nothing at the end", () => {
    expect(standing(request).due).toEqual({ what: "acknowledge", by: at(4) });
    expect(standing(request, acknowledge(1)).due).toEqual({ what: "answer", by: at(48) });
    expect(standing(request, acknowledge(1), answer(20, 3))).toMatchObject({ stage: "answered", due: null });
    expect(standing(notify, acknowledge(1)).due).toBeNull();
    expect(standing(request, acknowledge(1), answer(20, 3, false)).due).toEqual({ what: "answer", by: at(48) });
  });

  test("is passed up one level at a time, only once late, and no further than the top", () => {
    expect(exchangeOf([request, escalate(4, 2)])).toMatchObject({ ok: false, why: "nothing-due" });
    expect(isLate(standing(request), at(4))).toBe(false);
    expect(isLate(standing(request), at(4.1))).toBe(true);
    const risen = [escalate(5, 2), escalate(10, 3), escalate(15, 4)];
    expect(standing(request, ...risen).level).toBe(levels.at(-1));
    expect(exchangeOf([request, ...risen, escalate(20, 5)])).toMatchObject({ ok: false, why: "top-reached" });
  });

  test.each([
    ["out-of-order", [request, acknowledge(1, 3)]],
    ["out-of-order", [request, acknowledge(1), acknowledge(1)]],
    ["acknowledged-already", [request, acknowledge(1), acknowledge(2, 3)]],
    ["not-yours-to-acknowledge", [request, acknowledge(1, 2, USA)]],
    ["not-a-side", [request, acknowledge(1, 2, RUS)]],
    ["other-thread", [request, { ...acknowledge(1), thread: "u" }]],
    ["nothing-asked", [notify, answer(1, 2)]],
    ["open-still", [request, close(1, 2)]],
    ["not-begun", [acknowledge(1, 1)]],
    ["to-oneself", [{ ...request, to: USA }]],
    ["closed", [notify, acknowledge(1), close(2, 3), { ...close(3, 4) }]],
  ] as [string, Message[]][])("refuses with %s", (why, messages) => {
    expect(exchangeOf(messages)).toMatchObject({ ok: false, why, at: messages.length - 1 });
  });

  test("takes a message of a clock that is a quarter of an hour behind, and none that is further", () => {
    expect(exchangeOf([{ ...request, at: at(1) }, acknowledge(0.75)]).ok).toBe(true);
    expect(exchangeOf([{ ...request, at: at(1) }, acknowledge(0.7)])).toMatchObject({ why: "time-runs-back" });
  });

  test("numbers its messages without a gap and closes only with nothing owed, whatever comes", () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 40 }), (messages) => {
        let exchange = newExchange;
        for (const message of messages) {
          const next = stepExchange(exchange, { ...message, number: exchange.messages.length + 1 });
          if (!next.ok) continue;
          if (next.exchange.stage === "closed") expect(exchange.due).toBeNull();
          exchange = next.exchange;
        }
        expect(exchange.messages.map(({ number }) => number)).toEqual(exchange.messages.map((_, index) => index + 1));
        for (const message of exchange.messages) expect(messageSchema.parse(message)).toEqual(message);
        expect(exchangeOf(exchange.messages)).toMatchObject({ ok: exchange.messages.length > 0 || true, exchange });
      }),
    );
  });
});

describe("a signed message", () => {
  const signer = (name: string, fill: number): ReturnType<typeof readPrivateKey> =>
    readPrivateKey(makePrivateKey(name, NOTE, new Uint8Array(32).fill(fill)), "key");
  const [usa, other] = [signer("usa", 1), signer("other", 2)];

  test("comes back as it was sent, under its sender's key alone", () => {
    const text = JSON.stringify(signMessage(request, usa));
    expect(openMessage(text, usa.key, "f")).toEqual(request);
    expect(() => openMessage(text, other.key, "f")).toThrow(/f: expected a message signed by other/);
  });

  test("is refused where a byte of it was changed, and where it is signed but no message", () => {
    const envelope = signMessage(request, usa);
    const payload = Buffer.from(envelope.payload, "base64");
    payload[10] = (payload[10] ?? 0) ^ 1;
    expect(() =>
      openMessage(JSON.stringify({ ...envelope, payload: payload.toString("base64") }), usa.key, "f"),
    ).toThrow(/signed by usa/);
    const odd = signMessage({ ...request, urgency: "soon" } as unknown as Message, usa);
    expect(() => openMessage(JSON.stringify(odd), usa.key, "f")).toThrow(/^f:urgency/);
  });
});
