// One row of EuRepoC's global database: one incident, its receivers, initiators and attributions in parallel lists.

import { distinct, numberOf, textOf } from "../cell-text.ts";
import type { Notes, Rejection, Row } from "../importer.ts";
import type { ListedRecord } from "../listed-record.ts";
import { statesAmong } from "../state-spelling.ts";
import { allAddresses } from "../web-address.ts";
import { earliestDate, noteMissingWords, readList, readDay, readPeriod, readText } from "./eurepoc-cells.ts";
import { effectsOfTypes, isUnknown, pointsIn, sectorsOfReceivers } from "./eurepoc-codes.ts";

export type EurepocRow = ListedRecord & {
  types: string[];
  /** Initiator categories, each once: State, Non-state-group, … */
  initiatorCategories: string[];
  /** Receivers and initiators that are no state: regions, organisations. */
  otherInitiators: string[];
  otherTargets: string[];
  attributionBases: string[];
  attributionTypes: string[];
  disclosedBy: string[];
  issues: string[];
};

export type EurepocRelease = {
  source: string;
  /** Columns that this release names otherwise than 1.1, by its own name. */
  renamed?: Readonly<Record<string, string>>;
  /** Nothing in the release can have happened after this day. */
  frozen: string;
  /** Values known to be wrong, by ID: applied only where the old value is there. */
  corrections: readonly { id: string; field: string; old: string; now: string; because: string }[];
};

export function parseEurepoc(written: Row, notes: Notes, release: EurepocRelease): EurepocRow | Rejection {
  const named = inNamesOf11(written, release);
  const id = textOf(named["ID"]).replace(/\.0$/, "");
  if (!/^\d+$/.test(id)) return { field: "ID", because: `expected a number, got "${id}"` };
  const row = corrected(named, id, notes, release);
  const title = readText(row, "name", notes);
  if (title === "") return { field: "name", because: "expected a name, got an empty cell" };
  noteMissingWords(row, notes);
  const dates = readPeriod(textOf(row["start_date"]), textOf(row["end_date"]), notes);
  if ((readDay(textOf(row["start_date"])) ?? "") > release.frozen) {
    notes.flag("start_date", `after the release was frozen, ${release.frozen}`);
  }
  const initiators = readCountries(row, "initiator_country", notes);
  const targets = readCountries(row, "receiver_country", notes);
  const subcategories = readList(row, "receiver_category_subcode", notes);
  const types = distinct(readList(row, "incident_type", notes));
  if (types.length === 0) notes.flag("incident_type", "no type");
  compareLengths(row, notes);
  return {
    source: release.source,
    id,
    title,
    description: readText(row, "description", notes),
    ...dates,
    disclosed: null,
    attributed: earliestDate(textOf(row["attribution_date"])),
    initiators: initiators.states,
    targets: targets.states,
    actors: groupNames(readList(row, "initiator_name", notes)),
    victims: known(readList(row, "receiver_name", notes)),
    effects: effectsOfTypes(types),
    sectors: sectorsOfReceivers(readList(row, "receiver_category", notes), subcategories),
    urls: readAddresses(row, notes),
    scores: readScores(row, notes),
    profile: false,
    types,
    initiatorCategories: known(readList(row, "initiator_category", notes)),
    otherInitiators: known(initiators.others),
    otherTargets: known(targets.others),
    attributionBases: known(readList(row, "attribution_basis", notes)),
    attributionTypes: known(readList(row, "attribution_type", notes)),
    disclosedBy: known(readList(row, "source_incident_detection_disclosure", notes)),
    issues: known(readList(row, "cyber_conflict_issue", notes)),
  };
}

function inNamesOf11(row: Row, { renamed }: EurepocRelease): Row {
  if (!renamed) return row;
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [renamed[name] ?? name, cell]));
}

function corrected(row: Row, id: string, notes: Notes, { corrections }: EurepocRelease): Row {
  const apt = corrections.filter((c) => c.id === id && textOf(row[c.field]) === c.old);
  for (const { field, because, old, now } of apt) notes.repair(field, because, old, now);
  return apt.length === 0 ? row : { ...row, ...Object.fromEntries(apt.map(({ field, now }) => [field, now])) };
}

function readCountries(row: Row, field: string, notes: Notes): ReturnType<typeof statesAmong> {
  const names = readList(row, field, notes);
  if (names.length === 0) notes.flag(field, "empty: the row names no country here");
  return statesAmong(names);
}

function known(items: readonly string[]): string[] {
  return distinct(items.filter((item) => !isUnknown(item)));
}

/** "APT1/Comment Crew/G0006 (PLA, Unit 61398)" holds four names: slashes part them, brackets hold one more. */
function groupNames(items: readonly string[]): string[] {
  const names = items.flatMap((item) => {
    const bracketed = [...item.matchAll(/\(([^()]*)\)/g)].map(([, inner]) => inner!.trim());
    const outside = item.replace(/\([^()]*\)/g, " ").split("/");
    return [...outside, ...bracketed].map((name) => name.replace(/\s+/g, " ").trim());
  });
  return known(names);
}

function readAddresses(row: Row, notes: Notes): string[] {
  return allAddresses(["sources_url", "sources_attribution"].flatMap((field) => readList(row, field, notes)));
}

function compareLengths(row: Row, notes: Notes): void {
  const [countries, categories] = [
    readList(row, "initiator_country", notes),
    readList(row, "initiator_category", notes),
  ];
  if (countries.length > 0 && categories.length > 0 && countries.length !== categories.length) {
    notes.flag("initiator_category", `${categories.length} categories beside ${countries.length} initiators`);
  }
}

const POINT_COLUMNS = [
  "data_theft",
  "disruption",
  "hijacking",
  "physical_effects_spatial",
  "physical_effects_temporal",
];

/** The published intensities, kept even where they disagree with their parts; a note says so. */
function readScores(row: Row, notes: Notes): ListedRecord["scores"] {
  const unweighted = numberOf(row["unweighted_cyber_intensity"]);
  const weighted = numberOf(row["weighted_cyber_intensity"]);
  const points = POINT_COLUMNS.reduce((sum, field) => sum + pointsIn(textOf(row[field])), 0);
  if (unweighted !== null && unweighted !== points) {
    notes.flag("unweighted_cyber_intensity", `${unweighted}, though its parts add up to ${points}`);
  }
  const multiplied = textOf(row["target_multiplier"]).startsWith("Very high");
  if (weighted !== null && unweighted !== null && weighted !== unweighted && !multiplied) {
    notes.flag(
      "weighted_cyber_intensity",
      `${weighted}, though nothing is weighted and the intensity is ${unweighted}`,
    );
  }
  const scores: ListedRecord["scores"] = [];
  if (unweighted !== null && unweighted >= 0) scores.push({ scale: "eurepoc-intensity", value: unweighted });
  if (weighted !== null && weighted >= 0) scores.push({ scale: "eurepoc-weighted-intensity", value: weighted });
  return scores.filter(({ value }) => value <= 15);
}
