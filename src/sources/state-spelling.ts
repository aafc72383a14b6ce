// States as incident lists spell them, beyond the spellings that every folder knows, and states named inside a text.

import { allStates, stateFromName, stateName, type StateCode } from "../values/state.ts";

const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["Holy See (Vatican City State)", "VAT"],
  ["Congo, the Democratic Republic of the", "COD"],
  ["The Philippines", "PHL"],
  ["The Netherlands", "NLD"],
  ["Micronesia, Federated States of", "FSM"],
  ["Virgin Islands, U.S.", "USA"],
]);

/** The state that a list means, or null for a region, an organisation or a name that nobody knows. */
export function stateSpelled(name: string): StateCode | null {
  const plain = name.trim();
  return stateFromName(OTHER_SPELLINGS.get(plain) ?? plain);
}

let byIso2: Map<string, StateCode> | null = null;

/** The state with an ISO 3166-1 alpha-2 code, or null. "UK" and "UAE" are read as lists mean them. */
export function stateFromIso2(code: string): StateCode | null {
  byIso2 ??= new Map(allStates().map((state) => [state.iso2, state.code]));
  const plain = code.trim().toUpperCase();
  return byIso2.get({ UK: "GB", UAE: "AE" }[plain] ?? plain) ?? null;
}

export type StatesRead = { states: StateCode[]; others: string[] };

/** Of the names of states and other things: the states, each once, and the rest. */
export function statesAmong(names: readonly string[]): StatesRead {
  const states: StateCode[] = [];
  const others: string[] = [];
  for (const name of names) {
    const state = stateSpelled(name);
    const list: string[] = state === null ? others : states;
    const item = state ?? name.trim();
    if (item !== "" && !list.includes(item)) list.push(item);
  }
  return { states, others };
}

// "American" and the like, for the states that lists speak of most. "Georgia", "Jordan", "Chad" and "Niger" are also
// other things, but not in a list of victims.
const PEOPLES: Readonly<Record<string, string>> = {
  Chinese: "CHN",
  Russian: "RUS",
  Iranian: "IRN",
  "North Korean": "PRK",
  "South Korean": "KOR",
  Taiwanese: "TWN",
  Japanese: "JPN",
  Indian: "IND",
  Pakistani: "PAK",
  Israeli: "ISR",
  Ukrainian: "UKR",
  Vietnamese: "VNM",
  British: "GBR",
  German: "DEU",
  French: "FRA",
  Saudi: "SAU",
  Turkish: "TUR",
  Polish: "POL",
  Estonian: "EST",
  Georgian: "GEO",
  Australian: "AUS",
  Canadian: "CAN",
  Norwegian: "NOR",
  Iraqi: "IRQ",
  Syrian: "SYR",
  Lebanese: "LBN",
  Philippine: "PHL",
  Filipino: "PHL",
  Mongolian: "MNG",
  Cambodian: "KHM",
  Afghan: "AFG",
  Belarusian: "BLR",
  Emirati: "ARE",
  Qatari: "QAT",
  Armenian: "ARM",
  Azerbaijani: "AZE",
  Kazakh: "KAZ",
  Lithuanian: "LTU",
  Latvian: "LVA",
  Finnish: "FIN",
  Swedish: "SWE",
  Danish: "DNK",
  Dutch: "NLD",
  Italian: "ITA",
  Spanish: "ESP",
  Mexican: "MEX",
  Ethiopian: "ETH",
  Egyptian: "EGY",
  Bahraini: "BHR",
  Palestinian: "PSE",
  Moroccan: "MAR",
  Albanian: "ALB",
  Montenegrin: "MNE",
  Hungarian: "HUN",
  Czech: "CZE",
  Slovak: "SVK",
  Romanian: "ROU",
  Malaysian: "MYS",
  Indonesian: "IDN",
  Singaporean: "SGP",
  Thai: "THA",
  Nepalese: "NPL",
  "Sri Lankan": "LKA",
  "New Zealander": "NZL",
  Belgian: "BEL",
  Swiss: "CHE",
  Austrian: "AUT",
  Greek: "GRC",
  Cypriot: "CYP",
};

let mentions: { pattern: RegExp; byWord: Map<string, StateCode> } | null = null;

/** The states that a text names, each once, in the order of first mention. Case counts: "us" is not "US". */
export function statesNamedIn(text: string): StateCode[] {
  mentions ??= mentionPattern();
  const found = [...text.matchAll(mentions.pattern)].map(([word]) => mentions!.byWord.get(word)!);
  return [...new Set(found)];
}

function mentionPattern(): { pattern: RegExp; byWord: Map<string, StateCode> } {
  const byWord = new Map<string, StateCode>();
  for (const state of allStates()) {
    for (const word of [stateName(state.code, "en"), ...state.spellings]) byWord.set(word, state.code);
  }
  for (const [word, code] of [...OTHER_SPELLINGS, ...Object.entries(PEOPLES)]) byWord.set(word, code as StateCode);
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return { pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join("|")})(?![\p{L}\p{N}])`, "gu"), byWord };
}
