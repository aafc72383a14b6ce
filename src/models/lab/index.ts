// The registered strategies, by name, and a round robin of them.

import { playMatch, type Settings } from "./match.ts";
import { reactiveStrategies } from "./reactive.ts";
import { statefulStrategies } from "./stateful.ts";
import type { Strategy } from "./strategy.ts";

export const strategies: readonly Strategy[] = [...reactiveStrategies, ...statefulStrategies];

const byName = new Map(
  strategies.flatMap(
    (strategy) =>
      [
        [strategy.name, strategy],
        [strategy.axelrod, strategy],
      ] as const,
  ),
);

/** By its name here or in Axelrod's library. */
export function strategyOf(name: string): Strategy | null {
  return byName.get(name) ?? null;
}

const words: readonly (readonly [RegExp, string])[] = [
  [/^always cooperate|^always restrain|^cooperate always/, "cooperator"],
  [/^always defect|^always attack|^defect always/, "defector"],
  [/^alternat/, "alternator"],
  [/^suspicious tit for tat/, "suspicious-tit-for-tat"],
  [/^tit for (two|2) tats/, "tit-for-two-tats"],
  [/^(two|2) tits for tat/, "two-tits-for-tat"],
  [/^hard tit for tat/, "hard-tit-for-tat"],
  [/^anti tit for tat/, "anti-tit-for-tat"],
  [/^tit for tat/, "tit-for-tat"],
  [/^grudger|^grim/, "grudger"],
  [/^hard go by majority/, "hard-go-by-majority"],
  [/^go by majority/, "go-by-majority"],
  [/^win[- ]stay/, "win-stay-lose-shift"],
  [/^bully/, "bully"],
];

/** By a description that opens with a common name: "grudger: cooperate until …". */
export function strategyInWords(text: string): Strategy | null {
  const plain = text.trim().toLowerCase().replaceAll("-", " ");
  const found = words.find(([pattern]) => pattern.test(plain));
  return found ? strategyOf(found[1]) : null;
}

export type RoundRobin = { name: string; score: number; wins: number }[];

/** Every pair once; play against itself is left out. From the highest score to the lowest. */
export function roundRobin(entrants: readonly Strategy[], settings: Settings, repetitions = 1): RoundRobin {
  const table = entrants.map(({ name }) => ({ name, score: 0, wins: 0 }));
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const [i, a] of entrants.entries()) {
      for (let j = i + 1; j < entrants.length; j++) {
        const [x, y] = playMatch(a, entrants[j] as Strategy, settings).scores;
        const [left, right] = [table[i], table[j]] as [RoundRobin[number], RoundRobin[number]];
        left.score += x;
        right.score += y;
        if (x > y) left.wins++;
        if (y > x) right.wins++;
      }
    }
  }
  return table.sort((a, b) => b.score - a.score);
}
