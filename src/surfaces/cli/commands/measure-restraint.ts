import { USUAL_FALSE_SHARE } from "../../../measure/restraint/index.ts";
import { caseRestraint, importedDcid, readDcid, type CaseRestraint } from "../../inputs/case-restraint.ts";
import { counted, list } from "../../words/en.ts";
import { directionSentence, understandingSentence } from "../../words/en-restraint.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([caseId = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const { dcid, json } = options;
  const outcome = await withLedger(effects, async (ledger) => {
    const view = await ledger.view(caseId);
    return caseRestraint(view, typeof dcid === "string" ? await readDcid(dcid) : await importedDcid(ledger));
  });
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  if (json === true) effects.print(JSON.stringify(outcome.value, null, 2));
  else show(outcome.value, effects);
  return 0;
}

function show({ source, directions, mutual, dyads, assumptions }: CaseRestraint, { print, columns }: Effects): void {
  const say = (text: string): void => {
    print(wrap(text, columns).join("\n"));
  };
  say(`By the rows of ${source}:`);
  for (const direction of directions) say(directionSentence(direction, USUAL_FALSE_SHARE));
  if ("refused" in mutual) say(`Whether they spare each other anything cannot be said. ${mutual.refused.because}`);
  else if (mutual.understandings.length === 0)
    say(`Of ${counted(mutual.tested, "category", "categories")} that could have told, none is rare both ways.`);
  else
    for (const found of mutual.understandings) {
      const broken = found.brokenBy.length === 0 ? "" : ` On record here against it: ${list(found.brokenBy)}.`;
      say(`${understandingSentence(found)}${broken}`);
    }
  const asked = dyads.flatMap((one) => ("refused" in one ? [] : [one]));
  const found = asked.flatMap(({ understandings }) => understandings);
  say(
    `Of ${counted(dyads.length, "rival dyad")}, ${asked.length === 0 ? "none has" : `${list(asked.map(({ dyad }) => dyad.join("–")))} ${asked.length === 1 ? "has" : "have"}`} enough on record both ways; ${found.length === 0 ? "none shows a mutual restraint" : "found there:"}`,
  );
  for (const one of found) say(understandingSentence(one));
  for (const assumption of assumptions) print(`  ${wrap(`provided ${assumption}`, columns - 2).join("\n  ")}`);
}
