// The measures of one question: their code and their numbers are asked for once the page stands, and their room is kept.

import { lazy, Suspense, type ReactNode } from "react";
import type { Known } from "../../facts/brief-facts.ts";
import type { Part } from "./measures/index.tsx";

const Measures = lazy(() => import("./measures/index.tsx"));

export function LaterMeasures({ part, known }: { part: Part; known: Known }): ReactNode {
  return (
    <Suspense fallback={<div className={`measure waiting-${part}`} aria-busy="true" />}>
      <Measures part={part} known={known} />
    </Suspense>
  );
}
