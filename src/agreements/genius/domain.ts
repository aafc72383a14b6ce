// A GENIUS domain file: <negotiation_template><utility_space><objective> with issues of items (linEtAl2014). A profile
// repeats the domain's issues, so both are read here. Objectives may be nested; their issues stand in order of reading.

import { Rational, parseRational } from "../../math/rational.ts";
import { InputError } from "../../values/errors.ts";
import { valueCount, type Domain, type Issue } from "../issue.ts";
import { childNamed, childrenNamed, readXml, type XmlElement, type XmlLimits } from "../../values/xml.ts";

export const MOST_ISSUES = 200;
/** Of all issues together. */
export const MOST_VALUES = 100_000;

/** No negotiation needs more; a hostile file gets no further. */
export const geniusLimits: XmlLimits = { characters: 16_000_000, depth: 50, elements: 200_000, attributes: 50 };

const LARGEST = Rational.of("1e15");
/** Long numerals make long denominators, and those multiply. */
const LONGEST = 40;

export function readDomain(file: string, text: string): Domain {
  const space = utilitySpace(file, readXml(text, file, geniusLimits));
  const { objective, issues } = issueElements(file, space);
  const names = new Set<string>();
  let values = 0;
  return {
    name: objective.attributes.get("name") ?? "",
    issues: issues.map((element) => {
      const issue = readIssue(file, element);
      if (names.has(issue.name))
        throw new InputError(`${file}:${element.line}:name`, "every issue's name once", issue.name);
      names.add(issue.name);
      values += valueCount(issue);
      if (values > MOST_VALUES)
        throw new InputError(`${file}:${element.line}:item`, `at most ${MOST_VALUES} options over all issues`, values);
      return issue;
    }),
  };
}

/** The utility space of a file, whether a template holds it or it stands alone. */
export function utilitySpace(file: string, root: XmlElement): XmlElement {
  const space = root.name === "utility_space" ? root : childNamed(root, "utility_space");
  if (!space) throw new InputError(`${file}:${root.line}`, "a GENIUS file with a utility_space", `<${root.name}>`);
  const type = space.attributes.get("type");
  if (type !== undefined && /nonlinear|constraint/i.test(type))
    throw new InputError(`${file}:${space.line}:type`, "a linear additive utility space", type);
  return space;
}

export function issueElements(
  file: string,
  space: XmlElement,
): { objective: XmlElement; issues: XmlElement[]; weights: XmlElement[] } {
  const objective = childNamed(space, "objective");
  if (!objective) throw new InputError(`${file}:${space.line}`, "an objective with issues");
  const issues: XmlElement[] = [];
  const weights: XmlElement[] = [];
  const waiting = [objective];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    issues.push(...childrenNamed(next, "issue"));
    weights.push(...childrenNamed(next, "weight"));
    waiting.push(...childrenNamed(next, "objective").reverse());
  }
  if (issues.length === 0) throw new InputError(`${file}:${objective.line}:issue`, "at least one issue");
  if (issues.length > MOST_ISSUES)
    throw new InputError(`${file}:${objective.line}:issue`, `at most ${MOST_ISSUES} issues`, issues.length);
  return { objective, issues, weights };
}

export function nameOf(file: string, element: XmlElement): string {
  const name = element.attributes.get("name");
  if (!name?.trim()) throw new InputError(`${file}:${element.line}:name`, "the name of an issue");
  return name;
}

export function itemsOf(element: XmlElement): XmlElement[] {
  return childrenNamed(element, "item");
}

export function optionOf(file: string, item: XmlElement): string {
  const value = item.attributes.get("value");
  if (!value?.trim()) throw new InputError(`${file}:${item.line}:value`, "the name of an option");
  return value;
}

/** Finds by the words as written, or but for the spaces around them: published files differ from themselves in these. */
export function finder(words: readonly string[]): (word: string) => number {
  const exact = new Map(words.map((word, at) => [word, at]));
  const trimmed = new Map(words.map((word, at) => [word.trim(), at]));
  return (word) => exact.get(word) ?? trimmed.get(word.trim()) ?? -1;
}

/** An attribute as an exact number. */
export function numberOf(file: string, element: XmlElement, field: string): Rational {
  const text = element.attributes.get(field)?.trim();
  const number = text === undefined || text.length > LONGEST ? null : parseRational(text);
  if (!number || number.abs().isAbove(LARGEST) || number.bottom > 10n ** BigInt(LONGEST))
    throw new InputError(
      `${file}:${element.line}:${field}`,
      `a number of at most ${LONGEST} digits`,
      text ?? "nothing",
    );
  return number;
}

/** The kind that an issue's attributes name; NegMAS writes items under the type integer, and they count as options. */
function kindOf(file: string, element: XmlElement): Issue["kind"] {
  if (itemsOf(element).length > 0) return "discrete";
  const { attributes } = element;
  const type = (
    attributes.get("vtype") ??
    attributes.get("type") ??
    attributes.get("etype") ??
    "discrete"
  ).toLowerCase();
  if (type === "discrete" || type === "integer" || type === "real") return type;
  throw new InputError(`${file}:${element.line}:vtype`, "discrete, integer or real", type);
}

function readIssue(file: string, element: XmlElement): Issue {
  const name = nameOf(file, element);
  const kind = kindOf(file, element);
  if (kind === "discrete") return { kind, name, options: readOptions(file, element) };
  const range = childNamed(element, "range") ?? element;
  const lower = numberOf(file, range, "lowerbound");
  const upper = numberOf(file, range, "upperbound");
  if (lower.isAbove(upper))
    throw new InputError(`${file}:${range.line}:upperbound`, `a number from ${lower.toString()}`, upper.toString());
  if (kind === "real") return { kind, name, lower, upper };
  for (const [field, bound] of Object.entries({ lowerbound: lower, upperbound: upper })) {
    if (bound.bottom !== 1n) throw new InputError(`${file}:${range.line}:${field}`, "a whole number", bound.toString());
  }
  return { kind, name, lower: lower.toNumber(), upper: upper.toNumber() };
}

function readOptions(file: string, element: XmlElement): string[] {
  const items = itemsOf(element);
  if (items.length === 0) throw new InputError(`${file}:${element.line}:item`, "at least one option");
  const options = new Set<string>();
  for (const item of items) {
    const option = optionOf(file, item);
    if (options.has(option)) throw new InputError(`${file}:${item.line}:value`, "every option once", option);
    options.add(option);
  }
  return [...options];
}
