// The codebook of a data package, for people: every column of every table, what it means and what may stand in it.

import type { CaseAbout } from "../../../values/case-file.ts";
import { packageTables, type Column } from "./tables.ts";

export function codebook({ title, version, licence, summary, collection }: CaseAbout): string {
  const head = [
    `# ${title.en}: codebook`,
    "",
    summary.en,
    "",
    `Version ${version}. Licence of the case: ${licence}; lists keep the licences of their publishers. ${collection.inclusion.en}`,
    "",
    "Tables are CSV in UTF-8 with a header. An empty cell means that nothing is said. A cell that begins with an apostrophe before `=`, `+`, `-`, `@`, a tab or a line break is text that a spreadsheet would otherwise compute: the apostrophe is not part of it. `read` and `listedBy` and other lists of records are JSON.",
    "",
  ];
  const tables = packageTables.flatMap(({ name, title: about, key, columns }) =>
    ["", `## ${name}.csv`, "", `${about}. Key: \`${key}\`.`, "", "| column | type | meaning |", "|---|---|---|"].concat(
      columns.map(line),
    ),
  );
  return `${[...head, ...tables].join("\n")}\n`;
}

function line({ name, type, meaning, required, values }: Column): string {
  const words = values ? `${meaning}: ${values.map((value) => `\`${value}\``).join(" ")}` : meaning;
  return `| \`${name}\`${required ? "*" : ""} | ${type} | ${words.replaceAll("|", "\\|")} |`;
}
