// An article and its threads, tied to models and measures.

export { articleText, reanchor, selectorAt, selectorOf, type Anchored, type Selector } from "./anchors.ts";
export { grounded, preferred, stable, standings, type Framework, type Standing } from "./acceptability.ts";
export { findClaims, templateOf, templates, type Binding, type FoundClaim, type Template } from "./claims/index.ts";
export type { Comment, Debate, Relation, TextFlag } from "./debate.ts";
export { frameworkOf, mapOf, type ArgumentMap } from "./graph.ts";
export { writeAif } from "./formats/aif.ts";
export { readArgdown, writeArgdown } from "./formats/argdown.ts";
export { readIccma, writeIccma } from "./formats/iccma.ts";
export { writePolis, type Vote } from "./formats/polis.ts";
export { importDebate, writeOwnMarkdown, type Imported } from "./import/index.ts";
export { after, statesAfter, type CommentEvent, type CommentState } from "./moderation/comment-state.ts";
export { insultIn } from "./moderation/insult.ts";
export {
  judgeThread,
  moderate,
  threadJudge,
  withExternal,
  type ExternalPhase,
  type JudgedComment,
  type Moderated,
  type Phase,
} from "./moderation/phases.ts";
export { isShown, reasonCodes, statuses, type Reason, type ReasonCode, type Status } from "./moderation/policy.ts";
export { opinionGroups, type Groups, type VoteMatrix } from "./opinion-groups.ts";
export { claimRead, readDebate, type ReadClaim, type ReadComment, type ReadDebate } from "./read-debate.ts";
export { merge, shelfIn, type Shelf, type Shelved } from "./shelf.ts";
export { verdictOf, type Answers, type ClaimVerdict } from "./verdict-of.ts";
