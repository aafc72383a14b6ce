import { lineSeen, type LineSeen } from "../../inputs/line-distances.ts";
import { lineNamed, registerOf } from "../../inputs/register.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import { checkNames, counted, list } from "../../words/en.ts";
import { bunchingSentence, distanceSentence } from "../../words/en-register.ts";
import { whenWords } from "../../words/en-when.ts";
import type { Effects, Options } from "../command.ts";
import { table, wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

const USUAL_DAYS = 180;
const MOST_DAYS = 3660;
const MOST_SHOWN = 15;

export async function run([id = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const line = lineNamed(id, registerOf(caseId, effects.env));
  const days = wholeFrom("--days", options["days"], USUAL_DAYS, MOST_DAYS);
  const seen = lineSeen(line, await withLedger(effects, (ledger) => ledger.view(caseId)), days);
  if (options["json"] === true) effects.print(JSON.stringify(seen, null, 2));
  else show(seen, effects);
  return 0;
}

function show(seen: LineSeen, { print, columns }: Effects): void {
  const say = (text: string): void => {
    print(wrap(text, columns).join("\n"));
  };
  say(`${whenWords(seen.when)}, ${seen.by}${seen.toward ? ` to ${seen.toward}` : ""} (${seen.form}): ${seen.gist.en}`);
  if (seen.gist.zh) say(seen.gist.zh);
  if (seen.consequence) say(`To follow: ${seen.consequence.en}`);
  say(`Read it at ${seen.read.map(({ url }) => url).join(" ")} (${checkNames[seen.checked]}).`);
  if (seen.threshold === null) return say("The ledger’s codes cannot measure this line.");
  const { effects, sectors, severity } = seen.threshold;
  say(
    `Our own coding of the threshold: ${list(effects)}${sectors.length > 0 ? `; ${list(sectors)}` : ""}${severity === null ? "" : `; DCID severity ${severity} or more`}.`,
  );
  say(
    `${counted(seen.crossings.length, "incident")} at it, surely or perhaps, of ${seen.distances.length} that it speaks of.`,
  );
  const rows = seen.distances.slice(0, MOST_SHOWN).map(({ incident, ...distance }) => {
    const crossing = seen.crossings.find((one) => one.incident === incident);
    const followed = crossing
      ? crossing.followed.map(({ act, after }) => `${act} (${after} d)`).join(", ") || "nothing on record"
      : "";
    return [incident, distanceSentence(distance), followed];
  });
  if (rows.length > 0)
    print(table([["incident", "distance", `acts within ${seen.windowDays} days`], ...rows], columns).join("\n"));
  say(
    "refused" in seen.bunching
      ? `Gathering below the line: no answer. ${seen.bunching.refused.because}`
      : bunchingSentence(seen.bunching),
  );
}
