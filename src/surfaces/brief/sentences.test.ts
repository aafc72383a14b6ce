import { describe, expect, test } from "vitest";
import { ISL, madeUpIncident, madeUpRow, NZL } from "../../../test/support/made-up.ts";
import { tinyView } from "../../../test/support/tiny-case.ts";
import type { Incident } from "../../ledger/incident.ts";
import type { Act } from "../../values/act.ts";
import type { When } from "../../values/when.ts";
import { composeBrief, type Brief } from "./compose.ts";

const tiny = tinyView();

function briefOf(incidents: Incident[], acts: Act[] = []): Brief {
  return composeBrief({ ...tiny, incidents, acts }, { asof: null, dates: "first", side: null });
}

const answers = ({ sections }: Brief): string[] => sections.map(({ answer }) => answer);

/** `count` incidents of one direction, a row on each of the lists. */
function listed(
  count: number,
  lists: readonly string[],
  when: string,
  more: Parameters<typeof madeUpRow>[1] = {},
): Incident[] {
  const rows = lists.map((list) => madeUpRow(list, { happened: when as When, ...more }));
  return Array.from({ length: count }, (_, index) =>
    madeUpIncident(rows, `${lists.join("-").replaceAll(".", "-")}-${when}-${index}`),
  );
}

const back = { accused: { states: [NZL], actors: [] }, victims: { states: [ISL], names: [] } };

describe("headline()", () => {
  test("of no incident says so in whole sentences", () => {
    expect(briefOf([]).headline).toBe(
      "On the public record, Iceland is accused of acting against New Zealand in 0 incidents, and New Zealand against Iceland in 0; sources in New Zealand say 0 and 0, sources in Iceland say 0 and 0 and third parties say 0 and 0. How many there are of Iceland against New Zealand, those on no list included, cannot be estimated, and how many there are of New Zealand against Iceland, those on no list included, cannot be estimated. Whether fewer followed the made-up understanding: no list can tell.",
    );
  });

  test("gives the total where the lists overlap, and says where they do not", () => {
    const [said, hidden] = tinyHeadline();
    expect(said).toBe(
      "On the public record, Iceland is accused of acting against New Zealand in 13 incidents, and New Zealand against Iceland in 6; sources in New Zealand say 1 and 1, sources in Iceland say 0 and 0 and third parties say 12 and 5",
    );
    expect(hidden).toBe(
      "The lists’ overlap puts all those of Iceland against New Zealand at about 14 (95%: 12 to 28), and how many there are of New Zealand against Iceland, those on no list included, cannot be estimated",
    );
  });

  test("gives both totals where both directions stand on several lists", () => {
    const lists = ["dcid-2.0", "eurepoc-1.1"];
    const incidents = [
      ...listed(6, lists, "2014-01"),
      ...listed(3, ["dcid-2.0"], "2014-02"),
      ...listed(6, lists, "2014-03", back),
      ...listed(3, ["eurepoc-1.1"], "2014-04", back),
    ];
    expect(briefOf(incidents).headline).toMatch(
      / The lists’ overlap puts all those of Iceland against New Zealand at about \d+ \(95%: \d+ to \d+\), and the lists’ overlap puts all those of New Zealand against Iceland at about \d+ \(95%: \d+ to \d+\)\. /,
    );
  });

  test("writes one incident in the singular", () => {
    expect(briefOf(listed(1, ["dcid-2.0"], "2014")).headline).toMatch(
      /^On the public record, Iceland is accused of acting against New Zealand in 1 incident, and New Zealand against Iceland in 0; /,
    );
  });
});

function tinyHeadline(): string[] {
  return composeBrief(tiny, { asof: null, dates: "first", side: null }).headline.split(". ");
}

