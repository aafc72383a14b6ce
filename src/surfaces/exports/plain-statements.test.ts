import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents as anyIncidents } from "../../../test/support/arbitrary.ts";
import { tinyView, viewOf } from "../../../test/support/tiny-case.ts";
import type { LinkedStatement } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { plainCsv, plainJson, plainJsonl } from "../../sources/plain/plain.ts";
import { runImport } from "../../sources/run-import.ts";
import type { Statement } from "../../values/statement.ts";
import { readCaseFolder } from "../inputs/case-folder.ts";
import { bundledCasesFolder } from "../inputs/place.ts";
import { caseDocument, statementLines, statementsTable } from "./plain-statements.ts";

const forms = [
  ["csv", plainCsv, statementsTable],
  ["jsonl", plainJsonl, statementLines],
  ["json", plainJson, (view: LedgerView) => caseDocument(view, null)],
] as const;

function standing(view: LedgerView): Statement[] {
  return view.incidents
    .flatMap(({ statements }) => statements)
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ link: _link, withdrawn: _withdrawn, ...statement }) => statement);
}

const hard = fc.oneof(
  fc.string({ minLength: 1, unit: "grapheme" }).map((text) => text.replaceAll("\r\n", "\n")),
  fc.constantFrom("=1+1", "'=1+1", "'", "@x", "一；二", "a;b", "[", "\ta", "＋1"),
);

describe.each(forms)("statements as %s", (_name, importer, write) => {
  const back = async (view: LedgerView): Promise<Statement[]> => {
    const { statements, rejections } = await runImport(importer, new TextEncoder().encode(write(view)));
    expect(rejections).toEqual([]);
    return statements.map(({ value }) => value);
  };

  test("of the bundled case come back exactly", async () => {
    const view = viewOf(readCaseFolder(`${bundledCasesFolder}/us-cn`));
    expect(await back(view)).toEqual(standing(view));
  });

  test("of any ledger come back exactly, whatever their texts hold", async () => {
    await fc.assert(
      fc.asyncProperty(anyIncidents, fc.array(hard, { minLength: 5, maxLength: 5 }), async (incidents, texts) => {
        let next = 0;
        const text = (): string => texts[(next += 1) % 5]!;
        const made = incidents.map((incident) => ({
          ...incident,
          statements: incident.statements.map((one) => ({
            ...one,
            id: `made-up-${(next += 1)}`,
            summary: { en: text(), zh: text() },
            confidence: text(),
            accused: { ...one.accused, actors: [text(), text()] },
            notes: next % 2 ? [text()] : [],
          })),
        }));
        const view = { ...tinyView(), incidents: made };
        expect(await back(view)).toEqual(standing(view));
      }),
      { numRuns: 60 },
    );
  });
});

function wildly(one: LinkedStatement): LinkedStatement {
  return { ...one, summary: { en: "=HYPERLINK(1)" }, link: { ...one.link, because: "@SUM(1)" } };
}

test("no cell of the table begins like a formula", () => {
  const view = tinyView();
  const [first] = view.incidents;
  const wild = { ...view, incidents: [{ ...first!, statements: [wildly(first!.statements[0]!)] }] };
  expect(statementsTable(wild)).toContain(",'=HYPERLINK(1),");
  expect(statementsTable(wild)).toMatch(/,'@SUM\(1\)\r\n/);
});
