// One automated negotiation: a protocol, a tactic for each side, a deadline and a seed.

import { InputError } from "../../values/errors.ts";
import { answer, type Outcome } from "../../values/outcome.ts";
import type { Additive } from "../additive.ts";
import { alternatingOffers, discountAt, type Run, type Turn } from "./alternating-offers.ts";
import { bidsOf, bidsOnFrontier, type Bids, type Side } from "./bids.ts";
import { singleText } from "./single-text.ts";
import { tacticNamed, type Tactic } from "./tactic.ts";
import { tentativeAgreement } from "./tentative-agreement.ts";

export const protocolNames = ["alternating-offers", "zeuthen", "single-text", "tentative-agreement"] as const;

export type ProtocolName = (typeof protocolNames)[number];

const aliases: Readonly<Record<string, ProtocolName>> = {
  alternating: "alternating-offers",
  aop: "alternating-offers",
  sao: "alternating-offers",
  saop: "alternating-offers",
  snt: "single-text",
  mediated: "single-text",
  "single-negotiating-text": "single-text",
  tau: "tentative-agreement",
  tentative: "tentative-agreement",
  "issue-by-issue": "tentative-agreement",
  "monotonic-concession": "zeuthen",
};

export type Setting = { protocol: ProtocolName; tactics: readonly [Tactic, Tactic]; deadline: number; seed: number };

export type Played = {
  agreement: { choice: number[]; a: number; b: number; discounted: { a: number; b: number } } | null;
  round: number;
  trace: (Omit<Turn, "bid"> & { choice: number[]; a: number; b: number })[];
};

export const LONGEST_DEADLINE = 1_000_000;

export function protocolNamed(option: string, text: unknown): ProtocolName {
  const given = String(text).toLowerCase();
  const found = protocolNames.find((name) => name === given) ?? aliases[given];
  if (!found) throw new InputError(option, `one of ${protocolNames.join(", ")}`, text);
  return found;
}

export { tacticNamed, tacticNames } from "./tactic.ts";

export function play(game: Additive, setting: Setting): Outcome<Played> {
  const prepared = prepare(game, setting.protocol);
  if (!prepared.ok) return prepared;
  const bids = prepared.value;
  const run = runOf(game, bids, setting);
  const worth = (side: Side, bid: number): number => bids.utilities[side][bid]!;
  const kept = (side: Side, bid: number): number =>
    worth(side, bid) * discountAt(bids.discount[side], Math.min(run.round, setting.deadline - 1), setting.deadline);
  const { agreement: bid } = run;
  return answer({
    agreement:
      bid === null
        ? null
        : {
            choice: bids.choiceAt(bid),
            a: worth(0, bid),
            b: worth(1, bid),
            discounted: { a: kept(0, bid), b: kept(1, bid) },
          },
    round: run.round,
    trace: run.trace.map(({ bid: offered, ...turn }) => ({
      ...turn,
      choice: bids.choiceAt(offered),
      a: worth(0, offered),
      b: worth(1, offered),
    })),
  });
}

/** Zeuthen's sides only ever offer what is on the frontier, so that its length, not the domain's, is what counts. */
export function prepare(game: Additive, protocol: ProtocolName): Outcome<Bids> {
  return protocol === "zeuthen" ? bidsOnFrontier(game) : bidsOf(game);
}

export function runOf(game: Additive, bids: Bids, { protocol, tactics, deadline, seed }: Setting, index = 0): Run {
  const sizes = game.issues.map(({ options }) => options.length);
  if (protocol === "single-text") return singleText(bids, sizes, tactics, deadline, seed, index);
  if (protocol === "tentative-agreement") return tentativeAgreement(game, bids, tactics, deadline, seed, index);
  const zeuthen = tacticNamed("protocol", "zeuthen");
  return alternatingOffers(bids, protocol === "zeuthen" ? [zeuthen, zeuthen] : tactics, deadline, seed, index);
}
