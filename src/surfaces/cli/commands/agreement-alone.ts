import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { agreementAlone, type AgreementAlone, type Holding } from "../../../agreements/index.ts";
import { agreementNamed, madeIn, registerOf } from "../../inputs/register.ts";
import { listOf } from "../../inputs/log-place.ts";
import { watchedWorld, worldWith } from "../../inputs/world.ts";
import { alone, answerOf, clauseSentence, shortOf } from "../../words/en-alone.ts";
import { counted, list } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";
import { writeWhole } from "../write-file.ts";

export async function run([id = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const { print, env, columns, note } = effects;
  const { title, clauses } = agreementNamed(id, registerOf(caseId, env), madeIn(caseId, env));
  const world = await withLedger(effects, async (ledger) => watchedWorld(await ledger.view(caseId)));
  const found = agreementAlone(clauses, worldWith(world, listOf(options["set"])));
  const folder = options["out"];
  if (typeof folder === "string")
    note(`Wrote ${counted(writeCertificates(found, folder), "certificate")} to ${folder}`);
  if (options["json"] === true) {
    print(JSON.stringify({ case: caseId, agreement: id, ...found }, null, 2));
    return 0;
  }
  const say = (text: string): void => print(wrap(text, columns).join("\n"));
  say(`${title.en}: ${answerOf(found)}`);
  say(`${alone.lead(found.terms)} ${alone.assumed}`);
  const untied = found.clauses.filter(({ holding }) => holding === null);
  for (const clause of found.clauses) if (clause.holding) say(`${shortOf(clause.clause)}: ${clauseSentence(clause)}`);
  if (untied.length > 0) say(`${list(untied.map(({ clause }) => shortOf(clause)))}: ${alone.untied}`);
  if (found.package) say(`${alone.package}. ${clauseSentence({ ...found.package, by: "named" })}`);
  return 0;
}

/** Each certificate in a file of its own, as `detente models check` takes it. */
function writeCertificates({ clauses, package: whole }: AgreementAlone, folder: string): number {
  mkdirSync(folder, { recursive: true });
  const named: [string, Holding | null][] = [
    ...clauses.map(({ clause, holding }): [string, Holding | null] => [clause.replace("#", "-"), holding]),
    ["package", whole?.holding ?? null],
  ];
  const files = named.flatMap(([name, holding]) =>
    Object.entries(holding?.certificates ?? {}).flatMap(([which, certificate]) =>
      certificate ? [{ path: join(folder, `${name}-${which}.json`), certificate }] : [],
    ),
  );
  for (const { path, certificate } of files) writeWhole(path, `${JSON.stringify(certificate, null, 2)}\n`);
  return files.length;
}
