// `npm run bench [WORDS]`: measures what the project promises about speed and size, each the median of several runs,
// beside its goal. WORDS narrow it to the benches whose names hold them. It measures; it does not judge.

import { main } from "./bench/run.ts";
import { effect } from "./bench/effect.ts";
import { hiddenCases } from "./bench/hidden.ts";
import { linkage } from "./bench/linkage.ts";
import { log } from "./bench/log.ts";
import { measure } from "./bench/measure.ts";
import { models } from "./bench/models.ts";
import { program } from "./bench/program.ts";
import { negotiate } from "./bench/negotiate.ts";
import { pages } from "./bench/pages.ts";
import { debate } from "./bench/debate.ts";
import { publish } from "./bench/publish.ts";
import { reciprocity } from "./bench/reciprocity.ts";

await main(
  [
    ...program,
    ...models,
    ...linkage,
    ...hiddenCases,
    ...effect,
    ...measure,
    ...pages,
    ...publish,
    ...negotiate,
    ...reciprocity,
    ...log,
    ...debate,
  ],
  process.argv.slice(2),
);
