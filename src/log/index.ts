// What others use of the log. The first part runs in a browser as it stands: it imports nothing of Node.

export { verifyCheckpoint, verifyProofFile, type ProofOptions, type Trust } from "./verify-proof.ts";
export { verdictReasons, type Reason, type ReasonCode, type Verdict } from "./verdict.ts";
export { readKeyChanges } from "./key-change.ts";
export { verifyEnvelope } from "./dsse.ts";
export { checkReveal, readOpening, readSeal } from "./seal.ts";
