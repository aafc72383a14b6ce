// What the chart of a declared line says.

import { counted } from "./en.ts";

export const lineCharts = {
  title: "Incidents since then, by how far they stayed below the line",
  line: "the line",
  year: "first date of the incident",
  below: "steps below the line",
  known: "all parts on record",
  open: "a part that nothing on record tells counts as none",
  severity: "gravest DCID severity on record",
  incidents: "incidents",
  columns: ["Incident", "First day", "Steps below", "Severity", "At the line"],
  crossings: { no: "no", possible: "perhaps", yes: "yes" },
  description: (gist: string, distances: readonly { steps: number }[]): string => {
    const steps = [...new Set(distances.map((one) => one.steps))].sort((one, other) => one - other);
    const parts = steps.map((step) => {
      const count = distances.filter((one) => one.steps === step).length;
      return `${step === 0 ? "at the line" : counted(step, "step") + " below"}: ${count}`;
    });
    return `${gist} ${parts.join("; ")}.`;
  },
} as const;
