import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../values/errors.ts";
import { Rational } from "../../math/rational.ts";
import { additive, utilityOf } from "../additive.ts";
import type { Domain, Issue } from "../issue.ts";
import type { Evaluation, Profile } from "../profile.ts";
import { readDomain } from "./domain.ts";
import { readProfile } from "./profile.ts";
import { writeDomain, writeProfile } from "./write.ts";
import { readXml } from "../../values/xml.ts";
import { geniusLimits } from "./domain.ts";

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 7 }))
  .map(([digits, places]) => Rational.of(digits).over(10 ** places));
const words = fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).filter((word) => {
  const visible = Array.from(word, (character) => character.codePointAt(0)!).every((code) => {
    return (code >= 32 || [9, 10, 13].includes(code)) && !(code >= 0xd800 && code < 0xe000);
  });
  return visible && word.trim() !== "" && word.trim() === word && !word.startsWith("\uFEFF");
});

const issueWithEvaluation: fc.Arbitrary<{ issue: Issue; evaluation: Evaluation }> = fc.oneof(
  fc.tuple(words, fc.uniqueArray(words, { minLength: 1, maxLength: 5 })).chain(([name, options]) =>
    fc.array(decimal, { minLength: options.length, maxLength: options.length }).map((values) => ({
      issue: { kind: "discrete" as const, name, options },
      evaluation: { kind: "each" as const, values },
    })),
  ),
  fc
    .tuple(words, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 30 }), decimal, decimal)
    .map(([name, lower, width, slope, offset]) => ({
      issue: { kind: "integer" as const, name, lower, upper: lower + width },
      evaluation: { kind: "line" as const, slope: slope.negated(), offset, from: Rational.of(lower) },
    })),
  fc.tuple(words, decimal, decimal, decimal).map(([name, lower, width, peak]) => ({
    issue: { kind: "real" as const, name, lower, upper: lower.plus(width) },
    evaluation: { kind: "triangle" as const, lower, upper: lower.plus(width).plus(peak), top: lower.plus(width) },
  })),
);

const negotiation = fc
  .tuple(
    words,
    fc.uniqueArray(issueWithEvaluation, { minLength: 1, maxLength: 5, selector: ({ issue }) => issue.name.trim() }),
    fc.array(decimal, { minLength: 5, maxLength: 5 }),
    decimal,
  )
  .map(([name, issues, weights, reservation]) => ({
    domain: { name, issues: issues.map(({ issue }) => issue) } satisfies Domain,
    profile: {
      name: "side.xml",
      weights: issues.map((_, at) => weights[at]!.plus(1)),
      evaluations: issues.map(({ evaluation }) => evaluation),
      reservation,
      discount: Rational.of("0.75"),
    } satisfies Profile,
  }));

