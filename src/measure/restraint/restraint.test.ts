import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { stream } from "../../math/philox.ts";
import type { StateCode } from "../../values/state.ts";
import type { Deed } from "./deed.ts";
import { countCategory, pWithin } from "./habit.ts";
import { restraint, type Restraint, type Understanding } from "./index.ts";
import { scanDyads } from "./scan.ts";
import { breaks } from "./watch.ts";

const [USA, CHN, RUS, IRN] = ["USA", "CHN", "RUS", "IRN"] as StateCode[] as [
  StateCode,
  StateCode,
  StateCode,
  StateCode,
];
const kinds = ["government|espionage|middle", "energy|degradation|high", "finance|disruption|low"] as const;

function deeds(from: StateCode, to: StateCode, kind: string, count: number): Deed[] {
  return Array.from({ length: count }, (_, k) => ({
    id: `${from}${to}${kind}${k}`,
    from,
    to,
    day: Math.round((190 * k) / Math.max(1, count - 1)),
    categories: [kind],
  }));
}

function asked(all: readonly Deed[]): Restraint {
  const outcome = restraint.estimate({ deeds: all, dyad: [USA, CHN] });
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

/** Both act against each other and against others, and spare each other's energy alone. */
const sparing: Deed[] = [
  ...deeds(USA, CHN, kinds[0], 20),
  ...deeds(CHN, USA, kinds[0], 20),
  ...[RUS, IRN].flatMap((other) =>
    [USA, CHN].flatMap((from) => [...deeds(from, other, kinds[0], 8), ...deeds(from, other, kinds[1], 8)]),
  ),
];

describe("restraint", () => {
  test("finds what both spare each other: mutual, lasting, not explained by coverage", () => {
    const { mutual } = asked(sparing);
    if ("refused" in mutual) throw new Error("refused");
    expect(mutual.understandings.map(({ sector, candidate, lasting }) => [sector, candidate, lasting])).toEqual([
      ["energy", true, true],
    ]);
    expect(mutual.understandings[0]!.between).toEqual([USA, CHN]);
    expect(mutual.understandings[0]!.directions[0]).toMatchObject({ observed: 0, againstOthers: 16 });
  });

  test("finds none where one side alone spares the other", () => {
    const { mutual } = asked([...sparing, ...deeds(CHN, USA, kinds[1], 12)]);
    expect("refused" in mutual ? null : mutual.understandings).toEqual([]);
  });

  test("is no candidate where one other rival alone makes the habit", () => {
    const one = sparing.filter(({ to, categories }) => to !== IRN || categories[0] !== kinds[1]);
    const { mutual } = asked([...one, ...deeds(USA, RUS, kinds[1], 8), ...deeds(CHN, RUS, kinds[1], 8)]);
    if ("refused" in mutual) throw new Error("refused");
    expect(mutual.understandings[0]).toMatchObject({
      sector: "energy",
      candidate: false,
      coverage: { explains: true },
    });
  });

  test("is no candidate where only the first half of the period shows it", () => {
    const later = [USA, CHN].flatMap((from) =>
      deeds(from, from === USA ? CHN : USA, kinds[1], 1).map((deed) => ({ ...deed, day: 190 })),
    );
    const early = sparing.map((deed) => (deed.categories[0] === kinds[1] ? { ...deed, day: 5 } : deed));
    const { mutual } = asked([...early, ...later]);
    if ("refused" in mutual) throw new Error("refused");
    expect(mutual.understandings[0]).toMatchObject({ lasting: false, candidate: false });
  });

  test.each<[string, Deed[], string]>([
    ["no deed", [], "no-cases"],
    [
      "deeds of the two against each other alone",
      [...deeds(USA, CHN, kinds[0], 9), ...deeds(CHN, USA, kinds[0], 9)],
      "no-habits",
    ],
  ])("%s is refused", (_, all, reason) => {
    const outcome = restraint.estimate({ deeds: all, dyad: [USA, CHN] });
    expect(outcome.ok ? "" : outcome.refusal.reason).toBe(reason);
  });

  test("a side with few deeds against the rival is refused in its direction, and the other is answered", () => {
    const { directions, mutual } = asked([
      ...deeds(USA, CHN, kinds[0], 2),
      ...sparing.filter(({ from, to }) => from !== USA || to !== CHN),
    ]);
    expect(directions.map((direction) => "refused" in direction)).toEqual([true, false]);
    expect(mutual).toMatchObject({ refused: { reason: "too-few" } });
  });

  test("the order of the deeds and the order of the dyad change nothing", () => {
    const one = asked(sparing);
    expect(asked(sparing.toReversed()).mutual).toEqual(one.mutual);
    const other = restraint.estimate({ deeds: sparing, dyad: [CHN, USA] });
    expect(other.ok && !("refused" in other.value.mutual) ? other.value.mutual.ps : null).toEqual(
      "refused" in one.mutual ? null : one.mutual.ps,
    );
  });

  test("over many dyads, q is never below the dyad's own", () => {
    for (const one of scanDyads(sparing))
      if (!("refused" in one))
        for (const { q, qOverDyads } of one.understandings) expect(qOverDyads).toBeGreaterThanOrEqual(q - 1e-12);
    expect(scanDyads(sparing).map(({ dyad }) => dyad.join())).toContain("CHN,USA");
  });
});

/** Deeds whose kind has nothing to do with the rival. */
function indifferent(seed: number): Deed[] {
  const chance = stream(seed);
  return [USA, CHN].flatMap((from) =>
    Array.from({ length: 60 }, (_, k) => ({
      id: `${from}${k}`,
      from,
      to: chance() < 0.4 ? (from === USA ? CHN : USA) : chance() < 0.5 ? RUS : IRN,
      day: Math.floor(chance() * 5000),
      categories: [kinds[Math.floor(chance() * kinds.length)]!],
    })),
  );
}

describe("size, by simulation of sides that treat all rivals alike", () => {
  const runs = 400;
  test("p of a category is below 5% in at most about 5% of histories", () => {
    let below = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const own = indifferent(seed).filter(({ from }) => from === CHN);
      if (countCategory(own, USA, kinds[0]).p <= 0.05) below++;
    }
    expect(below).toBeGreaterThan(0);
    expect(below / runs).toBeLessThanOrEqual(0.08);
  });

  test("an understanding is found in far fewer than the tenth that is put up with", () => {
    let found = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const { mutual } = asked(indifferent(seed));
      if (!("refused" in mutual) && mutual.understandings.length > 0) found++;
    }
    expect(found / runs).toBeLessThanOrEqual(0.1);
  });

  test("habits that differ between the halves mislead the plain test, not the one within halves", () => {
    // Energy is struck in the first half alone, when all go elsewhere: the rival is reached in the second.
    const own = [
      ...deeds(CHN, RUS, kinds[1], 20),
      ...deeds(CHN, USA, kinds[0], 20).map((deed) => ({ ...deed, day: 1000 })),
    ];
    const halves = [own.filter(({ day }) => day! < 500), own.filter(({ day }) => day! >= 500)];
    expect(countCategory(own, USA, kinds[1]).p).toBeLessThan(0.01);
    expect(pWithin(halves, USA, kinds[1])).toBe(1);
  });
});

