import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { When } from "../../values/when.ts";
import { addressText, canonicalAddress, siteOf } from "./address.ts";
import { aliasRegister, namesWritten } from "./alias-register.ts";
import { fitWeights, probabilityOf } from "./fit-weights.ts";
import { knownActors } from "./known-actors.ts";
import { momentsOf, nearness } from "./moments.ts";
import { isProfile } from "./profile.ts";
import { stem, wordsOf } from "./words.ts";

describe("wordsOf()", () => {
  test("writes names the same way however they are spaced", () => {
    for (const text of ["by APT 10", "by APT-10", "by apt10"]) expect(wordsOf(text).all).toEqual(["apt10"]);
    expect(wordsOf("U.S. Navy").all).toEqual(wordsOf("US Navy").all);
    expect(wordsOf("CloudHopper").compounds).toContain(stem("cloudhopper"));
  });

  test("gives the initials of bodies, with and without their small words", () => {
    expect(wordsOf("the Office of Personnel Management said").initials).toContain("opm");
    expect(wordsOf("the U.S. Postal Service").initials).toContain(stem("usps"));
    expect(wordsOf("Department of Defense").initials).toContain("dod");
  });

  test("keeps numbers and years apart", () => {
    const { numbers, years } = wordsOf("25,000 files in 2014, 7 offices");
    expect([...numbers]).toEqual(["25000"]);
    expect(years).toEqual([2014]);
  });

  test("reads any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(wordsOf(text).all).not.toContain("");
      }),
    );
  });
});

describe("canonicalAddress()", () => {
  test("is one for the ways in which lists write a page", () => {
    const page = "example.org/news/a-story";
    for (const url of [
      "http://example.org/news/a-story/",
      "https://www.example.org/news/a-story?utm_source=x#top",
      "https://web.archive.org/web/20150101000000/http://www.example.org/news/a-story",
    ]) {
      expect(canonicalAddress(url)).toBe(page);
    }
    expect(canonicalAddress("https://example.org/view?id=7&utm=x")).toBe("example.org/view?id=7");
  });

  test("is null for a bare site: a front page is no evidence", () => {
    expect(canonicalAddress("https://www.example.org/")).toBeNull();
    expect(siteOf("https://www.example.org/")).toBe("example.org");
  });

  test("keeps the words that an address spells", () => {
    expect(addressText("https://example.org/2009/05/two-offices-hacked.html")).toContain("two offices hacked");
  });
});

describe("aliasRegister()", () => {
  test("gives a name that two clusters claim to both, with a share each", () => {
    const claim = (actor: string, alias: string, saidBy: string) => ({ actor, alias, saidBy, states: [], read: [] });
    const register = aliasRegister([
      claim("Heron", "Grey Bird", "A"),
      claim("Stork", "Grey Bird", "B"),
      claim("Stork", "Grey Bird", "C"),
    ]);
    expect(Object.fromEntries(register.named("grey-bird"))).toEqual({ heron: 1 / 3, stork: 2 / 3 });
    expect([...register.mentioned("made by Grey Bird, it is said").keys()].toSorted()).toEqual(["heron", "stork"]);
  });

  test("knows that APT 10 and Stone Panda are said to be one, and keeps competing clusters", () => {
    const register = aliasRegister(knownActors());
    const [one, other] = [register.named("APT 10"), register.named("Stone Panda")];
    expect([...one.keys()].some((actor) => other.has(actor))).toBe(true);
    expect(register.named("Winnti").size).toBeGreaterThan(1);
  });

  test("splits what a list writes in one cell", () => {
    expect(namesWritten("Heron/Grey Bird (Third Bureau)")).toEqual(["Heron", "Grey Bird"]);
    expect(namesWritten("Also known as Grey Bird, Stork, and Crane.")).toEqual(["Grey Bird", "Stork", "Crane"]);
  });
});

describe("nearness()", () => {
  const moments = (start: string | null, end: string | null, disclosed: string | null) =>
    momentsOf({
      start: start as When | null,
      end: end as When | null,
      disclosed: disclosed as When | null,
      attributed: null,
    });

  test("is the same whichever record comes first", () => {
    const when = fc.constantFrom(null, "2014", "2014-03", "2014-03-05", "2015-Q2", "2016-11-30");
    fc.assert(
      fc.property(fc.tuple(when, when), fc.tuple(when, when), ([start, told], [other, public_]) => {
        const [a, b] = [moments(start, null, told), moments(other, null, public_)];
        const [one, two] = [nearness(a, b), nearness(b, a)];
        expect(one && [one.gap, one.distance, one.starts, one.early, one.publics]).toEqual(
          two && [two.gap, two.distance, two.starts, two.early, two.publics],
        );
      }),
    );
  });

  test("takes a year that agrees for less near than a day that agrees", () => {
    const day = nearness(moments("2014-03-05", null, null), moments(null, null, "2014-03-05"));
    const year = nearness(moments("2014", null, null), moments(null, null, "2014-03-05"));
    expect(day?.distance).toBe(0);
    expect(year?.gap).toBe(0);
    expect(year?.distance).toBeGreaterThan(60);
  });

  test("sees that what was public before it started is not one thing", () => {
    expect(nearness(moments("2016-01-01", null, null), moments(null, null, "2015-01-01"))?.early).toBe(365);
    expect(nearness(moments("2014-01-01", null, null), moments(null, null, "2015-01-01"))?.early).toBe(0);
  });

  test("is null without dates", () => {
    expect(nearness(moments(null, null, null), moments("2014", null, null))).toBeNull();
  });
});

describe("isProfile()", () => {
  test("knows a career from an incident by its title and first words", () => {
    const row = (title: string, description: string) => ({ profile: false, title, description });
    expect(isProfile(row("Grey Bird", "This threat actor targets harbours."))).toBe(true);
    expect(isProfile(row("Compromise of a harbour", "This threat actor targets harbours."))).toBe(false);
    expect(isProfile(row("Grey Bird", "Manifests were copied in May."))).toBe(false);
  });
});

describe("fitWeights()", () => {
  test("finds the weights that made the data, when the prior belief is weak", () => {
    const [prior, slope] = [-2, 5];
    let seed = 1;
    const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const judged = Array.from({ length: 20_000 }, () => {
      const x = chance();
      return { x: [1, x], match: chance() < probabilityOf(prior + slope * x), weight: 1 };
    });
    const [a, b] = fitWeights(judged, { mean: [0, 0], sd: [100, 100] });
    expect(a).toBeCloseTo(prior, 0);
    expect(b).toBeCloseTo(slope, 0);
  });

  test("stays at what was believed when there is nothing to learn from", () => {
    expect(fitWeights([], { mean: [-3, 2], sd: [1, 1] })).toEqual([-3, 2]);
  });
});
