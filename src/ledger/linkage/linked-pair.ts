// A judged pair of records, named as in the output of `detente link`.

import type { LinkKind } from "../../values/statement.ts";

export type LinkedPair = {
  source_a: string;
  id_a: string;
  source_b: string;
  id_b: string;
  probability: number;
  kind: LinkKind;
};
