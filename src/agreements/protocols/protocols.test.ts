import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rational } from "../../math/rational.ts";
import { InputError } from "../../values/errors.ts";
import type { Additive } from "../additive.ts";
import { settlement } from "../settlement.ts";
import { bidsOf, gainsOf } from "./bids.ts";
import { play, prepare, protocolNamed, protocolNames, runOf, type Setting } from "./play.ts";
import { conceded, tacticNamed } from "./tactic.ts";

const value = fc.integer({ min: 0, max: 40 }).map((tenths) => Rational.of(tenths).over(10));

/** Linear domains of up to four issues of up to four options, with walk-away values. */
const games: fc.Arbitrary<Additive> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) =>
    fc.tuple(
      fc.constant(sizes),
      fc.tuple(
        ...[0, 1].map(() => fc.tuple(...sizes.map((size) => fc.array(value, { minLength: size, maxLength: size })))),
      ),
      fc.tuple(value, value),
    ),
  )
  .map(([sizes, additions, reservation]) => ({
    issues: sizes.map((size, at) => ({
      name: `issue ${at}`,
      options: Array.from({ length: size }, (_, option) => `option ${option}`),
    })),
    parties: additions.map((rows, side) => ({
      name: `side ${side}`,
      additions: rows,
      reservation: reservation[side]!,
      discount: 0.9,
    })),
    scale: "normalized" as const,
    discretised: [],
    notes: [],
  }));

function settingOf(protocol: string, a: string, b: string, deadline: number, seed = 1): Setting {
  return {
    protocol: protocolNamed("p", protocol),
    tactics: [tacticNamed("a", a), tacticNamed("b", b)],
    deadline,
    seed,
  };
}

const tactics = fc.constantFrom("boulware", "linear", "conceder", "time:0.7", "tit-for-tat", "zeuthen");

describe("Zeuthen's concessions", () => {
  test.each(["zeuthen", "alternating-offers"])("end at the Nash product on every linear domain: %s", (protocol) => {
    fc.assert(
      fc.property(games, (game) => {
        const outcome = play(game, settingOf(protocol, "zeuthen", "zeuthen", 10_000));
        const known = settlement(game);
        expect(outcome.ok).toBe(known.ok);
        if (!outcome.ok || !known.ok) return;
        const { utilities, fair, disagreement } = known.value;
        const best = fair.nash[0]!;
        const product = utilities.reduce((by, side, at) => by * (side[best]! - disagreement[at]!), 1);
        const { agreement } = outcome.value;
        expect((agreement!.a - disagreement[0]!) * (agreement!.b - disagreement[1]!)).toBeCloseTo(product, 9);
      }),
      { numRuns: 400 },
    );
  });

  test("never lower the product of gains on offer", () => {
    fc.assert(
      fc.property(games, (game) => {
        const outcome = play(game, settingOf("zeuthen", "zeuthen", "zeuthen", 10_000));
        if (!outcome.ok) return;
        const [da, db] = game.parties.map(({ reservation }) => reservation.toNumber());
        const mine = outcome.value.trace.filter(({ by }) => by === "a");
        const products = mine.map(({ a, b }) => (a - da!) * (b - db!));
        for (const [at, product] of products.entries())
          if (at > 0) expect(product).toBeGreaterThanOrEqual(products[at - 1]! - 1e-9);
      }),
    );
  });
});

