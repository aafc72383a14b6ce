import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grounded } from "./acceptability.ts";
import { frameworkOf, mapOf, relationRead, type ArgumentMap } from "./graph.ts";
import { writeAif } from "./formats/aif.ts";
import { readArgdown, writeArgdown } from "./formats/argdown.ts";
import { readIccma, writeIccma } from "./formats/iccma.ts";
import { writePolis } from "./formats/polis.ts";
import { importDebate } from "./import/index.ts";

const { debate } = importDebate(
  JSON.stringify({
    title: "T",
    comments: [
      { id: "a", author: "Ann", text: "Talks help." },
      { id: "b", author: "Bob", parent: "a", text: "No, they never did." },
      { id: "c", author: "Cleo", parent: "b", text: "That was another century.", relation: "undercut" },
      { id: "d", author: "Ann", parent: "a", text: "Exactly: and they are cheap." },
      { id: "e", author: "Eve", parent: "a", text: "=1+1" },
    ],
  }),
  "d.json",
);
const none = debate.comments.map(() => []);

test("mapOf() reads what replies do, and an undercut goes against the step", () => {
  expect(mapOf(debate, none).edges.map(({ from, to, relation, basis }) => [from, to, relation, basis])).toEqual([
    ["b", "a", "attack", "read"],
    ["c", "b>a", "undercut", "stated"],
    ["d", "a", "support", "read"],
  ]);
});

test("an attack that is undercut does not count while the undercut stands", () => {
  const { framework } = frameworkOf(mapOf(debate, none));
  expect(grounded(framework).slice(0, 5)).toEqual(["in", "in", "in", "in", "in"]);
  const without = mapOf({ ...debate, comments: debate.comments.filter(({ id }) => id !== "c") }, none);
  expect(grounded(frameworkOf(without).framework).slice(0, 2)).toEqual(["out", "in"]);
});

test.each([
  ["Exactly! China has everything to gain.", "support"],
  ["That’s a good point, Joe.", "support"],
  ["No, it is not.", "attack"],
  ["Depends what you mean by it.", "attack"],
  ["The report has 40 pages.", null],
])("relationRead() of “%s” is %s", (text, relation) => {
  expect(relationRead(text)).toBe(relation);
});

const titles = ["Talks", "No talks", "Lines [a]", "<b> & co", "Ünïcode"];
const maps: fc.Arbitrary<ArgumentMap> = fc
  .array(
    fc.record({ from: fc.nat(4), to: fc.nat(4), relation: fc.constantFrom("support" as const, "attack" as const) }),
    { maxLength: 8 },
  )
  .map((edges) => ({
    title: "A map",
    nodes: titles.map((title, at) => ({
      id: `n${at}`,
      kind: at % 2 === 0 ? "claim" : "comment",
      title,
      text: `${title}: said {once} #here * twice`,
    })),
    edges: [
      ...new Map(
        edges
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, relation }) => [
            `${from}>${to}`,
            { id: `n${from}>n${to}`, from: `n${from}`, to: `n${to}`, relation, basis: "stated" as const },
          ]),
      ).values(),
    ],
  }));

test("Argdown that was written reads back with the same statements, texts and relations", () => {
  fc.assert(
    fc.property(maps, (map) => {
      const { map: read, notRead } = readArgdown(writeArgdown(map), "a.argdown");
      expect(notRead).toEqual([]);
      const textOf = (one: ArgumentMap, id: string): string => one.nodes.find((node) => node.id === id)?.text ?? "";
      const plain = (one: ArgumentMap): string[] =>
        one.edges.map(({ from, to, relation }) => `${textOf(one, from)} ${relation} ${textOf(one, to)}`).sort();
      expect(read.nodes.map(({ text }) => text).sort()).toEqual(map.nodes.map(({ text }) => text).sort());
      expect(plain(read)).toEqual(plain(map));
    }),
  );
});

test("readArgdown() reads both directions, undercuts and nesting, and tells what it leaves", () => {
  const text =
    "# Harbour\n\n[Watch]: Both watch. // aside\n  + <Logs>: The logs say so.\n    - <Forged>: The logs are forged.\n  - [Trust]\n    _ <Old>: That was long ago.\n  +> [Count]\n\n(1) A premise\n-----\n(2) An end\n";
  const { map, notRead } = readArgdown(text, "a.argdown");
  expect(map.title).toBe("Harbour");
  expect(map.edges.map(({ from, to, relation }) => `${from} ${relation} ${to}`)).toEqual([
    "comment-Logs support claim-Watch",
    "comment-Forged attack comment-Logs",
    "claim-Trust attack claim-Watch",
    "comment-Old undercut claim-Trust>claim-Watch",
    "claim-Watch support claim-Count",
  ]);
  expect(notRead.map(({ row }) => row)).toEqual([10, 11, 12]);
});

test("writeAif() puts a step between what is said, and an undercut against the step", () => {
  const { nodes, edges } = writeAif(mapOf(debate, none));
  expect(nodes.map(({ type }) => type).join(" ")).toBe("I I I I I CA CA RA");
  expect(edges.map(({ fromID, toID }) => `${fromID}-${toID}`)).toEqual(["2-6", "6-1", "3-7", "7-6", "4-8", "8-1"]);
});

describe("ICCMA's format", () => {
  test("reads back what was written", () => {
    const framework = {
      size: 3,
      attacks: [
        [0, 1],
        [1, 2],
      ] as const,
    };
    expect(readIccma(writeIccma(framework, ["a", "b\nc", "d"]), "f.af")).toEqual(framework);
  });
  test.each([
    ["p af x\n", "f.af:1"],
    ["p af 2\n1 3\n", "f.af:2"],
    ["", "f.af:1"],
  ])("refuses %j at %s", (text, place) => {
    expect(() => readIccma(text, "f.af")).toThrow(place);
  });
});

test("writePolis() counts votes and guards cells that a spreadsheet would run", () => {
  const votes = [
    { voter: "v", comment: "a", vote: 1 as const, at: "2020-01-01T00:00:00Z" },
    { voter: "w", comment: "a", vote: -1 as const, at: "2020-01-02T00:00:00Z" },
  ];
  const files = writePolis(
    debate,
    debate.comments.map(() => "NONE"),
    votes,
    null,
  );
  const rows = files["comments.csv"].split("\r\n");
  expect(rows[0]).toBe("timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body");
  expect(rows[1]).toBe(",,0,0,1,1,0,Talks help.");
  expect(rows[5]).toBe(",,4,3,0,0,0,'=1+1");
  expect(files["votes.csv"].split("\r\n")[1]).toBe("1577836800,2020-01-01T00:00:00Z,0,0,1");
});
