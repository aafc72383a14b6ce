import type { DebateFormat } from "../../../debate/import/reading.ts";
import { readDebate } from "../../../debate/read-debate.ts";
import { InputError } from "../../../values/errors.ts";
import { importDebateFile, type DebateImport } from "../../inputs/debates.ts";
import { counted, number } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { showDebate } from "../show-debate.ts";

const formats = [
  "plain-text",
  "disqus",
  "wxr",
  "discourse",
  "markdown",
  "json",
] as const satisfies readonly DebateFormat[];
const MOST_SHOWN = 20;
/** Longer threads are read for claims when they are shown, not when they are taken in. */
const MOST_READ = 2000;

export function run([file = ""]: string[], options: Options, effects: Effects): number {
  const found = importDebateFile(file, effects.env, {
    preview: options["preview"] === true,
    id: textOf(options["id"]),
    article: textOf(options["article"]),
    format: formatNamed(options["format"]),
  });
  if (options["json"] === true) effects.print(JSON.stringify(asJson(found), null, 2));
  else show(found, effects);
  return 0;
}

const textOf = (value: Options[string]): string | undefined => (typeof value === "string" ? value : undefined);

function formatNamed(name: Options[string]): DebateFormat | undefined {
  if (name === undefined) return undefined;
  const found = formats.find((format) => format === name);
  if (!found) throw new InputError("--format", `one of ${formats.join(", ")}`, name);
  return found;
}

function asJson({ debate, ...report }: DebateImport): Record<string, unknown> {
  const { added, changed, withdrawn, ...rest } = report;
  const counts = { ...rest, added: added.length, changed: changed.length, withdrawn: withdrawn.length };
  if (debate.comments.length <= MOST_READ) return { ...readDebate(debate, { caseId: "us-cn" }), ...counts };
  return { ...debate, comments: debate.comments.map((one) => ({ ...one, claims: null, moderation: null })), ...counts };
}

function show(found: DebateImport, effects: Effects): void {
  const { debate, format, rows, added, changed, unchanged, withdrawn, rejections, notes, wrote } = found;
  const { print, columns } = effects;
  print(
    `${debate.title}${debate.author === null ? "" : `, by ${debate.author}`}: ${counted(rows, "comment")} found as ${format}, ${number(rejections.length)} rejected.`,
  );
  print(
    `${number(added.length)} added, ${number(changed.length)} changed, ${number(unchanged)} unchanged, ${number(withdrawn.length)} no longer there. ${wrote ? `Kept as ${debate.id}.` : "Nothing was written."}`,
  );
  for (const [heading, odd] of [
    ["Rejected", rejections],
    ["Odd", notes],
  ] as const) {
    if (odd.length === 0) continue;
    print(
      [
        "",
        heading,
        ...table(
          odd.slice(0, MOST_SHOWN).map(({ row, field, because }) => [`row ${row}`, field, because]),
          columns,
        ),
      ].join("\n"),
    );
    if (odd.length > MOST_SHOWN) print(`… and ${number(odd.length - MOST_SHOWN)} more; --json has all`);
  }
  if (debate.comments.length <= 100) showDebate(readDebate(debate, { caseId: "us-cn" }), effects);
  else print(`\nSee it: detente debate show ${debate.id}`);
}
