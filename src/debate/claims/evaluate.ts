// How good the matcher is on sentences with a known answer.

import { findClaims } from "./match.ts";

export type Scored = {
  rows: { expected: string; text: string; found: { id: string; score: number }[]; right: boolean }[];
  sentences: number;
  withClaim: number;
  /** Of the sentences for which something was found, the share whose first finding is right. */
  precision: number;
  /** Of the sentences with a claim, the share whose first finding is right. */
  recall: number;
  /** Of the sentences with a claim, the share for which it is anywhere among the findings. */
  amongFindings: number;
  /** Of the sentences without a claim, the share for which none was found. */
  noneKept: number;
};

/** Lines "claim TAB sentence"; "none" for no claim, "a|b" where either is right. */
export function scoreClaims(tsv: string): Scored {
  const rows = tsv
    .split("\n")
    .filter((line) => line.includes("\t"))
    .map((line) => {
      const [expected = "", text = ""] = line.split("\t");
      const wanted = expected.split("|");
      const found = findClaims(text).map(({ template: { id }, score }) => ({ id, score }));
      const right = expected === "none" ? found.length === 0 : wanted.includes(found[0]?.id ?? "");
      return { expected, text, found, right };
    });
  const claims = rows.filter(({ expected }) => expected !== "none");
  const answered = rows.filter(({ found }) => found.length > 0);
  const share = (of: readonly unknown[], all: readonly unknown[]): number =>
    all.length === 0 ? 1 : of.length / all.length;
  return {
    rows,
    sentences: rows.length,
    withClaim: claims.length,
    precision: share(
      answered.filter(({ right }) => right),
      answered,
    ),
    recall: share(
      claims.filter(({ right }) => right),
      claims,
    ),
    amongFindings: share(
      claims.filter(({ expected, found }) => found.some(({ id }) => expected.split("|").includes(id))),
      claims,
    ),
    noneKept: share(
      rows.filter(({ expected, right }) => expected === "none" && right),
      rows.filter(({ expected }) => expected === "none"),
    ),
  };
}
