// Which years each source covers. Outside its window a source says nothing, and that is no zero.

import { charts as words } from "../words/en-charts.ts";
import type { Chart } from "./chart.ts";
import type { Window } from "./years.ts";

export function windowsChart(windows: readonly Window[], lastYear: number): Chart {
  const from = Math.min(...windows.map((window) => window.from));
  const to = Math.max(lastYear, ...windows.map((window) => window.to ?? lastYear));
  const years = (window: Window): string =>
    window.to === null ? words.since(window.from) : words.years(window.from, window.to);
  return {
    id: "windows",
    title: words.windowsTitle,
    description: windows.map((window) => `${window.name}: ${years(window)}`).join("; "),
    axis: { kind: "years", from, to },
    panels: [
      ...windows.map((window) => ({
        kind: "windows" as const,
        label: `${window.name}, ${years(window)}${window.ruled ? "" : `, ${words.noRule}`}`,
        covered: [{ from: window.from, to: window.to ?? to }],
        ruled: window.ruled,
      })),
      { kind: "axis" },
    ],
    rules: [],
    table: {
      columns: [words.source, words.firstYear, words.lastYear],
      rows: windows.map((window) => [
        window.name,
        String(window.from),
        window.to === null ? words.stillKept : String(window.to),
      ]),
    },
  };
}
