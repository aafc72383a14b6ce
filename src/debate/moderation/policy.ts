// The words of moderation: statuses (Coral's), reason codes with a sentence for the author, and what each does.

/** NONE: shown, no person has looked · APPROVED, REJECTED: a person decided · PREMOD: waits for a person, unseen ·
 * SYSTEM_WITHHELD: held by a phase, waits for a person. */
export const statuses = ["NONE", "APPROVED", "REJECTED", "PREMOD", "SYSTEM_WITHHELD"] as const;
export type Status = (typeof statuses)[number];

export const reasonCodes = {
  "too-long": "It is longer than a comment may be.",
  empty: "It has no words.",
  "too-many-links": "It has more links than a comment may have.",
  repeat: "The same text stands here already.",
  flood: "Too many comments came from one writer in a short time.",
  "word-list": "It has a word that this page does not show.",
  "no-claim": "No claim about the subject was found in it.",
  insult: "It attacks a person or a group instead of making a claim.",
  heated: "It is sharp in tone but makes a claim.",
  "hidden-text": "It had characters that hide text or turn its direction; they were taken out.",
  external: "A check that this site's keepers have set up asks a person to look.",
  person: "A moderator decided.",
} as const;
export type ReasonCode = keyof typeof reasonCodes;

export type Reason = {
  code: ReasonCode;
  /** The phase that gives it, or the person. */
  phase: string;
  because: string;
  /** What it was found in. */
  detail?: string;
};

/** Shown to readers, or not. */
export function isShown(status: Status): boolean {
  return status === "NONE" || status === "APPROVED";
}
