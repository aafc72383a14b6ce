import { basename } from "node:path";
import { readImport } from "../../inputs/import-file.ts";
import type { Imported } from "../../inputs/ledger.ts";
import { readBytes } from "../../inputs/read-file.ts";
import { counted, number } from "../../words/en.ts";
import { importing } from "../../words/en-review.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

const LARGEST_FILE = 1024 * 1024 * 1024;
const MOST_SHOWN = 20;

export async function run(
  [source = "", file = ""]: string[],
  { preview, json }: Options,
  effects: Effects,
): Promise<number> {
  const bytes = readBytes(file, LARGEST_FILE);
  effects.note(`Reading ${file} …`);
  const asked = { source, file: basename(file), bytes, preview: preview === true };
  // A file that cannot be read is said to be so before a store is made or opened for it.
  const read = await readImport(asked);
  const found = await withLedger(effects, (ledger) => ledger.importFile({ ...asked, read }));
  if (json === true) effects.print(JSON.stringify(asJson(found), null, 2));
  else show(found, effects);
  return 0;
}

/** Counts first, as in the public interface; what was counted beside them. */
function asJson({ added, changed, withdrawn, ...rest }: Imported): Record<string, unknown> {
  return {
    ...rest,
    added: added.length,
    changed: changed.length,
    withdrawn: withdrawn.length,
    ids: { added, changed, withdrawn },
  };
}

function show(found: Imported, { print, columns }: Effects): void {
  const {
    source,
    file,
    rows,
    accepted,
    statements,
    added,
    changed,
    unchanged,
    withdrawn,
    conflicts,
    release,
    newer,
    repairs,
    flags,
    rejections,
    committed,
    attached,
  } = found;
  print(
    `${file} as ${source}: ${counted(rows, "row")}, ${number(accepted)} read, ${number(rejections.length)} rejected; ${counted(statements, "statement")}`,
  );
  const counts: [string, number][] = [
    ["added", added.length],
    ["changed", changed.length],
    ["unchanged", unchanged],
    ["withdrawn", withdrawn.length],
    ["conflicts with a case’s editors", conflicts.length],
    ["repairs", repairs.length],
    ["flags", flags.length],
    ["rejections", rejections.length],
  ];
  print(
    table([["", ""], ...counts.map(([name, count]) => [name, number(count)])], columns)
      .slice(1)
      .join("\n"),
  );
  if (newer !== null) print(importing.newer(newer));
  if (release)
    print(
      `against ${release.of}: ${number(release.added.length)} added, ${number(release.changed.length)} changed, ${number(release.withdrew.length)} withdrawn`,
    );
  print(
    parts(
      "Conflicts",
      conflicts.map(({ id, field, list, editors }) => [
        id,
        field,
        `list: ${list || "nothing"}; editors: ${editors || "nothing"}`,
      ]),
      columns,
    ),
  );
  print(
    parts(
      "Repairs",
      repairs.map(({ row, field, because, old }) => [`row ${row}`, field, `${because} (was ${old || "empty"})`]),
      columns,
    ),
  );
  print(
    parts(
      "Rejections",
      rejections.map(({ row, field, because }) => [`row ${row}`, field, because]),
      columns,
    ),
  );
  for (const { case: id, linked, made } of attached)
    if (linked > 0)
      print(
        `${id}: ${counted(linked, "statement")} linked, ${counted(made, "incident")} made for those that nothing was near`,
      );
  print(committed ? "Written." : "Nothing was written: this was a preview.");
}

function parts(heading: string, rows: string[][], columns: number): string {
  if (rows.length === 0) return "";
  const shown = table(rows.slice(0, MOST_SHOWN), columns);
  return [
    "",
    heading,
    ...shown,
    ...(rows.length > MOST_SHOWN ? [`… and ${number(rows.length - MOST_SHOWN)} more; --json has all`] : []),
  ].join("\n");
}
