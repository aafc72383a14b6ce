import { findClaims, type Binding } from "../../../debate/claims/index.ts";
import { claimRead } from "../../../debate/read-debate.ts";
import { verdictOf, type ClaimVerdict } from "../../../debate/verdict-of.ts";
import { verdicts } from "../../../models/verdict.ts";
import { standardWorld } from "../../../world/index.ts";
import { worldWith } from "../../inputs/world.ts";
import { noClaim, verdictWords } from "../../words/en-debate.ts";
import type { Effects, Options } from "../command.ts";
import { askFor } from "../debate-ask.ts";
import { wrap } from "../table.ts";

export async function run([text = ""]: string[], { set, json }: Options, effects: Effects): Promise<number> {
  const { print, columns } = effects;
  const world = worldWith(standardWorld, Array.isArray(set) ? set : []);
  const found = findClaims(text);
  const bindings = found.flatMap(({ template }) => template.bindings);
  const answers = { case: "us-cn", verdicts: verdicts(world), ...(await askFor(bindings, "us-cn", effects)) };
  const live = (binding: Binding): ClaimVerdict => verdictOf(binding, world, standardWorld, answers);
  const claims = found.map((one) => claimRead(one, live));
  if (json === true) print(JSON.stringify({ text, claims }, null, 2));
  else if (claims.length === 0) print(`${noClaim.charAt(0).toUpperCase()}${noClaim.slice(1)}.`);
  for (const { claim, score, answers: told } of json === true ? [] : claims) {
    print(wrap(`${claim} (likeness ${score.toFixed(2)})`, columns).join("\n"));
    for (const { binding, verdict } of told) {
      const what = binding.kind === "model" ? binding.model : `${binding.kind} ${binding.name}`;
      const more = [verdict.speaksAgainst, verdict.wouldChange].filter((part) => part !== null);
      print(
        wrap(
          `  ${what}: ${verdictWords[verdict.verdict]}. ${[verdict.inWords, ...more, verdict.address].join(" ")}`,
          columns,
        ).join("\n"),
      );
    }
  }
  return 0;
}