describe("breaks()", () => {
  const spared: Pick<Understanding, "between" | "sector" | "effect" | "band"> = {
    between: [USA, CHN],
    sector: "energy",
    effect: "degradation",
    band: "high",
  };
  const [sample] = tinyView().incidents;
  if (!sample) throw new Error("the made-up case has no incident");
  const [statement] = sample.statements;
  if (!statement) throw new Error("the made-up incident has no statement");
  const incident = (change: object, severity?: number): Parameters<typeof breaks>[1] => ({
    directions: [{ from: CHN, to: USA }],
    profile: false,
    sectors: ["energy"],
    effects: ["degradation", "intrusion"],
    statements:
      severity === undefined
        ? []
        : [{ ...statement, withdrawn: false, scores: [{ scale: "dcid-severity", value: severity }] }],
    ...change,
  });

  test.each<[string, Parameters<typeof breaks>[1], boolean]>([
    ["an incident of the category", incident({}, 6), true],
    ["the other way round", incident({ directions: [{ from: USA, to: CHN }] }, 6), true],
    ["one whose severity nobody gives", incident({}), true],
    ["one of another band", incident({}, 3), false],
    ["one of another sector", incident({ sectors: ["finance"] }, 6), false],
    ["one with another effect", incident({ effects: ["espionage"] }, 6), false],
    ["one against somebody else", incident({ directions: [{ from: CHN, to: IRN }] }, 6), false],
    ["an actor's career", incident({ profile: true }, 6), false],
  ])("%s", (_, one, expected) => {
    expect(breaks(spared, one)).toBe(expected);
  });

  test("never moves with the order of what the incident holds", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(["energy", "finance", "water"] as const), fc.nat(10), (sectors, severity) => {
        const one = incident({ sectors }, severity);
        const other = incident({ sectors: sectors.toReversed() }, severity);
        expect(breaks(spared, one)).toBe(breaks(spared, other));
      }),
    );
  });
});
