import { models } from "../../../models/index.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

export function run(_: string[], { json }: Options, { print, columns }: Effects): number {
  const cards = models.map(({ card }) => card);
  if (json === true) print(JSON.stringify(cards, null, 2));
  else
    print(
      table(
        [
          ["model", "arguments", "question"],
          ...cards.map(({ id, arguments: decided, question }) => [id, decided.join(" "), question]),
        ],
        columns,
      ).join("\n"),
    );
  return 0;
}
