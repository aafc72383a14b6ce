// Answers that take long to work out, kept in memory by what they hang on. A name says all of that: the hash of what is
// on record, and every setting; so nothing kept is ever stale. The least lately asked for go first.

export type AnswerCache = {
  /** What was made for this name before, or what `make` gives now. A failure is not kept. */
  kept<Result>(name: string, make: () => Result): Result;
};

export function answerCache(most: number): AnswerCache {
  const answers = new Map<string, unknown>();
  return {
    kept<Result>(name: string, make: () => Result): Result {
      const found = answers.has(name) ? (answers.get(name) as Result) : make();
      answers.delete(name);
      answers.set(name, found);
      const oldest = answers.size > most ? answers.keys().next().value : undefined;
      if (oldest !== undefined) answers.delete(oldest);
      return found;
    },
  };
}
