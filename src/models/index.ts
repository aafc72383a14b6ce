// The model library: one line per model.

import { adviser } from "./adviser.ts";
import { attrib } from "./attrib.ts";
import { bargain } from "./bargain.ts";
import { count } from "./count.ts";
import { flipit } from "./flipit.ts";
import { lab } from "./lab.ts";
import { link } from "./link.ts";
import type { Model } from "./model.ts";
import { recip } from "./recip.ts";
import { redline } from "./redline.ts";
import { repeat } from "./repeat.ts";
import { timing } from "./timing.ts";
import { trust } from "./trust.ts";

export const models: readonly Model[] = [
  repeat,
  link,
  bargain,
  trust,
  adviser,
  attrib,
  redline,
  timing,
  count,
  recip,
  flipit,
  lab,
];

export function modelOf(id: string): Model | null {
  return models.find(({ card }) => card.id === id.toUpperCase()) ?? null;
}