describe("every protocol with every tactic", () => {
  test("agrees only on what reaches both walk-away values, within the deadline, and the same again from its seed", () => {
    fc.assert(
      fc.property(
        games,
        fc.constantFrom(...protocolNames),
        tactics,
        tactics,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 5 }),
        (game, protocol, a, b, deadline, seed) => {
          const setting = settingOf(protocol, a, b, deadline, seed);
          const outcome = play(game, setting);
          if (!outcome.ok) {
            expect(outcome.refusal.reason).toBe("no-agreement");
            return;
          }
          const { agreement, round, trace } = outcome.value;
          expect(play(game, setting)).toEqual(outcome);
          expect(round).toBeLessThanOrEqual(deadline);
          expect(trace.every((turn) => turn.round < deadline)).toBe(true);
          if (!agreement) return;
          expect(agreement.a).toBeGreaterThanOrEqual(game.parties[0]!.reservation.toNumber());
          expect(agreement.b).toBeGreaterThanOrEqual(game.parties[1]!.reservation.toNumber());
          expect(agreement.discounted.a).toBeLessThanOrEqual(agreement.a);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("alternating offers", () => {
  test("between time-dependent sides whose walk-away values can be met always end in an agreement", () => {
    fc.assert(
      fc.property(
        games,
        fc.constantFrom("boulware", "linear", "conceder"),
        fc.integer({ min: 2, max: 50 }),
        (game, name, deadline) => {
          const prepared = bidsOf(game);
          if (!prepared.ok) return;
          const { agreement } = runOf(game, prepared.value, settingOf("sao", name, name, deadline));
          const bids = prepared.value;
          // In the last step a side offers what just reaches its walk-away value: enough only where that suits the other.
          const last = bids.rising.map((order, side) =>
            order.find((bid) => bids.utilities[side as 0 | 1][bid]! >= bids.reservation[side as 0 | 1]),
          );
          if (last.every((bid) => gainsOf(bids, bid!).every((gain) => gain >= 0))) expect(agreement).not.toBeNull();
        },
      ),
    );
  });

  test("a side that concedes late gets no less from the same rival than one that concedes early", () => {
    const row = (...numbers: number[]): Rational[] => numbers.map((number) => Rational.of(number));
    const price = Array.from({ length: 101 }, (_, at) => at / 100);
    const game: Additive = {
      issues: [{ name: "price", options: price.map(String) }],
      parties: [
        { name: "a", additions: [row(...price)], reservation: Rational.zero, discount: 1 },
        { name: "b", additions: [row(...price.toReversed())], reservation: Rational.zero, discount: 1 },
      ],
      scale: "normalized",
      discretised: [],
      notes: [],
    };
    const worth = (a: string): number => {
      const outcome = play(game, settingOf("sao", a, "linear", 100));
      return outcome.ok ? (outcome.value.agreement?.a ?? 0) : 0;
    };
    expect(worth("boulware")).toBeGreaterThan(worth("linear"));
    expect(worth("linear")).toBeGreaterThan(worth("conceder"));
  });
});

describe("conceded()", () => {
  test("runs from 0 to 1 and never back, late for e below 1 and early above", () => {
    for (const e of [0.2, 1, 2]) {
      const way = Array.from({ length: 50 }, (_, time) => conceded(time, 50, e));
      expect([way[0], way[49]]).toEqual([0, 1]);
      expect(way).toEqual(way.toSorted((x, y) => x - y));
    }
    expect(conceded(25, 50, 0.2)).toBeLessThan(conceded(25, 50, 1));
    expect(conceded(25, 50, 1)).toBeLessThan(conceded(25, 50, 2));
  });
});

test("unknown protocols and tactics are refused in one line that lists the known ones", () => {
  expect(() => protocolNamed("--protocol", "auction")).toThrow(InputError);
  expect(() => tacticNamed("--a", "time:0")).toThrow(/--a: expected one of boulware, linear/);
});

test("zeuthen negotiates a domain of a hundred million outcomes over its frontier", () => {
  const rows = (by: number): Rational[][] =>
    Array.from({ length: 8 }, (_, issue) =>
      Array.from({ length: 10 }, (__, option) => Rational.of((option * by + issue) % 10)),
    );
  const game: Additive = {
    issues: rows(1).map((row, at) => ({ name: String(at), options: row.map((_, option) => String(option)) })),
    parties: [3, 7].map((by) => ({ name: String(by), additions: rows(by), reservation: Rational.zero, discount: 1 })),
    scale: "raw",
    discretised: [],
    notes: [],
  };
  expect(prepare(game, "alternating-offers").ok).toBe(false);
  const outcome = play(game, settingOf("zeuthen", "zeuthen", "zeuthen", 1000));
  expect(outcome.ok && outcome.value.agreement).not.toBeNull();
});
