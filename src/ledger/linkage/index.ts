// Record linkage: lists of incidents with each other, and tables of persons.

import type { ReferenceKey } from "../../values/references.ts";

export { link, explain, type LinkOptions, type Linkage, type LinkContext, type RecordName } from "./link.ts";
export type { LinkedPair } from "./linked-pair.ts";
export { clusters, type Cluster, type Clusters, type ClusterOptions } from "./clusters.ts";
export { draws, type DrawOptions } from "./draws.ts";
export { queue, type Queued, type QueueOptions } from "./queue.ts";
export { aliasRegister, type AliasClaim, type AliasRegister } from "./alias-register.ts";
export { knownActors } from "./known-actors.ts";
export { personLink, type PersonLinkage, type PersonOptions, type PersonPair } from "./person/person-link.ts";
export { epilinkWeight } from "./person/epilink.ts";
export { crossValidate, learn, lessonsOf, type JudgedPair, type Tested } from "./learn.ts";

/** What linkage leans on. */
export const linkageReferences: readonly ReferenceKey[] = [
  "fellegiSunter1969",
  "dempster1977",
  "winkler1990",
  "sadinle2017",
  "sadinle2018",
  "papandreouYuille2011",
  "levenshtein1966",
  "bocek2007",
  "contiero2005",
];
