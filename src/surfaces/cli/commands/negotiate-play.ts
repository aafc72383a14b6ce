import {
  additive,
  LONGEST_DEADLINE,
  play,
  protocolNamed,
  tacticNamed,
  USUAL_STEPS,
  wordsOf,
} from "../../../agreements/index.ts";
import { InputError } from "../../../values/errors.ts";
import { readNegotiation, scaleFrom, stepsFrom } from "../../inputs/negotiation.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import { agreementSentence } from "../../words/en-agreements.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";

const USUAL_DEADLINE = 100;
const MOST_SHOWN = 40;

export function run(files: string[], options: Options, effects: Effects): number {
  const { json, protocol = "alternating-offers", a = "linear", b = "linear", scale, steps } = options;
  const deadline = wholeFrom("--deadline", options["deadline"], USUAL_DEADLINE, LONGEST_DEADLINE);
  if (deadline < 1) throw new InputError("--deadline", "a whole number from 1", deadline);
  const setting = {
    protocol: protocolNamed("--protocol", protocol),
    tactics: [tacticNamed("--a", a), tacticNamed("--b", b)] as const,
    deadline,
    seed: wholeFrom("--seed", options["seed"], 1),
  };
  const { domain, profiles } = readNegotiation(files);
  const game = additive(domain, profiles, scaleFrom(scale), stepsFrom(steps, USUAL_STEPS));
  for (const note of game.notes) effects.note(note);
  const outcome = play(game, setting);
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  const { agreement, round, trace } = outcome.value;
  const turns = trace.map(({ choice, ...turn }) => ({ ...turn, outcome: wordsOf(game, choice) }));
  if (json === true) {
    const agreed = agreement && {
      outcome: wordsOf(game, agreement.choice),
      a: agreement.a,
      b: agreement.b,
      discounted: agreement.discounted,
    };
    const { tactics, ...rest } = setting;
    const asked = { ...rest, a: tactics[0].name, b: tactics[1].name, scale: game.scale };
    effects.print(
      JSON.stringify({ agreement: agreed, round, trace: turns, setting: asked, notes: game.notes }, null, 2),
    );
    return 0;
  }
  effects.print(
    wrap(
      agreementSentence(agreement && { ...agreement, outcome: wordsOf(game, agreement.choice) }, round),
      effects.columns,
    ).join("\n"),
  );
  const rows = turns
    .slice(-MOST_SHOWN)
    .map((turn) => [
      String(turn.round),
      turn.by,
      turn.a.toFixed(4),
      turn.b.toFixed(4),
      turn.acceptedBy.join(" and ") || "–",
      turn.outcome.join("; "),
    ]);
  effects.print(["", ...table([["t", "by", "a", "b", "taken by", "outcome"], ...rows], effects.columns)].join("\n"));
  return 0;
}
