// The world that stands where nobody has set one: the defaults of the models, with five issues of a cyber dyad.
// The payoffs are assumptions, chosen so that every one of the nine arguments turns on something.

import { worldParams } from "./params.ts";
import type { Issue, Payoffs, World, WorldSource } from "./world.ts";

const assumed: WorldSource = { kind: "assumption", note: "payoffs of a real dyad are not known" };

function issue(id: string, en: string, zh: string, A: Payoffs, B: Payoffs): Issue {
  return { id, title: { en, zh }, A, B, source: assumed };
}

export const standardWorld: World = {
  issues: [
    issue(
      "commercial-theft",
      "Theft of commercial secrets",
      "窃取商业秘密",
      { T: 4, R: 3, P: 1, S: 0 },
      { T: 6, R: 3, P: 2, S: 1 },
    ),
    issue(
      "government-espionage",
      "Espionage against governments",
      "针对政府的间谍活动",
      { T: 6, R: 3, P: 2, S: 0 },
      { T: 6, R: 3, P: 2, S: 0 },
    ),
    issue(
      "critical-infrastructure",
      "Access to critical infrastructure",
      "渗透关键基础设施",
      { T: 4, R: 3, P: 0, S: -4 },
      { T: 4, R: 3, P: 0, S: -4 },
    ),
    issue(
      "political-interference",
      "Interference in politics",
      "干预政治",
      { T: 4, R: 3, P: 1, S: -1 },
      { T: 4, R: 3, P: 1, S: -1 },
    ),
    issue(
      "content-behind-the-filter",
      "Spreading content behind the filter",
      "在过滤之后传播内容",
      { T: 4, R: 3, P: 2, S: 1 },
      { T: 3.2, R: 3, P: -5, S: -6 },
    ),
  ],
  chosen: 0,
  penalty: 4,
  stakes: [1, 2, 3, 4, 5, 6],
  params: worldParams,
};
