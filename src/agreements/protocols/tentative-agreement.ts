// Issue by issue, with the package confirmed at the end (raiffa1982's tentative agreements; the agenda is the order of
// the issues). On each issue the sides alternate offers of its options by their tactics, as if nothing else were at
// stake, within an equal share of the time. What is agreed so far is tentative: a side confirms the package only at or
// above its walk-away value, and otherwise the issue that costs it most is opened again while time is left.

import { Rational } from "../../math/rational.ts";
import type { Additive } from "../additive.ts";
import { alternatingOffers, letters, type Run, type Turn } from "./alternating-offers.ts";
import { bidsOf, type Bids, type Side } from "./bids.ts";
import { placeOf } from "./single-text.ts";
import type { Tactic } from "./tactic.ts";

export function tentativeAgreement(
  game: Additive,
  bids: Bids,
  tactics: readonly [Tactic, Tactic],
  deadline: number,
  seed: number,
  index = 0,
): Run {
  const issues = game.issues.map((_, issue) => aloneOf(game, issue));
  const sizes = game.issues.map(({ options }) => options.length);
  const choice: (number | null)[] = sizes.map((size) => (size === 1 ? 0 : null));
  const trace: Turn[] = [];
  const share = Math.max(2, Math.floor(deadline / Math.max(1, choice.filter((option) => option === null).length)));
  let time = 0;
  for (let pass = 0; time < deadline; pass++) {
    const issue = choice.indexOf(null);
    if (issue < 0) {
      const whole = placeOf(sizes, choice as number[]);
      const refusing = ([0, 1] as const).filter((side) => bids.utilities[side][whole]! < bids.reservation[side]);
      const acceptedBy = letters.filter((_, side) => !refusing.includes(side as Side));
      trace.push({ round: time, by: "mediator", bid: whole, acceptedBy });
      if (refusing.length === 0) return { agreement: whole, round: time, trace };
      choice[costliest(game, refusing[0]!, choice as number[])] = null;
      time++;
      continue;
    }
    const turns = Math.min(share, deadline - time);
    const run = alternatingOffers(issues[issue]!, tactics, turns, seed, index * 4096 + pass);
    const about = game.issues[issue]!.name;
    for (const turn of run.trace) trace.push({ ...turn, round: time + turn.round, issue: about });
    choice[issue] = run.agreement;
    time += Math.min(run.round + 1, turns);
  }
  return { agreement: null, round: deadline, trace };
}

/** One issue as a negotiation of its own: nothing else at stake, no walk-away value. */
function aloneOf({ issues, parties, ...rest }: Additive, issue: number): Bids {
  const alone = bidsOf({
    ...rest,
    issues: [issues[issue]!],
    parties: parties.map((party) => ({
      ...party,
      additions: [party.additions[issue]!],
      reservation: party.additions[issue]!.reduce(
        (least, value) => (value.isBelow(least) ? value : least),
        Rational.of("1e30"),
      ),
    })),
  });
  if (!alone.ok) throw new RangeError(`Cannot open issue ${issue}: ${alone.refusal.because}`);
  return alone.value;
}

/** The issue on which a side is farthest below its best. */
function costliest({ parties }: Additive, side: Side, choice: readonly number[]): number {
  const losses = parties[side]!.additions.map((row, issue) => {
    const values = row.map((value) => value.toNumber());
    return Math.max(...values) - values[choice[issue]!]!;
  });
  return losses.indexOf(Math.max(...losses));
}
