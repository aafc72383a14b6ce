import { expect, test } from "vitest";
import { runImport } from "../run-import.ts";
import { cfrColumns } from "./cfr-cells.ts";
import { cleanTextRepairs } from "./cfr-clean-text.ts";
import { cfr2021, cfr2023 } from "./cfr.ts";

const csv = (...descriptions: string[]): Uint8Array =>
  new TextEncoder().encode(
    [
      cfrColumns.join(","),
      ...descriptions.map((text, index) => `Letters ${index},1/2/2020,,"${text}",,,,Espionage,Government,,,`),
    ].join("\n"),
  );

test("cleanTextRepairs() takes lost letters from the older vintage, and nothing that differs otherwise", async () => {
  const older = await runImport(
    cfr2021,
    csv("Poland’s post – open.\u00a0", "Norway’s post.", "Sound.", "Iran’s post."),
  );
  const newer = await runImport(cfr2023, csv("Poland?? post ??open.?", "Norway?? mail.", "Sound.", "Iran?? post."));
  expect(cleanTextRepairs(newer, older)).toEqual([
    {
      row: 1,
      field: "description",
      because: "letters taken from the vintage of April 2021",
      old: "Poland?? post ??open.?",
      new: "Poland’s post – open.",
    },
    {
      row: 4,
      field: "description",
      because: "letters taken from the vintage of April 2021",
      old: "Iran?? post.",
      new: "Iran’s post.",
    },
  ]);
});
