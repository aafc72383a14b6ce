import { allSources } from "../../inputs/sources.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

export function run(_: string[], { json }: Options, { print, columns }: Effects): number {
  const sources = allSources();
  if (json === true) print(JSON.stringify(sources, null, 2));
  else {
    const rows = sources.map(({ name, publisher, coverage }) => [
      name,
      `${coverage.from}–${coverage.to ?? ""}`,
      publisher,
      coverage.inclusion,
    ]);
    print(table([["list", "window", "publisher", "what it lists"], ...rows], columns).join("\n"));
  }
  return 0;
}
