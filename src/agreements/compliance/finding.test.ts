import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StateCode } from "../../values/state.ts";
import { closings, findingEventSchema, judgementsOfClause, type FindingEvent, type Side } from "./finding-event.ts";
import { findingOf, isOverdue, latestBySide, newFinding, stepFinding, type Finding } from "./finding.ts";

const [A, B] = ["USA", "CHN"] as StateCode[] as [StateCode, StateCode];
const at = (day: number): string => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
const grade = { source: "B", claim: 2 } as const;
const alleged: FindingEvent = {
  kind: "alleged",
  at: at(0),
  by: A,
  clause: "u#c4",
  incidents: ["x"],
  claim: "c",
  grade,
};
const assessed = (by: Side, judgement: "kept" | "not-kept", day: number): FindingEvent => ({
  kind: "assessed",
  at: at(day),
  by,
  name: `${by} panel`,
  judgement,
  probability: judgement === "kept" ? { lower: 0.1, upper: 0.3 } : { lower: 0.6, upper: 0.8 },
  confidence: "moderate",
  grade,
  because: "b",
});

const side = fc.constantFrom<Side>(A, B, "third");
const day = fc.integer({ min: 0, max: 400 });
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const anyEvent: fc.Arbitrary<FindingEvent> = fc.oneof(
  fc.record({ day, by: side }).map(({ day: d, by }): FindingEvent => ({ ...alleged, at: at(d), by })),
  fc
    .record({ day, by: side, answer: fc.option(fc.constant("a")) })
    .map(({ day: d, by, answer }): FindingEvent => ({ kind: "consulted", at: at(d), by, answer })),
  fc
    .record({ day, by: side, judgement: fc.constantFrom(...judgementsOfClause), lower: unit, upper: unit })
    .map(({ day: d, by, judgement, lower, upper }): FindingEvent => ({
      kind: "assessed",
      at: at(d),
      by,
      name: "n",
      judgement,
      probability: { lower, upper },
      confidence: "low",
      grade,
      because: "b",
    })),
  fc
    .record({ day, by: side })
    .map(({ day: d, by }): FindingEvent => ({ kind: "disputed", at: at(d), by, because: "b" })),
  fc
    .record({ day, by: side, due: day })
    .map(({ day: d, by, due }): FindingEvent => ({ kind: "extended", at: at(d), by, due: at(due), because: "b" })),
  fc
    .record({ day, by: side, name: fc.constantFrom("n", "m") })
    .map(({ day: d, by, name }): FindingEvent => ({ kind: "dissented", at: at(d), by, name, because: "b" })),
  fc
    .record({ day, by: side, how: fc.constantFrom(...closings) })
    .map(({ day: d, by, how }): FindingEvent => ({ kind: "closed", at: at(d), by, how, because: "b" })),
);

/** Steps in any order, those that are refused left out. */
function lawfulRun(events: readonly FindingEvent[]): { finding: Finding; kept: FindingEvent[] } {
  let finding = newFinding;
  const kept: FindingEvent[] = [];
  for (const event of events) {
    const next = stepFinding(finding, event);
    if (!next.ok) continue;
    finding = next.finding;
    kept.push(event);
  }
  return { finding, kept };
}

const runs = fc.array(anyEvent, { maxLength: 40 }).map((events) => lawfulRun([alleged, ...events]));

describe("a finding", () => {
  test("is never assessed before the other side was consulted, and never changes once closed", () => {
    fc.assert(
      fc.property(runs, anyEvent, ({ finding, kept }, event) => {
        const order = kept.map(({ kind }) => kind);
        const first = order.indexOf("assessed");
        if (first >= 0) expect(order.indexOf("consulted")).toBeLessThan(first);
        if (first >= 0) expect(order).toContain("consulted");
        if (finding.stage === "closed") expect(stepFinding(finding, event).ok).toBe(false);
      }),
    );
  });

  test("is the same from its lawful steps alone, which run forward in time", () => {
    fc.assert(
      fc.property(runs, ({ finding, kept }) => {
        expect(findingOf(kept)).toEqual({ ok: true, finding });
        for (const [index, event] of kept.entries())
          if (index > 0) expect(Date.parse(event.at)).toBeGreaterThanOrEqual(Date.parse(kept[index - 1]?.at ?? ""));
        for (const event of kept) expect(findingEventSchema.parse(event)).toEqual(event);
      }),
    );
  });

  test("keeps every assessment and dissent, and drops none for a later one", () => {
    fc.assert(
      fc.property(runs, ({ finding, kept }) => {
        expect(finding.assessments).toHaveLength(kept.filter(({ kind }) => kind === "assessed").length);
        expect(finding.dissents).toHaveLength(kept.filter(({ kind }) => kind === "dissented").length);
      }),
    );
  });

  test("lets silence be recorded only after the time to answer", () => {
    const silent = (when: number): FindingEvent => ({ kind: "consulted", at: at(when), by: B, answer: null });
    expect(findingOf([alleged, silent(30)])).toMatchObject({ ok: false, why: "still-time", at: 1 });
    expect(findingOf([alleged, silent(31)])).toMatchObject({ ok: true, finding: { stage: "consulted" } });
  });

  test("holds two sides' judgements apart, stands disputed, and can still be closed", () => {
    const ran = findingOf([
      alleged,
      { kind: "consulted", at: at(5), by: B, answer: "no" },
      assessed(A, "not-kept", 10),
      assessed(B, "kept", 12),
      { kind: "disputed", at: at(13), by: B, because: "the evidence is not shown" },
      { kind: "closed", at: at(90), by: "third", how: "not-substantiated", because: "no answer to it" },
    ]);
    if (!ran.ok) throw new Error(ran.why);
    expect([...latestBySide(ran.finding)].map(([by, { judgement }]) => [by, judgement])).toEqual([
      [A, "not-kept"],
      [B, "kept"],
    ]);
    expect(ran.finding).toMatchObject({ stage: "closed", dispute: { by: B }, closing: { how: "not-substantiated" } });
  });

  test.each([
    ["own-allegation", { kind: "consulted", at: at(1), by: A, answer: "a" }],
    ["not-consulted-yet", assessed(A, "kept", 1)],
    ["not-assessed", { kind: "disputed", at: at(1), by: B, because: "b" }],
    ["not-yours-to-withdraw", { kind: "closed", at: at(1), by: B, how: "withdrawn", because: "b" }],
    ["not-consulted-yet", { kind: "closed", at: at(1), by: B, how: "acknowledged", because: "b" }],
    ["shorter-deadline", { kind: "extended", at: at(1), by: B, due: at(20), because: "b" }],
    ["alleged-twice", alleged],
  ] as [string, FindingEvent][])("refuses with %s", (why, event) => {
    expect(findingOf([alleged, event])).toMatchObject({ ok: false, why });
  });

  test("refuses a judgement that its own probability contradicts", () => {
    const heard: FindingEvent = { kind: "consulted", at: at(1), by: B, answer: "a" };
    const odd = { ...assessed(A, "kept", 2), probability: { lower: 0.8, upper: 0.9 } } as FindingEvent;
    expect(findingOf([alleged, heard, odd])).toMatchObject({ ok: false, why: "judgement-against-range" });
  });

  test("is overdue after its deadline and not on it", () => {
    const ran = findingOf([alleged]);
    if (!ran.ok) throw new Error(ran.why);
    expect(isOverdue(ran.finding, at(30))).toBe(false);
    expect(isOverdue(ran.finding, at(30.01))).toBe(true);
  });
});
