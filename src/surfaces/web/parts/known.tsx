// The brief that the numbers on a page belong to, for whatever shows a number.

import { createContext, useContext, type ReactNode } from "react";
import type { Known } from "../facts/brief-facts.ts";

const KnownContext = createContext<Known | null>(null);

export function KnownBrief({ known, children }: { known: Known; children: ReactNode }): ReactNode {
  return <KnownContext value={known}>{children}</KnownContext>;
}

export function useKnown(): Known | null {
  return useContext(KnownContext);
}
