export { worldParams } from "./params.ts";
export { checkIssue, isWorldKey, setInWorld } from "./set.ts";
export { standardWorld } from "./standard.ts";
export * from "./world.ts";
