// Tacit understandings under watch: list them with their flags, adopt one, say what a flag is, give one up.

import { flagsOf, type Made, type MadeChange } from "../../../agreements/index.ts";
import { breaks } from "../../../measure/restraint/watch.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { InputError } from "../../../values/errors.ts";
import type { StateCode } from "../../../values/state.ts";
import { effects as effectNames, sectors } from "../../../values/statement.ts";
import { madeIn, make } from "../../inputs/register.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { freshId, needed, oneOf, stateFrom } from "../register-words.ts";
import { wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

const steps = ["list", "adopt", "judge", "drop"] as const;

export async function run([step = "list", target = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const named = oneOf({ STEP: step }, "STEP", steps);
  const { env } = effects;
  const view = await withLedger(effects, (ledger) => ledger.view(caseId));
  const now = effects.now();
  const made =
    named === "list"
      ? madeIn(caseId, env)
      : make(caseId, { env, now }, (before) => [
          changeFrom(named, target, options, { at: now.toISOString(), before, view }),
        ]);
  return show(made, view, options, effects);
}

function changeFrom(
  step: "adopt" | "judge" | "drop",
  target: string,
  options: Options,
  { at, before, view }: { at: string; before: Made; view: LedgerView },
): MadeChange {
  const by = needed(options, "by", "who says so");
  const because = needed(options, "because", "why");
  if (step === "adopt") {
    const sector = oneOf(options, "sector", sectors);
    const effect = oneOf(options, "effect", effectNames);
    const band = oneOf(options, "band", ["low", "middle", "high"]);
    const [a, b] = view.about.parties;
    const between: [StateCode, StateCode] = options["between"] === undefined ? [a.iso, b.iso] : pairFrom(options);
    const subject = freshId(options, `${sector}-${effect}-${band}`, at.slice(0, 10), before.watches);
    return {
      kind: "watch",
      subject,
      body: { kind: "adopted", at, by, because, understanding: { between, sector, effect, band } },
    };
  }
  if (!before.watches.has(target))
    throw new InputError(
      "WATCH",
      `one of ${[...before.watches.keys()].join(", ") || "the watches (there are none)"}`,
      target,
    );
  if (step === "drop") return { kind: "watch", subject: target, body: { kind: "dropped", at, by, because } };
  const incident = needed(options, "incident", "the incident that was flagged");
  const isBreach = oneOf(options, "as", ["breaks", "does-not"]) === "breaks";
  return { kind: "watch", subject: target, body: { kind: "flag-judged", at, by, because, incident, breaks: isBreach } };
}

function pairFrom(options: Options): [StateCode, StateCode] {
  const [a = "", b = ""] = needed(options, "between", "two states such as USA-CHN").split("-");
  return [stateFrom({ between: a }, "between"), stateFrom({ between: b }, "between")];
}

function show({ watches }: Made, { incidents }: LedgerView, options: Options, { print, columns }: Effects): number {
  const rows = [...watches].map(([id, watch]) => ({
    id,
    stage: watch.stage,
    understanding: watch.understanding,
    since: watch.since,
    by: watch.by,
    flags: flagsOf(watch, incidents, breaks),
  }));
  if (options["json"] === true) print(JSON.stringify(rows, null, 2));
  else if (rows.length === 0)
    print("Nothing is under watch. Candidates: detente measure restraint CASE; adopt one: detente watch adopt.");
  for (const { id, stage, understanding, flags } of options["json"] === true ? [] : rows) {
    const what = understanding
      ? `${understanding.between.join("–")}: ${understanding.effect} in ${understanding.sector}, severity ${understanding.band}`
      : "";
    const shown = flags.map(
      ({ incident, judged }) => `${incident}${judged ? (judged.breaks ? " (breaks it)" : " (does not)") : ""}`,
    );
    print(
      wrap(
        `${id}, ${stage}: ${what}. ${counted(flags.length, "flag")}${shown.length > 0 ? `: ${shown.join(", ")}` : ""}.`,
        columns,
      ).join("\n"),
    );
  }
  return 0;
}
