// What the surfaces use of agreements.

export { additive, USUAL_STEPS, wordsOf, type Additive, type Scale } from "./additive.ts";
export { agreementAlone, type AgreementAlone, type ClauseAlone } from "./agreement-alone.ts";
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
export {
  illegalMoves,
  LONGEST_ARGUMENT,
  type Confidant,
  type Party,
  type Role,
  type TableEvent,
  type TableIssue,
  type Terms,
} from "./table/event.ts";
export { eventOf, eventSchema, issuesSchema, MOST_ISSUES, MOST_OPTIONS, moveSchema, type Move } from "./table/move.ts";
export { middleWorth, tablePicture, type TablePicture, type TablePoint } from "./table/picture.ts";
export { viewOf, type View } from "./table/projection.ts";
export { newSession, sessionOf, step, type Argument, type Offer, type Session, type Step } from "./table/session.ts";
export { worthOf } from "./worth.ts";
export { pairOf, concerns, type Concern, type Confirmation } from "./compliance/confirmation.ts";
export { forAgainst, lastWord, type EffectSeen, type ForAgainst, type Point } from "./compliance/for-against.ts";
export { closings, judgementsOfClause, type Assessment, type FindingEvent } from "./compliance/finding-event.ts";
export { isOverdue, latestBySide, type Finding } from "./compliance/finding.ts";
export { candidatesOf, heldOn, type Candidate } from "./compliance/match.ts";
export { bunchingBelow, type Bunching } from "./lines/bunching.ts";
export { crossingsOf, USUAL_WINDOW_DAYS, type Crossing } from "./lines/crossing.ts";
export { distanceTo, severityOf, type Distance } from "./lines/distance.ts";
export type { Line } from "./lines/line.ts";
export { flagsOf, type Flag, type Watch, type WatchedUnderstanding } from "./lines/watch.ts";
export { isLate, type Exchange } from "./notifications/exchange.ts";
export { matters, urgencies, type Message } from "./notifications/message.ts";
export { NOTIFICATION_TYPE, openMessage, signMessage } from "./notifications/signed-message.ts";
export { addToJournal, readJournal, readJournalText, takeOver } from "./records/journal.ts";
export { lawful, madeOf, nothingMade, type Made, type MadeChange } from "./records/made.ts";
export { isBetween, statusOf, type RegisteredAgreement } from "./register/agreement.ts";
export {
  agreementOf,
  clauseKinds,
  clauseSchema,
  observers,
  type Clause as RegisteredClause,
  type StatusEntry,
} from "./register/clause.ts";
export { copyAs, type Draft } from "./register/draft.ts";
export { AGREEMENTS_FILE, CLAUSES_FILE, LINES_FILE, type RegisterTexts } from "./register/file-name.ts";
export { numberOf, readRegister, type Register } from "./register/read-register.ts";
export { newSigning, type Signing } from "./signing/signing.ts";
export { settledChanges, type Settled } from "./register/settled.ts";
