// Which clauses hold by themselves, in sentences for terminal and page.

import type { AgreementAlone, ClauseAlone } from "../../agreements/agreement-alone.ts";
import type { Holding } from "../../agreements/holds-alone.ts";
import { counted, list, significant } from "./en.ts";

export const alone = {
  title: "Which clauses hold by themselves?",
  lead: ({ q, rho, delta }: AgreementAlone["terms"]): string =>
    `At the case’s world a breach is seen and its author named with chance ${significant(q)} in a period, a false alarm comes with ${significant(rho)}, and the sides weigh the next period by ${significant(delta.A)} and ${significant(delta.B)}. With nobody to enforce it, a clause holds where breaking it costs more tomorrow than it gains today.`,
  assumed: "The payoffs are the world’s, and mostly assumptions: each can be changed there.",
  untied: "the world states no payoffs of what is asked there, so nothing can be said.",
  nothing: "No clause of this text is about an issue of the case’s world, so nothing can be said of it.",
  columns: [
    "Clause",
    "About",
    "Holds by itself",
    "Least attribution",
    "Least patience (A; B)",
    "Certificates",
  ] as string[],
  package: "The package: all its issues watched by one signal",
  here: "here",
  atLeast: "at the least attribution",
  seen: "where all is seen",
};

export function answerOf({ clauses, package: whole }: AgreementAlone): string {
  const tied = clauses.filter(({ holding }) => holding !== null);
  if (whole === null) return alone.nothing;
  const holding = tied.filter((one) => one.holding?.holds);
  const first = `Of ${counted(clauses.length, "clause")}, ${tied.length} ${tied.length === 1 ? "is" : "are"} about issues of the case’s world; ${holding.length === 0 ? "none of them holds" : `${list(holding.map(({ clause }) => shortOf(clause)))} ${holding.length === 1 ? "holds" : "hold"}`} by itself at these values.`;
  return `${first.replace(/hold by itself/, "hold by themselves")} The package as a whole ${whole.holding.holds ? "holds" : "does not hold"}.`;
}

export function clauseSentence({ issues, by, holding }: Pick<ClauseAlone, "issues" | "by" | "holding">): string {
  if (holding === null) return upper(alone.untied);
  const about = `About ${list(issues.map(({ title }) => lower(title.en)))}${by === "scope" ? " (by its effects and sectors)" : ""}.`;
  return `${about} ${holding.holds ? "It holds by itself here." : "It does not hold by itself here."} ${needs(holding)}`;
}

function needs(holding: Holding): string {
  const { patience, patienceSeen } = holding;
  const watched = `breaches must be seen and named with chance ${attributionWords(holding)} at this patience`;
  const patient =
    patience.A === null || patience.B === null
      ? "no patience is enough at this attribution"
      : `at this attribution the sides must weigh tomorrow by ${significant(patience.A)} and ${significant(patience.B)}`;
  return `${upper(watched)}; ${patient}; were all seen, ${significant(patienceSeen)} would do.`;
}

export function attributionWords({ attribution }: Holding): string {
  return attribution === null ? "above 1, which cannot be" : significant(attribution);
}

export function patienceWords({ patience: { A, B } }: Holding): string {
  return `${A === null ? "never" : significant(A)}; ${B === null ? "never" : significant(B)}`;
}

export const shortOf = (clause: string): string => clause.slice(clause.indexOf("#") + 1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