describe("sections()", () => {
  test("refuse to guess the unseen from one list alone", () => {
    const [magnitude] = answers(briefOf(listed(9, ["dcid-2.0"], "2014")));
    expect(magnitude).toContain(
      "How many stand on no list, of Iceland against New Zealand, cannot be estimated: no case stands on two of the lists, so nothing tells how many stand on none.",
    );
  });

  test("say what one contested, unchecked profile is in the singular", () => {
    const profile = madeUpIncident([
      madeUpRow("cfr-2023-02", { about: "profile", checked: "not-checked" }),
      { stance: "denies", checked: "not-checked" },
    ]);
    const [magnitude] = answers(briefOf([profile]));
    expect(magnitude).toContain(
      "Of Iceland against New Zealand: 1 incident in 1 statement; 1 is contested by a denial or a doubt, 1 is an actor’s profile rather than an event, and 1 rests on statements not yet checked.",
    );
    expect(magnitude).toContain(
      "Of New Zealand against Iceland: 0 incidents in 0 statements; 0 are contested by a denial or a doubt, 0 are actors’ profiles rather than events, and 0 rest on statements not yet checked.",
    );
  });

  test("compare the directions for a side that reports five of each, and say why not for another", () => {
    const [magnitude] = answers(
      briefOf([...listed(10, ["dcid-2.0"], "2014"), ...listed(5, ["dcid-2.0"], "2015", back)]),
    );
    expect(magnitude).toMatch(
      /Third parties report 2\.0 times as many in the first direction as in the second \(95%: \d\.\d to \d\.\d\)\./,
    );
    expect(magnitude).toContain("Sources in Iceland: no comparison of the two directions. No case is on record here.");
  });

  test("name the year with most, and acts of each kind, one in the singular", () => {
    const [, trend] = answers(
      briefOf([...listed(2, ["dcid-2.0"], "2014"), ...listed(3, ["dcid-2.0"], "2016")], tiny.acts.slice(0, 1)),
    );
    expect(trend).toMatch(
      /^Of Iceland against New Zealand, the year with most is 2016 \(3\)\. Of New Zealand against Iceland, nothing on record has a date\. /,
    );
    expect(trend).toMatch(
      /Between the two governments 1 act that bears on cyber operations is on record: 1 of talking or agreeing, 0 of charging, sanctioning, banning or expelling\.$/,
    );
  });

  const before = "2014-05-01";
  const after = "2016-05-01";
  test.each([
    ["no list", [], "No list can tell."],
    [
      "one list of three with a fall",
      listed(8, ["dcid-2.0"], before),
      "The lists disagree: one says fewer, two cannot tell.",
    ],
    ["all three with a fall", listed(8, ["dcid-2.0", "eurepoc-1.1", "cfr-2023-02"], before), "The lists agree: fewer."],
    [
      "two with a fall",
      listed(8, ["dcid-2.0", "eurepoc-1.1"], before),
      "The lists disagree: two say fewer, one cannot tell.",
    ],
    [
      "no fall",
      [...listed(2, ["dcid-2.0"], before), ...listed(2, ["dcid-2.0"], after)],
      "No list shows more of a fall than chance could bring.",
    ],
  ])("judge %s", (_what, incidents, verdict) => {
    const [, , , kept] = answers(briefOf(incidents));
    expect(kept).toContain(`. ${verdict}`);
  });

  test("tell each list's counts or its refusal, with no stop doubled", () => {
    const [, , , kept] = answers(briefOf([...listed(3, ["dcid-2.0"], before), ...listed(1, ["eurepoc-1.1"], after)]));
    expect(kept).toBe(
      "Iceland against New Zealand, 24 months up to the end of the month of the made-up understanding against 24 months after it. DCID 2.0 starts: 3 before, 0 after (one-sided exact p = .12); EuRepoC 1.1 starts: too few cases are on record to support an estimate. None is on record before the date, so there is nothing to fall from; CFR tracker disclosures: no case is on record here. No list shows more of a fall than chance could bring.",
    );
    for (const answer of [
      ...answers(briefOf([])),
      ...answers(composeBrief(tiny, { asof: null, dates: "first", side: null })),
    ])
      expect(answer).not.toMatch(/\.[.;]|[;,]\.|\s\s/);
  });

  test("give likelihood and confidence in sentences of their own", () => {
    for (const { answer, confidence } of briefOf([]).sections) {
      expect(confidence).toMatch(/^Low confidence/);
      expect(answer).not.toContain("confidence");
    }
  });
});
