import { argumentsInWords, shares, verdicts, withShare, type Verdict } from "../../../models/verdict.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import { significant } from "../../words/en.ts";
import { askedWorld } from "../asked-world.ts";
import type { Effects, Options } from "../command.ts";
import { wrap } from "../table.ts";

export async function run(_: string[], options: Options, effects: Effects): Promise<number> {
  const { print, columns } = effects;
  const draws = wholeFrom("--draws", options["draws"], 10_000, 10_000_000);
  const drawn = shares(draws, wholeFrom("--seed", options["seed"], 1));
  const rows = verdicts(await askedWorld(options, effects)).flatMap((row) => {
    const share = drawn[row.proposition];
    return share ? [withShare(row, share)] : [];
  });
  if (options["json"] === true) {
    print(JSON.stringify(rows, null, 2));
    return 0;
  }
  for (const [argument, words] of Object.entries(argumentsInWords)) {
    print(wrap(`(${argument}) ${words}`, columns).join("\n"));
    for (const row of rows.filter((one) => one.argument === argument)) print(told(row, columns));
    print("");
  }
  print(wrap("A share is of a sample of the parameters' box, and no probability.", columns).join("\n"));
  return 0;
}

function told(row: Verdict, columns: number): string {
  const { model, sentence, here, inWords, proof, share } = row;
  const percent = (part: number): string => (100 * part).toFixed(1);
  const holds = `holds in ${percent(share.holds)}% of the box (95%: ${percent(share.lower)} to ${percent(share.upper)}, ${share.draws} draws)`;
  return [
    `${model}: ${sentence}`,
    `${here ? "Holds here" : "Does not hold here"}; ${inWords}.${proof === null ? "" : ` Proof: ${proof}.`}`,
    ...(proof === null ? [`${turnsOn(row)}; ${holds}.`] : []),
  ]
    .flatMap((text, index) => wrap(text, columns - 4).map((line) => `${index === 0 ? "  " : "    "}${line}`))
    .join("\n");
}

function turnsOn({ pivotal }: Verdict): string {
  if (!pivotal || pivotal.to === null) return "No parameter alone flips it";
  const { param, from, to, source, leftOpen } = pivotal;
  const open =
    leftOpen === null ? "" : leftOpen ? ", within what the ledger leaves open" : ", beyond what the ledger leaves open";
  return `Turns first on ${param} (${source}): it flips when that goes from ${significant(from)} to ${significant(to)}${open}`;
}
