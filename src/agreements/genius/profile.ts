// A GENIUS profile: one side's weights, evaluations, reservation value and discount (linEtAl2014). A whole-number issue
// is evaluated by slope · (value − lowerbound) + offset; a real one by parameter1 · value + parameter0, a constant, or a
// triangle from parameter0 over parameter2 to parameter1. Evaluations stay as written; scales are made elsewhere.

import { Rational } from "../../math/rational.ts";
import { InputError } from "../../values/errors.ts";
import type { Domain, Issue } from "../issue.ts";
import type { Evaluation, Profile } from "../profile.ts";
import { finder, geniusLimits, issueElements, itemsOf, nameOf, numberOf, optionOf, utilitySpace } from "./domain.ts";
import { childNamed, readXml, type XmlElement } from "../../values/xml.ts";

export function readProfile(file: string, text: string, domain: Domain): Profile {
  const root = readXml(text, file, geniusLimits);
  const space = utilitySpace(file, root);
  const { objective, issues, weights } = issueElements(file, space);
  const elements = matched(file, domain, objective, issues);
  const evaluations = domain.issues.map((issue, at) => evaluationOf(file, issue, elements[at]!));
  return {
    name: file,
    weights: weightsOf(file, objective, elements, weights),
    evaluations,
    reservation: single(file, [objective, space, root], "reservation", "0"),
    discount: discountOf(file, [objective, space, root]),
  };
}

/** The profile's element of every issue of the domain. */
function matched(file: string, { issues: wanted }: Domain, objective: XmlElement, issues: XmlElement[]): XmlElement[] {
  const placeOf = finder(wanted.map(({ name }) => name));
  const found: (XmlElement | undefined)[] = wanted.map(() => undefined);
  for (const issue of issues) {
    const name = nameOf(file, issue);
    const place = placeOf(name);
    if (place < 0) {
      const names = wanted.map((each) => each.name).join(", ");
      throw new InputError(`${file}:${issue.line}:name`, `an issue of the domain (${names})`, name);
    }
    if (found[place]) throw new InputError(`${file}:${issue.line}:name`, "every issue once", name);
    found[place] = issue;
  }
  return wanted.map(({ name }, at) => {
    const element = found[at];
    if (!element) throw new InputError(`${file}:${objective.line}:issue`, `preferences over the issue "${name}"`);
    return element;
  });
}

function weightsOf(file: string, objective: XmlElement, issues: XmlElement[], weights: XmlElement[]): Rational[] {
  const byIndex = new Map<string, Rational>();
  for (const element of weights) {
    const index = element.attributes.get("index")?.trim() ?? "";
    if (byIndex.has(index)) throw new InputError(`${file}:${element.line}:index`, "one weight an issue", index);
    const weight = numberOf(file, element, "value");
    if (weight.sign() < 0)
      throw new InputError(`${file}:${element.line}:value`, "a weight from 0", element.attributes.get("value"));
    byIndex.set(index, weight);
  }
  const found = issues.map((issue) => {
    const weight = byIndex.get(issue.attributes.get("index")?.trim() ?? "");
    if (!weight) throw new InputError(`${file}:${issue.line}:weight`, `a weight of "${nameOf(file, issue)}"`);
    return weight;
  });
  if (found.every((weight) => weight.isZero()))
    throw new InputError(`${file}:${objective.line}:weight`, "at least one weight above 0");
  return found;
}

function evaluationOf(file: string, issue: Issue, element: XmlElement): Evaluation {
  if (issue.kind === "discrete") return { kind: "each", values: valuesOf(file, issue.options, element) };
  const evaluator = childNamed(element, "evaluator");
  if (!evaluator)
    throw new InputError(`${file}:${element.line}:evaluator`, `an evaluation of the issue "${issue.name}"`);
  const type = (evaluator.attributes.get("ftype") ?? "linear").toLowerCase();
  const read = (field: string): Rational => numberOf(file, evaluator, field);
  if (type === "linear" && evaluator.attributes.has("slope")) {
    const from = issue.kind === "integer" ? Rational.of(issue.lower) : Rational.zero;
    return { kind: "line", slope: read("slope"), offset: read("offset"), from };
  }
  if (type === "linear")
    return { kind: "line", slope: read("parameter1"), offset: read("parameter0"), from: Rational.zero };
  if (type === "constant")
    return { kind: "line", slope: Rational.zero, offset: read("parameter0"), from: Rational.zero };
  if (type === "triangular") return triangle(file, evaluator);
  throw new InputError(`${file}:${evaluator.line}:ftype`, "linear, constant or triangular", type);
}

function triangle(file: string, evaluator: XmlElement): Evaluation {
  const [lower, upper, top] = ["parameter0", "parameter1", "parameter2"].map((field) =>
    numberOf(file, evaluator, field),
  ) as [Rational, Rational, Rational];
  if (top.isBelow(lower) || top.isAbove(upper))
    throw new InputError(`${file}:${evaluator.line}:parameter2`, "a top between parameter0 and parameter1");
  return { kind: "triangle", lower, upper, top };
}

function valuesOf(file: string, options: readonly string[], element: XmlElement): Rational[] {
  const values: (Rational | undefined)[] = options.map(() => undefined);
  const placeOf = finder(options);
  for (const item of itemsOf(element)) {
    const option = optionOf(file, item);
    const place = placeOf(option);
    if (place < 0)
      throw new InputError(`${file}:${item.line}:value`, `an option of the domain (${options.join(", ")})`, option);
    if (values[place]) throw new InputError(`${file}:${item.line}:value`, "every option once", option);
    const value = numberOf(file, item, "evaluation");
    if (value.sign() < 0)
      throw new InputError(`${file}:${item.line}:evaluation`, "a number from 0", item.attributes.get("evaluation"));
    values[place] = value;
  }
  return options.map((option, at) => {
    const value = values[at];
    if (!value) throw new InputError(`${file}:${element.line}:item`, `an evaluation of the option "${option}"`);
    return value;
  });
}

function single(file: string, places: XmlElement[], name: string, otherwise: string): Rational {
  for (const place of places) {
    const found = childNamed(place, name);
    if (found) return numberOf(file, found, "value");
  }
  return Rational.of(otherwise);
}

function discountOf(file: string, places: XmlElement[]): Rational {
  const discount = single(file, places, "discount_factor", "1");
  if (discount.sign() < 0 || discount.isAbove(1))
    throw new InputError(`${file}:discount_factor`, "a number from 0 to 1", discount.toString());
  return discount.isZero() ? Rational.one : discount; // GENIUS reads 0 as no discount
}
