import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Preferences } from "../preferences.ts";
import { illegalMoves, type Happened, type Party, type Role, type TableEvent } from "./event.ts";
import { viewOf } from "./projection.ts";
import { newSession, sessionOf, step, type Session } from "./session.ts";

const issues = [
  { name: "Power grids", options: ["spared", "not spared"] },
  { name: "Notice", options: ["one day", "three days", "none"] },
];
const opening: TableEvent = { kind: "opened", issues, deadline: "2030-01-02T00:00:00Z", at: "2030-01-01T00:00:00Z" };

function preferencesOf(secret: number): Preferences {
  const point = { lower: secret, upper: secret };
  return {
    name: `secret ${secret}`,
    weights: [point, point],
    values: [
      [point, point],
      [point, point, point],
    ],
    walkAway: point,
  };
}

const party = fc.constantFrom<Party>("a", "b");
const role = fc.constantFrom<Role>("a", "b", "mediator");
const small = fc.integer({ min: -1, max: 4 });
const option = fc.option(small, { nil: null });

const happened: fc.Arbitrary<Happened> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("offer" as const),
      by: role,
      terms: fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("offer" as const),
      by: role,
      terms: fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("accept-clause" as const), by: party, offer: small, issue: small }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen-clause" as const), by: party, issue: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("accept" as const), by: party, offer: small }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("confirm" as const), by: party }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), by: role, offer: small }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("argument" as const), by: role, text: fc.string(), issue: option }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("leave" as const),
      by: party,
      to: fc.constantFrom("mediator" as const, "other" as const),
      given: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("preferences" as const),
      by: party,
      preferences: fc.integer({ min: 1, max: 9 }).map(preferencesOf),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "deadline" as const }) },
);

/** Moves a minute apart, opened first. */
const games: fc.Arbitrary<TableEvent[]> = fc
  .array(happened, { maxLength: 40 })
  .map((moves) => [
    opening,
    ...moves.map((move, minute) => ({ ...move, at: new Date(Date.UTC(2030, 0, 1, 0, minute + 1)).toISOString() })),
  ]);

/** Plays what is legal and leaves the rest out. */
function played(events: readonly TableEvent[]): { session: Session; legal: TableEvent[] } {
  let session = newSession;
  const legal: TableEvent[] = [];
  for (const event of events) {
    const before = JSON.stringify(session);
    const next = step(session, event);
    expect(JSON.stringify(session)).toBe(before);
    if (!next.ok) {
      expect(illegalMoves[next.why]).toBeTypeOf("string");
      continue;
    }
    session = next.session;
    legal.push(event);
  }
  return { session, legal };
}

