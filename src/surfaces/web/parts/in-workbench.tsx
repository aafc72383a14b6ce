// What changes something: there is nothing behind it in a published copy, and so it is not shown there.

import type { ReactNode } from "react";
import { copy } from "../copy.ts";

export function InWorkbench({ children }: { children: ReactNode }): ReactNode {
  return copy === null ? children : null;
}
