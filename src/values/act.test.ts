import { describe, expect, test } from "vitest";
import { tinyCaseTexts } from "../../test/support/tiny-case.ts";
import { actForms, actSchema, ploverKinds } from "./act.ts";

const { "acts.jsonl": text } = tinyCaseTexts();
const acts = text
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Record<string, unknown>);

function fault(more: Record<string, unknown>): string {
  const issue = actSchema.safeParse({ ...acts[0], ...more }).error?.issues[0];
  return issue ? issue.path.join(".") : "none";
}

test("actSchema takes every act of the made-up case and gives it back unchanged", () => {
  expect(acts.length).toBe(2);
  for (const act of acts) expect(actSchema.parse(act)).toEqual(act);
});

describe("actSchema names the field that it cannot read", () => {
  test.each([
    [{ id: "With Blanks" }, "id"],
    [{ when: "2015-09-31" }, "when"],
    [{ plover: "TALK" }, "plover"],
    [{ form: "chat" }, "form"],
    [{ actors: [] }, "actors"],
    [{ targets: ["Iceland"] }, "targets.0"],
    [{ title: { zh: "只有中文" } }, "title.en"],
    [{ read: [{ url: "javascript:alert(1)" }] }, "read.0.url"],
    [{ checked: "yes" }, "checked"],
  ])("%j", (more, field) => {
    expect(fault(more)).toBe(field);
  });

  test("and refuses a field it does not know", () => {
    expect(actSchema.safeParse({ ...acts[0], colour: "red" }).success).toBe(false);
  });
});

test("an act has one of the sixteen kinds of PLOVER, and each form and kind stands once", () => {
  expect(ploverKinds.length).toBe(16);
  for (const names of [ploverKinds, actForms]) expect(new Set<string>(names).size).toBe(names.length);
});
