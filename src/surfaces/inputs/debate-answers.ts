// What measures and queries say on a claim: a binding → a sentence with its number and range, what speaks against it,
// and the page that shows it. Commands and pages ask through here and so say the same.

import type { Binding, MeasureName, QueryName } from "../../debate/claims/index.ts";
import type { Answers } from "../../debate/verdict-of.ts";
import type { Direction } from "../../ledger/incident.ts";
import { asOf, type LedgerView } from "../../ledger/view.ts";
import { incidentsIn } from "../../measure/tally.ts";
import type { Day } from "../../values/day.ts";
import type { Outcome } from "../../values/outcome.ts";
import { composeBrief, sideParity, type Brief } from "../brief/compose.ts";
import { measuredOf } from "../brief/measured-of.ts";
import { effectSentences, trendSentences } from "../brief/measured-sentences.ts";
import * as answersTo from "../words/en-debate-answers.ts";
import { caseRestraint, importedDcid, type CaseRestraint } from "./case-restraint.ts";
import { caseTensionAnswer, type TensionAnswer } from "./case-tension.ts";
import type { Ledger } from "./ledger.ts";
import { lineSeen } from "./line-distances.ts";
import { registerOf } from "./register.ts";
import { firstDay } from "../../values/when.ts";

export type Ask = Pick<Answers, "measure" | "query">;

export const noAnswers: Ask = { measure: () => null, query: () => null };

type Told = ReturnType<Ask["measure"]>;

/** What was worked out for a view, once: the same bindings are asked for by every comment and every reader. */
type Worked = { brief?: Brief; tension?: Outcome<TensionAnswer>; restraint?: Outcome<CaseRestraint> };
const kept = new WeakMap<LedgerView, Worked>();

const fromBrief: readonly MeasureName[] = ["hidden", "trend", "effect"];

/** Works out what the bindings need, and no more; as known on a day, if one is given. */
export async function debateAnswers(
  ledger: Pick<Ledger, "remember" | "listed" | "queue">,
  all: LedgerView,
  bindings: readonly Binding[],
  asof: Day | null,
  env: Record<string, string | undefined>,
): Promise<Ask> {
  const view = asof === null ? all : asOf(all, asof);
  const worked = kept.get(view) ?? {};
  kept.set(view, worked);
  const names = new Set(bindings.flatMap((one) => (one.kind === "measure" ? [one.name] : [])));
  if (fromBrief.some((name) => names.has(name)))
    worked.brief ??= composeBrief(all, { asof, dates: "first", side: null }, await measuredOf(ledger, all, asof));
  if (names.has("tension"))
    worked.tension ??= caseTensionAnswer(view, {
      asof,
      dates: "first",
      halfLifeDays: 180,
      weights: {},
      level: 0.95,
      seed: 1,
    });
  if (names.has("restraint")) worked.restraint ??= caseRestraint(view, await importedDcid(ledger));
  const page = pageOf(view);
  return {
    measure: (name) => measured(name, view, worked, page),
    query: (name, filter) => (name === "red-lines" ? linesOf(view, asof, env) : queried(name, view, filter, page)),
  };
}

function pageOf({ about }: LedgerView): string {
  const [a, b] = about.parties;
  return `/d/${a.iso.toLowerCase()}-${b.iso.toLowerCase()}`;
}

function directionsOf({ about }: LedgerView): [Direction, Direction] {
  const [a, b] = about.parties;
  return [
    { from: b.iso, to: a.iso },
    { from: a.iso, to: b.iso },
  ];
}

function measured(name: MeasureName, view: LedgerView, { brief, tension, restraint }: Worked, page: string): Told {
  const { parties } = view.about;
  switch (name) {
    case "parity": {
      const directions = directionsOf(view);
      const sides = [parties[0].iso, parties[1].iso, "third" as const].map((side) =>
        sideParity(view, directions, side),
      );
      return answersTo.parity(sides, parties, page);
    }
    case "hidden":
      return brief ? answersTo.hidden(brief.directions, parties, page) : null;
    case "trend":
      return brief ? answersTo.trend(brief.measured, (one) => trendSentences({ ...brief.measured, trends: [one] }, answersTo.arrow(parties)).join(" "), page) : null; // prettier-ignore
    case "effect":
      return brief
        ? answersTo.effect(brief.agreement, brief.measured.effect, effectSentences(brief.measured.effect), page)
        : null;
    case "tension":
      return tension ? answersTo.tension(tension, page) : null;
    case "restraint":
      return restraint ? answersTo.restraint(restraint, page) : null;
    case "ripeness":
      return answersTo.ripeness(view.acts);
  }
}

function linesOf(view: LedgerView, asof: Day | null, env: Record<string, string | undefined>): Told {
  const { lines } = registerOf(view.about.id, env);
  const known = lines.filter(({ when }) => asof === null || firstDay(when) <= asof);
  return answersTo.redLines(known.map((line) => lineSeen(line, view)), view.about.parties); // prettier-ignore
}

function queried(
  name: Exclude<QueryName, "red-lines">,
  view: LedgerView,
  filter: Readonly<Record<string, string>>,
  page: string,
): Told {
  const { parties } = view.about;
  const directions = directionsOf(view);
  switch (name) {
    case "statements": {
      const counts = directions.map((direction) => ({
        ...direction,
        incidents: incidentsIn(view.incidents, direction, null).length,
        denied: incidentsIn(view.incidents, direction, null).filter(({ contested }) => contested).length,
      }));
      return answersTo.statements(counts, parties, filter["direction"] === "both");
    }
    case "statements-by-reporter": {
      const sides = [parties[0].iso, parties[1].iso, "third" as const].map((side) =>
        sideParity(view, directions, side),
      );
      return answersTo.reporters(sides, parties, page);
    }
    case "acts":
    case "negotiation":
      return answersTo.acts(view.acts, filter["form"] ?? "talks", page, name === "acts");
    case "agreements":
      return answersTo.acts(view.acts, "agreement", page);
  }
}
