// Two pictures of a negotiation: what both sides could have, and what each offer is worth to one.

import type { Preferences, Range } from "../../agreements/preferences.ts";
import type { Role, TableIssue } from "../../agreements/table/event.ts";
import { middleWorth, type TablePicture } from "../../agreements/table/picture.ts";
import type { Offer } from "../../agreements/table/session.ts";
import { significant } from "../words/en.ts";
import { picture as words, roles } from "../words/en-table.ts";
import type { Chart, Tone } from "./chart.ts";
import { roundTicks, type PlaneAxis, type PlaneMark } from "./plane.ts";

const toneOf: Record<Role, Tone> = { a: "a", b: "b", mediator: "third" };
const markOf = { a: "solid", b: "ring", mediator: "diamond" } as const;

type Drawn = {
  issues: readonly TableIssue[];
  offers: readonly Offer[];
  a: Preferences;
  b: Preferences;
  picture: TablePicture;
};

export function tableChart({ issues, offers, a, b, picture }: Drawn): Chart {
  const { frontier, walkAway, fair } = picture;
  const whole = offers.flatMap(({ id, by, terms, standing }) =>
    standing && terms.every((option) => option !== null)
      ? [{ id, by, terms, x: middleWorth(a, terms), y: middleWorth(b, terms) }]
      : [],
  );
  const xs = [0, 1, walkAway.a, ...frontier.map((point) => point.a), ...whole.map(({ x }) => x)];
  const ys = [0, 1, walkAway.b, ...frontier.map((point) => point.b), ...whole.map(({ y }) => y)];
  const fairRows = Object.entries(fair).map(([name, point]) => ({
    name: words.fair[name as keyof typeof fair],
    point,
  }));
  const marks: PlaneMark[] = [
    { kind: "rule", along: "x", at: walkAway.a, label: `${roles.a} ${words.walkAway}`, tone: "a" },
    { kind: "rule", along: "y", at: walkAway.b, label: `${roles.b} ${words.walkAway}`, tone: "b" },
    {
      kind: "points",
      points: frontier.map((point) => ({ x: point.a, y: point.b })),
      tone: "quiet",
      mark: "solid",
      radius: 3,
    },
    { kind: "points", points: fairLabels(fairRows), tone: "ink", mark: "ring", radius: 6 },
    ...whole.map(({ id, by, x, y }): PlaneMark => ({
      kind: "points",
      points: [{ x, y, label: words.offer(id) }],
      tone: toneOf[by],
      mark: markOf[by],
      radius: 5,
    })),
  ];
  const outcome = (terms: readonly (number | null)[]): string =>
    terms.map((option, issue) => `${issues[issue]?.name}: ${issues[issue]?.options[option ?? -1]}`).join("; ");
  const row = (name: string, x: number, y: number, terms: readonly (number | null)[]): (string | number)[] => [
    name,
    round(x),
    round(y),
    outcome(terms),
  ];
  const rows = [
    ...whole.map(({ id, by, x, y, terms }) => row(`${words.offer(id)}, ${roles[by]}`, x, y, terms)),
    ...fairRows.map(({ name, point }) => row(name, point.a, point.b, point.terms)),
  ];
  return {
    id: "table",
    title: words.both,
    description: `${words.described(frontier.length)}. ${rows.map(([name, x, y]) => `${name}: ${x} and ${y}`).join("; ")}.`,
    axis: { kind: "none" },
    panels: [
      {
        kind: "plane",
        x: axisOf(xs, words.axis(roles.a)),
        y: axisOf(ys, words.axis(roles.b)),
        height: 320,
        marks,
        key: [
          { text: words.frontier, tone: "quiet", mark: "solid" },
          { text: roles.a, tone: "a", mark: "solid" },
          { text: roles.b, tone: "b", mark: "ring" },
          { text: roles.mediator, tone: "third", mark: "diamond" },
        ],
      },
    ],
    rules: [],
    table: { columns: [words.columns[0]!, words.axis(roles.a), words.axis(roles.b), words.columns[1]!], rows },
  };
}

/** Points that several ideas of fairness pick carry all their names. */
function fairLabels(
  rows: readonly { name: string; point: { a: number; b: number } }[],
): { x: number; y: number; label: string }[] {
  const byPlace = new Map<string, { x: number; y: number; names: string[] }>();
  for (const { name, point } of rows) {
    const key = `${point.a} ${point.b}`;
    const there = byPlace.get(key) ?? { x: point.a, y: point.b, names: [] };
    there.names.push(name);
    byPlace.set(key, there);
  }
  return [...byPlace.values()].map(({ x, y, names }) => ({ x, y, label: names.join(", ") }));
}

function axisOf(values: readonly number[], label: string): PlaneAxis {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const room = (to - from) * 0.04;
  return { from: from - room, to: to + room, ticks: roundTicks(from, to), label };
}

/** What each offer is worth to one side, as its ranges leave it. */
export function offersChart(rows: readonly { name: string; by: Role; worth: Range }[], walkAway: Range): Chart {
  const values = [0, 1, walkAway.lower, walkAway.upper, ...rows.flatMap(({ worth }) => [worth.lower, worth.upper])];
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const shown = rows.map(({ name, by, worth: { lower, upper } }) => ({
    label: name,
    tone: toneOf[by],
    value: (lower + upper) / 2,
    lower,
    upper,
    text: words.range(round(lower), round(upper)),
  }));
  return {
    id: "offers",
    title: words.title,
    description: [
      ...shown.map(({ label, text }) => `${label}: ${text}`),
      `${words.walkAway}: ${words.range(walkAway.lower, walkAway.upper)}`,
    ].join("; "),
    axis: { kind: "values", from, to, ticks: roundTicks(from, to), scale: "linear" },
    panels: [
      {
        kind: "intervals",
        rows: shown,
        reference: { at: (walkAway.lower + walkAway.upper) / 2, label: words.walkAway },
      },
    ],
    rules: [],
    table: {
      columns: [words.columns[0]!, words.axis("you")],
      rows: shown.map(({ label, text }) => [label, text]),
    },
  };
}

const round = (value: number): number => Number(significant(value).replaceAll(",", ""));
