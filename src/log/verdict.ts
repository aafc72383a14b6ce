// What a check can come to, one sentence each. Codes are for programs and stay; sentences are for people.

export const verdictReasons = {
  valid: "The proof holds.",
  unreadable: "This is not a file that can be read as what it should be.",
  "unknown-log": "The checkpoint is of a log that you have given no key for.",
  "not-signed-by-log": "No signature of the log's own key stands under the checkpoint.",
  "false-signature":
    "A signature under the text does not fit it: the text or the signature was changed, or another key made it.",
  "not-in-log":
    "The entry is not at this place in the log that the checkpoint describes: entry, place or proof was changed.",
  "beyond-size": "The entry's number lies beyond the end of the log.",
  "no-entry": "The file does not carry the entry, and none was given: what it proves cannot be told.",
  "quorum-not-met": "Too few of those whom the policy names have cosigned.",
  "time-ahead": "A cosignature is dated later than now: its clock or yours is wrong.",
  "too-old": "A cosignature is older than you accept.",
  "clocks-disagree": "The cosigners' clocks disagree by more than a day.",
  "key-revoked": "A key signed after it was revoked: that signature does not count.",
  "cannot-check": "A signature is of a kind that cannot be checked here; it does not count.",
  rollback: "The log is shorter than it was: entries that were there are gone.",
  "split-view": "Two histories of one log: this one does not continue the one seen before.",
  "not-consistent": "The proof that the log only grew does not hold.",
  "wrong-origin": "The checkpoint names another log than expected.",
  "clock-backwards": "The witness's clock is behind its own last cosignature.",
  "wrong-old-size": "The request starts from another size than the witness saw last.",
  "too-few-signatures": "Too few of the keys given have signed this text.",
  "seal-broken": "What was revealed is not what was sealed.",
  damaged: "A file of the log is not as it was written.",
  missing: "A file of the log is missing.",
  "unknown-signature": "A signature under the checkpoint is of a key that is not known here: it cannot be checked.",
  "not-of-this-log": "A file does not belong to this log.",
} as const;

export type ReasonCode = keyof typeof verdictReasons;

/** A reason with what is particular to the case. */
export type Reason = { code: ReasonCode; because: string };

/** A reason about one file of a log. */
export type Problem = Reason & { file: string };

export function reason(code: ReasonCode, detail?: string): Reason {
  return { code, because: detail === undefined ? verdictReasons[code] : `${verdictReasons[code]} ${detail}` };
}

export type Cosigned = {
  witness: string;
  key: string;
  /** ISO 8601; empty where the signature states no time. */ at: string;
};

/** The answer to a checkpoint, alone or under a proof. */
export type Verdict = {
  valid: boolean;
  /** The first reason against, or valid. */
  code: ReasonCode;
  /** One sentence for people. */
  says: string;
  /** What speaks against; empty where valid. */
  problems: Reason[];
  /** What does not speak against but is worth knowing. */
  cautions: Reason[];
  origin: string | null;
  size: number | null;
  /** Base64, as in the checkpoint. */
  root: string | null;
  /** The log's key whose signature holds. */
  signedBy: string | null;
  cosigned: Cosigned[];
  /** What the quorum lacks, in the policy's names. */
  missing: string;
  index: number | null;
  /** The entry's leaf hash in hexadecimal. */
  leaf: string | null;
  /** The entry as text, where it is text. */
  entry: string | null;
};

export function verdictOf(problems: Reason[], says: string, rest: Partial<Verdict>): Verdict {
  const [first] = problems;
  return {
    valid: !first,
    code: first?.code ?? "valid",
    says: first?.because ?? says,
    problems,
    cautions: [],
    origin: null,
    size: null,
    root: null,
    signedBy: null,
    cosigned: [],
    missing: "",
    index: null,
    leaf: null,
    entry: null,
    ...rest,
  };
}
