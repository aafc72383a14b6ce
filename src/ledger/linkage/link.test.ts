import { describe, expect, test } from "vitest";
import type { ListedRecord } from "../../sources/listed-record.ts";
import type { StateCode } from "../../values/state.ts";
import type { When } from "../../values/when.ts";
import { explain, link } from "./link.ts";

type Given = Partial<Omit<ListedRecord, "start" | "end" | "disclosed">> & {
  source: string;
  id: string;
  start?: string;
  end?: string;
  disclosed?: string;
};

function record(given: Given): ListedRecord {
  const { start, end, disclosed, ...rest } = given;
  return {
    title: "",
    description: "",
    attributed: null,
    initiators: ["CHN" as StateCode],
    targets: ["USA" as StateCode],
    actors: [],
    victims: [],
    effects: ["espionage"],
    sectors: [],
    urls: [],
    scores: [],
    profile: false,
    start: (start ?? null) as When | null,
    end: (end ?? null) as When | null,
    disclosed: (disclosed ?? null) as When | null,
    ...rest,
  };
}

// Invented incidents of an invented list, with enough other rows for words to be rare or common.
const towns = [
  "Arbor",
  "Brook",
  "Cedar",
  "Dover",
  "Elgin",
  "Fargo",
  "Gary",
  "Heber",
  "Ilion",
  "Jasper",
  "Keene",
  "Logan",
];
const filler = (source: string): ListedRecord[] =>
  towns.flatMap((town, i) =>
    [0, 1, 2].map((n) =>
      record({
        source,
        id: `${town}-${n}`,
        title: `${town} office intrusion ${n}`,
        description: `An intrusion into the network of the ${town} office was found by engineers in stage ${n}.`,
        start: `20${10 + (i % 9)}-0${1 + n}-1${n}`,
      }),
    ),
  );

const harbour = record({
  source: "one",
  id: "h",
  title: "Harbour Authority theft",
  description: "Cargo manifests of the Quillmouth Harbour Authority (QHA) were copied by intruders.",
  start: "2016-03-02",
  end: "2016-05-20",
  sectors: ["transport"],
  urls: ["https://www.example.org/2016/05/quillmouth-harbour-manifests/"],
});
const manifests = record({
  source: "two",
  id: "7",
  title: "Compromise of the Quillmouth Harbour Authority",
  description: "A threat actor compromised the QHA and exfiltrated cargo manifests.",
  disclosed: "2016-05-22",
  sectors: ["transport"],
  victims: ["Quillmouth Harbour Authority"],
  urls: ["http://example.org/2016/05/quillmouth-harbour-manifests"],
});
const answered = record({
  ...harbour,
  source: "two",
  id: "8",
  start: "2016-03-02",
  end: "2016-05-20",
  disclosed: "2016-05-22",
  initiators: ["USA" as StateCode],
  targets: ["CHN" as StateCode],
});
const museums = filler("two").map(({ id, start }) =>
  record({
    source: "two",
    id: `x-${id}`,
    title: `Museum ${id}`,
    description: "A museum's ticket desk was offline.",
    start: start ?? "2010",
  }),
);
const lists = [
  [harbour, ...filler("one")],
  [manifests, answered, ...museums],
];

const between = (pairs: ReturnType<typeof link>["pairs"], a: string, b: string): number =>
  pairs.find((pair) => [pair.id_a, pair.id_b].toSorted().join() === [a, b].toSorted().join())?.probability ?? 0;

