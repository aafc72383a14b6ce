import { debateIds, debateNamed } from "../../inputs/debates.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

export function run(_: string[], { json }: Options, { print, env, columns }: Effects): number {
  const rows = debateIds(env).map((id) => {
    const { debate, caseId, bundled } = debateNamed(id, env);
    return { id, title: debate.title, author: debate.author, comments: debate.comments.length, case: caseId, bundled };
  });
  if (json === true) print(JSON.stringify(rows, null, 2));
  else if (rows.length === 0) print("No debate is here. Take one in: detente debate import FILE");
  else
    print(
      table(
        [["id", "comments", "title"], ...rows.map(({ id, comments, title }) => [id, String(comments), title])],
        columns,
      ).join("\n"),
    );
  return 0;
}
