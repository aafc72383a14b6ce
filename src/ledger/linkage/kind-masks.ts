// Sectors and effects as bit masks. Lists code at different depths (CFR knows four sectors, EuRepoC says "data theft" where CFR says
// "espionage"), so each kind also belongs to a family.

import { effects, sectors, type Effect, type Sector } from "../../values/statement.ts";

export type KindMask = { exact: number; family: number };

const effectFamilies: Record<Effect, string> = {
  probing: "taking",
  espionage: "taking",
  "data-theft": "taking",
  intrusion: "taking",
  doxing: "taking",
  prepositioning: "taking",
  "financial-theft": "money",
  defacement: "harm",
  disruption: "harm",
  degradation: "harm",
  destruction: "harm",
  influence: "influence",
  unknown: "",
};

const stateSectors = new Set<Sector>(["government", "military", "politics"]);
const societySectors = new Set<Sector>(["civil-society", "media", "academia"]);
const families = ["taking", "money", "harm", "influence", "state", "society", "firms"];

export function effectMask(given: readonly Effect[]): KindMask {
  return maskOf(given, effects, (effect) => effectFamilies[effect]);
}

export function sectorMask(given: readonly Sector[]): KindMask {
  return maskOf(given, sectors, sectorFamily);
}

function sectorFamily(sector: Sector): string {
  if (stateSectors.has(sector)) return "state";
  return societySectors.has(sector) ? "society" : "firms";
}

function maskOf<Kind extends string>(
  given: readonly Kind[],
  all: readonly Kind[],
  familyOf: (kind: Kind) => string,
): KindMask {
  const mask: KindMask = { exact: 0, family: 0 };
  for (const kind of given) {
    if (kind === "unknown") continue;
    mask.exact |= 1 << all.indexOf(kind);
    mask.family |= 1 << families.indexOf(familyOf(kind));
  }
  return mask;
}
