// Text from strangers, made safe to read: characters that hide, that turn the direction of what follows, or that pile
// up over a line are taken out; names written in letters that only look like others are marked. Markup stays what it
// is in a plain text: characters, which surfaces show as text and never run.

import type { TextFlag } from "../debate.ts";

/** The longest comment kept whole, in characters. */
export const LONGEST_COMMENT = 50_000;
export const LONGEST_NAME = 100;

const DIRECTION = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu;
// Zero-width space and joiners' invisible kin, soft hyphen, fillers, tags. Joiners stay where scripts need them.
const HIDDEN =
  /\u034F|[\u200B\u2060-\u2064\u206A-\u206F\uFEFF\u00AD\u180B-\u180E\u115F\u1160\u3164\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const LATIN_JOINER =
  /(?<=[\p{Script=Latin}\p{Nd}])[\u200C\u200D]+|(?<![\u200C\u200D])[\u200C\u200D]+(?=[\p{Script=Latin}\p{Nd}])/gu;
const CONTROL = /[^\P{Cc}\n\t]/gu;
const STACKED = /(\p{M}{4})\p{M}+/gu;

export type SafeText = { text: string; flags: TextFlag[] };

/** A text with its paragraphs, and what was taken out of it. */
export function safeText(raw: string, longest: number = LONGEST_COMMENT): SafeText {
  const flags: TextFlag[] = [];
  const without = (text: string, pattern: RegExp, flag: TextFlag | null, by = ""): string => {
    const cleaned = text.replace(pattern, by);
    if (cleaned !== text && flag && !flags.includes(flag)) flags.push(flag);
    return cleaned;
  };
  let text = raw
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u0085/g, "\n")
    .replaceAll("\u2029", "\n\n");
  text = without(text, DIRECTION, "direction-marks");
  text = without(text, HIDDEN, "hidden-characters");
  text = without(text, LATIN_JOINER, "hidden-characters");
  text = without(text, CONTROL, null);
  text = without(text, STACKED, "stacked-marks", "$1");
  text = text
    .normalize("NFC")
    .replace(/(?<![ \t\u00A0])[ \t\u00A0]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
  if (text.length > longest) {
    text = `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
    flags.push("cut");
  }
  return { text, flags };
}

/** A name on one line. */
export function safeName(raw: string): SafeText {
  const { text, flags } = safeText(raw, LONGEST_NAME);
  return { text: text.replace(/\s+/g, " ").trim(), flags };
}

// Letters of other alphabets that are drawn as Latin ones.
const FOREIGN = Array.from("АВЕЅІЈКМНОРСТХУавеѕіјкмнорстхуһԁԛԝӏɡΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινοτυχρκӨөɑıⅼ");
const LATIN = Array.from("ABESIJKMHOPCTXYabesijkmhopctxyhdqwlgABEZHIKMNOPTYXaivotuxpkOoail");
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  FOREIGN.map((letter, index) => [letter, LATIN[index] ?? letter]),
);

/** How a name looks at a glance: names with one skeleton can be taken for each other. */
export function skeletonOf(name: string): string {
  return Array.from(name.normalize("NFKC"))
    .map((letter) => LOOKS_LIKE.get(letter) ?? letter)
    .join("")
    .toLowerCase()
    .replace(/[l1|]/g, "i")
    .replaceAll("0", "o")
    .replace(/rn/g, "m")
    .replace(/\s+/g, " ");
}

/** Whether one word of a name mixes alphabets that are easily confused. */
export function mixesAlphabets(name: string): boolean {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .some(
      (word) =>
        [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) => script.test(word))
          .length > 1,
    );
}

/** Names are not changed to what they imitate, which would help the imitator: they say what they are. */
export const LOOK_ALIKE_MARK = " [look-alike letters]";
