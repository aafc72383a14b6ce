import { describe, expect, test } from "vitest";
import { tinyView } from "../../test/support/tiny-case.ts";
import type { Incident } from "../ledger/incident.ts";
import { incidentOf } from "../ledger/incident.ts";
import type { LedgerView } from "../ledger/view.ts";
import type { Day } from "../values/day.ts";
import type { StateCode } from "../values/state.ts";
import { dyadFacts, type DyadAsked, type DyadFacts } from "./dyad-facts.ts";

const view = tinyView();
const [a, b] = view.about.parties.map(({ iso }) => iso) as [StateCode, StateCode];
const asked: DyadAsked = {
  lists: ["dcid-2.0", "eurepoc-1.1", "cfr-2023-02"],
  window: { from: "2013-01-01" as Day, to: "2017-12-31" as Day },
  issues: { spying: { effects: ["espionage", "data-theft"], sectors: ["government"] } },
};
const facts = factsOf(view.incidents);

function factsOf(incidents: readonly Incident[], about: LedgerView["about"] = view.about): DyadFacts {
  return dyadFacts({ ...view, about, incidents: [...incidents] }, asked);
}

/** The first incident that accuses, with its statements changed. */
function changed(change: (statement: Incident["statements"][number], index: number) => object): Incident[] {
  return view.incidents.map((incident) =>
    incidentOf(
      incident,
      incident.statements.map((statement, index) => ({ ...statement, ...change(statement, index) })),
    ),
  );
}

describe("dyadFacts()", () => {
  test("counts quarters of the window, and no more busy ones than there are", () => {
    expect(facts.periods).toBeCloseTo(1826 / 91.3125, 9);
    expect(facts.busy.of).toBe(20);
    expect(facts.busy.found).toBeGreaterThan(0);
    expect(facts.busy.found).toBeLessThanOrEqual(facts.dated.length);
  });

  test("is told from either capital: A and B change places, and the shares stay", () => {
    const [one, other] = view.about.parties;
    const turned = factsOf(view.incidents, { ...view.about, parties: [other, one] });
    expect(turned.issues["spying"]).toStrictEqual({ A: facts.issues["spying"]?.B, B: facts.issues["spying"]?.A });
    expect([turned.contested, turned.differing, turned.delays, turned.answered]).toStrictEqual([
      facts.contested,
      facts.differing,
      facts.delays,
      facts.answered,
    ]);
  });

  test("a denial added to every event makes all contested; a date known to the year gives no delay", () => {
    const denied = factsOf(
      view.incidents.map((incident) =>
        incidentOf(incident, [
          ...incident.statements,
          { ...(incident.statements[0] as Incident["statements"][number]), id: "denial", stance: "denies" },
        ]),
      ),
    );
    expect(denied.contested.found).toBe(denied.contested.of);
    const vague = factsOf(changed(() => ({ happened: "2015" })));
    expect(vague.delays).toStrictEqual([]);
    expect([vague.dated.length, vague.busy.found]).toStrictEqual([0, 0]);
  });

  test("two authors who blame no state in common are counted once an event", () => {
    const blaming = changed((_, index) => ({
      stance: "asserts",
      author: { name: { en: `author ${index}` }, kind: "firm", side: "third" },
      accused: { states: [index === 0 ? a : b], actors: [] },
      victims: { states: [a, b], names: [] },
      about: "incident",
    }));
    const several = blaming.filter(({ statements }) => statements.length >= 2).length;
    expect(several).toBeGreaterThan(0);
    expect(factsOf(blaming).differing).toStrictEqual({ found: several, of: several });
  });

  test("DCID's codes are read however a release spells their column", () => {
    const coded = (name: string, value: number): DyadFacts =>
      factsOf(changed(() => ({ listedBy: [{ source: "dcid-2.0", id: "1" }], codes: { [name]: value } })));
    const [none, some] = [coded("Concession", 0).unyielding, coded("concession", 1).unyielding];
    expect(none.found).toBe(none.of);
    expect(none.of).toBeGreaterThan(0);
    expect(some).toStrictEqual({ found: 0, of: none.of });
  });
});
