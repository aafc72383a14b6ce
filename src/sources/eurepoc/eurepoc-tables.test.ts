import { describe, expect, test } from "vitest";
import { importerNamed } from "../index.ts";
import { runImport } from "../run-import.ts";
import { statementIn, tryRow } from "../../../test/support/try-row.ts";
import { eurepoc13 } from "./eurepoc-1.3.ts";
import { eurepocAttribution11 } from "./eurepoc-attribution.ts";
import { eurepocReceiver11 } from "./eurepoc-receiver.ts";

const csv = (rows: Record<string, string>[]): Uint8Array => {
  const names = Object.keys(rows[0]!);
  const line = (cells: string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return new TextEncoder().encode(
    [line(names), ...rows.map((row) => line(names.map((name) => row[name] ?? "")))].join("\n"),
  );
};

describe("eurepocAttribution11", () => {
  // Rows made up for these tests, in the shape of the table.
  const row = {
    incident_ID: "9001",
    attribution_ID: "77.0",
    attribution_date: "2013-02-03",
    attribution_type: "Domestic legal action",
    attribution_basis: "Attribution by receiver government / state entity",
    attributing_actor: "Office of Letters",
    attribution_it_company: "Not available",
    attributing_country: "United States",
    attributed_initiator: "Moon Reader",
    attributed_initiator_country: "China",
    attributed_initiator_category: "State",
  };

  test("reads a row as what an author says, with the author's kind, side and basis", () => {
    expect(statementIn(tryRow(eurepocAttribution11, row))).toMatchObject({
      id: "eurepoc-attribution-1.1:9001-77",
      author: { name: { en: "Office of Letters" }, kind: "government", side: "USA" },
      said: "2013-02-03",
      basis: "legal",
      accused: { states: ["CHN"], actors: ["Moon Reader"] },
      listedBy: [
        { source: "eurepoc-1.1", id: "9001" },
        { source: "eurepoc-attribution-1.1", id: "77" },
      ],
    });
  });

  test("puts the rows of one attribution together and keeps two attributions apart", async () => {
    const result = await runImport(
      eurepocAttribution11,
      csv([
        row,
        { ...row, attributing_actor: "Ministry of Post", attributing_country: "Norway" },
        { ...row, attributed_initiator: "Paper Panda" },
        { ...row, attribution_ID: "78" },
      ]),
    );
    expect(result.statements.map(({ origin }) => origin.rows)).toEqual([[1, 2, 3], [4]]);
    expect(result.statements[0]!.value).toMatchObject({
      author: { name: { en: "Office of Letters; Ministry of Post" }, side: "third" },
      accused: { actors: ["Moon Reader", "Paper Panda"] },
      codes: { attributingCountries: "United States; Norway" },
    });
    expect(result.accepted).toBe(4);
  });

  test("names no author where EuRepoC names none, and rejects a row without an attribution", () => {
    const nobody = { ...row, attributing_actor: "", attributing_country: "", attribution_basis: "" };
    expect(statementIn(tryRow(eurepocAttribution11, nobody)).author).toMatchObject({ kind: "other", side: "third" });
    expect(tryRow(eurepocAttribution11, { ...row, attribution_ID: "" }).read).toMatchObject({
      field: "attribution_ID",
    });
    expect(tryRow(eurepocAttribution11, { ...row, incident_ID: "x" }).read).toMatchObject({ field: "incident_ID" });
  });
});

test("eurepocReceiver11 puts an incident's receivers together", async () => {
  const row = {
    ID: "9001",
    receiver_country: "Norway",
    receiver_name: "Post Office",
    receiver_category: "Critical infrastructure",
    receiver_category_subcode: "Telecommunications",
  };
  const other = {
    ...row,
    receiver_country: "Europe (region)",
    receiver_name: "Not available",
    receiver_category: "Media",
    receiver_category_subcode: "",
  };
  const result = await runImport(eurepocReceiver11, csv([row, other, { ...row, ID: "" }]));
  expect(result.statements).toHaveLength(1);
  expect(result.statements[0]!.value).toMatchObject({
    victims: { states: ["NOR"], names: ["Post Office", "Europe (region)"] },
    what: { sectors: ["communications", "media"] },
  });
  expect(result.rejections).toMatchObject([{ row: 3, field: "ID" }]);
});

describe("the dashboard's tables", () => {
  const shared = {
    ID: "9001",
    start_date: "2012-03-01",
    receiver_country: "Norway",
    initiator_country: "China",
    incident_type: "Data theft",
  };

  test("initiators: one statement per incident, whatever the combinations", async () => {
    const row = { ...shared, initiator_category: "State", initiator_name: "Moon Reader" };
    const rows = [
      row,
      { ...row, receiver_country: "Sweden" },
      { ...row, incident_type: "Disruption", initiator_name: "Not available" },
    ];
    const result = await runImport(importerNamed("eurepoc-dashboard-initiators-2023-12")!, csv(rows));
    expect(result.statements.map(({ value }) => value)).toMatchObject([
      {
        happened: "2012-03",
        accused: { states: ["CHN"], actors: ["Moon Reader"] },
        victims: { states: ["NOR", "SWE"] },
        what: { effects: ["data-theft", "disruption"] },
      },
    ]);
  });

  test("attributions: the earliest date and the lags; attributions-basis: one statement per attribution", async () => {
    const dates = {
      industry_date: "2013-05-06",
      political_date: "2012-04-05",
      attacker_date: "",
      third_party_date: "",
      other_date: "",
    };
    const lags = {
      date_difference_ind: "431",
      date_difference_pol: "35",
      date_difference_att: "",
      date_difference_third: "",
      date_difference_other: "",
      average_overall: "7.7",
    };
    const lagged = await runImport(
      importerNamed("eurepoc-dashboard-attributions-2023-12")!,
      csv([{ ...shared, ...dates, ...lags }]),
    );
    expect(lagged.statements[0]!.value).toMatchObject({
      attributed: "2012-04-05",
      codes: { date_difference_ind: 431, average_overall: 7.7 },
    });
    const based = {
      ...shared,
      attribution_ID: "7",
      attribution_date: "2013-01-01",
      attribution_basis_clean: "Attacker confirms",
    };
    const parts = await runImport(
      importerNamed("eurepoc-dashboard-attributions-basis-2023-12")!,
      csv([based, { ...based, attribution_ID: "8" }]),
    );
    expect(parts.statements.map(({ value }) => [value.id.split(":")[1], value.said])).toEqual([
      ["9001-7", "2013"],
      ["9001-8", "2013"],
    ]);
  });

  test("responses and incident-types: codes and the published intensity", async () => {
    const answered = {
      ...shared,
      political_response: "1",
      legal_response: "0",
      response: "1",
      weighted_cyber_intensity: "4",
    };
    const result = await runImport(
      importerNamed("eurepoc-dashboard-responses-2023-12")!,
      csv([answered, { ...answered, ID: "x" }]),
    );
    expect(result.statements[0]!.value).toMatchObject({
      codes: { political_response: 1, legal_response: 0 },
      scores: [{ value: 4 }],
    });
    expect(result.rejections).toMatchObject([{ row: 2, field: "ID" }]);
  });
});

test("eurepoc13 reads the later release's names, lists and days into the same record", () => {
  const tried = tryRow(eurepoc13, {
    incident_id: "9001",
    name: "Paper Lantern",
    description: "Somebody read the letters.",
    start_date: "14.05.2012",
    end_date: "01.06.2012",
    incident_type: "Data theft;Disruption",
    receiver_name: "Post Office;Not available",
    receiver_country: "Norway;Norway",
    receiver_category: "State institutions / political system",
    receiver_subcategory: "Military",
    initiator_name: "Moon Reader/G9999",
    initiator_country: "China;Unknown",
    initiator_category: "State",
    attribution_date: "03.02.2013;01.01.2014",
    weighted_intensity: "2.0",
    source_url: "https://example.org/a;https://example.org/b",
  });
  expect(statementIn(tried)).toMatchObject({
    id: "eurepoc-1.3:9001",
    happened: "2012-05-14/2012-06",
    attributed: "2013-02-03",
    accused: { states: ["CHN"], actors: ["Moon Reader", "G9999"] },
    victims: { states: ["NOR"], names: ["Post Office"] },
    what: { effects: ["data-theft", "disruption"], sectors: ["military"] },
    scores: [{ scale: "eurepoc-weighted-intensity", value: 2 }],
  });
  expect(statementIn(tried).read).toHaveLength(2);
  expect(tried.repairs).toEqual([]);
});
