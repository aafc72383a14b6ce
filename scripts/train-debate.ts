// `node scripts/train-debate.ts`: fits the weights of the matcher of claims and of the detector of insults again from
// their lines. The same lines give the same files; a test says when they do not fit together.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { examples, trainClaims } from "../src/debate/claims/classifier.ts";
import { templates } from "../src/debate/claims/index.ts";
import { insultLines, trainInsults } from "../src/debate/moderation/insult.ts";
import { writeWeights } from "../src/math/weight-table.ts";

const write = (path: string, text: string): void => {
  writeFileSync(fileURLToPath(new URL(`../src/debate/${path}`, import.meta.url)), text);
  console.log(`${path}: ${text.split("\n").length - 3} features, ${text.length} characters`);
};

write("claims/weights.txt", writeWeights(trainClaims(templates, examples())));
write("moderation/weights.txt", writeWeights(new Map([["insult", trainInsults(insultLines())]])));
