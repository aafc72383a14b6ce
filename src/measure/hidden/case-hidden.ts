// Hidden incidents of a case in one direction: from the overlap of its lists, over draws of the doubtful links, and under
// every way of coding that a careful reader might choose instead.

import type { Direction, Incident } from "../../ledger/incident.ts";
import { stream } from "../../math/philox.ts";
import type { Interval } from "../../values/estimate.ts";
import type { Outcome, Refusal } from "../../values/outcome.ts";
import { overlap, type Overlap } from "../overlap.ts";
import { hidden, type HiddenAnswer } from "./index.ts";
import { hiddenOverDraws, type OverDraws } from "./linkage-draws.ts";
import type { ListTable } from "./table.ts";

/** A statement of which it is not sure that it speaks of an incident: it stands there now, or apart from it. */
export type DoubtfulPlacement = {
  statement: string;
  incident: string;
  now: "linked" | "apart";
  /** That the two are one. */
  probability: number;
};

export type CaseHiddenOptions = {
  lists: readonly string[];
  doubtful: readonly DoubtfulPlacement[];
  draws?: number;
  seed?: number;
  level?: number;
};

/** One way of counting, and what it gives. */
export type CodingChoice = {
  profiles: "in" | "out";
  links: "as they stand" | "sure ones only" | "likely ones joined";
  statements: "all" | "checked only";
};

type Ends = { value: number; interval: Interval };

export type ChoiceRow = CodingChoice & {
  observed: number;
  averaged: Ends | null;
  lowerBound: Ends | null;
  refused: Refusal | null;
};

export type CaseHidden = Direction & {
  overlap: Overlap;
  answer: Outcome<HiddenAnswer>;
  /** With the doubt of the links in the interval, and its share. */
  overLinkage: Outcome<OverDraws>;
  doubtful: number;
  choices: ChoiceRow[];
  /** Least and most of the averaged values over the choices that give one. */
  spread: { least: number; most: number; answered: number; of: number };
};

export const USUAL_DRAWS = 200;

export function hiddenInCase(
  incidents: readonly Incident[],
  direction: Direction,
  { lists, doubtful, draws = USUAL_DRAWS, seed = 1, level = 0.95 }: CaseHiddenOptions,
): CaseHidden {
  const counted = overlap(incidents, direction, lists);
  const tables = Array.from({ length: draws }, (_, draw) => {
    const chance = stream(seed, draw);
    const moved = doubtful.filter(
      ({ now, probability }) => chance() < (now === "apart" ? probability : 1 - probability),
    );
    return tableOf(overlap(regrouped(incidents, moved), direction, lists));
  });
  const answer = hidden(tableOf(counted), { level, seed });
  const choices = choiceRows(incidents, direction, lists, doubtful, level);
  const values = choices.flatMap(({ averaged }) => (averaged ? [averaged.value] : []));
  return {
    ...direction,
    overlap: counted,
    answer,
    overLinkage: answer.ok ? hiddenOverDraws(tables, { level }) : answer,
    doubtful: doubtful.length,
    choices,
    spread: {
      least: values.length === 0 ? 0 : Math.min(...values),
      most: values.length === 0 ? 0 : Math.max(...values),
      answered: values.length,
      of: choices.length,
    },
  };
}

/** An overlap as the table that every estimator of hidden cases reads. */
export function tableOf({ lists, cells }: Overlap): ListTable {
  return {
    lists,
    rows: cells.map((cell) => ({ seen: lists.map((list) => (cell.lists.includes(list) ? 1 : 0)), count: cell.count })),
  };
}

/** The incidents after statements were moved: those that stood apart join, those that were linked stand by themselves. */
export function regrouped(incidents: readonly Incident[], moves: readonly DoubtfulPlacement[]): Incident[] {
  if (moves.length === 0) return [...incidents];
  const target = new Map(moves.map(({ statement, incident, now }) => [statement, now === "apart" ? incident : null]));
  const joining = new Map<string, Incident["statements"]>();
  const alone: Incident[] = [];
  const staying = incidents.map((home) => {
    const gone = home.statements.filter(({ id }) => target.has(id) && target.get(id) !== home.id);
    for (const statement of gone) {
      const to = target.get(statement.id) ?? null;
      if (to === null) alone.push({ ...home, id: `${home.id} ${statement.id}`, statements: [statement] });
      else joining.set(to, [...(joining.get(to) ?? []), statement]);
    }
    return gone.length === 0 ? home : { ...home, statements: home.statements.filter((one) => !gone.includes(one)) };
  });
  return [...staying.map((home) => withJoined(home, joining.get(home.id))), ...alone];
}

function withJoined(home: Incident, statements: Incident["statements"] | undefined): Incident {
  return statements ? { ...home, statements: [...home.statements, ...statements] } : home;
}

function choiceRows(
  incidents: readonly Incident[],
  direction: Direction,
  lists: readonly string[],
  doubtful: readonly DoubtfulPlacement[],
  level: number,
): ChoiceRow[] {
  const groupings: [CodingChoice["links"], Incident[]][] = [
    ["as they stand", [...incidents]],
    [
      "sure ones only",
      regrouped(
        incidents,
        doubtful.filter(({ now }) => now === "linked"),
      ),
    ],
    [
      "likely ones joined",
      regrouped(
        incidents,
        doubtful.filter((one) => one.now === "apart" && one.probability >= 0.5),
      ),
    ],
  ];
  return groupings.flatMap(([links, grouped]) =>
    (["all", "checked only"] as const).flatMap((statements) => {
      const counted = statements === "all" ? grouped : grouped.map(checkedOnly);
      return (["in", "out"] as const).map((profiles) => {
        const table = overlap(counted, direction, lists, profiles === "in");
        return { profiles, links, statements, observed: table.observed, ...briefly(tableOf(table), level) };
      });
    }),
  );
}

function checkedOnly(incident: Incident): Incident {
  return { ...incident, statements: incident.statements.filter(({ checked }) => checked !== "not-checked") };
}

function briefly(table: ListTable, level: number): Pick<ChoiceRow, "averaged" | "lowerBound" | "refused"> {
  const outcome = hidden(table, { level, method: "chao" });
  if (!outcome.ok) return { averaged: null, lowerBound: null, refused: outcome.refusal };
  const { averaged, lowerBound, refused } = outcome.value;
  return {
    averaged: averaged && endsOf(averaged, level),
    lowerBound: lowerBound && endsOf(lowerBound, level),
    refused,
  };
}

function endsOf({ value, lower, upper }: { value: number; lower: number; upper: number }, level: number): Ends {
  return { value, interval: { lower, upper, level } };
}
