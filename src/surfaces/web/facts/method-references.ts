// What an answer rests on even where it was refused: a refusal carries its reason, and the method that was tried has papers.

import type { ReferenceKey } from "../../../values/references.ts";

export type Method = "chao" | "averaged-bic" | "parity" | "before-after";

export const methodReferences: Record<Method, readonly ReferenceKey[]> = {
  chao: ["chao1987", "colwell2012", "cochran1954", "rivestBaillargeon2007"],
  "averaged-bic": ["fienberg1972", "cormack1989", "bucklandBurnhamAugustin1997", "fienbergRinaldo2012"],
  parity: ["przyborowskiWilenski1940", "clopperPearson1934", "cochran1954"],
  "before-after": ["przyborowskiWilenski1940", "clopperPearson1934"],
};
