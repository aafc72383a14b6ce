// Shapes on a plane, in pixels from the top left: what a chart is once its width is known.

import { marks, type Tone } from "./chart.ts";

export type Shape =
  | { kind: "rect"; x: number; y: number; width: number; height: number; tone: Tone; fill: "solid" | "open" | "hatch" }
  | {
      kind: "line";
      x1: number;
      y1: number;
      x2: number;
      y2: number;
      tone: Tone;
      weight: "hair" | "thin" | "thick";
      dashed?: true;
    }
  | { kind: "dot"; x: number; y: number; radius: number; tone: Tone; fill: "solid" | "ring" | "diamond" | "faint" }
  | {
      kind: "path";
      points: [x: number, y: number][];
      tone: Tone;
      fill: "none" | "area";
      weight?: "thin" | "thick";
      dashed?: true;
    }
  | { kind: "text"; x: number; y: number; text: string; tone: Tone; anchor: "start" | "middle" | "end"; bold?: true };

export type Scene = {
  width: number;
  height: number;
  shapes: Shape[];
  /** Where each year stands, for pointing at it: empty where the axis is none of years. */
  years: { year: number; x: number; width: number }[];
};

/** Letters are 13 px; a line of text needs this much height. */
export const LINE = 18;

/** A guess at a text's width that errs on the wide side: there is no page to measure on in a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[\u2E80-\u9FFF]/.test(letter)
      ? 13.5
      : /[A-Z→●○◇MW]/.test(letter)
        ? 9.2
        : /[ilj.,:;'|!·]/.test(letter)
          ? 4
          : 7.1;
  return width;
}

/** Breaks a text into lines no wider than `width`. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

type Lettering = Partial<Pick<Extract<Shape, { kind: "text" }>, "tone" | "anchor" | "bold">>;

export function text(
  x: number,
  y: number,
  content: string,
  { tone = "quiet", anchor = "start", bold }: Lettering = {},
): Shape {
  return { kind: "text", x, y, text: content, tone, anchor, ...(bold ? { bold } : {}) };
}

/** A text after the mark of whose it is. */
export function marked(x: number, y: number, content: string, lettering: Lettering & { tone: Tone }): Shape[] {
  const fill = marks[lettering.tone];
  if (fill === null) return [text(x, y, content, lettering)];
  return [
    { kind: "dot", x: x + 5, y: y - 4.5, radius: 4, tone: lettering.tone, fill },
    text(x + 15, y, content, lettering),
  ];
}
