// Which function recomputes which kind of certificate.

import type { Account } from "./account.ts";
import { checkBound, checkMediator, checkThreshold } from "./adviser.ts";
import { checkFlipIt } from "./flipit.ts";
import type { Given } from "./given.ts";
import { checkDiscrete, checkUniform } from "./timing.ts";
import { checkNoStep, checkTwoStep } from "./trust.ts";

export type Recompute = (game: Given, profile: Given, account: Account) => void;

export const kinds: Readonly<Record<string, Recompute>> = {
  "ADVISER/bound": checkBound,
  "ADVISER/threshold": checkThreshold,
  "ADVISER/mediator": checkMediator,
  "FLIPIT/periodic": checkFlipIt,
  "TIMING/discrete": checkDiscrete,
  "TIMING/uniform": checkUniform,
  "TRUST/two-step": checkTwoStep,
  "TRUST/no-step": checkNoStep,
};
