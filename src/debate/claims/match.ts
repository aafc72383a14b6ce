// Which claims a text presses: rules over groups of words, and likeness to the ways in which claims are usually put.
// Score = 1 − (1 − rule)(1 − likeness')(1 − trained'), where likeness' is 0 up to 0.3 and grows to 0.9, and trained' is
// 0 up to a chance of 0.1 and grows to 0.85: each may suffice, together they are surer. Finding nothing is a result. A
// finding is a suggestion until a person has confirmed it.

import { plainText } from "./concepts.ts";
import type { Template } from "./claim.ts";
import { classified, examples } from "./classifier.ts";
import { likenessTo, type Likeness } from "./likeness.ts";
import { measureTemplates } from "./templates-measure.ts";
import { conceptsIn } from "./standing.ts";
import { insultIn } from "../moderation/insult.ts";
import { modelTemplates } from "./templates-model.ts";
import { groupsIn } from "./word-groups.ts";

export type FoundClaim = {
  template: Template;
  /** 0 to 1; not a probability. */
  score: number;
  /** The words in which it was found. */
  quote: string;
  rule: number;
  likeness: number;
};

/** A finding below this is none. */
const ENOUGH = 0.5;
/** Beside a surer finding, one this much weaker is left out. */
const BESIDE = 0.6;
const MOST = 4;
const LONGEST_SENTENCE = 700;
const MOST_SENTENCES = 60;
/** An address says nothing. */
const LINK = /\bhttps?:\/\/\S+/g;

const all: readonly Template[] = [...measureTemplates, ...modelTemplates];
let likeness: Likeness | null = null;

/** The claims found in a text, the surest first. */
export function findClaims(text: string): FoundClaim[] {
  likeness ??= likenessTo([
    ...all.flatMap(({ id, claim, variants }) => [claim, ...variants].map((one) => ({ owner: id, text: one }))),
    ...examples().flatMap(({ claim, text: one }) => (claim === null ? [] : [{ owner: claim, text: one }])),
  ]);
  const best = new Map<string, FoundClaim>();
  const take = (template: Template, score: number, quote: string, rule: number, like: number, better: number): void => {
    if (score >= ENOUGH && score > (best.get(template.id)?.score ?? 0) + better)
      best.set(template.id, { template, score, quote, rule, likeness: like });
  };
  for (const paragraph of text.split(/\n{2,}/)) {
    let before: { quote: string; standing: ReadonlySet<string> } | null = null;
    for (const sentence of sentencesOf(paragraph).slice(0, MOST_SENTENCES)) {
      const quote = sentence.slice(0, LONGEST_SENTENCE).replace(LINK, "").trim();
      if (quote === "") continue;
      const standing = conceptsIn(plainText(quote));
      const alike = likeness.to(quote);
      const trained = likely(classified(quote, standing), quote);
      for (const template of all) {
        const rule = ruleOf(template, standing);
        const like = alike.get(template.id) ?? 0;
        const chance = trained.get(template.id) ?? 0;
        take(template, 1 - (1 - rule) * (1 - calibrated(like)) * (1 - doubted(chance)), quote, rule, like, 0);
      }
      // A claim may need two sentences; what one of them says alone is taken from it.
      if (before) {
        const both = new Set([...before.standing, ...standing]);
        for (const template of all)
          take(template, ruleOf(template, both), `${before.quote} ${quote}`, ruleOf(template, both), 0, 0.02);
      }
      before = { quote, standing };
    }
  }
  const found = [...best.values()].sort((a, b) => b.score - a.score || a.template.id.localeCompare(b.template.id));
  const top = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= BESIDE * top).slice(0, MOST);
}

const nothing: ReadonlyMap<string, number> = new Map();
/** From here on a sentence without a rule's words is taken for an insult and no argument. */
const INSULTING = 0.65;

/** What the classifier says, where it says anything of a sentence that argues. */
function likely(trained: ReadonlyMap<string, number>, quote: string): ReadonlyMap<string, number> {
  for (const chance of trained.values()) if (doubted(chance) > 0) return isRemark(quote) ? nothing : trained;
  return nothing;
}

/** A sentence of two words, one that speaks of one thing alone, or that insults: there is nothing to go by. */
function isRemark(quote: string): boolean {
  if ((quote.match(/\p{L}+/gu)?.length ?? 0) < 3) return true;
  return (groupsIn(plainText(quote)).size < 2 && !speaksOfSubject(quote)) || insultIn(quote).score >= INSULTING;
}

function calibrated(like: number): number {
  return Math.max(0, Math.min(0.9, (like - 0.3) * 1.6));
}

/** The classifier alone must be fairly sure. */
function doubted(chance: number): number {
  return Math.max(0, Math.min(0.85, (chance - 0.1) * 1.8));
}

function ruleOf({ rules }: Template, standing: ReadonlySet<string>): number {
  let strongest = 0;
  for (const [strength, ...names] of rules)
    if (
      strength > strongest &&
      names.every((name) => (name.startsWith("!") ? !standing.has(name.slice(1)) : standing.has(name)))
    )
      strongest = strength;
  return strongest;
}

export function sentencesOf(paragraph: string): string[] {
  return paragraph
    .replace(/\b(U\.S|U\.K|Dr|Mr|Mrs|Ms|Prof|vs|e\.g|i\.e|St|No)\./g, "$1\u2024")
    .split(/(?<=[.!?…][”’"')\]]?)\s+(?=[\p{Lu}\p{N}“‘"'([])|\n/u)
    .map((sentence) => sentence.replaceAll("\u2024", ".").trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

const SUBJECT =
  /\b(?:cyber\w*|hack\w*|internet|network\w*|online|computers?|malware|espionage|spy\w*|spies|china|chinese|beijing|prc|russia\w*|moscow|kremlin|iran\w*|korea\w*|u\.s\.?|america\w*|united states|washington|nsa|cia|pentagon|attack\w*|war\w*|conflict\w*|détente|detente|negotiat\w*|talks|treat(?:y|ies)|agreement\w*|deal|truce|sanction\w*|attribut\w*|retaliat\w*|deterren\w*|red lines?|firewall|censor\w*|theft|intellectual property|secrets|infrastructure|grid|intelligence|governments?|diploma\w*|restraint|threat\w*|security|rival\w*|states?|incident\w*)\b/i;

/** Whether a text speaks of the subject at all. */
export function speaksOfSubject(text: string): boolean {
  return SUBJECT.test(plainText(text));
}
