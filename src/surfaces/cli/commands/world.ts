import { describeWorld, type Described, type World } from "../../../world/index.ts";
import { asofOf } from "../../inputs/queries.ts";
import { worldOf, worldWith } from "../../inputs/world.ts";
import { asOf } from "../../../ledger/view.ts";
import { significant } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { table, wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([caseId = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const { set, asof, json } = options;
  const day = asofOf(typeof asof === "string" ? asof : undefined);
  const world = await withLedger(effects, async (ledger) => {
    const view = await ledger.view(caseId);
    return worldWith(worldOf(day === null ? view : asOf(view, day), day), Array.isArray(set) ? set : []);
  });
  const described = describeWorld(world);
  const { print, columns } = effects;
  if (json === true) {
    print(JSON.stringify(described, null, 2));
    return 0;
  }
  const entries = Object.entries(described);
  const kinds = entries.map(([, { source }]) => source.kind);
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  print(
    wrap(
      `Of ${entries.length} values, the ledger tells ${count("data")}, the literature ${count("literature")}, and ${count("assumption")} are assumed: change any of these with --set KEY=VALUE.`,
      columns,
    ).join("\n"),
  );
  print("");
  const single = entries.filter(([key]) => !key.startsWith("issue."));
  const rows = single.map(([key, one]) => [key, valueOf(one), sourceOf(one), one.meaning]);
  print(table([["key", "value", "source", "meaning"], ...rows], columns).join("\n"));
  print("");
  print(table([["issue", "", "T R P S", "on record per period", "in words"], ...issueRows(world)], columns).join("\n"));
  for (const [key, { refused }] of single)
    if (refused) print(wrap(`${key}: ${refused.formula} gives no number. ${refused.because}`, columns).join("\n"));
  return 0;
}

function valueOf({ value, interval }: Pick<Described, "value" | "interval">): string {
  const shown = typeof value === "number" ? significant(value) : String(value ?? "none");
  return interval ? `${shown} (${significant(interval.lower)}–${significant(interval.upper)})` : shown;
}

function sourceOf({ source: { kind, ref } }: Described): string {
  return ref === null ? kind : `${kind}: ${ref}`;
}

function issueRows({ issues }: World): string[][] {
  return issues.flatMap(({ id, title, words, rates, ...payoffs }) =>
    (["A", "B"] as const).map((side) => {
      const { T, R, P, S } = payoffs[side];
      const rate = rates?.[side];
      const onRecord = rate === undefined || "reason" in rate ? "not counted" : valueOf(rate);
      return [id, side, [T, R, P, S].join(" "), onRecord, words?.[side].en ?? title.en];
    }),
  );
}
