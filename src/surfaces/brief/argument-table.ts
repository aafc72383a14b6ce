// "What does each argument in the public debate turn on, and does it hold?" One row a claim, the nine arguments first:
// verdict, condition, the parameter on which it turns and what kind of source that has.

import { templates, type Binding } from "../../debate/claims/index.ts";
import type { ClaimVerdict } from "../../debate/verdict-of.ts";
import { standardWorld } from "../../world/index.ts";
import { debateWords } from "../words/en-debate-pages.ts";
import { axisName } from "../words/axis-name.ts";
import { counted, list, number } from "../words/en.ts";

export type ArgumentRow = {
  claim: string;
  text: string;
  /** Letters of the nine arguments; none: a claim about the record. */
  arguments: readonly string[];
  answeredBy: string;
  verdict: ClaimVerdict["verdict"];
  inWords: string;
  condition: string | null;
  pivot: string | null;
  /** The pivot in words. */
  turnsOn: string | null;
  sourceKind: ClaimVerdict["sourceKind"];
  wouldChange: string | null;
  address: string;
};

export type ArgumentTable = { question: string; answer: string; confidence: string; rows: ArgumentRow[] };

export function argumentTable(live: (binding: Binding) => ClaimVerdict): ArgumentTable {
  const rows = templates
    .flatMap(({ id, claim, arguments: letters, bindings }): ArgumentRow[] => {
      const [first] = bindings;
      if (!first) return [];
      const { verdict, inWords, condition, pivot, sourceKind, wouldChange, address } = live(first);
      const answeredBy = first.kind === "model" ? first.model : first.name;
      return [
        { claim: id, text: claim, arguments: letters, answeredBy, verdict, inWords, condition, pivot, turnsOn: pivot === null ? null : axisName(pivot, standardWorld), sourceKind, wouldChange, address },
      ]; // prettier-ignore
    })
    .sort((one, other) => (one.arguments[0] ?? "zz").localeCompare(other.arguments[0] ?? "zz"));
  return {
    question: debateWords.question,
    answer: answerOf(rows),
    confidence:
      "Low confidence in any single verdict of a model: it holds at the world's values, and those that are assumptions are no measurements. High confidence in what each turns on: that is arithmetic.",
    rows,
  };
}

function answerOf(rows: readonly ArgumentRow[]): string {
  const count = (verdict: ArgumentRow["verdict"]): number => rows.filter((row) => row.verdict === verdict).length;
  const assumed = rows.filter(({ verdict, sourceKind }) => verdict !== "unknown" && sourceKind === "assumption").length;
  const turning = mostOften(rows.flatMap(({ turnsOn: words }) => (words === null ? [] : [words])));
  const parts = [
    `Of ${counted(rows.length, "claim")} heard in the debate, ${number(count("holds"))} hold at the values used here, ${number(count("fails"))} do not, and ${number(count("unknown"))} stay open.`,
    ...(assumed === 0 ? [] : [`${number(assumed)} of the verdicts turn on an assumption that nobody has measured.`]),
    ...(turning.length === 0 ? [] : [`What most of them turn on: ${list(turning)}.`]),
  ];
  return parts.join(" ");
}

function mostOften(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, 3)
    .map(([name]) => name);
}
