// Which clauses of an agreement hold by themselves? A clause is tied to issues of the case's world: to the one that it
// names, else by its scope, to each issue that counts one of its effects in one of its sectors. It then has the payoffs of
// that issue, or the sums over several; a clause tied to none has no payoffs, so that nothing can be said. The package
// takes each issue once, however many clauses speak of it.

import type { Text } from "../values/text.ts";
import type { Issue, World } from "../world/world.ts";
import { clausesOf, holdsAlone, type Holding, type Terms } from "./holds-alone.ts";
import type { Clause } from "./register/clause.ts";

export type IssueNamed = { id: string; title: Text };

export type ClauseAlone = {
  clause: string;
  /** Empty: the world states no payoffs of what this clause asks. */
  issues: IssueNamed[];
  /** How the issues were found. */
  by: "named" | "scope" | null;
  holding: Holding | null;
};

export type AgreementAlone = {
  terms: Terms;
  clauses: ClauseAlone[];
  /** All its issues watched together; null where no clause has one. */
  package: { issues: IssueNamed[]; holding: Holding } | null;
};

type Tied = Pick<Clause, "id" | "scope" | "issue">;

export function agreementAlone(clauses: readonly Tied[], world: World): AgreementAlone {
  const { terms } = clausesOf(world);
  const tied = clauses.map((clause) => ({ clause, issues: issuesOf(clause, world) }));
  const all = world.issues.filter((issue) => tied.some(({ issues }) => issues.includes(issue)));
  return {
    terms,
    clauses: tied.map(({ clause, issues }) => ({
      clause: clause.id,
      issues: issues.map(named),
      by: issues.length === 0 ? null : clause.issue === undefined ? "scope" : "named",
      holding: issues.length === 0 ? null : together(clause.id, issues, world),
    })),
    package: all.length === 0 ? null : { issues: all.map(named), holding: together("package", all, world) },
  };
}

export function issuesOf({ issue: chosen, scope }: Tied, { issues }: World): Issue[] {
  if (chosen !== undefined) return issues.filter(({ id }) => id === chosen);
  if (!scope) return [];
  const speaks = ({ counted }: Issue): boolean =>
    counted !== undefined &&
    scope.effects.some((effect) => counted.effects.includes(effect)) &&
    (scope.sectors.length === 0 ||
      counted.sectors.length === 0 ||
      scope.sectors.some((sector) => counted.sectors.includes(sector)));
  return issues.filter(speaks);
}

function together(name: string, issues: readonly Issue[], world: World): Holding {
  const { clauses, terms } = clausesOf({ ...world, issues });
  return { ...holdsAlone(clauses, terms).package, name };
}

function named({ id, title }: Issue): IssueNamed {
  return { id, title };
}
