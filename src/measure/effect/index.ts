// Did the agreement work? Every estimator of an event's effect, and what runs them all on a series or a case.

export { interrupted } from "./interrupted.ts";
export { fitLocalLevel } from "./local-level.ts";
export { placeboDates } from "./placebo-dates.ts";
export { placeboDyads } from "./placebo-dyads.ts";
export { effectOnSeries } from "./series-effect.ts";
export { specificationCurve } from "./specification-curve.ts";
export { structural } from "./structural.ts";
export { syntheticControl } from "./synthetic-control.ts";
export { windows } from "./windows.ts";
