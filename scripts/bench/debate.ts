// Debates: how long it takes to take a long thread in, to read it, to label a large framework, to group voters.

import { grounded } from "../../src/debate/acceptability.ts";
import { importDebate } from "../../src/debate/import/index.ts";
import { judgeThread } from "../../src/debate/moderation/phases.ts";
import { opinionGroups } from "../../src/debate/opinion-groups.ts";
import { stream } from "../../src/math/philox.ts";
import type { Bench } from "./run.ts";

const sayings = [
  "The other side steals at little cost and we can hardly retaliate.",
  "One only negotiates when one is losing, as everybody knows who ever sat at a table.",
  "I have read the report twice and I still do not see where the number comes from.",
  "They fear the internet more than we do, and perhaps that could be used.",
  "Nobody knows the true magnitude of the attacks in either direction.",
];

function thread(comments: number): string {
  const chance = stream(11);
  const lines = [
    "A long thread",
    "",
    "By Jo Marsh — Harbour correspondent",
    "",
    "Both towns count boats. ".repeat(40),
    "",
  ];
  let depth = 0;
  for (let at = 0; at < comments; at += 1) {
    depth = chance() < 0.3 ? 0 : Math.min(20, depth + (chance() < 0.4 ? 1 : 0));
    const before = "    ".repeat(depth);
    const said = sayings[Math.floor(chance() * sayings.length)] ?? "";
    lines.push(
      `${before}  • Reader ${Math.floor(chance() * 700)}`,
      "",
      `${before}    ${said} That is number ${at}.`,
      "",
      `${before}    A second paragraph, for good measure.`,
      "",
    );
  }
  return lines.join("\n");
}

const seconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

const long = thread(10_000);
const short = importDebate(thread(200), "bench.txt").debate;

function framework(size: number): { size: number; attacks: [number, number][] } {
  const chance = stream(12);
  const attacks = Array.from({ length: 3 * size }, (): [number, number] => [
    Math.floor(chance() * size),
    Math.floor(chance() * size),
  ]);
  return { size, attacks };
}

const large = framework(100_000);

function votes(voters: number, comments: number): (number | null)[][] {
  const chance = stream(13);
  return Array.from({ length: voters }, (_, voter) =>
    Array.from({ length: comments }, (_, comment) => {
      if (chance() < 0.6) return null;
      const lean = (comment * 7 + (voter % 3) * 5) % 11 < 5 ? 1 : -1;
      return chance() < 0.8 ? lean : chance() < 0.5 ? 0 : -lean;
    }),
  );
}

const many = votes(2000, 500);
const names = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);

export const debate: Bench[] = [
  {
    name: "debate: import 10,000 comments",
    goal: 2,
    unit: "s",
    measure: () => seconds(() => importDebate(long, "bench.txt")),
  },
  {
    name: "debate: claims and moderation of 200 comments",
    goal: 1,
    unit: "s",
    measure: () => seconds(() => judgeThread(short.comments, short.body)),
  },
  {
    name: "debate: grounded extension of 100,000 arguments",
    goal: 1,
    unit: "s",
    measure: () => seconds(() => grounded(large)),
  },
  {
    name: "debate: groups of 2,000 voters on 500 comments",
    goal: 2,
    unit: "s",
    measure: () => seconds(() => opinionGroups({ voters: names("v", 2000), comments: names("c", 500), votes: many })),
  },
];
