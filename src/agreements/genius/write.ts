// GENIUS files of what was read or built here. Numbers are written as decimals where they are decimals and otherwise to
// 17 digits; what is read back is the same number to that precision.

import type { Rational } from "../../math/rational.ts";
import type { Domain, Issue } from "../issue.ts";
import type { Evaluation, Profile } from "../profile.ts";
import { escapedXml } from "../../values/xml.ts";

export function writeDomain(domain: Domain): string {
  const issues = domain.issues.map((issue, at) => issueLines(issue, at + 1, null));
  return [
    "<negotiation_template>",
    `<utility_space number_of_issues="${domain.issues.length}">`,
    ...objective(domain, issues.flat(), []),
    "</utility_space>",
    "</negotiation_template>",
    "",
  ].join("\n");
}

export function writeProfile(domain: Domain, { weights, evaluations, reservation, discount }: Profile): string {
  const issues = domain.issues.map((issue, at) => issueLines(issue, at + 1, evaluations[at]!));
  const weighted = weights.map((weight, at) => `<weight index="${at + 1}" value="${numeral(weight)}"/>`);
  return [
    "<utility_space>",
    ...objective(domain, issues.flat(), weighted),
    `<discount_factor value="${numeral(discount)}"/>`,
    `<reservation value="${numeral(reservation)}"/>`,
    "</utility_space>",
    "",
  ].join("\n");
}

function objective({ name }: Domain, issues: string[], weights: string[]): string[] {
  const attributes = `index="0" description="" name="${escapedXml(name)}" type="objective" etype="objective"`;
  return [`<objective ${attributes}>`, ...issues, ...weights, "</objective>"];
}

function issueLines(issue: Issue, index: number, evaluation: Evaluation | null): string[] {
  const kind = `type="${issue.kind}" vtype="${issue.kind}" etype="${issue.kind}"`;
  const head = `<issue index="${index}" name="${escapedXml(issue.name)}" ${kind}`;
  const evaluator = evaluation && evaluation.kind !== "each" ? [evaluatorLine(issue, evaluation)] : [];
  if (issue.kind === "discrete") {
    const items = issue.options.map((option, at) => {
      const value = evaluation?.kind === "each" ? ` evaluation="${numeral(evaluation.values[at]!)}"` : "";
      return `<item index="${at + 1}" value="${escapedXml(option)}"${value}/>`;
    });
    return [`${head}>`, ...items, "</issue>"];
  }
  if (issue.kind === "integer")
    return [`${head} lowerbound="${issue.lower}" upperbound="${issue.upper}">`, ...evaluator, "</issue>"];
  const range = `<range lowerbound="${numeral(issue.lower)}" upperbound="${numeral(issue.upper)}"/>`;
  return [`${head}>`, range, ...evaluator, "</issue>"];
}

function evaluatorLine(issue: Issue, evaluation: Exclude<Evaluation, { kind: "each" }>): string {
  if (evaluation.kind === "triangle") {
    const { lower, upper, top } = evaluation;
    const corners = [lower, upper, top].map((corner, at) => `parameter${at}="${numeral(corner)}"`).join(" ");
    return `<evaluator ftype="triangular" ${corners}/>`;
  }
  const { slope, offset } = evaluation;
  return issue.kind === "integer"
    ? `<evaluator ftype="linear" slope="${numeral(slope)}" offset="${numeral(offset)}"/>`
    : `<evaluator ftype="linear" parameter0="${numeral(offset)}" parameter1="${numeral(slope)}"/>`;
}

/** A fraction whose denominator has no factor but 2 and 5 is a decimal; long ones are cut as floats are. */
function numeral(value: Rational): string {
  let rest = value.bottom;
  let places = 0;
  for (const prime of [2n, 5n]) {
    let count = 0;
    for (; rest % prime === 0n; rest /= prime) count++;
    places = Math.max(places, count);
  }
  if (rest !== 1n || places > 60) return String(value.toNumber());
  const digits = ((value.top < 0n ? -value.top : value.top) * 10n ** BigInt(places)) / value.bottom;
  const text = digits.toString().padStart(places + 1, "0");
  const sign = value.top < 0n ? "-" : "";
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
