// The brief for a terminal: the sentences first, then the numbers they rest on.

import { shortTitle } from "../inputs/sources.ts";
import { debateWords as words } from "../words/en-debate-pages.ts";
import { about, checkNames, dateKinds, number, probability, sideNames } from "../words/en.ts";
import type { Answer, Brief, DirectionBrief } from "./compose.ts";
import { authorsOf, rowName } from "./sentences.ts";

/** Stands in the footer of the print, and as a part of its own in a terminal. */
export const PROVENANCE = "Provenance";

export const ARGUMENTS = "The arguments of the public debate";

/** Parts of the brief, each a heading and its lines or table. */
export type Part = { heading: string; text?: string; rows?: string[][]; notes?: string[] };

export function briefParts(brief: Brief): Part[] {
  return [
    { heading: brief.title.en, text: brief.headline },
    ...brief.sections.map(({ question, answer, confidence }) => ({
      heading: question,
      text: `${answer} ${confidence}`,
    })),
    ...argumentParts(brief),
    { heading: "Both directions", rows: directionRows(brief) },
    { heading: "As counted by", rows: sideRows(brief) },
    { heading: "Rows that accuse, by list", rows: listRows(brief) },
    ...brief.directions.map((direction) => overlapPart(direction)),
    { heading: `Before and after ${brief.agreement.title.en}`, rows: agreementRows(brief) },
    {
      heading: "How the statements were checked",
      rows: Object.entries(brief.checked).map(([kind, count]) => [
        checkNames[kind as keyof typeof checkNames],
        number(count),
      ]),
    },
    { heading: PROVENANCE, rows: provenance(brief) },
  ];
}

/** One row an argument: its letters, its words, its verdict, and what that turns on. */
export function argumentRows({ debate }: Pick<Brief, "debate">): string[][] {
  return (debate?.rows ?? []).map(({ arguments: letters, text, verdict, turnsOn, sourceKind }) => [
    letters.join(" "),
    text,
    words.verdicts[verdict],
    turnsOn === null ? "–" : `${turnsOn}${sourceKind === null ? "" : ` (${words.sourceKinds[sourceKind]})`}`,
  ]);
}

/** A terminal is too narrow for three columns of words. */
function argumentParts(brief: Brief): Part[] {
  if (brief.debate === null) return [];
  const rows = argumentRows(brief).map(([letters = "", text = "", verdict = "", turning = ""]) => [
    letters,
    verdict,
    turning === "–" ? text : `${text} ${words.turnsOn}: ${turning}`,
  ]);
  const [argument, verdict] = words.tableColumns;
  return [{ heading: ARGUMENTS, rows: [["", verdict, argument], ...rows] }];
}

function directionRows({ directions }: Brief): string[][] {
  const line = (name: string, value: (direction: DirectionBrief) => string): string[] => [
    name,
    ...directions.map(value),
  ];
  return [
    line("", ({ from, to }) => `${from} → ${to}`),
    line("incidents", ({ incidents }) => number(incidents)),
    line("statements that accuse", ({ statements }) => number(statements)),
    line("statements that deny or doubt", ({ denials }) => number(denials)),
    line("incidents contested", ({ contested }) => number(contested)),
    line("actors’ profiles among them", ({ profiles }) => number(profiles)),
    line("resting on nothing checked", ({ unchecked }) => number(unchecked)),
    line("with those on no list, over models", ({ averaged }) => bound(averaged)),
    line("at least, if some are harder to see", ({ hidden }) => bound(hidden)),
    line("the same, in the form for so few lists", ({ hiddenForTheseLists }) => bound(hiddenForTheseLists)),
    line("the same as printed, without profiles", ({ hiddenWithoutProfiles }) => bound(hiddenWithoutProfiles)),
  ];
}

function bound(answer: Answer): string {
  if ("refused" in answer) return "no estimate";
  const { value, interval } = answer;
  return `${about(value, interval)} (${about(interval.lower, interval)}–${about(interval.upper, interval)})`;
}

function sideRows({ parity, directions: [first, second], parties }: Brief): string[][] {
  const name = (side: string): string =>
    sideNames(side, parties.find(({ iso }) => iso === side)?.inSentence.en ?? side);
  return [
    ["", `${first.from} → ${first.to}`, `${second.from} → ${second.to}`, "times as many in the first"],
    ...parity.map(({ side, counts, ratio }) => [
      name(side),
      ...counts.map(({ incidents }) => number(incidents)),
      "refused" in ratio
        ? ratio.refused.because
        : `${ratio.value.toFixed(1)} (${100 * ratio.interval.level}%: ${ratio.interval.lower.toFixed(1)} to ${ratio.interval.upper.toFixed(1)})`,
    ]),
  ];
}

function listRows({ directions, sources }: Brief): string[][] {
  const count = (direction: DirectionBrief, name: string): string => {
    const found = direction.bySource.find(({ source }) => source === name);
    return found ? number(found.statements) : "–";
  };
  const [first, second] = directions;
  return [
    ["", `${first.from} → ${first.to}`, `${second.from} → ${second.to}`],
    ...sources.map(({ name }) => [shortTitle(name), count(first, name), count(second, name)]),
  ];
}

function overlapPart({ from, to, overlap, hidden }: DirectionBrief): Part {
  const rows = overlap.cells.map(({ lists, count }) => [lists.map(shortTitle).join(" + "), number(count)]);
  const notes =
    "refused" in hidden
      ? [`No estimate: ${hidden.refused.because}`]
      : hidden.assumptions.map((assumption) => `provided ${assumption}`);
  return { heading: `On which lists: ${from} → ${to}`, rows: [["only on", "incidents"], ...rows], notes };
}

function agreementRows({ agreement }: Brief): string[][] {
  return [
    ["", "before", "after", "ratio", "one-sided exact p"],
    ...agreement.rows.map((row) =>
      "refused" in row.fall
        ? [rowName(row), "", "", "", row.fall.refused.because]
        : [
            rowName(row),
            number(row.fall.before),
            number(row.fall.after),
            `${row.fall.value.toFixed(2)} (${row.fall.interval.lower.toFixed(2)}–${row.fall.interval.upper.toFixed(2)})`,
            probability(row.fall.p),
          ],
    ),
  ];
}

function provenance(brief: Brief): string[][] {
  return [
    ["as of", brief.asof ?? "everything on record"],
    ["counted by", brief.countedBy === null ? "anyone" : authorsOf(brief.countedBy, brief.parties)],
    ["years by", dateKinds[brief.dates]],
    ["case", `${brief.case} ${brief.version}`],
    ["inputs", brief.inputs],
  ];
}
