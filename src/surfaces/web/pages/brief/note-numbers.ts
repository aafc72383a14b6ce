// Which note an answer has: answers of one method, or refused for one reason, share theirs.

import type { Answer, Brief } from "../../../brief/compose.ts";

export type NoteNumbers = { of: (answer: Answer) => number; first: (number: number) => Answer | null; count: number };

export function noteNumbers(brief: Brief): NoteNumbers {
  const answers = brief.sections.flatMap(({ estimates }) => estimates.map(({ estimate }) => estimate));
  const names = [...new Set(answers.map(nameOf))];
  return {
    of: (answer) => names.indexOf(nameOf(answer)) + 1,
    first: (number) => answers.find((answer) => nameOf(answer) === names[number - 1]) ?? null,
    count: names.length,
  };
}

function nameOf(answer: Answer): string {
  return "refused" in answer ? `refused ${answer.refused.because}` : answer.method;
}
