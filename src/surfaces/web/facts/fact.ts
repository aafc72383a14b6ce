// What stands behind a number: enough to understand, to doubt, to cite and to make it again.

import type { ReferenceKey } from "../../../values/references.ts";

/** Names a number in the address: "incidents:CHN-USA", "hidden:CHN-USA", "fall:dcid-2.0:with". */
export type FactKey = string;

export type Fact = {
  title: string;
  /** As printed on the page. Null where there is no estimate. */
  value: string | null;
  /** The number unrounded, with its unit. */
  exact: string | null;
  interval: string | null;
  refused: string | null;
  meaning: string;
  sources: string[];
  assumptions: readonly string[];
  formula: string;
  references: readonly ReferenceKey[];
  inputs: string | null;
  command: string;
  /** Address of the incidents that were counted. */
  list: string | null;
};