/** Fractions as text, so that two of the same worth are equal. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("GENIUS files", () => {
  test("are read back as they were written, names with any character included", () => {
    fc.assert(
      fc.property(negotiation, ({ domain, profile }) => {
        expect(plain(readDomain("domain.xml", writeDomain(domain)))).toEqual(plain(domain));
        expect(plain(readProfile("side.xml", writeProfile(domain, profile), domain))).toEqual(plain(profile));
      }),
    );
  });

  test("never crash the reader: any text is read or refused in one line that names the file", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          "<utility_space>",
          "<objective>",
          '<issue index="1" name="x">',
          "<item",
          "</issue>",
          "/>",
          "&amp;",
        ),
        fc.constantFrom(
          "<!DOCTYPE a>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?xml?>",
          'value="1"',
          "<negotiation_template>",
          "&#1;",
        ),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        try {
          readDomain("f.xml", parts.join(" "));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).toMatch(/^f\.xml/);
          expect((error as Error).message).not.toContain("\n");
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("with one character changed are read or refused, never a fault of the program", () => {
    fc.assert(
      fc.property(negotiation, fc.nat(), fc.string({ maxLength: 2 }), ({ domain, profile }, place, other) => {
        const text = writeProfile(domain, profile);
        const at = place % text.length;
        try {
          readProfile("p.xml", text.slice(0, at) + other + text.slice(at + 1), domain);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("hostile XML", () => {
  /** The line of the refusal, which must come soon. */
  const refusal = (text: string): string => {
    const start = performance.now();
    try {
      readXml(text, "h.xml", geniusLimits);
      return "read";
    } catch (error) {
      return performance.now() - start < 5000 ? (error as InputError).message : "too slow";
    }
  };

  test("declares no entity, and none is expanded", () => {
    expect(refusal('<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><a/>')).toMatch(
      /^h\.xml:1: expected no document type/,
    );
    expect(refusal('<a>\n<!ENTITY x SYSTEM "file:///etc/passwd"></a>')).toMatch(/^h\.xml:2: expected no document type/);
    expect(refusal('<a b="&lol;"/>')).toMatch(/expected &amp;, &lt;/);
    expect(refusal('<a b="&#0;"/>')).toMatch(/expected &amp;, &lt;/);
    expect(readXml('<a b="&#38;&lt;&#x26;"/>', "f").attributes.get("b")).toBe("&<&");
  });

  test("is bounded in depth, size, elements and attributes", () => {
    expect(refusal("<a>".repeat(100_000))).toMatch(/at most 50 deep/);
    expect(refusal(" ".repeat(geniusLimits.characters + 1))).toMatch(/at most 16000000 characters/);
    expect(refusal(`<a>${"<b/>".repeat(geniusLimits.elements)}</a>`)).toMatch(/at most 200000 elements/);
    expect(refusal(`<a ${Array.from({ length: 60 }, (_, at) => `b${at}="1"`).join(" ")}/>`)).toMatch(
      /at most 50 attributes/,
    );
    expect(refusal(`<a b="${"&".repeat(1_000_000)}"/>`)).toMatch(/expected &amp;, &lt;/);
    expect(refusal(`<a ${" ".repeat(1_000_000)}`)).toMatch(/expected a name/);
    expect(refusal(`<a>${"<!-- ".repeat(1_000_000)}`)).toMatch(/expected -->/);
  });
});

const domainText = `<negotiation_template><utility_space><objective name="d">
<issue index="1" name="Visits" type="discrete"><item index="1" value="none"/><item index="2" value="two"/></issue>
<issue index="2" name="Years" type="integer" lowerbound="1" upperbound="5"/>
</objective></utility_space></negotiation_template>`;

function profileText({
  items = '<item value="none" evaluation="1"/><item value="two" evaluation="4"/>',
  weights = '<weight index="1" value="0.6"/><weight index="2" value="0.4"/>',
  evaluator = '<evaluator ftype="linear" slope="0.25" offset="0"/>',
  more = "",
} = {}): string {
  return `<utility_space><objective name="d">
<issue index="1" name="Visits" type="discrete">${items}</issue>
<issue index="2" name="Years" type="integer" lowerbound="1" upperbound="5">${evaluator}</issue>
${weights}${more}
</objective></utility_space>`;
}

