import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importDebate } from "./index.ts";

type One = { author: string; depth: number; paragraphs: string[] };

// One small thread, written for these tests, copied out in many ways.
const thread: One[] = [
  { author: "Ann Fields", depth: 1, paragraphs: ["Both harbours are watched by the other town, and both deny it."] },
  { author: "river_rat", depth: 2, paragraphs: ["Watched? They count our boats.", "“Count” is the polite word."] },
  { author: "Mei", depth: 3, paragraphs: ["We count them too. What did you expect?"] },
  { author: "J. R. Stone", depth: 2, paragraphs: ["A pact without inspectors is a wish."] },
  { author: "Mei", depth: 1, paragraphs: ["Who gains from the quarrel?", "Not the fishers.", "Not the towns either."] },
  { author: "Old Tom", depth: 2, paragraphs: ["The rope makers do."] },
  { author: "héloïse", depth: 1, paragraphs: ["Talk first; count later."] },
];

const article = [
  "Two Towns and a Strait",
  "",
  "By Jo Marsh — Harbour correspondent",
  "",
  "For years boats of one town have been seen at night near the piers of the other. Each council says that it only looks.",
  "Last week the older of the two mayors spoke for an understanding between the councils, written or not.",
  "",
  "It would be a start.",
  "",
];

type Style = (one: One, at: number, numbers: string) => string[];

function page(style: Style, head: readonly string[] = article): string {
  const counts: number[] = [];
  const lines = thread.flatMap((one, at) => {
    counts.length = one.depth;
    counts[one.depth - 1] = (counts[one.depth - 1] ?? 0) + 1;
    return style(one, at, counts.join("."));
  });
  return [...head, ...lines].join("\n");
}

const pad = (depth: number, step = 4): string => " ".repeat(step * (depth - 1));
const body = (one: One, before: string): string[] => one.paragraphs.flatMap((text) => [before + text, ""]);

const styles: Record<string, Style> = {
  "bullets and set-in text": (one) => [`${pad(one.depth)}  • ${one.author}`, "", ...body(one, `${pad(one.depth)}    `)],
  "hyphens and steps of two": (one) => [`${pad(one.depth, 2)}- ${one.author}`, ...body(one, `${pad(one.depth, 2)}  `)],
  "asterisks and tabs": (one) => [`${"\t".repeat(one.depth - 1)}* ${one.author}`, ...body(one, "\t".repeat(one.depth))],
  "numbers that tell the depth": (one, _, numbers) => [`${numbers}. ${one.author}`, "", ...body(one, "")],
  "numbers, set in": (one, _, numbers) => [
    `${pad(one.depth)}${numbers.split(".").at(-1)}) ${one.author}`,
    ...body(one, `${pad(one.depth)}   `),
  ],
  "a bullet for each depth and nothing set in": (one) => [
    `${["•", "◦", "▪"][one.depth - 1]} ${one.author}`,
    ...body(one, ""),
  ],
  "repeated hyphens": (one) => [`${"-".repeat(one.depth)} ${one.author}`, ...body(one, "")],
  "says and a date": (one) => [
    `${pad(one.depth)}• ${one.author} says:`,
    `${pad(one.depth)}  March 3, 2011 at 4:05 pm`,
    ...body(one, `${pad(one.depth)}  `),
  ],
  "date beside the name": (one, at) => [
    `${pad(one.depth)}• ${one.author} · ${at + 2} days ago`,
    ...body(one, `${pad(one.depth)}  `),
  ],
  "date in brackets": (one) => [
    `${pad(one.depth)}* **${one.author}** (3 March 2011, 14:05)`,
    ...body(one, `${pad(one.depth)}  `),
  ],
  buttons: (one, at) => [
    `${pad(one.depth)}• ${one.author}`,
    ...body(one, `${pad(one.depth)}  `),
    `${pad(one.depth)}  Reply  Like  Share`,
    `${pad(one.depth)}  ${at} likes`,
  ],
  "buttons with bullets": (one) => [
    `${pad(one.depth)}• ${one.author}`,
    ...body(one, `${pad(one.depth)}  `),
    `${pad(one.depth)}  • Reply • Like`,
    "",
  ],
  "buttons, one a line, as bullets": (one) => [
    `${pad(one.depth)}• ${one.author}`,
    ...body(one, `${pad(one.depth)}  `),
    `${pad(one.depth)}    - Reply`,
    `${pad(one.depth)}    - Share`,
    "",
  ],
  "addresses before the names": (one) => [
    `${pad(one.depth)}• http://people.example/${encodeURIComponent(one.author)} ${one.author}`,
    "",
    ...body(one, `${pad(one.depth)}    `),
  ],
  "bullets alone on a line": (one) => [
    `${pad(one.depth)}•`,
    `${pad(one.depth)}  ${one.author}`,
    ...body(one, `${pad(one.depth)}  `),
  ],
  "Windows line ends": (one) => [
    `${pad(one.depth)}• ${one.author}\r`,
    "\r",
    ...body(one, `${pad(one.depth)}    `).map((line) => `${line}\r`),
  ],
  "a name and its text on one line": (one) => [
    `${pad(one.depth)}- ${one.author}: ${one.paragraphs[0]}`,
    "",
    ...one.paragraphs.slice(1).flatMap((text) => [`${pad(one.depth)}  ${text}`, ""]),
  ],
};

