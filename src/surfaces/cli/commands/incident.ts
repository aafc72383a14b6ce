import { InputError, oneLine } from "../../../values/errors.ts";
import { basisNames, checkNames, counted, sideNames, stanceNames } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { table, wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([id = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const { incident, history } = await withLedger(effects, async (ledger) => {
    const { incidents } = await ledger.view(caseId);
    const own = incidents.find((one) => one.id === id);
    const moved = own ? null : await ledger.movedTo(caseId, id);
    if (moved) effects.note(`${id} is now ${moved.to}: ${oneLine(moved.because)}`);
    const found = own ?? incidents.find((one) => one.id === moved?.to);
    if (!found) throw new InputError("ID", `an incident of ${caseId} (detente incidents lists them)`, id);
    return {
      incident: found,
      history: await ledger.history(caseId, [found.id, ...found.statements.map((statement) => statement.id)]),
    };
  });
  if (options["json"] === true) {
    effects.print(JSON.stringify({ ...incident, history }, null, 2));
    return 0;
  }
  const { print, columns } = effects;
  print(oneLine(`${incident.title.en}${incident.title.zh === undefined ? "" : `  ${incident.title.zh}`}`));
  print(wrap(incident.summary.en, columns).join("\n"));
  const dates = [
    ["happened", incident.happened ?? "not given"],
    ["disclosed", incident.disclosed ?? "not given"],
    ["attributed", incident.attributed ?? "not given"],
  ];
  print(["", ...table(dates, columns), ""].join("\n"));
  for (const {
    id: statementId,
    author,
    said,
    stance,
    accused,
    victims,
    basis,
    grade,
    checked,
    summary,
    read,
    link,
    withdrawn,
  } of incident.statements) {
    const whom = `${accused.states.join(", ") || "nobody named"} → ${victims.states.join(", ") || "nobody named"}`;
    print(
      oneLine(
        `${author.name.en} (${sideNames(author.side, author.side)}) ${stanceNames[stance]}, ${said ?? "undated"}: ${whom}${withdrawn ? " [withdrawn]" : ""}`,
      ),
    );
    const lines = [
      summary.en,
      `${basisNames[basis]}; grade ${grade.source}${grade.claim}; ${checkNames[checked]}; ${link.kind}: ${link.because}`,
      ...read.map(({ url }) => url),
      statementId,
    ];
    print(lines.flatMap((line) => wrap(line, columns - 2).map((text) => `  ${text}`)).join("\n"));
  }
  print(`\n${counted(history.length, "record")}, the last ${history.at(-1)?.hash ?? ""}`);
  return 0;
}
