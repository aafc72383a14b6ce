// A thread on the terminal: each comment with its claims, their verdicts and what moderation says.

import type { ReadComment, ReadDebate } from "../../debate/read-debate.ts";
import { isShown } from "../../debate/moderation/policy.ts";
import { noClaim, statusWords, verdictWords } from "../words/en-debate.ts";
import type { Effects } from "./command.ts";
import { wrap } from "./table.ts";

const DEEPEST = 12;
const LONGEST = 600;

export function showDebate(debate: ReadDebate, { print, columns }: Pick<Effects, "print" | "columns">): void {
  const role = debate.role === null ? "" : ` (${debate.role})`;
  print(["", debate.title, ...(debate.author === null ? [] : [`By ${debate.author}${role}`])].join("\n"));
  if (debate.note !== null) print(wrap(debate.note, columns).join("\n"));
  for (const comment of debate.comments) print(["", ...linesOf(comment, columns)].join("\n"));
}

function linesOf({ id, author, depth, text, claims, moderation }: ReadComment, columns: number): string[] {
  const before = "  ".repeat(Math.min(DEEPEST, depth - 1));
  const room = Math.max(30, columns - before.length - 4);
  const set = (line: string, more: string): string[] => wrap(line, room).map((one) => `${before}${more}${one}`);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
  const told = claims.flatMap(({ claim, arguments: letters, models, answers }) => {
    const [first] = answers;
    const named = models.length === 0 ? "" : ` ${models.join(", ")}`;
    const verdict = first ? `: ${verdictWords[first.verdict.verdict]}. ${first.verdict.inWords}` : "";
    return set(`→ ${letters.map((letter) => `(${letter}) `).join("")}${claim}${named}${verdict}`, "  ");
  });
  const status = isShown(moderation.status)
    ? []
    : set(`${statusWords[moderation.status]}: ${moderation.reasons.map(({ because }) => because).join(" ")}`, "  ");
  return [
    `${before}${author}  ${id}`,
    ...shown.split("\n\n").flatMap((paragraph) => set(paragraph, "  ")),
    ...(claims.length === 0 ? set(`→ ${noClaim}`, "  ") : told),
    ...status,
  ];
}
