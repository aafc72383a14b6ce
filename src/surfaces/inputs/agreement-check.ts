// Is an agreement kept? For each clause: how each party reads it, how a breach would be seen, which incidents the rule
// proposes, and what speaks for and against, with the estimates of what changed around its date.

import {
  candidatesOf,
  forAgainst,
  isBetween,
  isOverdue,
  latestBySide,
  pairOf,
  statusOf,
  type Candidate,
  type Concern,
  type EffectSeen,
  type Finding,
  type ForAgainst,
  type Made,
  type RegisteredAgreement,
  type RegisteredClause,
  type StatusEntry,
} from "../../agreements/index.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { aroundDate } from "../../measure/around-date.ts";
import type { StateCode } from "../../values/state.ts";
import { firstDay, type When } from "../../values/when.ts";
import { measuredLists } from "./measured-lists.ts";

const MONTHS = 24;

/** Of a party whose word is on record, or that none is. */
export type ShownReading = RegisteredClause["readings"][number] | { party: StateCode; recorded: false };

export type FindingShown = Finding & { id: string; overdue: boolean; differ: boolean };

export type ClauseCheck = Pick<
  RegisteredClause,
  "id" | "kind" | "gist" | "verifiability" | "issue" | "read" | "checked"
> & {
  scope: RegisteredClause["scope"] | null;
  readings: ShownReading[];
  status: StatusEntry[];
  candidates: (Candidate & { confirmed: Concern | null })[];
  findings: FindingShown[];
  for: ForAgainst["for"];
  against: ForAgainst["against"];
  neither: ForAgainst["neither"];
};

export type AgreementCheck = Omit<RegisteredAgreement, "clauses"> & {
  case: string;
  /** Whether both parties of the case are parties of the agreement. */
  bindsBoth: boolean;
  /** Counts of all that lists tell, before and after: of no clause alone. */
  effects: EffectSeen[];
  clauses: ClauseCheck[];
};

export function checkAgreement(
  agreement: RegisteredAgreement,
  { view, made, now }: { view: LedgerView; made: Made; now: string },
): AgreementCheck {
  const states = view.about.parties.map(({ iso }) => iso);
  const bindsBoth = isBetween(agreement, states);
  const candidates = candidatesOf(agreement, view.incidents).filter(({ directions }) =>
    directions.some(({ from, to }) => states.includes(from) && states.includes(to)),
  );
  const effects = bindsBoth && agreement.inForce !== null ? effectsAround(agreement, view, states) : [];
  const evidence = { candidates, confirmations: made.confirmations, findings: made.findings, effects };
  const { clauses, ...head } = agreement;
  return {
    case: view.about.id,
    ...head,
    bindsBoth,
    effects,
    clauses: clauses.map((clause) => {
      const { clause: _id, ...weighed } = forAgainst(agreement, clause, evidence);
      return {
        ...clause,
        scope: clause.scope ?? null,
        readings: shownReadings(agreement.parties, states, clause),
        status: statusOf(agreement, clause),
        candidates: candidates
          .filter((candidate) => candidate.clause === clause.id)
          .map((candidate) => ({ ...candidate, confirmed: made.confirmations.get(pairOf(candidate))?.as ?? null })),
        findings: findingsOn(clause.id, made, now),
        ...weighed,
      };
    }),
  };
}

/**
 * A party of the case whose reading nobody recorded is shown as such; other parties are shown where they spoke. The
 * parties of the case come first, each party's words together and in order of time.
 */
function shownReadings(
  parties: readonly StateCode[],
  states: readonly StateCode[],
  { readings }: RegisteredClause,
): ShownReading[] {
  const named = [...parties.filter((party) => states.includes(party)), ...parties].filter(isFirst);
  const asked = parties.length <= 2 ? named : named.filter((party) => states.includes(party));
  return named.flatMap((party): ShownReading[] => {
    const own = readings.filter((reading) => reading.party === party);
    if (own.length > 0) return own.toSorted(byTime);
    return asked.includes(party) ? [{ party, recorded: false }] : [];
  });
}

function isFirst(party: StateCode, index: number, all: readonly StateCode[]): boolean {
  return all.indexOf(party) === index;
}

/** What has no date comes last. */
function byTime({ said: one }: { said: When | null }, { said: other }: { said: When | null }): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const [early, late] = [firstDay(one), firstDay(other)];
  return early < late ? -1 : Number(early > late);
}

export function findingsOn(clause: string | null, { findings }: Made, now: string): FindingShown[] {
  return [...findings]
    .filter(([, finding]) => clause === null || finding.clause === clause)
    .map(([id, finding]) => ({
      id,
      ...finding,
      overdue: isOverdue(finding, now),
      differ: new Set([...latestBySide(finding).values()].map(({ judgement }) => judgement)).size > 1,
    }));
}

/** Without actors' careers, which are no events; lists that tell too little are left out. */
function effectsAround(
  agreement: RegisteredAgreement,
  { incidents }: LedgerView,
  states: readonly StateCode[],
): EffectSeen[] {
  const date = firstDay(agreement.when);
  const [a, b] = states as [StateCode, StateCode];
  return [
    { from: a, to: b },
    { from: b, to: a },
  ].flatMap((direction) => {
    const around = aroundDate(incidents, direction, measuredLists, date, MONTHS);
    return around.flatMap(({ list, profiles, outcome }) => {
      const other = around.find((one) => one.list === list && one.profiles === "without");
      if (!outcome.ok || (profiles === "with" && other)) return [];
      const { value, interval } = outcome.value;
      return [{ list, ...direction, ratio: { value, interval } }];
    });
  });
}
