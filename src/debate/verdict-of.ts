// A binding, a world and what was measured → what the workbench says on the claim now: a verdict with its condition,
// what it turns on, what kind of source that has, what would change it, and the page with the sliders set. The verdicts
// of models and the answers of measures are handed in: this folder computes neither.

import type { VerdictRow } from "../models/verdict.ts";
import type { World } from "../world/world.ts";
import type { Binding, MeasureName, QueryName } from "./claims/index.ts";

/** What a measure or a query answers, already in words, by whoever can ask it. */
export type Answered = {
  /** Whether what is claimed holds, as far as the data say; null: they do not say. */
  holds: boolean | null;
  inWords: string;
  /** The best thing to be said against it. */
  against?: string;
  wouldChange?: string;
  /** What the answer hangs on, where it is one thing. */
  pivot?: string;
  address: string;
};

export type Answers = {
  case: string;
  verdicts: readonly VerdictRow[];
  measure(name: MeasureName): Answered | null;
  query(name: QueryName, filter: Readonly<Record<string, string>>): Answered | null;
};

export type ClaimVerdict = {
  /** "holds", "fails": here, at these values · "unknown": the data do not say. */
  verdict: "holds" | "fails" | "unknown";
  inWords: string;
  condition: string | null;
  pivot: string | null;
  /** The pivot as the world calls it. */
  turnsOn: string | null;
  sourceKind: "data" | "literature" | "assumption" | null;
  wouldChange: string | null;
  /** The best thing that the data say against it. */
  speaksAgainst: string | null;
  /** The page that shows it, with this world's values. */
  address: string;
};

export function verdictOf(binding: Binding, world: World, standard: World, answers: Answers): ClaimVerdict {
  if (binding.kind === "model") return modelVerdict(binding, world, standard, answers);
  const answered =
    binding.kind === "measure" ? answers.measure(binding.name) : answers.query(binding.name, binding.with ?? {});
  if (!answered) return unanswered("/", "No answer to this is at hand.");
  return {
    verdict: answered.holds === null ? "unknown" : answered.holds ? "holds" : "fails",
    inWords: answered.inWords,
    condition: null,
    pivot: answered.pivot ?? null,
    turnsOn: answered.pivot ?? null,
    sourceKind: "data",
    wouldChange: answered.wouldChange ?? null,
    speaksAgainst: answered.against ?? null,
    address: answered.address,
  };
}

function modelVerdict(
  { model, proposition, sense }: Extract<Binding, { kind: "model" }>,
  world: World,
  standard: World,
  { verdicts }: Answers,
): ClaimVerdict {
  const address = `/models/${model.toLowerCase()}${settingsOf(world, standard)}`;
  const found = verdicts.find((one) => one.model === model && one.proposition === proposition);
  if (!found) return unanswered(address, `${model} answers this from events: see its page.`);
  const holds = found.here === (sense === "same");
  const flip = found.pivotal;
  const contrary = sense === "contrary" ? `The contrary, “${found.sentence}”, ` : "";
  return {
    verdict: holds ? "holds" : "fails",
    inWords: `${contrary}${contrary === "" ? capital(found.inWords) : found.inWords}; at these values it ${found.here ? "holds" : "fails"}.`,
    condition: found.condition,
    pivot: flip?.param ?? null,
    turnsOn: flip ? meaningOf(flip.param, standard) : null,
    sourceKind: flip?.source ?? null,
    wouldChange:
      flip && flip.to !== null
        ? `${capital(meaningOf(flip.param, standard))} at ${rounded(flip.to)} instead of ${rounded(flip.from)} would turn it.`
        : (found.proof ?? null),
    speaksAgainst: null,
    address,
  };
}

function unanswered(address: string, inWords: string): ClaimVerdict {
  return { verdict: "unknown", inWords, condition: null, pivot: null, turnsOn: null, sourceKind: null, wouldChange: null, speaksAgainst: null, address }; // prettier-ignore
}

function meaningOf(param: string, { params }: World): string {
  return Object.hasOwn(params, param) ? params[param as keyof typeof params].meaning : param;
}

/** What differs from the standard world, so that the address shows the same in five years. */
function settingsOf(world: World, standard: World): string {
  const set = Object.entries(world.params)
    .filter(([key, { value }]) => String(value) !== String(standard.params[key as keyof World["params"]]?.value))
    .map(([key, { value }]) => `${encodeURIComponent(key)}:${encodeURIComponent(String(value).replaceAll(",", ";"))}`)
    .sort();
  return set.length === 0 ? "" : `?set=${set.join(",")}`;
}

const rounded = (value: number): string => String(Number(value.toPrecision(3)));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