describe("step()", () => {
  test("is a pure function of the events: the legal ones played again give the same session", () => {
    fc.assert(
      fc.property(games, (events) => {
        const { session, legal } = played(events);
        expect(sessionOf(legal)).toEqual({ ok: true, session });
      }),
    );
  });

  test("agrees only on what both parties took, clause by clause or whole, and never moves again after the end", () => {
    let agreements = 0;
    fc.assert(
      fc.property(games, (events) => {
        const { session, legal } = played(events);
        const over = legal.findIndex((_, at) => {
          const until = sessionOf(legal.slice(0, at + 1));
          return until.ok && until.session.phase !== "open";
        });
        if (over >= 0) expect(over).toBe(legal.length - 1);
        if (session.phase !== "agreed") {
          expect(session.agreement).toBeNull();
          return;
        }
        agreements++;
        const last = legal.at(-1)!;
        expect(["accept", "confirm"]).toContain(last.kind);
        if (last.kind === "confirm") {
          expect(session.confirmedBy.toSorted()).toEqual(["a", "b"]);
          expect(session.agreement).toEqual(session.settled);
        } else if (last.kind === "accept") {
          const offer = session.offers[last.offer - 1]!;
          const consent = new Set<Role>([offer.by, ...offer.acceptedBy]);
          expect(consent.has("a") && consent.has("b")).toBe(true);
          expect(session.agreement).toEqual(offer.terms);
        }
      }),
      { numRuns: 1000, seed: 11 },
    );
    expect(agreements).toBeGreaterThan(5);
  });

  const first: TableEvent = { kind: "offer", by: "a", terms: [0, null], at: "2030-01-01T00:01:00Z" };
  const whole: TableEvent = { kind: "offer", by: "mediator", terms: [0, 1], at: "2030-01-01T00:02:00Z" };
  const at = "2030-01-01T00:03:00Z";

  test.each<[string, Happened & { at?: string }]>([
    ["opened-twice", { kind: "opened", issues, deadline: null }],
    ["time-runs-back", { kind: "leave", by: "a", to: "mediator", given: true, at: "2030-01-01T00:00:30Z" }],
    ["bad-time", { kind: "leave", by: "a", to: "mediator", given: true, at: "yesterday" }],
    ["too-late", { kind: "confirm", by: "a", at: "2030-01-02T00:00:01Z" }],
    ["too-early", { kind: "deadline" }],
    ["unknown-offer", { kind: "accept", by: "a", offer: 7 }],
    ["unknown-offer", { kind: "accept", by: "a", offer: -1 }],
    ["own-offer", { kind: "accept-clause", by: "a", offer: 1, issue: 0 }],
    ["open-clause", { kind: "accept", by: "b", offer: 1 }],
    ["open-clause", { kind: "accept-clause", by: "b", offer: 1, issue: 1 }],
    ["open-clause", { kind: "confirm", by: "b" }],
    ["unknown-issue", { kind: "accept-clause", by: "b", offer: 1, issue: 5 }],
    ["unknown-issue", { kind: "argument", by: "b", text: "why", issue: 5 }],
    ["clause-open", { kind: "reopen-clause", by: "b", issue: 0 }],
    ["not-yours", { kind: "withdraw", by: "b", offer: 1 }],
    ["wrong-length", { kind: "offer", by: "a", terms: [0] }],
    ["empty-offer", { kind: "offer", by: "a", terms: [null, null] }],
    ["unknown-option", { kind: "offer", by: "a", terms: [0, 3] }],
    ["no-words", { kind: "argument", by: "a", text: "  ", issue: null }],
    ["no-words", { kind: "argument", by: "a", text: "x".repeat(4001), issue: null }],
    ["bad-preferences", { kind: "preferences", by: "a", preferences: { ...preferencesOf(1), values: [] } }],
  ])("refuses: %s", (why, move) => {
    expect(sessionOf([opening, first, whole, { at, ...move }])).toEqual({ ok: false, why, at: 3 });
  });

  test("lets a mediator's draft bind only when both took it, and a replaced offer not at all", () => {
    const taken: TableEvent = { kind: "accept", by: "a", offer: 2, at };
    const half = sessionOf([opening, first, whole, taken]);
    expect(half.ok && half.session.phase).toBe("open");
    const both = sessionOf([opening, first, whole, taken, { ...taken, by: "b" }]);
    expect(both.ok && both.session.agreement).toEqual([0, 1]);
    const replaced: TableEvent = { kind: "offer", by: "mediator", terms: [1, 1], at };
    expect(sessionOf([opening, first, whole, replaced, taken])).toEqual({ ok: false, why: "not-standing", at: 4 });
    expect(sessionOf([opening, first, whole, taken, taken])).toEqual({ ok: false, why: "already-accepted", at: 4 });
  });

  test("forgets a confirmation when a clause is opened again: the package confirmed is the package agreed", () => {
    const take = (issue: number, offer: number): TableEvent => ({ kind: "accept-clause", by: "b", offer, issue, at });
    const offers: TableEvent[] = [opening, { kind: "offer", by: "a", terms: [0, 1], at }, take(0, 1), take(1, 1)];
    const confirm = (by: Party): TableEvent => ({ kind: "confirm", by, at });
    const agreed = sessionOf([...offers, confirm("a"), confirm("b")]);
    expect(agreed.ok && agreed.session.agreement).toEqual([0, 1]);
    const again: TableEvent[] = [
      ...offers,
      confirm("a"),
      { kind: "reopen-clause", by: "b", issue: 1, at },
      { kind: "offer", by: "a", terms: [null, 2], at },
      take(1, 2),
    ];
    const waiting = sessionOf([...again, confirm("b")]);
    expect(waiting.ok && [waiting.session.phase, waiting.session.confirmedBy]).toEqual(["open", ["b"]]);
    const both = sessionOf([...again, confirm("b"), confirm("a")]);
    expect(both.ok && both.session.agreement).toEqual([0, 2]);
  });

  test("ends at the deadline and when a party leaves", () => {
    const end = sessionOf([opening, { kind: "deadline", at: "2030-01-02T00:00:00Z" }]);
    expect(end.ok && [end.session.phase, end.session.ended]).toEqual(["ended", "deadline"]);
    const left = sessionOf([opening, { kind: "leave-table", by: "b", at }]);
    expect(left.ok && [left.session.phase, left.session.ended]).toEqual(["ended", "b"]);
  });
});

describe("viewOf()", () => {
  /** The same play, in which one party's preferences are others, or were never set. */
  const otherwise = (events: readonly TableEvent[], whose: Party): TableEvent[] =>
    events.map((event) =>
      event.kind === "preferences" && event.by === whose ? { ...event, preferences: preferencesOf(777_123) } : event,
    );

  test("shows a party the other's preferences exactly while the other gives it leave", () => {
    fc.assert(
      fc.property(games, party, (events, me) => {
        const rival = me === "a" ? "b" : "a";
        const { session } = played(events);
        const seen = viewOf(session, me);
        const { leave, preferences } = session.secrets[rival];
        expect(seen.preferences[rival]).toEqual(leave.other && preferences ? preferences : undefined);
        expect(seen.preferences[me]).toEqual(session.secrets[me].preferences ?? undefined);
        if (leave.other) return;
        const changed = viewOf(played(otherwise(events, rival)).session, me);
        expect(changed).toEqual(seen);
        expect(JSON.stringify(changed)).not.toContain("777123");
        const silent = events.map((event) =>
          event.kind === "leave" && event.by === rival && event.to === "mediator"
            ? { ...event, given: !event.given }
            : event,
        );
        expect(viewOf(played(silent).session, me)).toEqual(seen);
      }),
      { numRuns: 500 },
    );
  });

  test("shows a mediator a party's preferences exactly while that party gives leave", () => {
    fc.assert(
      fc.property(games, (events) => {
        const { session } = played(events);
        const seen = viewOf(session, "mediator");
        for (const whose of ["a", "b"] as const) {
          const { leave, preferences } = session.secrets[whose];
          expect(seen.preferences[whose]).toEqual(leave.mediator && preferences ? preferences : undefined);
          if (leave.mediator) continue;
          expect(viewOf(played(otherwise(events, whose)).session, "mediator")).toEqual(seen);
        }
        expect("leave" in seen).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
