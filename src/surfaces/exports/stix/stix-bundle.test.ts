import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { incidents as anyIncidents } from "../../../../test/support/arbitrary.ts";
import { broken, dangling } from "../../../../test/support/stix-rules.ts";
import { tinyView, viewOf } from "../../../../test/support/tiny-case.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { runImport, type ImportResult } from "../../../sources/run-import.ts";
import { stix } from "../../../sources/stix/stix.ts";
import { OWN_EXTENSION } from "../../../sources/stix/own-words.ts";
import type { Statement } from "../../../values/statement.ts";
import { readCaseFolder } from "../../inputs/case-folder.ts";
import { bundledCasesFolder } from "../../inputs/place.ts";
import { incidentStixBundle, stixBundle, stixText, type StixBundle } from "./stix-bundle.ts";

const written = new Date("2026-02-03T00:00:00Z");
const back = (bundle: StixBundle): Promise<ImportResult> => runImport(stix, new TextEncoder().encode(stixText(bundle)));
const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);

function standing(view: LedgerView): Statement[] {
  const statements = view.incidents.flatMap(({ statements: of }) => of).filter(({ withdrawn }) => !withdrawn);
  return statements.map(({ link: _link, withdrawn: _withdrawn, ...statement }) => statement).sort(byId);
}

let bundled: LedgerView;
let bundle: StixBundle;
beforeAll(() => {
  bundled = viewOf(readCaseFolder(`${bundledCasesFolder}/us-cn`));
  bundle = stixBundle(bundled, { written });
});

describe("the bundled case as STIX", () => {
  test("comes back with the same statements and acts, field by field", async () => {
    const { statements, acts, rejections, flags } = await back(bundle);
    expect(rejections).toEqual([]);
    expect(flags.filter(({ field }) => field === "extensions" || field === "opinion")).toEqual([]);
    expect(statements.length).toBe(standing(bundled).length);
    expect(statements.map(({ value }) => value).sort(byId)).toEqual(standing(bundled));
    expect(acts.map(({ value }) => value).sort(byId)).toEqual(bundled.acts.toSorted(byId));
  });

  test("breaks no rule, refers to nothing outside, and has each object once", () => {
    expect(bundle.objects.flatMap((object) => broken(object).map((fault) => `${object.id} ${fault}`))).toEqual([]);
    expect(dangling(bundle)).toEqual([]);
    expect(new Set(bundle.objects.map(({ id }) => id)).size).toBe(bundle.objects.length);
  });

  test("has one attributed-to relationship of an incident for each statement that accuses, and opinions for answers", () => {
    const statements = standing(bundled);
    const accusing = statements.filter(
      ({ stance, accused }) => stance === "asserts" && accused.states.length + accused.actors.length > 0,
    );
    const from = bundle.objects.filter(
      (object) =>
        object["relationship_type"] === "attributed-to" && String(object["source_ref"]).startsWith("incident--"),
    );
    expect(from.length).toBe(accusing.length);
    const opinions = bundle.objects.filter(({ type }) => type === "opinion");
    expect(opinions.length).toBe(statements.filter(({ stance }) => stance !== "asserts").length);
    expect(opinions.filter((object) => object["opinion"] === "strongly-disagree").length).toBe(
      statements.filter(({ stance }) => stance === "denies").length,
    );
  });

  test("is the same text when written again, and other identifiers never name the same thing", () => {
    expect(stixText(stixBundle(bundled, { written }))).toBe(stixText(bundle));
    const later = stixBundle(bundled, { written: new Date("2026-03-03T00:00:00Z") });
    expect(later.objects.map(({ id }) => id)).toEqual(bundle.objects.map(({ id }) => id));
    expect(later.id).not.toBe(bundle.id);
  });

  test("marks everything TLP:CLEAR of TLP 2.0, or WHITE for readers that refuse it", () => {
    const marks = (of: StixBundle): unknown[] => [
      ...new Set(of.objects.flatMap((object) => (object["object_marking_refs"] as string[] | undefined) ?? [])),
    ];
    expect(marks(bundle)).toEqual(["marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"]);
    const white = stixBundle(bundled, { written, tlp: "1" });
    expect(marks(white)).toEqual(["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"]);
    expect(white.objects.flatMap(broken)).toEqual([]);
  });

  test("is valid of one incident alone too", () => {
    for (const incident of bundled.incidents) {
      const one = incidentStixBundle(bundled, incident, { written });
      expect(one.objects.flatMap(broken)).toEqual([]);
      expect(dangling(one)).toEqual([]);
    }
  });
});

describe("any ledger as STIX", () => {
  test("is valid and gives its standing statements back", async () => {
    await fc.assert(
      fc.asyncProperty(anyIncidents, async (incidents) => {
        let next = 0;
        const renamed = incidents.map((incident) => ({
          ...incident,
          statements: incident.statements.map((one) => ({ ...one, id: `made-up-${(next += 1)}` })),
        }));
        const view = { ...tinyView(), incidents: renamed, acts: [] };
        const made = stixBundle(view, { written });
        expect(made.objects.flatMap(broken)).toEqual([]);
        const { statements } = await back(made);
        expect(statements.map(({ value }) => value).sort(byId)).toEqual(standing(view));
      }),
      { numRuns: 60 },
    );
  });

  test("that somebody changed after it was written is read as anybody's, and that is said", async () => {
    const changed = structuredClone(bundle);
    const opinion = changed.objects.find(({ type }) => type === "opinion")!;
    opinion["opinion"] = "strongly-agree";
    const relationship = changed.objects.find(
      (object) =>
        object["relationship_type"] === "attributed-to" &&
        object["extensions"] !== undefined &&
        String(object["source_ref"]).startsWith("incident"),
    )!;
    (relationship["extensions"] as Record<string, Record<string, unknown>>)[OWN_EXTENSION]!["basis"] = "a hunch";
    const { statements, flags } = await back(changed);
    expect(statements.length).toBe(standing(bundled).length);
    expect(
      flags
        .map(({ field }) => field)
        .filter((field) => field === "opinion" || field === "extensions")
        .sort(),
    ).toEqual(["extensions", "opinion"]);
  });
});