describe("readProfile()", () => {
  const domain = readDomain("d.xml", domainText);

  test.each([
    [{ items: '<item value="none" evaluation="1"/>' }, /^p\.xml:2:item: expected an evaluation of the option "two"/],
    [
      { items: '<item value="three" evaluation="1"/>' },
      /^p\.xml:2:value: expected an option of the domain \(none, two\), got "three"/,
    ],
    [
      { items: '<item value="none" evaluation="x"/>' },
      /^p\.xml:2:evaluation: expected a number of at most 40 digits, got "x"/,
    ],
    [{ items: '<item value="none" evaluation="-1"/>' }, /^p\.xml:2:evaluation: expected a number from 0/],
    [{ items: '<item value="none" evaluation="1e300"/>' }, /^p\.xml:2:evaluation: expected a number/],
    [{ items: "" }, /^p\.xml:2:evaluator: expected an evaluation|^p\.xml:2:item: expected/],
    [{ evaluator: "" }, /^p\.xml:3:evaluator: expected an evaluation of the issue "Years"/],
    [{ weights: '<weight index="1" value="1"/>' }, /^p\.xml:3:weight: expected a weight of "Years"/],
    [{ weights: '<weight index="1" value="0"/><weight index="2" value="0"/>' }, /expected at least one weight above 0/],
    [{ weights: '<weight index="1" value="-1"/><weight index="2" value="2"/>' }, /:value: expected a weight from 0/],
    [
      { more: '<issue name="Other" index="3"/>' },
      /:name: expected an issue of the domain \(Visits, Years\), got "Other"/,
    ],
    [{ more: '<discount_factor value="2"/>' }, /expected a number from 0 to 1/],
  ])("refuses %j", (change, why) => {
    expect(() => readProfile("p.xml", profileText(change), domain)).toThrow(why);
  });

  test("bounds how many values the issues have together, and how long a number is", () => {
    const wide = (upper: string): string =>
      `<utility_space><objective><issue index="1" name="Years" type="integer" lowerbound="1" upperbound="${upper}"/></objective></utility_space>`;
    expect(() => readDomain("d.xml", wide("100001"))).toThrow(/^d\.xml:1:item: expected at most 100000 options/);
    expect(() => readDomain("d.xml", wide("1.5"))).toThrow(/:upperbound: expected a whole number/);
    expect(() => readDomain("d.xml", wide("0"))).toThrow(/:upperbound: expected a number from 1/);
    expect(() => readDomain("d.xml", wide(`1.${"0".repeat(50)}1`))).toThrow(/at most 40 digits/);
    expect(() => readDomain("d.xml", wide("1e-300"))).toThrow(/at most 40 digits/);
  });

  test("refuses a side without any preferences, and a space that is not additive", () => {
    expect(() => readProfile("p.xml", "<utility_space><objective/></utility_space>", domain)).toThrow(
      /^p\.xml:1:issue: expected at least one issue/,
    );
    expect(() => readProfile("p.xml", "<utility_space/>", domain)).toThrow(/expected an objective with issues/);
    expect(() => readDomain("d.xml", '<utility_space type="nonlinear"/>')).toThrow(/linear additive/);
  });

  test("takes a whole-number issue as GENIUS does, from its lower end, on the normalized scale only", () => {
    const profile = readProfile("p.xml", profileText(), domain);
    const choice = [1, 2]; // two visits, three years
    const [normalized] = additive(domain, [profile], "normalized").parties;
    const [raw] = additive(domain, [profile], "raw").parties;
    expect(utilityOf(normalized!, choice)).toBeCloseTo(0.6 * 1 + 0.4 * 0.5, 12);
    expect(utilityOf(raw!, choice)).toBeCloseTo(0.6 * 4 + 0.4 * 0.75, 12);
  });

  test("divides weights that miss one by more than rounding by their sum, and says so either way", () => {
    const weights = (one: string, two: string): string =>
      `<weight index="1" value="${one}"/><weight index="2" value="${two}"/>`;
    const read = (text: string): ReturnType<typeof additive> =>
      additive(domain, [readProfile("p.xml", profileText({ weights: text }), domain)]);
    const far = read(weights("3", "1"));
    expect(utilityOf(far.parties[0]!, [1, 4])).toBeCloseTo(1, 12);
    expect(far.notes).toEqual(["p.xml: the weights sum to 4, not 1; each was divided by that sum."]);
    const near = read(weights("0.6001", "0.4"));
    expect(utilityOf(near.parties[0]!, [1, 4])).toBeCloseTo(1.0001, 12);
    expect(near.notes).toEqual(["p.xml: the weights sum to 1.0001, not 1; they were taken as written."]);
    expect(read(weights("0.6", "0.4")).notes).toEqual([]);
  });

  test("looks at a real issue's ends, its bends and equal steps between, and says how many", () => {
    const real = readDomain(
      "r.xml",
      '<utility_space><objective><issue index="1" name="Range" type="real"><range lowerbound="0" upperbound="10"/></issue></objective></utility_space>',
    );
    const side = readProfile(
      "p.xml",
      '<utility_space><objective><issue index="1" name="Range" type="real"><range lowerbound="0" upperbound="10"/><evaluator ftype="triangular" parameter0="1" parameter1="9" parameter2="3.3"/></issue><weight index="1" value="1"/></objective></utility_space>',
      real,
    );
    const game = additive(real, [side], "normalized", 10);
    expect(game.issues[0]!.options).toEqual(["0", "1", "2", "3", "3.3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(game.discretised).toEqual([{ issue: "Range", steps: 11 }]);
    expect(game.issues[0]!.options.map((_, at) => utilityOf(game.parties[0]!, [at]))[4]).toBe(1);
    expect(utilityOf(game.parties[0]!, [0])).toBe(0);
    expect(utilityOf(game.parties[0]!, [10])).toBe(0);
  });
});
