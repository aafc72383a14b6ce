// The features of one pair in words, for those who want to know why it was linked.

import type { Corpus, Prepared } from "./corpus.ts";
import { amountOf, contains, type Amounts, type FeatureName } from "./features.ts";
import { nearness } from "./moments.ts";
import { mark } from "./prepared-words.ts";

type Shared = { word: string; bits: number; name: boolean; number: boolean };

/** Each feature's level: what was found, in one short phrase. */
export function levelsOf(corpus: Corpus, a: Prepared, b: Prepared, amounts: Amounts): Record<FeatureName, string> {
  const amount = (name: FeatureName): number => amountOf(amounts, name);
  const shared = sharedWords(corpus, a, b);
  return {
    words: `${percent(amount("words") ** 2)} of their words' weight in common`,
    contained: `${percent(amount("contained") ** 2)} of the shorter record stands in the other`,
    "rarest-word": said("both say", shared.slice(0, 3), "no word in common"),
    title: `${percent(amount("title"))} of the titles stands in the other record`,
    "title-least": `${percent(amount("title-least"))} of the title that is covered less`,
    titles: `${percent(amount("titles"))} of the titles in common`,
    names: said("both name", shared.filter(({ name }) => name).slice(0, 4), "no name in common"),
    numbers: said("both say", shared.filter(({ number }) => number).slice(0, 4), "no number in common"),
    victim:
      amount("victim") > 0.2 ? "a named victim stands in the other record" : "no named victim in the other record",
    ...actorLevels(corpus, a, b, amount),
    address: addressLevel(a, b),
    ...dateLevels(a, b, amount),
    ...stateLevels(a, b, amount),
    sector: kindLevel("sector", a.record.sectors, b.record.sectors, amount("sector")),
    effect: kindLevel("effect", a.record.effects, b.record.effects, amount("effect")),
    charges:
      amount("charges") === 0 ? "not about charges brought at one time" : "both about charges brought at one time",
    profile:
      amount("profile") === 0
        ? "both incidents, or both actor profiles"
        : "one is an actor's profile, the other an incident",
  };
}

/** Words of both records, the rarest first. */
function sharedWords({ rarity, words }: Corpus, a: Prepared, b: Prepared): Shared[] {
  const shared: Shared[] = [];
  for (const [i, word] of a.words.entries()) {
    if (!contains(b.words, word)) continue;
    const marksB = b.marks[b.words.indexOf(word)] ?? 0;
    const marksA = a.marks[i] ?? 0;
    const name = ((marksA | marksB) & mark.name) > 0;
    shared.push({
      word: words[word] ?? "",
      bits: rarity[word] ?? 0,
      name,
      number: (marksA & marksB & mark.number) > 0,
    });
  }
  return shared.toSorted((one, other) => other.bits - one.bits);
}

function said(verb: string, shared: Shared[], none: string): string {
  return shared.length > 0 ? `${verb} ${shared.map(({ word }) => word).join(", ")}` : none;
}

type Amount = (name: FeatureName) => number;

function actorLevels(
  { actors }: Corpus,
  a: Prepared,
  b: Prepared,
  amount: Amount,
): Record<"actor" | "other-actor", string> {
  const both = [...a.actors.keys()].filter((actor) => b.actors.has(actor)).map((actor) => actors[actor] ?? "");
  return {
    actor: both.length > 0 ? `both name ${both.slice(0, 2).join(", ")} or an alias` : "no actor in common",
    "other-actor": amount("other-actor") < 0 ? "they name different actors" : "no different actors",
  };
}

function addressLevel(a: Prepared, b: Prepared): string {
  const count = [...a.addresses].filter((address) => b.addresses.has(address)).length;
  if (count === 0) return "no address in common";
  return count === 1 ? "1 address in common" : `${count} addresses in common`;
}

type DateFeature = "near-dates" | "near-starts" | "far-dates" | "late-report" | "public-before-start";

function dateLevels(a: Prepared, b: Prepared, amount: Amount): Record<DateFeature, string> {
  const near = nearness(a.moments, b.moments);
  const none = "no dates to compare";
  if (!near)
    return {
      "near-dates": none,
      "near-starts": none,
      "far-dates": none,
      "late-report": none,
      "public-before-start": none,
    };
  const { gap, distance, starts, early, kinds } = near;
  return {
    "near-dates": `nearest dates about ${Math.round(distance)} days apart (${kinds.join("–")})`,
    "near-starts": starts === null ? "one does not date its start" : `starts about ${Math.round(starts)} days apart`,
    "far-dates": amount("far-dates") < 0 ? `at least ${gap} days apart` : "less than 180 days apart",
    "late-report": amount("late-report") < 0 ? `public ${gap} days after it happened, at best` : "no long wait",
    "public-before-start":
      amount("public-before-start") < 0 ? `one was public ${early} days before the other started` : "no order broken",
  };
}

type StateFeature = "initiator" | "target" | "opposite-direction";

function stateLevels(a: Prepared, b: Prepared, amount: Amount): Record<StateFeature, string> {
  const both = a.record.targets.filter((state) => b.record.targets.includes(state));
  const word = (name: FeatureName, yes: string, no: string): string =>
    amount(name) > 0 ? yes : amount(name) < 0 ? no : "one names none";
  return {
    initiator: word("initiator", "the same initiator", "different initiators"),
    target: word("target", `both against ${both.slice(0, 4).join(", ")}`, "different targets"),
    "opposite-direction": amount("opposite-direction") < 0 ? "opposite directions" : "no opposite directions",
  };
}

function kindLevel(what: string, one: readonly string[], other: readonly string[], amount: number): string {
  if (amount === 0) return `one names no ${what}`;
  if (amount < 0) return `another ${what}`;
  const both = one.filter((each) => each !== "unknown" && other.includes(each));
  return both.length > 0 ? `the same ${what}: ${both.join(", ")}` : `a related ${what}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
