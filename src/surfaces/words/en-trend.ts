// Sentences about change points, trends and tension for the terminal.

import { counted, probability } from "./en.ts";

export const dispersionCaution = (dispersion: number): string =>
  `Within the segments the counts vary ${dispersion.toFixed(1)} times as much as chance alone would have them: some of the changes may be noise.`;

export const changesSentence = (none: number, value: number): string =>
  `That nothing changed has probability ${none < 1e-6 ? "below .000001" : probability(none)}; ${value.toFixed(1)} changes are expected.`;

export const segmentHeads = ["from", "to", "points", "total", "rate", "interval"] as const;

export const segmentsFound = (segments: number): string =>
  segments === 1 ? "No change earns its penalty." : `${counted(segments - 1, "change")} found.`;
