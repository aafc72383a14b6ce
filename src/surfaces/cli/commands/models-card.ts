import { cited } from "../../../values/references.ts";
import { modelNamed } from "../../inputs/model-named.ts";
import type { Effects, Options } from "../command.ts";
import { table, wrap } from "../table.ts";

export function run([name = ""]: string[], { json }: Options, { print, columns }: Effects): number {
  const { card, parts } = modelNamed(name);
  if (json === true) {
    print(
      JSON.stringify(
        {
          ...card,
          parts: parts.map(({ name: part, question, status, params }) => ({ name: part, question, status, params })),
        },
        null,
        2,
      ),
    );
    return 0;
  }
  print(`${card.id}: ${card.title}`);
  for (const text of [
    card.question,
    card.story,
    `Players: ${card.players.join("; ")}.`,
    `Moves: ${card.moves}`,
    `Payoffs: ${card.payoffs}`,
  ])
    print(wrap(text, columns).join("\n"));
  for (const assumption of card.assumptions)
    print(
      wrap(`provided ${assumption}`, columns - 2)
        .map((line) => `  ${line}`)
        .join("\n"),
    );
  for (const { name: part, question, status, params } of parts) {
    print(`\n${part} (${status}): ${question}`);
    print(
      table(
        [
          ["parameter", "usual", "meaning"],
          ...params.map(({ key, default: usual, meaning }) => [key, JSON.stringify(usual), meaning]),
        ],
        columns,
      ).join("\n"),
    );
  }
  print("");
  for (const { key, status, note } of card.references)
    print(wrap(`${cited(key)} [${status}] ${note}`, columns).join("\n"));
  return 0;
}
