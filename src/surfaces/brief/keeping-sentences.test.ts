import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import type { Incident } from "../../ledger/incident.ts";
import { worldFileSchema } from "../../values/world-file.ts";
import { composeBrief } from "./compose.ts";
import { keepingAnswer } from "./keeping-sentences.ts";
import type { KeepingBrief } from "./keeping.ts";
import type { Section } from "./sentences.ts";

const tiny = tinyView();
const everything = { asof: null, dates: "first", side: null } as const;

describe("the section on keeping an agreement", () => {
  const file = new URL("../../../cases/us-cn/world.json", import.meta.url);
  const world = worldFileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const toldBy = (incidents: Incident[]): Section => {
    const brief = composeBrief({ ...tiny, incidents, about: { ...tiny.about, world } }, everything);
    const found = brief.sections.find(({ id }) => id === "keeping");
    if (!found) throw new Error("The section is gone");
    return found;
  };

  test("says that what the record cannot tell is assumed, and carries the refusal", () => {
    const { answer, estimates } = toldBy([]);
    expect(answer).toContain("within a quarter 50% of the time, as is assumed here");
    expect(estimates.map(({ estimate }) => "refused" in estimate)).toStrictEqual([true, true, true]);
  });

  test("names each issue once as kept by both, by one or by neither", () => {
    const { answer } = toldBy(tiny.incidents);
    const watched = answer.split(". ").find((sentence) => sentence.startsWith("Watched so")) ?? "";
    for (const { title } of world.issues)
      expect(watched.split(title.en.charAt(0).toLowerCase() + title.en.slice(1)).length).toBe(2);
  });

  test("gives both ends of what the record leaves open, and what they would mean", () => {
    const found = composeBrief(tiny, everything);
    const keeping: KeepingBrief = {
      ...found.keeping,
      watching: { q: 0.2, rho: 0.1, interval: { lower: 0.08, upper: 0.48, level: 0.95 } },
      atEnds: { lower: [], upper: ["political-interference"] },
    };
    const answer = keepingAnswer(keeping, found.parties);
    expect(answer).toContain("20% of the time, as far as the record tells (95%: 8% to 48%)");
    expect(answer).toContain("at 8% both would keep no agreement, at 48% interference in politics.");
  });
});
