// What each side is said to have done to the other, year by year: one direction above the time axis, the other below,
// the acts between the two governments and the lists' windows on the same axis.

import type { Act } from "../../values/act.ts";
import type { Party } from "../../values/case-file.ts";
import type { Day } from "../../values/day.ts";
import type { StateCode } from "../../values/state.ts";
import type { Text } from "../../values/text.ts";
import { charts as words } from "../words/en-charts.ts";
import type { Chart, Panel, Stretch, Tick, Tone } from "./chart.ts";
import { gaps } from "./lay-out.ts";

export type YearsOfDirection = {
  from: StateCode;
  to: StateCode;
  perYear: { year: number; count: number }[];
  undated: number;
};

/** A list and the years it covers; `to` is null for one that is still kept. `ruled`: it takes up what it does by a rule. */
export type Window = { name: string; from: number; to: number | null; ruled: boolean };

export type YearsInput = {
  /** In the case's order: the first has the solid mark wherever it is read from. */
  parties: readonly [Party, Party];
  /** The direction above the axis, then the one below. */
  directions: readonly [YearsOfDirection, YearsOfDirection];
  acts: readonly Act[];
  lists: readonly Window[];
  agreement: { date: Day; title: Text };
  countedBy: string;
  dates: string;
};

export function yearsChart(input: YearsInput): Chart {
  const { parties, directions, acts, lists, agreement } = input;
  const axis = { kind: "years" as const, ...rangeOf(input) };
  const hatched = gaps(
    lists.filter(({ ruled }) => ruled).map(({ from, to }): Stretch => ({ from, to: to ?? axis.to })),
    axis.from,
    axis.to,
  );
  const bars = (index: 0 | 1): Panel => {
    const { from, to, perYear } = directions[index];
    const label = words.direction(nameOf(parties, from), nameOf(parties, to));
    return {
      kind: "bars",
      grows: index === 0 ? "up" : "down",
      label,
      tone: toneOf(parties, from),
      bars: perYear.map(({ year, count }) => ({ at: year, value: count })),
      hatched,
    };
  };
  const panels: Panel[] = [bars(0), { kind: "axis" }, bars(1)];
  if (acts.length > 0) panels.push({ kind: "heading", text: words.actsHeading }, ...actPanels(parties, acts));
  if (lists.length > 0) panels.push({ kind: "heading", text: words.coverageHeading });
  panels.push(
    ...lists.map(({ name, from, to, ruled }): Panel => ({
      kind: "windows",
      label: windowLabel(name, from, to),
      covered: [{ from, to: to ?? axis.to }],
      ruled,
    })),
  );
  return {
    id: "years",
    title: words.yearsTitle(nameOf(parties, directions[0].from), nameOf(parties, directions[0].to)),
    description: describe(input),
    axis,
    panels,
    rules: [{ at: moment(agreement.date), label: agreement.title.en }],
    table: tableOf(input, axis),
  };
}

function windowLabel(name: string, from: number, to: number | null): string {
  return `${name}, ${to === null ? words.since(from) : words.years(from, to)}`;
}

export function toneOf(parties: readonly Party[], iso: string): Tone {
  if (iso === parties[0]?.iso) return "a";
  return iso === parties[1]?.iso ? "b" : "third";
}

export function nameOf(parties: readonly Party[], iso: string): string {
  return parties.find((party) => party.iso === iso)?.name.en ?? iso;
}

/** From the first year with anything to show to the last; every window that starts later is seen to start. */
function rangeOf({ directions, acts }: YearsInput): { from: number; to: number } {
  const years = [
    ...directions.flatMap(({ perYear }) => perYear.map(({ year }) => year)),
    ...acts.map(({ when }) => Number(when.slice(0, 4))),
  ];
  if (years.length === 0) return { from: 2000, to: 2025 };
  return { from: Math.min(...years), to: Math.max(...years) };
}

/** The seven kinds of PLOVER in which states come closer (plover2022): verbal, then material cooperation. */
const cooperative: ReadonlySet<string> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
]);

export function isCooperative({ plover }: Pick<Act, "plover">): boolean {
  return cooperative.has(plover);
}

function actPanels(parties: readonly [Party, Party], acts: readonly Act[]): Panel[] {
  const [a, b] = parties;
  const by = (act: Act): "both" | "a" | "b" | "third" => {
    const [hasA, hasB] = [act.actors.includes(a.iso), act.actors.includes(b.iso)];
    if (hasA && hasB) return "both";
    if (hasA) return "a";
    return hasB ? "b" : "third";
  };
  const lanes: [ReturnType<typeof by>, string, Tone][] = [
    ["a", a.name.en, "a"],
    ["b", b.name.en, "b"],
    ["both", words.bothTogether, "ink"],
    ["third", words.otherStates, "third"],
  ];
  return lanes.flatMap(([who, label, tone]): Panel[] => {
    const ticks = acts.filter((act) => by(act) === who).map(tickOf);
    return ticks.length === 0 ? [] : [{ kind: "ticks", label: `${label}, ${words.acts(ticks.length)}`, tone, ticks }];
  });
}

function tickOf(act: Act): Tick {
  return {
    at: moment(act.when),
    side: isCooperative(act) ? "above" : "below",
    tall: act.form === "agreement",
    title: act.title.en,
  };
}

/** A date on the axis, in years with fraction: the middle of what a coarse date can mean is not known, so its start. */
export function moment(when: string): number {
  const [year = "", part = "", day = "01"] = (when.split("/")[0] ?? "").split("-");
  const quarter = /^Q([1-4])$/.exec(part);
  const month = quarter ? 3 * Number(quarter[1]) - 2 : Number(part || "1");
  return Number(year) + (month - 1) / 12 + (Number(day) - 1) / 366;
}

function describe({ parties, directions, countedBy, dates, acts }: YearsInput): string {
  const told = directions.map(({ from, to, perYear, undated }) => {
    const total = perYear.reduce((sum, { count }) => sum + count, 0);
    const most = perYear.reduce((best, one) => (one.count > best.count ? one : best), { year: 0, count: 0 });
    return words.directionTold({
      from: nameOf(parties, from),
      to: nameOf(parties, to),
      total,
      undated,
      most: most.count === 0 ? null : most,
    });
  });
  return words.yearsDescription({ directions: told, countedBy, dates, acts: acts.length });
}

function tableOf(
  { parties, directions, acts, lists }: YearsInput,
  { from, to }: { from: number; to: number },
): Chart["table"] {
  const count = (index: 0 | 1, year: number): number =>
    directions[index].perYear.find((one) => one.year === year)?.count ?? 0;
  const heads = directions.map((direction) =>
    words.direction(nameOf(parties, direction.from), nameOf(parties, direction.to)),
  );
  const rows = Array.from({ length: to - from + 1 }, (_, index) => from + index).map((year) => {
    const coveredBy = lists
      .filter((list) => list.ruled && year >= list.from && (list.to === null || year <= list.to))
      .map(({ name }) => name);
    const blank = coveredBy.length === 0;
    // Not covered is never zero.
    const cell = (value: number): number | string => (blank && value === 0 ? words.notCovered : value);
    return [
      String(year),
      cell(count(0, year)),
      cell(count(1, year)),
      acts.filter(({ when }) => when.startsWith(String(year))).length,
      blank ? words.noList : coveredBy.join(", "),
    ];
  });
  return { columns: [words.year, ...heads, words.actsColumn, words.coveredBy], rows };
}
