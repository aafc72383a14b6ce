// What a page of a published copy says of the copy, in a block of data that its code reads.

import type { StateCode } from "../../values/state.ts";

export type PublishedCopy = {
  case: string;
  /** The two states as the case's page is addressed: usa-chn. */
  dyad: string;
  states: [StateCode, StateCode];
  /** The page's own address in a workbench. */
  page: string;
  /** The way from the page back to the root of the copy, such as "../../". */
  root: string;
  /** Days on which the copy also holds what was known then. */
  asof: string[];
  /** The answers that the page is drawn from, as the workbench addresses them. */
  needs: string[];
};

/** The element that holds it. */
export const COPY_ELEMENT = "published-copy";
