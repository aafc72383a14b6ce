// What a text says, as words that can be compared across lists: lower case, without plural and tense, joined names
// ("APT 10" and "APT-10" are "apt10"), and which of the words look like a proper name or a number.

export type Words = {
  /** Every word, in order of first appearance, once. */
  all: string[];
  /** Those that look like proper names: capitals inside a sentence, or letters with digits. */
  names: Set<string>;
  /** Numbers that carry meaning: "61398", "25000"; no years, nothing below 10. */
  numbers: Set<string>;
  /** Initials of runs of capitalised words: "Office of Personnel Management" gives "opm". */
  initials: string[];
  /** Words written in capitals only: "OPM". */
  capitals: string[];
  /** Neighbouring words written as one: "cloudhopper". */
  compounds: string[];
  /** Years named, 1995 to 2035. */
  years: number[];
  /** Speaks of an indictment or of charges. */
  charges: boolean;
};

const idle = new Set(
  `a about after all also an and any are as at be been being but by can could did do does for from had has have he her his how i if in
  into is it its like may might more most no not of off on one only or other our out over own said same she so some such than that
  the their them then there these they this those through to two under up was we were what when where which while who whom whose will with within
  without would you your http https www com html htm php aspx org net index article articles news story 2f amp utm`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

const small = new Set(["of", "the", "for", "and", "on", "in", "to", "at"]);

/** Reads the words of a text. */
export function wordsOf(text: string): Words {
  const plain = joined(text.normalize("NFKD").replace(/\p{M}/gu, ""));
  const all = new Set<string>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  const capitals = new Set<string>();
  const compounds = new Set<string>();
  const years = new Set<number>();
  let before = "";
  let opening = true;
  for (const match of plain.matchAll(/[\p{L}\p{N}]+|[.!?:"]+/gu)) {
    const written = match[0];
    if (!/[\p{L}\p{N}]/u.test(written)) {
      opening = true;
      before = "";
      continue;
    }
    const lower = written.toLowerCase();
    const named = /\p{L}/u.test(written) && (/\p{N}/u.test(written) || (/^\p{Lu}/u.test(written) && !opening));
    if (/^\p{Lu}{2,7}$/u.test(written) && !idle.has(lower)) capitals.add(stem(lower));
    opening = false;
    if (before !== "") compounds.add(stem(before + lower));
    before = lower;
    if (/^(?:199[5-9]|20[0-3]\d)$/.test(lower)) years.add(Number(lower));
    if (idle.has(lower) || lower.length < 2) continue;
    if (/^\d+$/.test(lower)) {
      if (!isMeaningful(lower)) continue;
      numbers.add(lower);
    }
    const word = stem(lower);
    all.add(word);
    if (named) names.add(word);
  }
  return {
    all: [...all],
    names,
    numbers,
    initials: initialsOf(plain),
    capitals: [...capitals],
    compounds: [...compounds],
    years: [...years],
    charges: /\b(?:indict|charged\b|charges (?:against|were)|prosecut|department of justice|\bdoj\b|unsealed)/i.test(
      plain,
    ),
  };
}

function isMeaningful(digits: string): boolean {
  const value = Number(digits);
  return value >= 10 && !(value >= 1990 && value <= 2035);
}

/** Writes names the same way however they are spaced: dotted initials, thousands, letters before digits. */
function joined(text: string): string {
  return text
    .replace(/\bU\.\s?S\.(?:A\.)?/g, "US ")
    .replace(/\bU\.\s?K\./g, "UK ")
    .replace(/\b(?:\p{Lu}\.){2,}/gu, (dotted) => dotted.replaceAll(".", ""))
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\d),(\d{3})\b/g, "$1$2")
    .replace(/['’](?:s\b)?/g, "")
    .replace(/\b(APT|UNC|TA|TG|FIN|DEV|UAC|TAG|F)[ -](\d+)\b/gi, "$1$2");
}

/** Takes plural and tense off a word; crude, and the same for both sides. */
export function stem(word: string): string {
  if (word === "dept") return "department";
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  const bare = word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  const cut = /^(.{4,})(?:ing|ed)$/.exec(bare)?.[1] ?? bare;
  return cut.length > 4 && cut.endsWith("e") ? cut.slice(0, -1) : cut;
}

function initialsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(/\p{Lu}[\p{L}]*(?:[ -]+(?:(?:of|the|for|and|on) )*\p{Lu}[\p{L}]*)+/gu)) {
    const words = run.split(/[ -]+/);
    for (const kept of [words.filter((word) => !small.has(word)), words.filter((word) => word !== "the")]) {
      for (const initials of initialsIn(kept)) found.add(initials);
    }
  }
  return [...found];
}

/** Initials of every stretch of a run: "the US Postal Service said Monday" must still give "usps", "Department of Defense" "dod". */
function* initialsIn(words: readonly string[]): Iterable<string> {
  for (let from = 0; from < words.length - 1; from++) {
    for (let to = from + 2; to <= Math.min(words.length, from + 6); to++) {
      const letters = words.slice(from, to).map((word) => (/^(?:US|UK|UN|EU)$/.test(word) ? word : word.charAt(0)));
      const initials = letters.join("").toLowerCase();
      if (initials.length >= 3) yield stem(initials);
    }
  }
}