describe("importDebate() reads a thread copied with", () => {
  test.each(Object.entries(styles))("%s", (_, style) => {
    const { debate, rows, rejections } = importDebate(page(style), "copy.txt");
    expect(
      debate.comments.map(({ author, depth, text }) => ({ author, depth, paragraphs: text.split("\n\n") })),
    ).toEqual(thread);
    expect([rows, rejections]).toEqual([thread.length, []]);
    expect([debate.title, debate.author, debate.role]).toEqual([
      "Two Towns and a Strait",
      "Jo Marsh",
      "Harbour correspondent",
    ]);
    expect(debate.body).toHaveLength(3);
    const byId = new Map(debate.comments.map((comment) => [comment.id, comment]));
    for (const { parent, depth } of debate.comments) expect(byId.get(parent ?? "")?.depth ?? 0).toBe(depth - 1);
  });
});

const usual = styles["bullets and set-in text"] as Style;

describe("importDebate() reads a byline written as", () => {
  test.each([
    ["By Jo Marsh", "Jo Marsh", null, null],
    ["by Jo Marsh, Staff Writer", "Jo Marsh", "Staff Writer", null],
    ["BY JO MARSH | March 3, 2011", "JO MARSH", null, "March 3, 2011"],
    ["Posted by Jo Marsh on 3 March 2011", "Jo Marsh", null, "3 March 2011"],
    ["Written by: Jo Marsh (The Strait Times)", "Jo Marsh", "The Strait Times", null],
    ["Author: Jo Marsh", "Jo Marsh", null, null],
    ["By Jo Marsh and Li Na – Harbour desk", "Jo Marsh and Li Na", "Harbour desk", null],
    ["Posted on March 3, 2011 by Jo Marsh in Harbours | 7 Comments", "Jo Marsh", null, "March 3, 2011"],
    ["**By Jo Marsh**", "Jo Marsh", null, null],
    ["Jo Marsh", "Jo Marsh", null, null],
  ])("%s", (line, author, role, published) => {
    const head = article.map((one) => (one.startsWith("By ") ? line : one));
    const { debate } = importDebate(page(usual, head), "copy.txt");
    expect([debate.author, debate.role, debate.published]).toEqual([author, role, published]);
    expect([debate.body.length, debate.comments.length]).toEqual([3, thread.length]);
  });
});

