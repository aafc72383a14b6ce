import { check } from "../../../models/checker/check.ts";
import { readJson } from "../../inputs/read-file.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

export function run([file = ""]: string[], { json }: Options, { print, columns }: Effects): number {
  const read = readJson(file);
  // A whole solution is read too: its certificate is what is checked.
  const certificate = typeof read === "object" && read !== null && "certificate" in read ? read.certificate : read;
  const checked = check(certificate);
  if (json === true) print(JSON.stringify(checked, null, 2));
  else {
    const failing = checked.rows.filter(({ holds }) => !holds);
    print(
      `${checked.valid ? "Holds" : "Does not hold"}: ${counted(checked.rows.length, "row")} of a certificate of ${checked.kind}, ${failing.length} failing.`,
    );
    const shown = (failing.length > 0 ? failing : checked.rows).slice(0, 40);
    print(
      table(
        [
          ["slack", "why"],
          ...shown.map(({ slack, why, problem }) => [slack.toPrecision(4), problem ? `${why}: ${problem}` : why]),
        ],
        columns,
      ).join("\n"),
    );
  }
  return checked.valid ? 0 : 2;
}
