// The values of a world as a list, for tables: parameters, the issues chosen, payoffs.

import { worldKeys, type Payoffs, type World } from "../../../../world/world.ts";
import { significant } from "../../../words/en.ts";
import { sliders as words } from "../../../words/en-models.ts";

export type WorldEntry = { key: string; meaning: string; value: number | string };

const letters: readonly (keyof Payoffs)[] = ["T", "R", "P", "S"];

export function worldEntries({ params, issues, chosen, penalty }: World): WorldEntry[] {
  return [
    ...worldKeys.map((key) => ({ key, meaning: params[key].meaning, value: params[key].value })),
    { key: "chosen", meaning: words.issue, value: issues[chosen]?.title.en ?? "" },
    {
      key: "penalty",
      meaning: words.penalty,
      value: penalty === null ? words.none : (issues[penalty]?.title.en ?? words.none),
    },
    ...issues.flatMap(({ id, title, ...payoffs }) =>
      (["A", "B"] as const).flatMap((side) =>
        letters.map((letter) => ({
          key: `issue.${id}.${side}.${letter}`,
          meaning: `${title.en}: ${side}, ${words.letters[letter]}`,
          value: payoffs[side][letter],
        })),
      ),
    ),
  ];
}

export function describedValue({ value }: WorldEntry): string {
  return typeof value === "number" ? significant(value) : value;
}
