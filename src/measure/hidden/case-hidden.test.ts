import { expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import type { Incident, LinkedStatement } from "../../ledger/incident.ts";
import { hiddenInCase, regrouped, type DoubtfulPlacement } from "./case-hidden.ts";

const lists = ["one", "two", "three"];
const template = tinyView()
  .incidents.flatMap(({ statements }) => statements)
  .find(({ stance }) => stance === "asserts")!;

/** A row of a list that accuses China of acting against the United States. */
function row(list: string, id: string): LinkedStatement {
  return {
    ...template,
    id: `${list}:${id}`,
    about: "event",
    withdrawn: false,
    author: { ...template.author, kind: "dataset" },
    accused: { ...template.accused, states: ["CHN"] },
    victims: { ...template.victims, states: ["USA"] },
    listedBy: [{ ...template.listedBy[0]!, source: list }],
  } as unknown as LinkedStatement;
}

function incident(id: string, on: readonly string[]): Incident {
  const base = tinyView().incidents[0]!;
  return { ...base, id, statements: on.map((list) => row(list, id)) };
}

const patterns: [string[], number][] = [
  [["one"], 17],
  [["two"], 28],
  [["three"], 44],
  [["one", "two"], 12],
  [["one", "three"], 9],
  [["two", "three"], 24],
  [["one", "two", "three"], 21],
];
const incidents = patterns.flatMap(([on, count]) =>
  Array.from({ length: count }, (_, index) => incident(`${on.join("-")}-${index}`, on)),
);
const direction = { from: "CHN", to: "USA" } as const;
const apart = (index: number, probability: number): DoubtfulPlacement => ({
  statement: `one:one-${index}`,
  incident: `two-${index}`,
  now: "apart",
  probability,
});

test("without doubtful links the linkage has no share, and the answer is that of the table", () => {
  const { answer, overLinkage, overlap } = hiddenInCase(incidents, direction as never, {
    lists,
    doubtful: [],
    draws: 3,
  });
  expect(overlap.observed).toBe(155);
  if (!answer.ok || !overLinkage.ok) throw new Error("refused");
  expect(overLinkage.value.shares.linkage).toBeCloseTo(0);
  expect(overLinkage.value.value).toBeCloseTo(answer.value.averaged!.value, 6);
  expect(answer.value.lowerBound!.value).toBeCloseTo(243, 0);
});

test("a link that is certain to be missing is made in every draw, and one that is certain to be wrong is cut", () => {
  const sure = hiddenInCase(incidents, direction as never, { lists, doubtful: [apart(0, 1), apart(1, 0)], draws: 5 });
  if (!sure.overLinkage.ok) throw new Error("refused");
  expect(sure.overLinkage.value.observed).toEqual({ least: 154, most: 154 });
  const cut = hiddenInCase(incidents, direction as never, {
    lists,
    doubtful: [{ statement: "one:one-two-0", incident: "one-two-0", now: "linked", probability: 0 }],
    draws: 5,
  });
  if (!cut.overLinkage.ok) throw new Error("refused");
  expect(cut.overLinkage.value.observed).toEqual({ least: 156, most: 156 });
});

test("more doubt in the links is a larger share of theirs and a wider interval", () => {
  const shareOf = (count: number): number => {
    const doubtful = Array.from({ length: count }, (_, index) => apart(index, 0.5));
    const { overLinkage } = hiddenInCase(incidents, direction as never, { lists, doubtful, draws: 60 });
    if (!overLinkage.ok) throw new Error("refused");
    return overLinkage.value.shares.linkage;
  };
  expect(shareOf(15)).toBeGreaterThan(shareOf(3));
});

test("the same seed gives the same digits", () => {
  const options = { lists, doubtful: [apart(0, 0.4), apart(1, 0.6)], draws: 20, seed: 5 };
  expect(hiddenInCase(incidents, direction as never, options)).toEqual(
    hiddenInCase(incidents, direction as never, options),
  );
});

test("moving statements keeps every one of them", () => {
  const moved = regrouped(incidents, [
    apart(0, 0.5),
    { statement: "one:one-two-0", incident: "one-two-0", now: "linked", probability: 0.5 },
  ]);
  const ids = (some: readonly Incident[]): string[] =>
    some.flatMap(({ statements }) => statements.map(({ id }) => id)).sort();
  expect(ids(moved)).toEqual(ids(incidents));
});

test("twelve ways of counting, and none where the lists say too little", () => {
  const { choices, spread, overLinkage } = hiddenInCase(incidents.slice(0, 3), direction as never, {
    lists,
    doubtful: [],
    draws: 2,
  });
  expect(choices).toHaveLength(12);
  expect(spread.answered).toBe(0);
  expect(overLinkage.ok).toBe(false);
});
