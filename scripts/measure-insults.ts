// `node scripts/measure-insults.ts`: precision and recall of the detector of insults, by ten-fold cross-validation on its
// own lines, shuffled by a seed.

import { predictLogistic } from "../src/math/logistic-regression.ts";
import { stream } from "../src/math/philox.ts";
import { insultFeatures, insultLines, trainInsults, type InsultLine } from "../src/debate/moderation/insult.ts";
import { INSULT } from "../src/debate/moderation/phases.ts";

const FOLDS = 10;
const chance = stream(2026);
const lines = insultLines()
  .map((line) => ({ line, at: chance() }))
  .sort((a, b) => a.at - b.at)
  .map(({ line }) => line);
const scored: (InsultLine & { score: number })[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const model = trainInsults(lines.filter((_, at) => at % FOLDS !== fold));
  for (const line of lines.filter((_, at) => at % FOLDS === fold))
    scored.push({ ...line, score: predictLogistic(model, insultFeatures(line.text)) });
}
for (const threshold of [0.5, 0.6, INSULT, 0.8, 0.9]) {
  const held = scored.filter(({ score }) => score >= threshold);
  const right = held.filter(({ insult }) => insult).length;
  const precision = right / held.length;
  const recall = right / scored.filter(({ insult }) => insult).length;
  console.log(
    `threshold ${threshold}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${held.length} of ${scored.length} held`,
  );
}
for (const { score, text, insult } of scored.filter((one) => one.score >= INSULT !== one.insult))
  console.log(`${insult ? "missed" : "wrongly"} ${score.toFixed(2)} ${text}`);
