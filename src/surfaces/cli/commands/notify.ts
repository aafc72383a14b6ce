// Messages of a hotline: list exchanges, begin one, acknowledge, answer, pass up, correct, close; take in a signed one.

import {
  isLate,
  matters,
  openMessage,
  signMessage,
  urgencies,
  type Made,
  type MadeChange,
  type Message,
} from "../../../agreements/index.ts";
import { InputError } from "../../../values/errors.ts";
import { readSigner, textOption, verifierKeyFrom } from "../../inputs/log-place.ts";
import { readText } from "../../inputs/read-file.ts";
import { madeIn, make } from "../../inputs/register.ts";
import { exchangeSentence } from "../../words/en-register.ts";
import type { Effects, Options } from "../command.ts";
import { freshId, many, needed, oneOf, stateFrom } from "../register-words.ts";
import { wrap } from "../table.ts";
import { writeWhole } from "../write-file.ts";

const steps = [
  "list",
  "notify",
  "request",
  "acknowledge",
  "answer",
  "escalate",
  "correct",
  "close",
  "receive",
] as const;
type Step = (typeof steps)[number];

export function run([step = "list", target = ""]: string[], options: Options, effects: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const named = oneOf({ STEP: step }, "STEP", steps);
  const { env } = effects;
  if (named === "list") return show(madeIn(caseId, env), options, effects);
  const now = effects.now();
  const made = make(caseId, { env, now }, (before) => [
    named === "receive"
      ? received(target, options)
      : sent(messageFrom(named, target, options, { at: now.toISOString(), before }), options, effects),
  ]);
  return show(made, options, effects);
}

function received(file: string, options: Options): MadeChange {
  const text = readText(file);
  const key = verifierKeyFrom(needed(options, "from", "the public key of the centre that sent it"), "--from");
  const message = openMessage(text, key, file);
  return {
    kind: "notification",
    subject: message.thread,
    body: { message, envelope: JSON.parse(text) as ReturnType<typeof signMessage> },
  };
}

function sent(message: Message, options: Options, { note }: Effects): MadeChange {
  const keyFile = textOption(options["key"]);
  const envelope = keyFile === undefined ? null : signMessage(message, readSigner(keyFile, note));
  const out = textOption(options["out"]);
  if (out !== undefined) {
    if (!envelope) throw new InputError("--key", "the private key to sign with: what goes out is signed");
    writeWhole(out, `${JSON.stringify(envelope, null, 2)}\n`);
  }
  return { kind: "notification", subject: message.thread, body: { message, envelope } };
}

function messageFrom(
  step: Exclude<Step, "list" | "receive">,
  target: string,
  options: Options,
  { at, before }: { at: string; before: Made },
): Message {
  const by = stateFrom(options, "by");
  const text = (): string => needed(options, "text", "the words of the message");
  if (step === "notify" || step === "request") {
    const subject = needed(options, "subject", "what it is about, in a line");
    const thread = target === "" ? freshId(options, subject, at.slice(0, 10), before.exchanges) : target;
    const urgency = oneOf(options, "urgency", urgencies, "routine");
    const matter = oneOf(options, "matter", matters, "incident");
    return {
      kind: step,
      at,
      thread,
      number: 1,
      by,
      to: stateFrom(options, "to"),
      urgency,
      matter,
      subject,
      text: text(),
      incidents: many(options, "incident"),
    };
  }
  const exchange = before.exchanges.get(target);
  if (!exchange)
    throw new InputError(
      "EXCHANGE",
      `one of ${[...before.exchanges.keys()].join(", ") || "the exchanges (there are none)"}`,
      target,
    );
  const common = { at, thread: target, number: exchange.messages.length + 1, by };
  switch (step) {
    case "acknowledge":
      return { kind: step, ...common };
    case "answer":
      return { kind: step, ...common, text: text(), final: options["interim"] !== true };
    case "correct":
      return { kind: step, ...common, text: text() };
    case "escalate":
    case "close":
      return { kind: step, ...common, because: needed(options, "because", "why") };
  }
}

function show({ exchanges, envelopes }: Made, options: Options, { print, now, columns }: Effects): number {
  const at = now().toISOString();
  const rows = [...exchanges].map(([id, exchange]) => ({
    id,
    ...exchange,
    late: isLate(exchange, at),
    signed: (envelopes.get(id) ?? []).map((envelope) => envelope?.signatures.map(({ keyid }) => keyid) ?? []),
  }));
  if (options["json"] === true) print(JSON.stringify(rows, null, 2));
  else if (rows.length === 0) print("No message has been sent or received.");
  else
    for (const { id, late, ...exchange } of rows) print(wrap(exchangeSentence(id, exchange, late), columns).join("\n"));
  return 0;
}
