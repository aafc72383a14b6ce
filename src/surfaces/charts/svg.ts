// A scene as one SVG document that needs nothing else: for the print, for saving, for the terminal's export.

import type { Chart, Tone } from "./chart.ts";
import { layOut } from "./lay-out.ts";
import type { Scene, Shape } from "./scene.ts";

export type Palette = Record<Tone, string> & { paper: string };

/** Print on paper: ink on nothing. */
export const onPaper: Palette = {
  a: "#1f6fb2",
  b: "#9c5212",
  third: "#6b6b6b",
  ink: "#1c1b19",
  quiet: "#625f58",
  paper: "#ffffff",
};

export const weights = { hair: 0.5, thin: 1, thick: 2 } as const;

const FONT = "Inter Variable, Inter, Helvetica, Arial, sans-serif";

/** The chart drawn at a width, with its title and description inside. */
export function svgOf(chart: Chart, width: number, palette: Palette = onPaper): string {
  const scene = layOut(chart, width);
  return svgOfScene(scene, { id: chart.id, title: chart.title, description: chart.description }, palette);
}

type About = { id: string; title: string; description: string };

function svgOfScene({ width, height, shapes }: Scene, { id, title, description }: About, palette: Palette): string {
  const hatch = `${id}-hatch`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-words" font-family="${FONT}" font-size="13">`,
    `<title id="${id}-title">${escape(title)}</title><desc id="${id}-words">${escape(description)}</desc>`,
    `<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="${palette.quiet}" stroke-width="1" stroke-opacity="0.55"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    ...shapes.map((shape) => svgShape(shape, palette, hatch)),
    "</svg>",
  ].join("\n");
}

function svgShape(shape: Shape, palette: Palette, hatch: string): string {
  const colour = palette[shape.tone];
  switch (shape.kind) {
    case "rect": {
      const box = `x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}"`;
      if (shape.fill === "hatch") return `<rect ${box} fill="url(#${hatch})"/>`;
      return shape.fill === "solid"
        ? `<rect ${box} fill="${colour}"/>`
        : `<rect ${box} fill="${mixed(colour, palette.paper)}" stroke="${colour}"/>`;
    }
    case "line":
      return `<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke="${colour}" stroke-width="${weights[shape.weight]}"${shape.weight === "hair" ? ' stroke-opacity="0.5"' : ""}${shape.dashed ? ' stroke-dasharray="3 3"' : ""}/>`;
    case "dot":
      if (shape.fill === "diamond")
        return `<path d="${diamond(shape)}" fill="${palette.paper}" stroke="${colour}" stroke-width="1.5"/>`;
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.radius}" ${dotFill(shape.fill, colour, palette.paper)}/>`;
    case "path":
      return `<path d="${pathOf(shape)}" ${pathPaint(shape, colour)}/>`;
    case "text":
      break;
  }
  return `<text x="${round(shape.x)}" y="${round(shape.y)}" fill="${colour}" text-anchor="${shape.anchor}" stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"${shape.bold ? ' font-weight="600"' : ""}>${escape(shape.text)}</text>`;
}

function pathPaint({ fill, weight = "thin", dashed }: Extract<Shape, { kind: "path" }>, colour: string): string {
  if (fill === "area") return `fill="${colour}" fill-opacity="0.18"`;
  return `fill="none" stroke="${colour}" stroke-width="${weights[weight]}" stroke-linejoin="round"${dashed ? ' stroke-dasharray="3 3"' : ""}`;
}

/** The points of a path as SVG writes them; an area is closed. */
export function pathOf({ points, fill }: Extract<Shape, { kind: "path" }>): string {
  const steps = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
  return fill === "area" ? `${steps}Z` : steps;
}

function dotFill(fill: "solid" | "ring" | "faint", colour: string, paper: string): string {
  if (fill === "solid") return `fill="${colour}"`;
  return fill === "ring"
    ? `fill="${paper}" stroke="${colour}" stroke-width="2"`
    : `fill="${colour}" fill-opacity="0.18"`;
}

/** A sixth of the colour on paper: opaque, so that grid lines do not show through. */
function mixed(colour: string, paper: string): string {
  const parts = (hex: string): number[] => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  const [over, under] = [parts(colour), parts(paper)];
  return `#${over
    .map((part, index) =>
      Math.round(part * 0.16 + (under[index] ?? 255) * 0.84)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

export function diamond({ x, y, radius }: { x: number; y: number; radius: number }): string {
  const [cx, cy, r] = [round(x), round(y), radius + 0.5];
  return `M${cx} ${round(cy - r)}L${round(cx + r)} ${cy}L${cx} ${round(cy + r)}L${round(cx - r)} ${cy}Z`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
