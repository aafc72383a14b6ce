import { describe, expect, test } from "vitest";
import { tinyCaseTexts } from "../../test/support/tiny-case.ts";
import { caseSchema, incidentSchema } from "./case-file.ts";
import { hasHan, textSchema } from "./text.ts";

const about = JSON.parse(tinyCaseTexts()["case.json"]) as { parties: Record<string, unknown>[] };

test("caseSchema takes the made-up case and gives it back unchanged", () => {
  expect(caseSchema.parse(about)).toEqual(about);
});

describe("caseSchema names the field that it cannot read", () => {
  const [first, second] = about.parties;
  test.each([
    [{ parties: [first] }, "parties"],
    [{ parties: [first, second, first] }, "parties"],
    [{ parties: [{ ...first, iso: "NZ" }, second] }, "parties.0.iso"],
    [{ parties: [first, { ...second, cow: 3.5 }] }, "parties.1.cow"],
    [{ agreement: { id: "a", date: "2015", title: { en: "A" } } }, "agreement.date"],
    [{ collection: { title: { en: "A" }, inclusion: { en: "A" }, from: "2013", to: 2017 } }, "collection.from"],
    [{ id: "Tiny Case" }, "id"],
    [{ licence: "" }, "licence"],
    [{ title: "Tiny case" }, "title"],
  ])("%j", (more, field) => {
    expect(caseSchema.safeParse({ ...about, ...more }).error?.issues[0]?.path.join(".")).toBe(field);
  });
});

test("incidentSchema takes a title and a summary, and nothing that belongs to statements", () => {
  const incident = { id: "test", title: { en: "Test", zh: "测试" }, summary: { en: "Test" } };
  expect(incidentSchema.parse(incident)).toEqual(incident);
  expect(incidentSchema.safeParse({ ...incident, happened: "2015" }).success).toBe(false);
});

test("textSchema asks for English, and takes Chinese beside it; neither may be empty", () => {
  expect([{ en: "A" }, { en: "A", zh: "甲" }].map((text) => textSchema.safeParse(text).success)).toEqual([true, true]);
  expect(
    [{ zh: "甲" }, { en: "" }, { en: "A", zh: "" }, { en: "A", fr: "A" }, "A"].filter(
      (text) => textSchema.safeParse(text).success,
    ),
  ).toEqual([]);
});

test("hasHan() tells Chinese characters from others", () => {
  expect(["新西兰", "APT1是", "New Zealand", "ニュージーランド", "，。", ""].map(hasHan)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
