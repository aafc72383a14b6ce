// What the surfaces use of agreements.

export { additive, USUAL_STEPS, wordsOf, type Additive, type Scale } from "./additive.ts";
export { readDomain } from "./genius/domain.ts";
export { readProfile } from "./genius/profile.ts";
export { writeDomain, writeProfile } from "./genius/write.ts";
export { givesUp, type SideGivesUp } from "./gives-up.ts";
export type { Domain, Issue } from "./issue.ts";
export { lotteryPoints, type Lottery, type LotteryPoints } from "./lotteries.ts";
export type { Profile } from "./profile.ts";
export {
  LONGEST_DEADLINE,
  play,
  protocolNamed,
  protocolNames,
  tacticNamed,
  tacticNames,
  type Played,
  type Setting,
} from "./protocols/play.ts";
export { outcomeAt, settlement, type Settlement } from "./settlement.ts";
