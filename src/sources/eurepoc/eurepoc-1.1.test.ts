import { describe, expect, test } from "vitest";
import { statementIn, tryRow } from "../../../test/support/try-row.ts";
import { eurepoc11 } from "./eurepoc-1.1.ts";

// A row made up for these tests, in the shape of the table.
const row = {
  ID: "9001",
  name: "Paper Lantern",
  description: "Somebody read the letters.",
  start_date: "2012-05-14",
  end_date: "2012-06-02",
  incident_type: "Data theft; Hijacking with Misuse",
  source_incident_detection_disclosure: "Incident disclosed by victim",
  receiver_name: `[['Post Office'], ["Writers' Club"]]`,
  receiver_country: "['United States', 'Europe (region)', 'United States']",
  receiver_category: "[['Critical infrastructure'], ['Social groups']]",
  receiver_category_subcode: "[['Telecommunications'], ['']]",
  initiator_name: "['Moon Reader/G9999 (Unit 1)', 'Not available']",
  initiator_country: `['China', "Korea, Democratic People's Republic of"]`,
  initiator_category: "['State', 'State']",
  attribution_date: "2013-01-01; 2012-11-03",
  attribution_basis: "Media-based attribution",
  attribution_type: "Attribution given, type unclear",
  data_theft: "For private / commercial targets: sensitive information (incident scores 2 points in intensity)",
  disruption: "none",
  hijacking: "none",
  physical_effects_spatial: "none",
  physical_effects_temporal: "none",
  unweighted_cyber_intensity: "2",
  target_multiplier: "Moderate - high political importance",
  weighted_cyber_intensity: "2.0",
  sources_url: "['https://example.org/a', 'https://example.org/a']",
  sources_attribution: "[]",
};
const tried = (changes: Record<string, unknown>): ReturnType<typeof tryRow> =>
  tryRow(eurepoc11, { ...row, ...changes });
const happened = (start_date: string, end_date: string): unknown =>
  statementIn(tried({ start_date, end_date })).happened;

describe("eurepoc11 reads a row", () => {
  test("with its lists in both formats, each state once, regions apart", () => {
    const statement = statementIn(tried({}));
    expect(statement).toMatchObject({
      id: "eurepoc-1.1:9001",
      accused: { states: ["CHN", "PRK"], actors: ["Moon Reader", "G9999", "Unit 1"] },
      victims: { states: ["USA"], names: ["Post Office", "Writers' Club"] },
      what: { effects: ["data-theft", "intrusion"], sectors: ["communications", "civil-society"] },
      happened: "2012-05-14/2012-06-02",
      attributed: "2012-11-03",
      read: [{ url: "https://example.org/a" }],
      scores: [
        { scale: "eurepoc-intensity", value: 2 },
        { scale: "eurepoc-weighted-intensity", value: 2 },
      ],
    });
    expect(statement.codes).toMatchObject({ otherTargets: "Europe (region)" });
    expect(tried({}).repairs).toEqual([]);
    expect(tried({}).flags).toEqual([]);
  });

  test("with 1 January as a year and day 1 as a month", () => {
    expect(happened("2012-01-01", "2012-01-01")).toBe("2012");
    expect(happened("2012-03-01", "2013-01-01")).toBe("2012-03/2013");
    expect(happened("2012-03-05", "")).toBe("2012-03-05/..");
  });

  test.each([
    ["2006-01-01", "2000-01-01", "2006/..", "filler"],
    ["2014-05-20", "2014-01-01", "2014-05-20/2014", "only the year"],
    ["2014-02-15", "2014-02-01", "2014-02-15/2014-02", "only the month"],
    ["2015-10-07", "2015-07-10", "2015-10-07", "exchanged"],
    ["2018-10-30", "2018-01-05", "2018-10-30/..", "unknown"],
    ["2018-10-30", "soon", "2018-10-30/..", "no date"],
  ])("from %s to %s as %s", (start_date, end_date, expected, because) => {
    const dated = tried({ start_date, end_date });
    expect(statementIn(dated).happened).toBe(expected);
    expect(dated.repairs).toMatchObject([{ field: "end_date", old: end_date }]);
    expect(dated.repairs[0]!.because).toContain(because);
  });

  test("with a start after the release corrected where the later edition has it, and otherwise flagged", () => {
    const known = tried({ ID: "2110", start_date: "2023-08-13", end_date: "2023-08-17" });
    expect(known.repairs.map(({ field, old, new: now }) => [field, old, now])).toEqual([
      ["start_date", "2023-08-13", "2022-08-13"],
      ["end_date", "2023-08-17", ""],
    ]);
    expect(statementIn(known).happened).toBe("2022-08-13/..");
    expect(tried({ start_date: "2023-09-01", end_date: "" }).flags).toMatchObject([{ field: "start_date" }]);
  });

  test("with words for missing as nothing, and said; not where None is a value", () => {
    const { repairs } = tried({
      attribution_basis: "None; Attacker confirms",
      user_interaction: "None",
      legal_response_date: "NaT; 2020-01-01",
    });
    expect(repairs.map(({ field, old }) => [field, old])).toEqual([
      ["attribution_basis", "None; Attacker confirms"],
      ["legal_response_date", "NaT; 2020-01-01"],
    ]);
    expect(statementIn(tried({ attribution_basis: "nan; Attacker confirms" })).codes).toMatchObject({
      attributionBases: "Attacker confirms",
    });
  });

  test("and keeps gaps with a flag: no start, no initiator, no receiver, no type, lists of different length", () => {
    const flagged = (changes: Record<string, string>): string[] => tried(changes).flags.map(({ field }) => field);
    expect(flagged({ start_date: "" })).toEqual(["start_date"]);
    expect(flagged({ initiator_country: "" })).toEqual(["initiator_country"]);
    expect(flagged({ receiver_country: "" })).toEqual(["receiver_country"]);
    expect(flagged({ incident_type: "" })).toEqual(["incident_type"]);
    expect(flagged({ initiator_category: "['State']" })).toEqual(["initiator_category"]);
    expect(statementIn(tried({ initiator_country: "['Unknown']" })).accused.states).toEqual([]);
    expect(statementIn(tried({ start_date: "" })).happened).toBeNull();
  });

  test("and keeps published intensities that do not add up, with a flag", () => {
    const more = tried({ unweighted_cyber_intensity: "3", weighted_cyber_intensity: "3.0" });
    expect(more.flags).toMatchObject([
      { field: "unweighted_cyber_intensity", because: "3, though its parts add up to 2" },
    ]);
    expect(statementIn(more).scores?.[0]).toEqual({ scale: "eurepoc-intensity", value: 3 });
    expect(tried({ weighted_cyber_intensity: "3.0" }).flags).toMatchObject([{ field: "weighted_cyber_intensity" }]);
    const multiplied = { weighted_cyber_intensity: "3.0", target_multiplier: "Very high political importance (…)" };
    expect(tried(multiplied).flags).toEqual([]);
  });

  test("with hard blanks as blanks, and a list that nobody can read as one item, and said", () => {
    const hard = tried({ description: "Somebody\u00a0read." });
    expect(hard.repairs).toMatchObject([{ field: "description", old: "1 hard blanks" }]);
    expect(statementIn(hard).summary.en).toBe("Paper Lantern: Somebody read.");
    expect(tried({ receiver_name: "[['a'" }).flags).toMatchObject([{ field: "receiver_name" }]);
  });

  test("or rejects it without a number or a name", () => {
    expect(tried({ ID: "x" }).read).toMatchObject({ field: "ID" });
    expect(tried({ name: "" }).read).toMatchObject({ field: "name" });
  });
});
