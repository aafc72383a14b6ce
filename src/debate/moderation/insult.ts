// Is a text an attack on a person or a group instead of a claim? A logistic regression over words, pairs of words and
// groups of letters, trained by scripts/train-debate.ts on lines written for it (insults.txt); weights.txt holds what
// came out. Nothing leaves the machine. Its precision and recall are on the page docs/debate.md.

import { readFileSync } from "node:fs";
import { fitLogistic, type Labelled, type LogisticModel } from "../../math/logistic-regression.ts";
import { predictAll, readWeights, type WeightTable } from "../../math/weight-table.ts";

export type InsultLine = { insult: boolean; text: string };

/** The lines of the training file. */
export function insultLines(): InsultLine[] {
  return readFileSync(new URL("insults.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("+ ") || line.startsWith("- "))
    .map((line) => ({ insult: line.startsWith("+"), text: line.slice(2) }));
}

// What is said of persons in anger, by root: the feature helps with words that training lines lack.
const ABUSE =
  /\b(?:idiot|moron|imbecile|cretin|stupid|dumb|dimwit|halfwit|nitwit|fool\b|clown|buffoon|loser|scum|vermin|rats?\b|pig\b|pigs\b|trash|garbage|jerk|creep|coward|traitor|troll|shill|liar|pathetic|crybaby|snowflake|lunatic|psycho|nutjob|nutcase|brainless|brainwashed|senile|twit|brat|sissy|parasite|worm|ape\b|pup+et|airhead|bootlicker|poodle|dunce|ignoramus|simpleton|muppet|wanker|bastard|asshole|arsehole|bitch|sucker|dumbass|jackass|douche|retard|numpty|pillock|prick|dolt|oaf|cuck|libtard|tankie|sheeple|barbarian|drunk(?:s|ard)|old goat|crook|bum\b|bums\b|clueless|monkey|baboon|toad|fanatics|madm[ae]n|windbag|fraud\b|blockhead|half a brain|no brain|ugly|filthy|you smell|ignorant|peasants|beasts?\b|savages|scribbler|airhead|grandpa|lapdog|useless|spineless|empty suit|a joke of a|lost (?:his|her|your) marbles|drool|crying baby|smug|greedy|cheats\b|thieves, the|animals, all|shut up|shut your|go to hell|screw you|get a life|drop dead|who hurt you|cry more|boohoo|lol|stfu|gtfo|kys|rot in|punch|slap)\w*/;
const TO_YOU = /\b(?:you|your|you're|youre|ur|u|yourself|ya)\b/;
const CHILDHOOD =
  /\b(?:mommy|mummy|mama|daddy|mother|diapers?|toys?|kid|childhood|baby|bullied|girlfriend|boyfriend|wife|basement|school)\b/;
const PERSON =
  /\b(?:he|she|his|her|president|leader|man|guy|senator|minister|author|writer|whoever|someone|somebody|people|they)\b/;
const QUOTED = /["“][^"”]{1,80}["”]/g;

export function insultFeatures(text: string): Map<string, number> {
  const features = new Map<string, number>();
  const plain = text.toLowerCase().replace(/[‘’]/g, "'").slice(0, 2000);
  const own = plain.replace(QUOTED, " quoted ");
  const words = own.match(/[\p{L}\p{N}']+|[!?]/gu) ?? [];
  const weight = 1 / Math.sqrt(Math.max(3, words.length));
  const add = (name: string, value: number): void => {
    features.set(name, Math.min(1.5, (features.get(name) ?? 0) + value));
  };
  for (const [at, word] of words.entries()) {
    add(`w ${word}`, 2 * weight);
    const next = words[at + 1];
    if (next !== undefined) add(`p ${word} ${next}`, 1.5 * weight);
    if (word.length < 4) continue;
    const edged = `<${word}>`;
    for (const size of [3, 4, 5])
      for (let start = 0; start + size <= edged.length; start += 1)
        add(`g ${edged.slice(start, start + size)}`, 0.5 * weight);
  }
  const abuse = ABUSE.test(own);
  const toYou = TO_YOU.test(own);
  if (abuse) add("abuse", 1);
  if (toYou) add("to you", 0.4);
  if (abuse && toYou) add("abuse to you", 1);
  if (abuse && !toYou && PERSON.test(own)) add("abuse of a person", 0.6);
  if (toYou && CHILDHOOD.test(own)) add("childhood", 1);
  if (/\?/.test(own) && toYou && CHILDHOOD.test(own)) add("childhood asked", 0.7);
  if (QUOTED.test(plain)) add("quotes", 0.6);
  QUOTED.lastIndex = 0;
  if (words.length <= 4) add("short", 0.4);
  if (/\b(?:knows?|does|do) nothing\b/.test(own)) add("knows nothing", 0.5);
  return features;
}

export function trainInsults(lines: readonly InsultLine[]): LogisticModel {
  const rows: Labelled[] = lines.map(({ insult, text }) => ({ features: insultFeatures(text), positive: insult }));
  return fitLogistic(rows, { penalty: 5e-4, rounds: 120, step: 0.2, atLeast: 2 });
}

let table: WeightTable | null = null;

/** How surely one of the text's passages is an insult, 0 to 1, and which. */
export function insultIn(text: string): { score: number; passage: string } {
  table ??= readWeights(readFileSync(new URL("weights.txt", import.meta.url), "utf8"));
  let worst = { score: 0, passage: "" };
  for (const passage of passagesOf(text)) {
    const score = predictAll(table, insultFeatures(passage))[0] ?? 0;
    if (score > worst.score) worst = { score, passage };
  }
  return worst;
}

const MOST_PASSAGES = 40;

/** Sentences, and short texts whole. */
function passagesOf(text: string): string[] {
  const sentences = text
    .split(/(?<=[.!?…][”"’')]?)\s+|\n+/u)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}]/u.test(one))
    .slice(0, MOST_PASSAGES);
  return text.length < 300 ? [text.trim(), ...(sentences.length > 1 ? sentences : [])] : sentences;
}
