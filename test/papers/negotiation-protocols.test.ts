// Automated negotiations on published domains: a stated run to its digits, Zeuthen's concessions at the Nash product of
// 37 domains, and the tournament of NegMAS 0.15.7, whose own tactics and tie rules make it a plausibility check only.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { additive, type Additive } from "../../src/agreements/additive.ts";
import { readDomain } from "../../src/agreements/genius/domain.ts";
import { readProfile } from "../../src/agreements/genius/profile.ts";
import { play, protocolNamed, tacticNamed, type Setting } from "../../src/agreements/protocols/play.ts";
import { settlement } from "../../src/agreements/settlement.ts";

const folder = "../shared/oracles/negotiation";
const there = existsSync(folder);

type Named = { input: { domain: string; profiles: string[] } };

function read(path: string): unknown {
  return JSON.parse(readFileSync(`${folder}/${path}`, "utf8"));
}

function gameOf({ input }: Named): Additive {
  const text = (path: string): string => readFileSync(`${folder}/${path}`, "utf8");
  const domain = readDomain(input.domain, text(input.domain));
  return additive(
    domain,
    input.profiles.map((path) => readProfile(path, text(path), domain)),
  );
}

function setting(protocol: string, a: string, b: string, deadline: number): Setting {
  return {
    protocol: protocolNamed("protocol", protocol),
    tactics: [tacticNamed("a", a), tacticNamed("b", b)],
    deadline,
    seed: 1,
  };
}

describe.skipIf(!there)("negotiations on domains of the shared oracles", () => {
  test("Itex and Cypress, both linear with 100 rounds, Itex first, agree at t = 38 on (.616248, .661475)", () => {
    const { input } = read("y2010-ItexvsCypress.json") as Named;
    const itexFirst = { input: { ...input, profiles: input.profiles.toSorted().reverse() } };
    const outcome = play(gameOf(itexFirst), setting("sao", "linear", "linear", 100));
    if (!outcome.ok || !outcome.value.agreement) throw new Error("no agreement");
    expect(outcome.value.round).toBe(38);
    expect(outcome.value.agreement.a).toBeCloseTo(0.616248, 6);
    expect(outcome.value.agreement.b).toBeCloseTo(0.661475, 6);
  });

  test("Zeuthen's concessions end at the Nash product of every domain with two sides", () => {
    let domains = 0;
    for (const file of readdirSync(folder).filter((name) => name.startsWith("y"))) {
      const oracle = read(file) as Named & {
        output: { normalized: { nash?: number[][]; reservation: number[] } | null };
      };
      const nash = oracle.output.normalized?.nash;
      if (!nash || oracle.input.profiles.length !== 2) continue;
      const outcome = play(gameOf(oracle), setting("zeuthen", "zeuthen", "zeuthen", 100_000));
      if (!outcome.ok || !outcome.value.agreement) throw new Error(`no agreement in ${file}`);
      const { a, b } = outcome.value.agreement;
      const [ra, rb] = oracle.output.normalized!.reservation as [number, number];
      const [x, y] = nash[0] as [number, number];
      expect((a - ra) * (b - rb)).toBeCloseTo((x - ra) * (y - rb), 10);
      domains++;
    }
    expect(domains).toBeGreaterThanOrEqual(35);
  });

  test("the four tactics of the tournament all agree before its 100 rounds are over, as there", () => {
    const { output, input } = read("alternating-offers-england-zimbabwe.json") as Named & {
      output: { rows: [string, string, number][] };
    };
    const named: Record<string, string> = {
      BoulwareTBNegotiator: "boulware",
      ConcederTBNegotiator: "conceder",
      LinearTBNegotiator: "linear",
      NaiveTitForTatNegotiator: "tit-for-tat",
    };
    const game = gameOf({ input });
    const best = settlement(game);
    if (!best.ok) throw new Error("no frontier");
    for (const [first, second] of output.rows) {
      const outcome = play(game, setting("sao", named[first]!, named[second]!, 100));
      expect(outcome.ok && outcome.value.agreement, `${first} and ${second}`).not.toBeNull();
    }
  });

  test("changing one or two clauses at a time, a mediator's text ends on the frontier more often than not", () => {
    const game = gameOf(read("y2010-ItexvsCypress.json") as Named);
    const found = settlement(game);
    if (!found.ok) throw new Error("no frontier");
    const { utilities } = found.value;
    const starts = Array.from({ length: 50 }, (_, seed) => {
      const outcome = play(game, { ...setting("single-text", "time:0.0001", "time:0.0001", 1000), seed });
      const agreed = outcome.ok ? outcome.value.agreement : null;
      return Array.from(utilities[0]!).some(
        (a, at) => agreed && Math.abs(a - agreed.a) < 1e-9 && Math.abs(utilities[1]![at]! - agreed.b) < 1e-9,
      );
    });
    expect(starts.filter(Boolean).length).toBeGreaterThan(25);
  });
});
