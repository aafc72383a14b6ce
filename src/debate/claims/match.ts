// Which claims a text presses: rules over groups of words, and likeness to the ways in which claims are usually put.
// Score = 1 − (1 − rule)(1 − likeness'), where likeness' is 0 up to 0.3 and grows to 0.9: either may suffice, both
// together are surer. Finding nothing is a result. A finding is a suggestion until a person has confirmed it.

import { concepts, plainText } from "./concepts.ts";
import type { Template } from "./claim.ts";
import { likenessTo, type Likeness } from "./likeness.ts";
import { measureTemplates } from "./templates-measure.ts";
import { modelTemplates } from "./templates-model.ts";

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
const LONGEST_WINDOW = 700;
const MOST_SENTENCES = 60;

const all: readonly Template[] = [...measureTemplates, ...modelTemplates];
let likeness: Likeness | null = null;

/** The claims found in a text, the surest first. */
export function findClaims(text: string): FoundClaim[] {
  likeness ??= likenessTo(
    all.flatMap(({ id, claim, variants }) => [claim, ...variants].map((one) => ({ owner: id, text: one }))),
  );
  const best = new Map<string, FoundClaim>();
  for (const { quote, alone } of windowsOf(text)) {
    const stands = standing(plainText(quote));
    const alike = alone ? likeness.to(quote) : null;
    for (const template of all) {
      const rule = ruleOf(template, stands);
      const like = alike?.get(template.id) ?? 0;
      const score = 1 - (1 - rule) * (1 - calibrated(like));
      const before = best.get(template.id);
      if (score >= ENOUGH && score > (before?.score ?? 0) + (alone ? 0 : 0.02))
        best.set(template.id, { template, score, quote, rule, likeness: like });
    }
  }
  const found = [...best.values()].sort((a, b) => b.score - a.score || a.template.id.localeCompare(b.template.id));
  const top = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= BESIDE * top).slice(0, MOST);
}

function calibrated(like: number): number {
  return Math.max(0, Math.min(0.9, (like - 0.3) * 1.6));
}

/** Which concepts stand in a text, each looked for at most once. */
function standing(text: string): (concept: string) => boolean {
  const known = new Map<string, boolean>();
  return (concept) => {
    let stands = known.get(concept);
    if (stands === undefined) {
      stands = concepts[concept]?.test(text) ?? false;
      known.set(concept, stands);
    }
    return stands;
  };
}

function ruleOf({ rules }: Template, stands: (concept: string) => boolean): number {
  let strongest = 0;
  for (const [strength, ...names] of rules)
    if (strength > strongest && names.every((name) => (name.startsWith("!") ? !stands(name.slice(1)) : stands(name))))
      strongest = strength;
  return strongest;
}

/** Sentences, and pairs of neighbours within a paragraph: a claim may need two. */
function windowsOf(text: string): { quote: string; alone: boolean }[] {
  const windows: { quote: string; alone: boolean }[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    const sentences = sentencesOf(paragraph);
    for (const [at, sentence] of sentences.entries()) {
      windows.push({ quote: sentence.slice(0, LONGEST_WINDOW), alone: true });
      const next = sentences[at + 1];
      if (next !== undefined && sentence.length + next.length < LONGEST_WINDOW)
        windows.push({ quote: `${sentence} ${next}`, alone: false });
    }
    if (windows.length > 2 * MOST_SENTENCES) break;
  }
  return windows;
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
