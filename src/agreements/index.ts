// What the surfaces use of agreements.

export { additive, USUAL_STEPS, wordsOf, type Additive, type Scale } from "./additive.ts";
export { readDomain } from "./genius/domain.ts";
export { readProfile } from "./genius/profile.ts";
export { writeDomain, writeProfile } from "./genius/write.ts";
export { givesUp, type SideGivesUp } from "./gives-up.ts";
export { clausesOf, holdsAlone, type Clause, type Holding, type HoldsAlone } from "./holds-alone.ts";
export { frontierOfPoints } from "./frontier-points.ts";
export type { Domain, Issue } from "./issue.ts";
export { lotteryPoints, type Lottery, type LotteryPoints } from "./lotteries.ts";
export { around, walkAwayOf, type Preferences, type Range } from "./preferences.ts";
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
export { robustness, USUAL_DRAWS, type Robustness } from "./robustness.ts";
export { outcomeAt, settlement, type Settlement } from "./settlement.ts";
export { illegalMoves, type Role, type TableEvent } from "./table/event.ts";
export { viewOf, type View } from "./table/projection.ts";
export { newSession, sessionOf, step, type Session, type Step } from "./table/session.ts";
