// What the terminal says about logs, beyond the verdicts' own sentences.

import type { Fsck } from "../../log/fsck.ts";
import type { Verdict } from "../../log/verdict.ts";
import { counted, number } from "./en.ts";

export function verdictLines(verdict: Verdict): string[] {
  const { valid, says, problems, cautions, cosigned, signedBy, size, root, leaf, entry } = verdict;
  return [
    `${valid ? "Holds" : "Does not hold"}. ${says}`,
    ...problems.slice(1).map(({ because }) => `  also: ${because}`),
    ...cautions.map(({ because }) => `  note: ${because}`),
    ...(size === null
      ? []
      : [`  log: ${counted(size, "entry", "entries")}, root ${root}, signed by ${signedBy ?? "nobody known"}`]),
    ...cosigned.map(({ witness, key, at }) => `  cosigned ${at === "" ? "without a time" : at} by ${witness} (${key})`),
    ...(leaf === null ? [] : [`  leaf hash: ${leaf}`]),
    ...(entry === null ? [] : [`  ${valid ? "entry" : "what the file carries"}: ${shown(entry)}`]),
  ];
}

const LONGEST_SHOWN = 400;

function shown(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ").trimEnd();
  return plain.length <= LONGEST_SHOWN
    ? plain
    : `${plain.slice(0, LONGEST_SHOWN)}… (${number(text.length)} characters)`;
}

export function fsckLines({
  valid,
  says,
  origin,
  size,
  pending,
  problems,
  cautions,
  cosigners,
  missing,
}: Fsck): string[] {
  const onlyQuorum = problems.every(({ code }) => code === "quorum-not-met");
  return [
    `${valid ? "Sound" : onlyQuorum ? "Sound, but not cosigned as the policy asks" : "Not sound"}. ${says}`,
    `  ${origin ?? "a log without a name"}: ${counted(size, "entry", "entries")} under the checkpoint, ${number(pending)} waiting for the next`,
    ...problems.map(({ file, because }) => `  ${file}: ${because}`),
    ...cautions.map(({ file, because }) => `  note on ${file}: ${because}`),
    ...cosigners.map(
      ({ key, size: seen, at, behind }) =>
        `  ${key} cosigned last at ${counted(seen, "entry", "entries")}, ${at}${behind > 0 ? `: ${counted(behind, "entry", "entries")} since` : ""}`,
    ),
    ...(missing === "" ? [] : [`  not yet cosigned by ${missing}`]),
  ];
}
