// The measures' panels, loaded after the first screen in one piece.

import type { ReactNode } from "react";
// Their style comes with them: the first screen does without.
// oxlint-disable-next-line import/no-unassigned-import
import "../../../style/measures.css";
import type { Known } from "../../../facts/brief-facts.ts";
import { EffectPanel } from "./effect-panel.tsx";
import { HiddenPanel } from "./hidden-panel.tsx";
import { ReciprocityPanel } from "./reciprocity-panel.tsx";
import { RestraintPanel } from "./restraint-panel.tsx";
import { ParityPanel, SeverityPanel } from "./severity-panel.tsx";
import { TensionPanel } from "./tension-panel.tsx";
import { TrendPanel } from "./trend-panel.tsx";

/** Which question of the page. */
export type Part = "magnitude" | "trend" | "kept";

export default function Measures({ part, known }: { part: Part; known: Known }): ReactNode {
  if (part === "magnitude")
    return (
      <>
        <ParityPanel known={known} />
        <SeverityPanel known={known} />
        <HiddenPanel known={known} />
      </>
    );
  if (part === "trend")
    return (
      <>
        <TrendPanel known={known} />
        <TensionPanel known={known} />
        <ReciprocityPanel known={known} />
      </>
    );
  return (
    <>
      <EffectPanel known={known} />
      <RestraintPanel known={known} />
    </>
  );
}
