import { solve, type Model } from "../../../models/model.ts";
import { solveIn } from "../../../models/world-run.ts";
import { InputError } from "../../../values/errors.ts";
import type { World } from "../../../world/index.ts";
import { modelNamed } from "../../inputs/model-named.ts";
import { readJson } from "../../inputs/read-file.ts";
import { settingsFrom } from "../../inputs/settings.ts";
import { askedWorld } from "../asked-world.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";

export async function run([name = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const model = modelNamed(name);
  const outcome =
    options["world"] === undefined
      ? solve(model, givenIn(options))
      : solvedIn(model, await askedWorld(options, effects), options["part"]);
  if (!outcome.ok) return refused(outcome.refusal, options["json"] === true, effects);
  const { value } = outcome;
  if (options["json"] === true) effects.print(JSON.stringify(value, null, 2));
  else {
    const { print, columns } = effects;
    print(`${value.model}, ${value.part}`);
    for (const { inWords } of value.equilibria) print(wrap(inWords, columns).join("\n"));
    for (const { name: regime, means, here } of value.regimes)
      if (here) print(wrap(`Here: ${regime}. ${means}`, columns).join("\n"));
    print(
      [
        "",
        ...table(
          [
            ["turns on", "at", "means"],
            ...value.thresholds.map(({ param, value: at, direction, means }) => [
              `${param} ${direction}`,
              at === null ? "never" : String(at),
              means,
            ]),
          ],
          columns,
        ),
      ].join("\n"),
    );
    for (const note of value.notes ?? []) print(wrap(note, columns).join("\n"));
    print(
      value.certificate
        ? "The result carries a certificate: --json prints it, models check reads it."
        : "The result carries no certificate.",
    );
  }
  return 0;
}

function paramsFrom(file: Options[string]): Record<string, unknown> {
  if (file === undefined) return {};
  const read = typeof file === "string" ? readJson(file) : null;
  if (typeof read !== "object" || read === null || Array.isArray(read))
    throw new InputError("--params", "a file with an object of parameters");
  return read as Record<string, unknown>;
}

/** The model at what a world means for it. */
function solvedIn(model: Model, world: World, part: Options[string]): ReturnType<typeof solve> {
  const runs = model.fromWorld(world);
  const found = part === undefined ? runs[0] : runs.find((one) => one.part === part);
  if (!found) throw new InputError("--part", `one of ${runs.map((one) => one.part).join(", ")}`, part);
  return solveIn(model, found.part, found.params);
}

function givenIn({ params, set, part }: Options): Record<string, unknown> {
  const given = { ...paramsFrom(params), ...Object.fromEntries(settingsFrom(listed(set))) };
  return typeof part === "string" ? { ...given, part } : given;
}

function listed(option: Options[string]): string[] {
  return Array.isArray(option) ? option : [];
}
