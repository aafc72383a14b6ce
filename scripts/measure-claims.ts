// `node scripts/measure-claims.ts FILE`: how often the matcher of claims is right on lines "claim TAB sentence", where
// "none" stands for no claim and "a|b" for either.

import { readFileSync } from "node:fs";
import { scoreClaims } from "../src/debate/claims/evaluate.ts";

const file = process.argv[2] ?? "test/debate/claims-held-out.tsv";
const { rows, ...figures } = scoreClaims(readFileSync(file, "utf8"));
for (const { expected, found, text } of rows.filter(({ right }) => !right))
  console.log(
    `expected ${expected}\n   found ${found.map(({ id, score }) => `${id} ${score.toFixed(2)}`).join(", ") || "none"}\n         ${text}`,
  );
console.log(JSON.stringify(figures, null, 2));
