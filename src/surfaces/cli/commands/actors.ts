// Who is meant by an actor's name, according to whom.

import { actorNamed, actorRows, namingsOf } from "../../../ledger/actors.ts";
import { InputError } from "../../../values/errors.ts";
import { counted, stanceNames } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

const MOST_SHOWN = 40;

export async function run([name]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const { clusters, view } = await withLedger(effects, async (ledger) => ({
    view: await ledger.view(caseId),
    clusters: await ledger.clusters(),
  }));
  const { print, note, columns } = effects;
  if (name === undefined) {
    const rows = actorRows(clusters, view);
    if (options["json"] === true) print(JSON.stringify(rows, null, 2));
    else {
      const cells = rows
        .slice(0, MOST_SHOWN)
        .map(({ name: actor, named, aliases, states, registers }) => [
          actor,
          String(named),
          String(aliases),
          states.join(" "),
          registers.join(", "),
        ]);
      print(table([["actor", "named", "names", "state", "registers"], ...cells], columns).join("\n"));
      note(
        rows.length > MOST_SHOWN
          ? `${counted(rows.length, "actor")}; the first ${MOST_SHOWN} are shown, --json has all`
          : counted(rows.length, "actor"),
      );
    }
    return 0;
  }
  const known = actorNamed(clusters, name);
  const namings = namingsOf(view, name, known?.equations ?? []);
  if (!known && namings.length === 0)
    throw new InputError("NAME", "a name that a register or a statement gives (detente actors lists them)", name);
  const actor = { ...(known ?? { name, clusters: [], equations: [], states: [] }), namings };
  if (options["json"] === true) print(JSON.stringify(actor, null, 2));
  else show(actor, effects);
  return 0;
}

type Actor = NonNullable<ReturnType<typeof actorNamed>> & { namings: ReturnType<typeof namingsOf> };

function show({ name, clusters, equations, states, namings }: Actor, { print, columns }: Effects): void {
  print(name);
  if (states.length > 0)
    print(`said to act for ${states.map(({ state, registers }) => `${state} (${registers.join(", ")})`).join("; ")}`);
  const said = equations.map((one) => [one.name, one.says.join(", "), one.disagrees.join(", ")]);
  if (said.length > 0)
    print(
      ["", ...table([["also called", "who says so", "who knows both and keeps them apart"], ...said], columns)].join(
        "\n",
      ),
    );
  const held = clusters.map(({ register, actor, names }) => [register, actor, names.map((one) => one.name).join(", ")]);
  if (held.length > 0) print(["", ...table([["register", "calls it", "with"], ...held], columns)].join("\n"));
  const stated = namings.map(({ incident, author, stance, written }) => [
    incident,
    written,
    `${author} ${stanceNames[stance]}`,
  ]);
  print(
    [
      "",
      ...(stated.length > 0
        ? table([["incident", "named as", "who"], ...stated], columns)
        : ["No statement of the case names it."]),
    ].join("\n"),
  );
}