describe("link()", () => {
  test("links two rows of one incident, and not the row that tells it the other way round", () => {
    const { pairs } = link(lists);
    expect(between(pairs, "h", "7")).toBeGreaterThan(0.9);
    expect(between(pairs, "h", "8")).toBeLessThan(0.5);
    expect(pairs.find(({ id_a, id_b }) => id_a === "h" && id_b === "7")?.kind).toBe("same");
  });

  test("gives the same probabilities whichever list comes first", () => {
    const forward = link(lists).pairs;
    const backward = link(lists.toReversed()).pairs;
    const key = ({ source_a, id_a, source_b, id_b }: (typeof forward)[number]): string =>
      [`${source_a}:${id_a}`, `${source_b}:${id_b}`].toSorted().join(" ");
    const other = new Map(backward.map((pair) => [key(pair), pair.probability]));
    expect(backward.length).toBe(forward.length);
    for (const pair of forward) expect(other.get(key(pair))).toBeCloseTo(pair.probability, 12);
  });

  test("takes years until something became public for less of a reason against than years between two starts", () => {
    const { disclosed: _, ...undated } = manifests;
    const [late, another] = [
      { ...manifests, disclosed: "2019-05-22" as When },
      { ...undated, disclosed: null, start: "2019-05-22" as When },
    ];
    const told = (two: ListedRecord): number =>
      between(link([lists[0] ?? [], [two, ...museums]], { least: 0 }).pairs, "h", "7");
    expect(1 - told(another)).toBeGreaterThan(2 * (1 - told(late)));
    expect(told(late)).toBeLessThan(told(manifests));
  });

  test("leaves out pairs below the least probability, and those that do not name both states", () => {
    const all = link(lists, { least: 0 }).pairs;
    const likely = link(lists, { least: 0.5 }).pairs;
    expect(likely).toEqual(all.filter(({ probability }) => probability >= 0.5));
    expect(link(lists, { between: ["FRA" as StateCode, "DEU" as StateCode] }).pairs).toEqual([]);
    expect(between(link(lists, { between: ["USA" as StateCode, "CHN" as StateCode] }).pairs, "h", "7")).toBeGreaterThan(
      0.9,
    );
  });

  test("calls a pair of one list a duplicate, and compares no such pairs when told not to", () => {
    const twice = [[harbour, { ...harbour, id: "again" }, ...filler("one")]];
    const { pairs } = link(twice);
    expect(pairs.find(({ id_a, id_b }) => id_a === "h" && id_b === "again")?.kind).toBe("duplicate");
    expect(link(twice, { duplicates: false }).pairs).toEqual([]);
  });

  test("calls a link to an actor's profile part-of", () => {
    const career = { ...manifests, profile: true };
    const others = (lists[1] ?? []).slice(2);
    const { pairs } = link([lists[0] ?? [], [career, ...others]]);
    const asIncident = link([lists[0] ?? [], [manifests, ...others]]).pairs;
    expect(pairs.find(({ id_a, id_b }) => id_a === "h" && id_b === "7")?.kind).toBe("part-of");
    expect(between(pairs, "h", "7")).toBeLessThan(between(asIncident, "h", "7"));
  });

  test("counts what blocking left out", () => {
    const { blocking } = link(lists, { duplicates: false });
    expect(blocking.possible).toBe((lists[0]?.length ?? 0) * (lists[1]?.length ?? 0));
    expect(blocking.compared).toBe(Object.values(blocking.by).reduce((sum, count) => sum + count, 0));
    expect(blocking.compared).toBeLessThan(blocking.possible);
  });

  test("links nothing of no records", () => {
    expect(link([]).pairs).toEqual([]);
    expect(link([[], []]).pairs).toEqual([]);
  });
});

describe("explain()", () => {
  test("gives the probability of link(), and bits that add up to its odds", () => {
    const { pairs, context } = link(lists, { least: 0.001 });
    expect(pairs.length).toBeGreaterThan(0);
    for (const { source_a, id_a, source_b, id_b, probability } of pairs) {
      const why = explain({ source: source_a, id: id_a }, { source: source_b, id: id_b }, context);
      expect(why?.probability).toBeCloseTo(probability, 12);
      const bits = (why?.bits ?? []).reduce((sum, each) => sum + each.bits, why?.prior ?? 0);
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(probability, 9);
    }
  });

  test("names what was found: the address, the dates, the rare words", () => {
    const { context } = link(lists);
    const why = explain({ source: "two", id: "7" }, { source: "one", id: "h" }, context);
    const level = (feature: string): string => why?.bits.find((bit) => bit.feature === feature)?.level ?? "";
    expect(level("address")).toBe("1 address in common");
    expect(level("near-dates")).toContain("about 2 days apart");
    expect(level("rarest-word")).toMatch(/quillmouth|manifest|harbour|qha/);
  });

  test("is null for a record that the lists do not hold", () => {
    const { context } = link(lists);
    expect(explain({ source: "one", id: "h" }, { source: "two", id: "nobody" }, context)).toBeNull();
    expect(explain({ source: "one", id: "h" }, { source: "one", id: "h" }, context)).toBeNull();
  });
});
