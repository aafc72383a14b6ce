import { basename } from "node:path";
import {
  additive,
  around,
  givesUp,
  lotteryPoints,
  outcomeAt,
  robustness,
  settlement,
  USUAL_DRAWS,
  USUAL_STEPS,
  type Additive,
  type Robustness,
  type Settlement,
} from "../../../agreements/index.ts";
import { readNegotiation, scaleFrom, stepsFrom } from "../../inputs/negotiation.ts";
import { InputError } from "../../../values/errors.ts";
import { shareFrom, wholeFrom } from "../../inputs/settings.ts";
import { significant } from "../../words/en.ts";
import {
  discretisedSentence,
  fairNames,
  frontierSentence,
  givesUpSentence,
  scaleSentence,
  sureSentence,
  thinnedSentence,
} from "../../words/en-agreements.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";

const sideKeys = ["a", "b", "c", "d", "e", "f", "g", "h", "i"] as const;
const MOST_SHOWN = 30;
const MOST_DRAWS = 1_000_000;

export function run(files: string[], options: Options, effects: Effects): number {
  const { scale, steps, json } = options;
  const { domain, profiles } = readNegotiation(files);
  const cut = stepsFrom(steps, USUAL_STEPS);
  const game = additive(domain, profiles, scaleFrom(scale), cut);
  for (const note of game.notes) effects.note(note);
  const found = settlement(game);
  if (!found.ok) return refused(found.refusal, json === true, effects);
  const sure = sureness(game, found.value, options);
  if (json !== true) {
    show(game, found.value, effects);
    if (sure) effects.print(wrap(sureSentence(sure), effects.columns).join("\n"));
    return 0;
  }
  const other = additive(domain, profiles, game.scale === "raw" ? "normalized" : "raw", cut);
  const again = settlement(other);
  const answer = {
    ...documentOf(game, found.value),
    issues: game.issues.map(({ name }) => name),
    discretised: game.discretised,
    notes: game.notes,
    ...(sure ? { robustness: sure } : {}),
    givesUp: givesUp(game, found.value.choiceAt(found.value.fair.nash[0]!)),
    [other.scale]: again.ok ? documentOf(other, again.value) : { refused: again.refusal },
  };
  effects.print(JSON.stringify(answer, null, 2));
  return 0;
}

/** Of the Nash deal between two sides, where a share is asked about. */
function sureness(game: Additive, found: Settlement, { within, draws, seed }: Options): Robustness | null {
  if (within === undefined) return null;
  if (game.parties.length !== 2) throw new InputError("--within", "two sides", game.parties.length);
  const share = shareFrom("--within", within, 0.1);
  const count = wholeFrom("--draws", draws, USUAL_DRAWS, MOST_DRAWS);
  const deal = found.choiceAt(found.fair.nash[0]!);
  return robustness([around(game, 0, share), around(game, 1, share)], deal, count, wholeFrom("--seed", seed, 1));
}

type PointShown = { outcome: string[]; ties?: PointShown[] } & Partial<Record<(typeof sideKeys)[number], number>>;

function pointOf(game: Additive, found: Settlement, point: number): PointShown {
  const utilities = Object.fromEntries(found.utilities.map((side, at) => [sideKeys[at]!, side[point]!]));
  return { outcome: outcomeAt(game, found, point), ...utilities };
}

function documentOf(game: Additive, found: Settlement): Record<string, unknown> {
  const { fair } = found;
  const shown = (ties: number[]): PointShown => {
    const [first, ...rest] = ties.map((point) => pointOf(game, found, point));
    return rest.length > 0 ? { ...first!, ties: rest } : first!;
  };
  const all = Array.from({ length: found.utilities[0]!.length }, (_, point) => pointOf(game, found, point));
  return {
    outcomes: found.outcomes,
    frontier: all,
    nash: shown(fair.nash),
    kalaiSmorodinsky: shown(fair.kalaiSmorodinsky),
    egalitarian: shown(fair.egalitarian),
    utilitarian: shown(fair.utilitarian),
    opposition: fair.opposition,
    kalaiSmorodinskyMaxMin: shown(fair.kalaiSmorodinskyMaxMin),
    maximalNash: fair.nash.map((point) => pointOf(game, found, point)),
    lotteries: lotteriesOf(game, found),
    scale: game.scale,
    disagreement: bySide(found.disagreement),
    ideal: bySide(found.ideal),
    method: found.method,
    within: bySide(found.within),
  };
}

function bySide(values: readonly number[]): Record<string, number> {
  return Object.fromEntries(values.map((value, at) => [sideKeys[at]!, value]));
}

/** Between two sides only; each lottery's outcomes with their probabilities. */
function lotteriesOf(game: Additive, found: Settlement): Record<string, unknown> | null {
  const [a, b] = found.utilities;
  const [da, db] = found.disagreement;
  if (found.utilities.length !== 2 || !a || !b) return null;
  const points = lotteryPoints({ a, b }, [da ?? 0, db ?? 0]);
  return Object.fromEntries(
    Object.entries(points).map(([name, { mix, ...utilities }]) => [
      name,
      {
        ...utilities,
        mix: mix.map(({ point, probability }) => ({ outcome: outcomeAt(game, found, point), probability })),
      },
    ]),
  );
}

function show(game: Additive, found: Settlement, { print, columns }: Effects): void {
  const { fair, utilities, outcomes } = found;
  const count = utilities[0]!.length;
  const say = (text: string): void => {
    print(wrap(text, columns).join("\n"));
  };
  say(`${frontierSentence(outcomes, count)} ${scaleSentence[game.scale]}`);
  if (found.method === "thinned") say(thinnedSentence(found.within));
  for (const { issue, steps } of game.discretised) say(discretisedSentence(issue, steps));
  for (const name of ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const) {
    const point = fair[name][0]!;
    print("");
    say(`${fairNames[name]}: ${utilities.map((side) => significant(side[point]!)).join(" and ")}.`);
    say(`  ${outcomeAt(game, found, point).join("; ")}`);
  }
  print("");
  for (const side of givesUp(game, found.choiceAt(fair.nash[0]!)))
    say(givesUpSentence(basename(side.side, ".xml"), side));
  say(`Opposition: the frontier stays ${significant(fair.opposition)} from all sides' full utility of one.`);
  print("");
  const shown = Array.from({ length: Math.min(count, MOST_SHOWN) }, (_, point) => [
    ...utilities.map((side) => side[point]!.toFixed(4)),
    outcomeAt(game, found, point).join("; "),
  ]);
  print(table([[...utilities.map((_, at) => sideKeys[at]!), "outcome"], ...shown], columns).join("\n"));
  if (count > MOST_SHOWN) say(`… and ${count - MOST_SHOWN} more; --json has all.`);
}
