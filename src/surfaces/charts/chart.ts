// A chart is data: what it is called, what it says to those who listen, its table, and panels that share one axis.
// `layOut` turns it into shapes for a width; `svgOf` and the page turn shapes into a picture. So the page, the print
// and the export show the same thing.

import type { PlanePanel } from "./plane.ts";

/** Whose it is: colour and mark follow from it, never colour alone. */
export type Tone = "a" | "b" | "third" | "ink" | "quiet";

/** The second cue beside a colour: a disc, a ring, a diamond. */
export const marks: Record<Tone, "solid" | "ring" | "diamond" | null> = {
  a: "solid",
  b: "ring",
  third: "diamond",
  ink: null,
  quiet: null,
};

/** From the start of `from` to the end of `to`, both years included. */
export type Stretch = { from: number; to: number };

export type Bar = { at: number; value: number };

/** A moment on the time axis, in years with fraction; `side` is above the line or below it. */
export type Tick = { at: number; side: "above" | "below"; tall: boolean; title: string };

export type IntervalRow = {
  label: string;
  tone: Tone;
  /** Null where there is no estimate: `text` then says why. */
  value: number | null;
  lower: number | null;
  upper: number | null;
  text: string;
};

export type CellRow = { members: boolean[]; count: number };

export type Panel =
  | { kind: "bars"; grows: "up" | "down"; label: string; tone: Tone; bars: Bar[]; hatched: Stretch[] }
  | { kind: "axis" }
  | { kind: "heading"; text: string }
  | { kind: "ticks"; label: string; tone: Tone; ticks: Tick[] }
  | {
      kind: "windows";
      label: string;
      covered: Stretch[];
      /** By a rule of its own; without one, blanks inside the window say nothing either. */ ruled: boolean;
    }
  | { kind: "intervals"; rows: IntervalRow[]; reference: { at: number; label: string } | null }
  | { kind: "cells"; columns: string[]; rows: CellRow[]; tone: Tone }
  | PlanePanel;

export type Axis =
  | { kind: "years"; from: number; to: number }
  | { kind: "ratio"; from: number; to: number; ticks: number[] }
  | { kind: "count"; to: number }
  /** Values of a unit of their own: counts, points of a scale, probabilities. */
  | { kind: "values"; from: number; to: number; ticks: { at: number; text: string }[]; scale: "linear" | "log" }
  /** Each plane has its own two axes. */
  | { kind: "none" };

/** Named moments that are ruled through every panel of years. */
export type Rule = { at: number; label: string };

export type Chart = {
  id: string;
  title: string;
  /** Alternative text: the numbers in words. */
  description: string;
  axis: Axis;
  panels: Panel[];
  rules: Rule[];
  table: { columns: string[]; rows: (string | number | null)[][] };
};