test("importDebate() leaves lists in the article to the article, and lists in a comment to the comment", () => {
  const head = [
    ...article,
    "Three things would help:",
    "• watchmen",
    "• lamps",
    "• a log",
    "",
    "None is dear, and the councils know it.",
    "",
  ];
  const { debate } = importDebate(
    `${page(usual, head)}\n  • Ida\n\n    Two things are missing:\n      - trust\n      - rope\n\n    I have rope.\n`,
    "copy.txt",
  );
  expect(debate.body.slice(3)).toEqual([
    "Three things would help:\n• watchmen\n• lamps\n• a log",
    "None is dear, and the councils know it.",
  ]);
  expect(debate.comments).toHaveLength(thread.length + 1);
  expect(debate.comments.at(-1)?.text).toBe("Two things are missing:\n• trust\n• rope\n\nI have rope.");
});

test("importDebate() finds comments below a heading, and tells of what stands outside", () => {
  const text = `${page(usual, [...article, "7 Comments", "Sort by Newest", ""])}\nCopyright 2011 The Strait Times`;
  const { debate, notes } = importDebate(text, "copy.txt");
  expect(debate.comments).toHaveLength(thread.length);
  expect(debate.body).toHaveLength(3);
  expect(notes.map(({ because }) => because).join("\n")).toMatch(/Sort by Newest[^]*Copyright 2011/);
  expect(debate.comments.at(-1)?.text).toBe("Talk first; count later.");
});

test("importDebate() reads names without bullets below a heading, and whom they answer", () => {
  const text = [
    ...article,
    "3 Responses to “Two Towns and a Strait”",
    "",
    "Ann Fields says:",
    "March 3, 2011 at 4:05 pm",
    "",
    "Both do it.",
    "",
    "Mei says:",
    "March 4, 2011 at 9:00 am",
    "",
    "Both deny it.",
    "",
    "Reply",
    "Tom replied to Ann Fields:",
    "",
    "And both count.",
  ];
  const { debate } = importDebate(text.join("\n"), "copy.txt");
  expect(debate.comments.map(({ author, depth, at, text: said }) => [author, depth, at, said])).toEqual([
    ["Ann Fields", 1, "March 3, 2011 at 4:05 pm", "Both do it."],
    ["Tom", 2, null, "And both count."],
    ["Mei", 1, "March 4, 2011 at 9:00 am", "Both deny it."],
  ]);
});

test("importDebate() joins lines broken at a fixed width", () => {
  const broken = (text: string): string[] => text.match(/.{1,68}(?:\s|$)/g)?.map((line) => line.trimEnd()) ?? [];
  const long =
    "The strait is narrow, and at night every lamp on one side can be counted from the other, which both councils have done for as long as anyone remembers.";
  const text = [
    "Two Towns",
    "By Jo Marsh",
    "",
    ...broken(long),
    "",
    ...broken(long),
    "",
    "* Ann",
    "",
    ...broken(long).map((line) => `  ${line}`),
    "",
    "  Short.",
    "",
    "    * Mei",
    "",
    ...broken(long).map((line) => `      ${line}`),
  ];
  const { debate } = importDebate(text.join("\n"), "copy.txt");
  expect(debate.body).toEqual([long, long]);
  expect(debate.comments.map(({ author, text: said }) => [author, said])).toEqual([
    ["Ann", `${long}\n\nShort.`],
    ["Mei", long],
  ]);
});

test("importDebate() rejects a name without a text and keeps its replies", () => {
  const lines = [
    "  • Ann",
    "",
    "    So be it.",
    "",
    "  • Bob",
    "",
    "  • Cleo",
    "",
    "    Hm.",
    "",
    "  • Eve",
    "",
    "    • Dan",
    "",
    "      Is nobody there?",
  ];
  const { debate, rows, rejections, notes } = importDebate([...article, ...lines].join("\n"), "copy.txt");
  expect(debate.comments.map(({ author, depth }) => [author, depth])).toEqual([
    ["Ann", 1],
    ["Cleo", 1],
    ["Dan", 1],
  ]);
  expect(rejections.map(({ because }) => because)).toEqual([
    "expected a comment by “Bob”, found no text",
    "expected a comment by “Eve”, found no text",
  ]);
  expect(rows).toBe(5);
  expect(notes.map(({ because }) => because)).toEqual([expect.stringContaining("stands below the nearest")]);
});

