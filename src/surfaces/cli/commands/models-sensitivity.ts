import { flipsOf, regimeMap, shareOf } from "../../../models/sensitivity.ts";
import { pointIn, sourceIn } from "../../../models/proposition.ts";
import { InputError } from "../../../values/errors.ts";
import { modelNamed } from "../../inputs/model-named.ts";
import { significant } from "../../words/en.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import { askedWorld } from "../asked-world.ts";
import type { Effects, Options } from "../command.ts";
import { wrap } from "../table.ts";

const MAP_STEPS = 24;

export async function run([name = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const { draws, seed, json } = options;
  const { print, columns } = effects;
  const { card, propositions } = modelNamed(name);
  if (propositions.length === 0) throw new InputError("MODEL", "a model that decides an argument", card.id);
  const world = await askedWorld(options, effects);
  const found = propositions.map((proposition) => {
    const point = pointIn(proposition, world);
    const flip = flipsOf(proposition, point).map((one) => ({ ...one, source: sourceIn(one.param, world) }));
    const [x, y] = flip.map(({ param }) => param);
    return {
      proposition: proposition.id,
      argument: proposition.argument,
      sentence: proposition.sentence,
      condition: proposition.condition,
      flip,
      share: shareOf(proposition, wholeFrom("--draws", draws, 10_000, 10_000_000), wholeFrom("--seed", seed, 1)),
      map: x !== undefined && y !== undefined ? regimeMap(proposition, x, y, point, MAP_STEPS) : null,
    };
  });
  if (json === true) {
    print(JSON.stringify(found.length === 1 ? found[0] : found, null, 2));
    return 0;
  }
  for (const { sentence, condition, flip, share } of found) {
    const nearest = flip.find(({ distance }) => distance !== null);
    print(wrap(sentence, columns).join("\n"));
    print(
      wrap(
        `  Holds if ${condition}; in ${(100 * share.holds).toFixed(1)}% of the box (95%: ${(100 * share.lower).toFixed(1)} to ${(100 * share.upper).toFixed(1)}). ${nearest ? `It flips first when ${nearest.param} goes from ${significant(nearest.from)} to ${significant(nearest.to ?? nearest.from)}.` : "No single parameter flips it."}`,
        columns,
      ).join("\n"),
    );
  }
  return 0;
}
