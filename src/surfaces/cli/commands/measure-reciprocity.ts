import { reciprocity, type Reciprocity } from "../../../measure/reciprocity/index.ts";
import { InputError } from "../../../values/errors.ts";
import type { Refusal } from "../../../values/outcome.ts";
import { caseReciprocity, type CaseReciprocity } from "../../inputs/case-reciprocity.ts";
import { readText } from "../../inputs/read-file.ts";
import { reciprocityInEvents } from "../../inputs/event-reciprocity.ts";
import { asOption, reciprocitySettings } from "../../inputs/measure-settings.ts";
import { counted, list, probability } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([caseId]: string[], options: Options, effects: Effects): Promise<number> {
  const { events: file, json } = options;
  if ((caseId === undefined) === (file === undefined)) throw new InputError("CASE", "a case, or --events FILE");
  if (caseId !== undefined) {
    const asked = reciprocitySettings(options, asOption);
    const view = await withLedger(effects, (ledger) => ledger.view(caseId));
    return showCase(caseReciprocity(view, asked), json === true, effects);
  }
  const name = String(file);
  const outcome = reciprocityInEvents(name, () => readText(name), options, asOption);
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  const { found, document } = outcome.value;
  if (json === true) effects.print(JSON.stringify(document, null, 2));
  else show(found, document.reading, effects);
  return 0;
}

function show(found: Reciprocity, reading: string, { print, columns }: Effects): void {
  const { sides, hawkes, likelihoodRatio, permutation, cautions } = found;
  const lines = (text: string): string => wrap(text, columns).join("\n");
  print(
    lines(
      `${list(sides.map(({ side, events }) => `${counted(events, "event")} of ${side}`))}, up to ${found.horizon}.`,
    ),
  );
  print(lines(reading));
  const rows = sides.map(({ side }, i) => [
    side,
    figure(hawkes.mu[i]!, hawkes.standardErrors.mu[i]!),
    ...hawkes.alpha[i]!.map((alpha, j) => figure(alpha, hawkes.standardErrors.alpha[i]![j]!)),
    figure(hawkes.beta[i]!, hawkes.standardErrors.beta[i]!),
  ]);
  print(
    [
      "",
      ...table([["rate of", "base", ...sides.map(({ side }) => `after ${side}`), "decay"], ...rows], columns),
      "",
    ].join("\n"),
  );
  const stable = hawkes.stable ? "it dies down by itself" : "it does not die down by itself";
  print(
    lines(
      `Log-likelihood ${hawkes.logLikelihood.toFixed(3)}; spectral radius ${hawkes.spectralRadius.toFixed(2)}: ${stable}.`,
    ),
  );
  print(lines(testLine("Likelihood ratio of no cross excitation", likelihoodRatio)));
  print(lines(testLine("Labels shuffled over the same times", permutation)));
  for (const line of [...cautions, ...reciprocity.assumptions.map((assumption) => `provided ${assumption}`)])
    print(`  ${wrap(line, columns - 2).join("\n  ")}`);
}

function figure(value: number | null, error: number | null): string {
  if (value === null) return "–";
  return error === null ? value.toPrecision(4) : `${value.toPrecision(4)} ± ${error.toPrecision(2)}`;
}

function testLine(name: string, test: { statistic: number; p: number } | { refused: Refusal }): string {
  if ("refused" in test) return `${name}: no answer. ${test.refused.because}`;
  return `${name}: statistic ${test.statistic.toFixed(2)}, p ${test.p < 1e-6 ? "below .000001" : probability(test.p)}.`;
}

function showCase(found: CaseReciprocity, json: boolean, { print, columns }: Effects): number {
  const answered = found.series.some((series) => !("refused" in series));
  if (json) {
    print(JSON.stringify(found, null, 2));
    return answered ? 0 : 2;
  }
  for (const series of found.series) {
    print(wrap(`${series.heading}: ${series.reading}`, columns).join("\n"));
    print("");
  }
  for (const line of found.cautions) print(`  ${wrap(line, columns - 2).join("\n  ")}`);
  return answered ? 0 : 2;
}