test.each([
  ["J.D. March 4, 2011 at 9:15 am", "J.D.", null],
  ["Dr. K. Olsen, Jr. (Moderator)", "Dr. K. Olsen, Jr.", null],
  ["@sam_k → Ann Fields · 2y", "sam_k", null],
  ["ann@x.example (Ann)", "Ann", null],
  ["[Ann](https://ann.example) wrote:", "Ann", "https://ann.example"],
  ["www.ann.example – Ann Fields", "Ann Fields", null],
  ["Zoë (guest) • 3 points • 2 years ago", "Zoë", null],
  ["陈伟", "陈伟", null],
  ["Anonymous Coward on Tuesday, 4 March 2011 @ 14:05", "Anonymous Coward", null],
])("importDebate() reads the head “%s” as %s", (head, author, address) => {
  const text = [...article, "  • Ann", "", "    One.", "", `  • ${head}`, "", "    Two.", ""].join("\n");
  const { debate } = importDebate(text, "copy.txt");
  expect(debate.comments.map((comment) => [comment.author, comment.address, comment.text])).toEqual([
    ["Ann", null, "One."],
    [author, address, "Two."],
  ]);
});

test("importDebate() gives a comment the same id when others were added around it", () => {
  const before = importDebate(page(usual), "a.txt").debate.comments;
  const after = importDebate(
    page((one, at, numbers) =>
      at === 3
        ? ["  • New voice", "", "    Late to this.", "", ...usual({ ...one, depth: 1 }, at, numbers)]
        : usual(one, at, numbers),
    ),
    "b.txt",
  ).debate.comments;
  const ids = new Set(after.map(({ id }) => id));
  expect(before.filter(({ id }) => ids.has(id))).toHaveLength(thread.length - 1);
  expect(new Set(before.map(({ id }) => id)).size).toBe(thread.length);
});

const real = "../shared/data/000_1d7947ee1e15e0da.txt";
describe.skipIf(!existsSync(real))("with the article of shared data", () => {
  test("importDebate() reads its title, byline, body and twelve comments with parents, depths, names and paragraphs", () => {
    const { debate, rows, rejections, notes } = importDebate(readFileSync(real, "utf8"), "article.txt");
    expect([rows, rejections, notes]).toEqual([12, [], []]);
    expect([debate.title, debate.author, debate.role]).toEqual([
      "U.S. China Cyber Détente",
      "Kevin Coleman",
      "Defense Tech Cyber Warfare Correspondent",
    ]);
    expect(debate.body).toHaveLength(4);
    const { comments } = debate;
    const numberOf = new Map(comments.map(({ id }, index) => [id, index + 1]));
    expect(
      comments.map(({ author, depth, parent, text }) => [
        author,
        depth,
        numberOf.get(parent ?? "") ?? 0,
        text.split("\n\n").length,
      ]),
    ).toEqual([
      ["Tim", 1, 0, 1],
      ["Gregory Savage", 1, 0, 1],
      ["John Moore", 1, 0, 1],
      ["LaurensBancroft", 1, 0, 1],
      ["Jya", 1, 0, 1],
      ["Pete", 2, 5, 1],
      ["joe", 3, 6, 1],
      ["Pete", 4, 7, 1],
      ["tomatojuice", 1, 0, 1],
      ["Hunter78", 1, 0, 1],
      ["Oblat", 1, 0, 2],
      ["blight", 1, 0, 1],
    ]);
    expect(comments[1]?.address).toBe("http://www.facebook.com/greysave");
  });
});
