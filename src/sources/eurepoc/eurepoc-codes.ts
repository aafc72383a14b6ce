// What EuRepoC's words mean in ours, after its codebook. Categories and subcategories are its own, in full.

import type { Effect, Sector } from "../../values/statement.ts";

const effectsByType: Readonly<Record<string, readonly Effect[]>> = {
  Disruption: ["disruption"],
  "Data theft": ["data-theft"],
  "Data theft & Doxing": ["data-theft", "doxing"],
  "Hijacking with Misuse": ["intrusion"],
  "Hijacking without Misuse": ["intrusion"],
  Ransomware: ["disruption"],
};

export function effectsOfTypes(types: readonly string[]): Effect[] {
  const effects = [...new Set(types.flatMap((type) => effectsByType[type] ?? []))];
  return effects.length > 0 ? effects : ["unknown"];
}

// A category's own sector holds only where no subcategory says more.
const sectorByCategory: readonly (readonly [start: string, sector: Sector])[] = [
  ["State institutions", "government"],
  ["International / supranational", "government"],
  ["Corporate Targets", "commerce"],
  ["Social groups", "civil-society"],
  ["End user(s)", "civil-society"],
  ["Media", "media"],
  ["Science", "academia"],
  ["Education", "academia"],
  ["Other", "other"],
];

const sectorBySubcategory: Readonly<Record<string, Sector>> = {
  "Government / ministries": "government",
  "Civil service / administration": "government",
  Legislative: "government",
  Judiciary: "government",
  Police: "government",
  "Intelligence agencies": "government",
  "Other (e.g., embassies)": "government",
  Military: "military",
  "Defence industry": "defence-industry",
  Telecommunications: "communications",
  "Digital Provider": "information-technology",
  Energy: "energy",
  Finance: "finance",
  Transportation: "transport",
  Health: "health",
  Chemicals: "chemical",
  Water: "water",
  Food: "food",
  Space: "space",
  Research: "academia",
  "Critical Manufacturing": "manufacturing",
  "Political parties": "politics",
  "Election infrastructure / related systems": "politics",
  "Political opposition / dissidents / expats": "civil-society",
  "Advocacy / activists (e.g. human rights organizations)": "civil-society",
  "Other social groups": "civil-society",
  Religious: "civil-society",
  Ethnic: "civil-society",
  Hacktivist: "civil-society",
  Criminal: "other",
  Terrorist: "other",
};

export function sectorsOfReceivers(categories: readonly string[], subcategories: readonly string[]): Sector[] {
  const finer = subcategories.flatMap((name) => sectorBySubcategory[name] ?? []);
  const coarse = categories.flatMap((name) => sectorByCategory.find(([start]) => name.startsWith(start))?.[1] ?? []);
  // "State institutions" with "Military" under it names the military alone: all subcategories of a state are finer.
  const kept =
    finer.some((sector) => sector === "military") && !finer.includes("government")
      ? coarse.filter((sector) => sector !== "government")
      : coarse;
  const sectors = [...new Set([...finer, ...kept])];
  return sectors.length > 0 ? sectors : ["unknown"];
}

/** "(incident scores 2 points in intensity)" is 2; text without it is 0. */
export function pointsIn(text: string): number {
  const points = /scores (\d) points? in intensity/.exec(text);
  return points ? Number(points[1]) : 0;
}

/** Words with which EuRepoC says that it does not know. */
export function isUnknown(name: string): boolean {
  return name === "" || name === "Unknown" || name === "Not available" || name === "None";
}
