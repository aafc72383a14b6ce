// From what was known before to what the reasons make of it: each reason a bar from where the one before it ended, in bits.
// Solid bars speak for one thing, open ones against it.

import { waterfall as words } from "../words/en-review.ts";
import { LINE, text, textWidth, type Scene, type Shape } from "./scene.ts";

export type Reason = { feature: string; level: string; bits: number };

export type WaterfallInput = { prior: number; bits: readonly Reason[]; probability: number };

/** A step of the waterfall: the sum before it, its own bits. */
type Step = { label: string; detail: string; from: number; bits: number; kind: "prior" | "reason" | "total" };

/** Smaller reasons are gathered into one step. */
const SMALLEST = 0.15;

export function waterfallSteps({ prior, bits }: WaterfallInput): Step[] {
  const large = bits
    .filter((one) => Math.abs(one.bits) >= SMALLEST)
    .toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  const small = bits.filter((one) => Math.abs(one.bits) < SMALLEST && one.bits !== 0);
  const reasons = [
    ...large.map(({ feature, level, bits: own }) => ({
      label: words.features[feature] ?? feature,
      detail: level,
      bits: own,
    })),
    ...(small.length > 0
      ? [{ label: words.rest(small.length), detail: "", bits: small.reduce((sum, one) => sum + one.bits, 0) }]
      : []),
  ];
  let sum = prior;
  const steps: Step[] = [{ label: words.prior, detail: "", from: 0, bits: prior, kind: "prior" }];
  for (const reason of reasons) {
    steps.push({ ...reason, from: sum, kind: "reason" });
    sum += reason.bits;
  }
  return [...steps, { label: words.total, detail: "", from: 0, bits: sum, kind: "total" }];
}

/** The numbers in words, for those who listen. */
export function waterfallWords(input: WaterfallInput): string {
  const percent = `${(100 * input.probability).toFixed(input.probability > 0.1 && input.probability < 0.9 ? 0 : 1)}%`;
  const steps = waterfallSteps(input).map(({ label, bits }) => `${label}: ${words.bits(bits)}`);
  return `${steps.join("; ")}: ${words.probability(percent)}.`;
}

const ROW = 2 * LINE + 8;
const NUMBER = 48;

/** Label above, bar below it: labels are long and pages may be narrow. */
export function waterfallScene(input: WaterfallInput, width: number): Scene {
  const steps = waterfallSteps(input);
  const ends = steps.flatMap(({ from, bits }) => [from, from + bits]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const [left, right] = [NUMBER, width - NUMBER];
  const x = (bits: number): number => left + ((bits - low) / Math.max(1e-9, high - low)) * (right - left);
  const height = steps.length * ROW + 8;
  const shapes: Shape[] = [
    { kind: "line", x1: x(0), y1: 0, x2: x(0), y2: height, tone: "quiet", weight: "hair" },
    ...steps.flatMap((step, index) => stepShapes(step, index * ROW, x, width)),
  ];
  return { width, height, shapes, years: [] };
}

function stepShapes(
  { label, detail, from, bits, kind }: Step,
  top: number,
  x: (bits: number) => number,
  width: number,
): Shape[] {
  const [start, end] = [x(from), x(from + bits)];
  const bold = kind !== "reason";
  const own = textWidth(label) * (bold ? 1.08 : 1);
  const room = width - own - 12;
  return [
    text(0, top + LINE - 3, label, { tone: "ink", ...(bold ? { bold: true as const } : {}) }),
    ...(detail !== "" && room > 60 ? [text(own + 12, top + LINE - 3, fitted(detail, room))] : []),
    {
      kind: "rect",
      x: Math.min(start, end),
      y: top + LINE + 2,
      width: Math.max(1, Math.abs(end - start)),
      height: 12,
      tone: kind === "reason" ? "ink" : "third",
      fill: bits >= 0 ? "solid" : "open",
    },
    text(bits >= 0 ? Math.max(start, end) + 5 : Math.min(start, end) - 5, top + LINE + 13, words.bits(bits), {
      tone: "ink",
      anchor: bits >= 0 ? "start" : "end",
    }),
  ];
}

/** A text that ends in … where there is no room for all of it: the table has the whole. */
function fitted(content: string, room: number): string {
  if (textWidth(content) <= room) return content;
  let cut = content;
  while (cut !== "" && textWidth(`${cut}…`) > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
