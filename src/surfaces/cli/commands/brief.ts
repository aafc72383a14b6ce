import { writeFileSync } from "node:fs";
import { styleText } from "node:util";
import { briefOf } from "../../brief/brief-of.ts";
import { briefParts } from "../../brief/terminal.ts";
import { briefOptions } from "../../inputs/queries.ts";
import type { Effects, Options } from "../command.ts";
import { viewAsRecorded, withLedger } from "../with-ledger.ts";
import { table, wrap } from "../table.ts";

const WIDEST_TEXT = 88;

export async function run([caseId = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const { html, pdf, json } = options;
  const brief = await withLedger(effects, async (ledger) =>
    briefOf(ledger, await viewAsRecorded(ledger, caseId, texts(options)), briefOptions(texts(options)), {
      env: effects.env,
      now: effects.now(),
    }),
  );
  if (typeof html === "string" || typeof pdf === "string") {
    const { briefPage } = await import("../../brief/html.ts");
    const page = briefPage(brief, effects.now());
    if (typeof html === "string") writeFileSync(html, page);
    if (typeof pdf === "string") {
      const { printPdf } = await import("../../brief/pdf.ts");
      writeFileSync(pdf, await printPdf(page, effects.env));
    }
    effects.note(`Wrote ${[html, pdf].filter((file) => typeof file === "string").join(" and ")}`);
  }
  if (json === true) effects.print(JSON.stringify(brief, null, 2));
  else if (html === undefined && pdf === undefined) printParts(briefParts(brief), effects);
  return 0;
}

function printParts(parts: ReturnType<typeof briefParts>, { print, columns, styled }: Effects): void {
  const bold = (text: string): string => (styled ? styleText("bold", text) : text);
  for (const { heading, text, rows, notes } of parts) {
    print(bold(wrap(heading, columns).join("\n")));
    if (text !== undefined) print(wrap(text, Math.min(columns, WIDEST_TEXT)).join("\n"));
    if (rows) print(table(rows, columns).join("\n"));
    for (const note of notes ?? [])
      print(
        wrap(note, columns - 2)
          .map((line) => `  ${line}`)
          .join("\n"),
      );
    print("");
  }
}

export function texts(options: Options): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === "string" ? value : undefined]),
  );
}
