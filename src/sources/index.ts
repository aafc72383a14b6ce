// Every list that the workbench reads, by name.

import { etda } from "./alias/etda.ts";
import { misp360net, mispThreatActor } from "./alias/misp.ts";
import { cfr2021, cfr2023, cfrToday } from "./cfr/cfr.ts";
import { gpr, gprCsv } from "./context/gpr.ts";
import { icbActors, icbDyads } from "./context/icb.ts";
import { mid } from "./context/mid.ts";
import { dcid11, dcid15 } from "./dcid/dcid-1.ts";
import { dcid20Escalation } from "./dcid/dcid-2.0-escalation.ts";
import { dcid20 } from "./dcid/dcid-2.0.ts";
import { eurepoc11 } from "./eurepoc/eurepoc-1.1.ts";
import { eurepoc13 } from "./eurepoc/eurepoc-1.3.ts";
import { eurepocAttribution11, eurepocAttribution13 } from "./eurepoc/eurepoc-attribution.ts";
import { eurepocDashboard } from "./eurepoc/eurepoc-dashboard.ts";
import { eurepocReceiver11, eurepocReceiver13 } from "./eurepoc/eurepoc-receiver.ts";
import { plainCsv, plainJson, plainJsonl } from "./plain/plain.ts";
import { cissm } from "./press/cissm.ts";
import { hackmageddon } from "./press/hackmageddon.ts";
import type { Importer } from "./importer.ts";
import { stix } from "./stix/stix.ts";

export const importers: readonly Importer[] = [
  dcid20,
  dcid20Escalation,
  dcid15,
  dcid11,
  eurepoc11,
  eurepoc13,
  eurepocAttribution11,
  eurepocAttribution13,
  eurepocReceiver11,
  eurepocReceiver13,
  ...eurepocDashboard,
  cfr2023,
  cfr2021,
  cfrToday,
  hackmageddon,
  cissm,
  etda,
  mispThreatActor,
  misp360net,
  gpr,
  gprCsv,
  mid,
  icbActors,
  icbDyads,
  plainCsv,
  plainJsonl,
  plainJson,
  stix,
];

/** The importer of that name; "dcid" and "eurepoc" mean the first release listed. Null where there is none. */
export function importerNamed(name: string): Importer | null {
  const exact = importers.find((importer) => importer.name === name);
  return exact ?? importers.find((importer) => importer.name.startsWith(`${name}-`)) ?? null;
}
