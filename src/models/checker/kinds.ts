// Which function recomputes which kind of certificate.

import { checkAttribution, checkBlame } from "./attrib.ts";
import type { Account } from "./account.ts";
import { checkBound, checkMediator, checkThreshold } from "./adviser.ts";
import {
  checkCommitment,
  checkMultiIssue,
  checkNoDeal,
  checkNoOutcome,
  checkRange,
  checkRipeness,
  checkRiskReturn,
  checkRubinstein,
  checkStigma,
} from "./bargain.ts";
import { checkCapture, checkOneRespondent, checkPersuasion, checkTwoLists } from "./count.ts";
import { checkFlipIt, checkWindow } from "./flipit.ts";
import type { Given } from "./given.ts";
import { checkStationary } from "./lab.ts";
import { checkNoise, checkNoiseImpossible, checkPooling } from "./link.ts";
import { checkRecip } from "./recip.ts";
import {
  checkAudience,
  checkCommitment as checkNoisyCommitment,
  checkDeterrence,
  checkGray,
  checkSalami,
  checkVague,
} from "./redline.ts";
import {
  checkAutomaton,
  checkLeader,
  checkPrivate,
  checkPrivateImpossible,
  checkPublicImpossible,
  checkTransfers,
} from "./repeat.ts";
import { checkPublicSet } from "./repeat-public.ts";
import { checkNoEquilibrium } from "./repeat-empty.ts";
import { checkSet } from "./repeat-set.ts";
import { checkDiscrete, checkUniform } from "./timing.ts";
import { checkNoStep, checkTwoStep } from "./trust.ts";

export type Recompute = (game: Given, profile: Given, account: Account) => void;

export const kinds: Readonly<Record<string, Recompute>> = {
  "ADVISER/bound": checkBound,
  "ADVISER/threshold": checkThreshold,
  "ADVISER/mediator": checkMediator,
  "ATTRIB/attribution": checkAttribution,
  "ATTRIB/blame": checkBlame,
  "BARGAIN/range": checkRange,
  "BARGAIN/no-deal": checkNoDeal,
  "BARGAIN/risk-return": checkRiskReturn,
  "BARGAIN/stigma": checkStigma,
  "BARGAIN/commitment": checkCommitment,
  "BARGAIN/rubinstein": checkRubinstein,
  "BARGAIN/ripeness": checkRipeness,
  "BARGAIN/multi-issue": checkMultiIssue,
  "BARGAIN/no-outcome": checkNoOutcome,
  "COUNT/persuasion": checkPersuasion,
  "COUNT/one-respondent": checkOneRespondent,
  "COUNT/capture": checkCapture,
  "COUNT/two-lists": checkTwoLists,
  "FLIPIT/periodic": checkFlipIt,
  "FLIPIT/monitoring-window": checkWindow,
  "LAB/stationary": checkStationary,
  "LINK/pooling": checkPooling,
  "LINK/noise": checkNoise,
  "LINK/noise-impossible": checkNoiseImpossible,
  "RECIP/hawkes": checkRecip,
  "REDLINE/kilgour-zagare": checkDeterrence,
  "REDLINE/audience-costs": checkAudience,
  "REDLINE/noisy-commitment": checkNoisyCommitment,
  "REDLINE/gray-zone": checkGray,
  "REDLINE/salami": checkSalami,
  "REDLINE/vague-line": checkVague,
  "REPEAT/automaton": checkAutomaton,
  "REPEAT/public-impossible": checkPublicImpossible,
  "REPEAT/equilibrium-set": checkSet,
  "REPEAT/public-equilibria": checkPublicSet,
  "REPEAT/leader": checkLeader,
  "REPEAT/no-equilibrium": checkNoEquilibrium,
  "REPEAT/private": checkPrivate,
  "REPEAT/private-impossible": checkPrivateImpossible,
  "REPEAT/transfers": checkTransfers,
  "TIMING/discrete": checkDiscrete,
  "TIMING/uniform": checkUniform,
  "TRUST/two-step": checkTwoStep,
  "TRUST/no-step": checkNoStep,
};
