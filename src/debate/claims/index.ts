// The library of claims: one line per file of templates.

import type { Template } from "./claim.ts";
import { measureTemplates } from "./templates-measure.ts";
import { modelTemplates } from "./templates-model.ts";

export type { Binding, MeasureName, QueryName, Template } from "./claim.ts";
export { findClaims, speaksOfSubject, type FoundClaim } from "./match.ts";

export const templates: readonly Template[] = [...measureTemplates, ...modelTemplates];

export function templateOf(id: string): Template | null {
  return templates.find((template) => template.id === id) ?? null;
}
