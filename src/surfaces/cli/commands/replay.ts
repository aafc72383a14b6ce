// Makes a result again from what it says of itself, and compares every digit.

import { z } from "zod";
import { InputError } from "../../../values/errors.ts";
import { readJson } from "../../inputs/read-file.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options, Program } from "../command.ts";
import { refused } from "../refused.ts";
import { filesIn, objectIn, recorded, type Replay } from "../replay.ts";

const replaySchema: z.ZodType<Replay> = z.object({
  version: z.string().max(100),
  words: z.array(z.string().max(4000)).min(1).max(200),
  inputs: z.record(z.string(), z.string()),
});

const MOST_SHOWN = 20;

export async function run(
  [file = ""]: string[],
  { json }: Options,
  effects: Effects,
  program: Program,
): Promise<number> {
  const { replay, ...before } = resultIn(file);
  if (!program.replays(replay.words))
    throw new InputError(`${file}:replay.words`, "a command whose results can be made again", replay.words.join(" "));
  const files = changed(replay.inputs, filesIn(replay.words), "file");
  if (files.length > 0) return refuseInputs(files, json === true, effects);
  const { status, printed, inputs } = await recorded(effects, (own) => program.run(replay.words, own));
  const cases = changed(replay.inputs, inputs, "case");
  if (cases.length > 0) return refuseInputs(cases, json === true, effects);
  const now = objectIn(printed);
  if (now === null) return status === 0 ? 2 : status;
  const { replay: own, ...made } = now;
  const { compared, differences } = compare(before, made);
  const same = differences.length === 0;
  const version = { before: replay.version, now: program.version };
  if (json === true) effects.print(JSON.stringify({ same, compared, version, differences }, null, 2));
  else show({ same, compared, version, differences }, effects);
  return same && own !== undefined ? 0 : 2;
}

type Compared = { compared: number; differences: { at: string; before: unknown; now: unknown }[] };

function show(
  { same, compared, version, differences }: Compared & { same: boolean; version: { before: string; now: string } },
  { print }: Effects,
): void {
  const made =
    version.before === version.now ? "" : ` It was made by version ${version.before}, now by ${version.now}.`;
  print(
    same
      ? `The same, to the last digit: ${counted(compared, "value")} compared.${made}`
      : `Not the same: ${differences.length} of ${counted(compared, "value")} differ.${made}`,
  );
  for (const { at, before, now } of differences.slice(0, MOST_SHOWN))
    print(`  ${at}: ${JSON.stringify(before) ?? "nothing"} then, ${JSON.stringify(now) ?? "nothing"} now`);
}

function resultIn(file: string): Record<string, unknown> & { replay: Replay } {
  const document = readJson(file);
  if (typeof document !== "object" || document === null || !("replay" in document))
    throw new InputError(`${file}:replay`, "a result that a command printed with --json");
  const read = replaySchema.safeParse(document.replay);
  if (!read.success)
    throw new InputError(
      `${file}:replay.${read.error.issues[0]?.path.join(".") ?? ""}`,
      read.error.issues[0]?.message ?? "another shape",
    );
  return { ...document, replay: read.data };
}

/** The inputs of a kind whose hashes are not what they were. */
function changed(before: Replay["inputs"], now: Replay["inputs"], kind: "file" | "case"): string[] {
  const isCase = (name: string): boolean => name.startsWith("case ");
  return Object.entries(before).flatMap(([name, hash]) =>
    isCase(name) === (kind === "case") && now[name] !== hash
      ? [
          `${name} was ${hash.slice(0, 19)}…, ${now[name] === undefined ? "and is not there" : `is ${now[name].slice(0, 19)}…`}`,
        ]
      : [],
  );
}

function refuseInputs(changes: readonly string[], json: boolean, effects: Effects): number {
  const because = `What it was made from has changed, so nothing can be compared: ${changes.join("; ")}.`;
  return refused({ reason: "inputs-changed", because }, json, effects);
}

/** Every value of the one beside that of the other. */
function compare(before: unknown, now: unknown): Compared {
  const differences: Compared["differences"] = [];
  let compared = 0;
  const open: { at: string; before: unknown; now: unknown }[] = [{ at: "", before, now }];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const { at, before: one, now: other } = pair;
    if (isBranch(one) && isBranch(other) && Array.isArray(one) === Array.isArray(other)) {
      const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
      for (const key of keys)
        open.push({ at: at === "" ? key : `${at}.${key}`, before: valueAt(one, key), now: valueAt(other, key) });
      continue;
    }
    compared++;
    if (!Object.is(one, other)) differences.push({ at, before: one, now: other });
  }
  return { compared, differences: differences.toSorted((one, other) => (one.at < other.at ? -1 : 1)) };
}

function valueAt(branch: object, key: string): unknown {
  return Object.hasOwn(branch, key) ? (branch as Record<string, unknown>)[key] : undefined;
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
