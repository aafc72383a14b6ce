import { describe, expect, test } from "vitest";
import type { Day } from "../../values/day.ts";
import type { StateCode } from "../../values/state.ts";
import type { When } from "../../values/when.ts";
import type { RegisteredAgreement } from "../register/agreement.ts";
import type { Clause } from "../register/clause.ts";
import { pairOf, type Confirmation } from "./confirmation.ts";
import { forAgainst, type EffectSeen, type Evidence } from "./for-against.ts";
import { candidatesOf, matchOf, type Matched } from "./match.ts";

const [USA, CHN, RUS] = ["USA", "CHN", "RUS"] as StateCode[] as [StateCode, StateCode, StateCode];
const clause: Clause = {
  id: "pact#c1",
  kind: "restraint",
  gist: { en: "No theft from firms." },
  scope: { effects: ["data-theft"], sectors: ["energy", "finance"], open: { en: "The purpose." } },
  readings: [],
  verifiability: { assessment: "own", seen: { en: "Theft." }, by: ["target"], soon: "years", certainty: "low" },
  status: [],
  read: [],
  checked: "not-checked",
};
const pact: RegisteredAgreement = {
  id: "pact",
  title: { en: "A pact" },
  when: "2015-09-25" as When,
  binding: "political",
  parties: [USA, CHN],
  inForce: { from: "2015-09-25" as Day, to: "2020-12-31" as Day },
  status: [],
  read: [],
  checked: "not-checked",
  clauses: [clause, { ...clause, id: "pact#c2", kind: "consultation", scope: undefined }],
};
const theft: Matched = {
  id: "theft",
  directions: [{ from: CHN, to: USA }],
  effects: ["data-theft", "intrusion"],
  sectors: ["energy"],
  profile: false,
  contested: true,
  unchecked: false,
  happened: "2017-03" as When,
  disclosed: null,
  attributed: null,
};

describe("matchOf()", () => {
  test("proposes an incident with the reason, and what no code tells", () => {
    expect(matchOf(pact, clause, theft)).toMatchObject({
      incident: "theft",
      effects: ["data-theft"],
      sectors: ["energy"],
      day: "2017-03-01",
      contested: true,
      open: { en: "The purpose." },
    });
  });

  test("asks either direction alike", () => {
    const mirrored = { ...theft, directions: [{ from: USA, to: CHN }] };
    expect(matchOf(pact, clause, mirrored)).toMatchObject({ directions: [{ from: USA, to: CHN }] });
  });

  test.each([
    ["another state acts", { directions: [{ from: RUS, to: USA }] }],
    ["a state acts at home", { directions: [{ from: USA, to: USA }] }],
    ["another effect", { effects: ["espionage"] }],
    ["another sector", { sectors: ["media"] }],
    ["the day before it held", { happened: "2015-09-24" }],
    ["the day after it ended", { happened: "2021-01-01" }],
    ["no date at all", { happened: null }],
    ["an actor's career", { profile: true }],
  ] as [string, Partial<Matched>][])("proposes nothing where there is %s", (_, change) => {
    expect(matchOf(pact, clause, { ...theft, ...change })).toBeNull();
  });

  test("holds on its first day and on its last", () => {
    for (const happened of ["2015-09-25", "2020-12-31"] as When[])
      expect(matchOf(pact, clause, { ...theft, happened })).not.toBeNull();
  });

  test("proposes nothing against a proposal or a clause that forbids nothing", () => {
    expect(matchOf({ ...pact, inForce: null }, clause, theft)).toBeNull();
    expect(candidatesOf(pact, [theft]).map((candidate) => candidate.clause)).toEqual(["pact#c1"]);
  });
});

describe("forAgainst()", () => {
  const candidates = candidatesOf(pact, [theft]);
  const none: Evidence = { candidates, confirmations: new Map(), findings: new Map(), effects: [] };
  const word = (as: Confirmation["as"]): Evidence => {
    const said: Confirmation = {
      at: "2026-01-01T00:00:00Z",
      clause: "pact#c1",
      incident: "theft",
      as,
      because: "b",
      by: "me",
    };
    return { ...none, confirmations: new Map([[pairOf(said), said]]) };
  };
  const effect = (lower: number, upper: number): EffectSeen => ({
    list: "l",
    from: "CHN",
    to: "USA",
    ratio: { value: (lower + upper) / 2, interval: { lower, upper, level: 0.95 } },
  });

  test("counts a candidate against the clause only once a person said that it concerns it", () => {
    expect(forAgainst(pact, clause, none)).toMatchObject({ for: [], against: [], neither: [{ kind: "candidates" }] });
    expect(forAgainst(pact, clause, word("concerns")).against).toMatchObject([
      { kind: "confirmed", incident: "theft" },
    ]);
    expect(forAgainst(pact, clause, word("does-not")).for).toMatchObject([{ kind: "set-aside" }]);
    expect(forAgainst(pact, clause, word("unsure")).neither).toMatchObject([{ kind: "candidates" }]);
  });

  test("takes an estimate for or against only where its interval leaves 1 out, and for restraints alone", () => {
    const seen = (one: EffectSeen): string[] => {
      const weighed = forAgainst(pact, clause, { ...none, candidates: [], effects: [one] });
      return (["for", "against", "neither"] as const).filter((side) => weighed[side].length > 0);
    };
    expect(seen(effect(0.2, 0.8))).toEqual(["for"]);
    expect(seen(effect(1.2, 3))).toEqual(["against"]);
    expect(seen(effect(0.2, 1.5))).toEqual(["neither"]);
    expect(seen(effect(0.9, 3))).toEqual(["neither"]);
    const [, talks] = pact.clauses;
    if (talks) expect(forAgainst(pact, talks, { ...none, effects: [effect(0.2, 0.8)] }).for).toEqual([]);
  });
});
