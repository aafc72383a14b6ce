export { describeWorld, type Described } from "./describe.ts";
export { worldFromFile } from "./from-file.ts";
export { formulas, fromLedger, type Formula } from "./from-ledger.ts";
export { worldParams } from "./params.ts";
export { checkIssue, isWorldKey, setInWorld } from "./set.ts";
export { standardWorld } from "./standard.ts";
export * from "./world.ts";
