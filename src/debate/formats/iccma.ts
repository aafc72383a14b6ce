// The format of the argumentation competition (ICCMA 2023): "p af N", then a line "i j" for each attack of i on j, from
// 1; "#" begins a remark. Attacks alone: supports have no place in it.

import { InputError } from "../../values/errors.ts";
import type { Framework } from "../acceptability.ts";

const MOST = 10_000_000;

export function writeIccma({ size, attacks }: Framework, names: readonly string[] = []): string {
  const remarks = names.map((name, at) => `# ${at + 1} ${name.replace(/\s+/g, " ")}`);
  return [`p af ${size}`, ...remarks, ...attacks.map(([from, to]) => `${from + 1} ${to + 1}`), ""].join("\n");
}

export function readIccma(text: string, place: string): Framework {
  let size = -1;
  const attacks: [number, number][] = [];
  for (const [at, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const fault = (expected: string): InputError => new InputError(`${place}:${at + 1}`, expected, line);
    if (size < 0) {
      const found = /^p\s+af\s+(\d{1,9})$/.exec(line);
      if (!found || Number(found[1]) > MOST) throw fault(`p af N, with N at most ${MOST}`);
      size = Number(found[1]);
      continue;
    }
    const found = /^(\d{1,9})\s+(\d{1,9})$/.exec(line);
    const [from, to] = [Number(found?.[1]), Number(found?.[2])];
    if (!found || from < 1 || to < 1 || from > size || to > size) throw fault(`two arguments from 1 to ${size}`);
    attacks.push([from - 1, to - 1]);
    if (attacks.length > MOST) throw fault(`at most ${MOST} attacks`);
  }
  if (size < 0) throw new InputError(`${place}:1`, "p af N", "nothing");
  return { size, attacks };
}
