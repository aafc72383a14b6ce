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

type Patterns = Record<"token" | "dotted" | "camel" | "run", RegExp>;

function patternsFor(letter: string, upper: string, lower: string, digit: string, flags: string): Patterns {
  return {
    token: new RegExp(`[${letter}${digit}]+|[.!?:"]+`, flags),
    dotted: new RegExp(`\\b(?:[${upper}]\\.){2,}`, flags),
    camel: new RegExp(`([${lower}])([${upper}][${lower}])`, flags),
    run: new RegExp(`[${upper}][${letter}]*(?:[ -]+(?:(?:of|the|for|and|on) )*[${upper}][${letter}]*)+`, flags),
  };
}

// Most texts are plain English, and there the plain classes are found twice as fast.
const ascii = patternsFor("A-Za-z", "A-Z", "a-z", "0-9", "g");
const anyLetters = patternsFor("\\p{L}", "\\p{Lu}", "\\p{Ll}", "\\p{N}", "gu");

/** Reads the words of a text. */
export function wordsOf(text: string): Words {
  const simple = isAscii(text);
  const patterns = simple ? ascii : anyLetters;
  const plain = joined(simple ? text : text.normalize("NFKD").replace(/\p{M}/gu, ""), patterns);
  const all = new Set<string>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  const capitals = new Set<string>();
  const compounds = new Set<string>();
  const years = new Set<number>();
  let before = "";
  let opening = true;
  for (const [written] of plain.matchAll(patterns.token)) {
    const token = tokenOf(written);
    if (token === null) {
      opening = true;
      before = "";
      continue;
    }
    const { lower, word, year } = token;
    if (token.capitals) capitals.add(word);
    if (before !== "") compounds.add(stem(before + lower));
    if (year !== null) years.add(year);
    if (token.number) numbers.add(lower);
    if (token.counts) {
      all.add(word);
      if (token.mixed || (token.capital && !opening)) names.add(word);
    }
    opening = false;
    before = lower;
  }
  return {
    all: [...all],
    names,
    numbers,
    initials: initialsOf(plain, patterns),
    capitals: [...capitals],
    compounds: [...compounds],
    years: [...years],
    charges: /\b(?:indict|charged\b|charges (?:against|were)|prosecut|department of justice|\bdoj\b|unsealed)/i.test(
      plain,
    ),
  };
}

/** What a written word is by itself; null where it ends a sentence. */
type Token = {
  lower: string;
  word: string;
  /** Letters with digits; a capital at its beginning; capitals only. */
  mixed: boolean;
  capital: boolean;
  capitals: boolean;
  year: number | null;
  number: boolean;
  /** Says something: no idle word, no lone letter, no idle number. */
  counts: boolean;
};

// A list writes the same words over and over, and telling what a word is costs most of the reading.
const tokens = new Map<string, Token | null>();
const MOST_TOKENS = 200_000;

function tokenOf(written: string): Token | null {
  const known = tokens.get(written);
  if (known !== undefined) return known;
  if (tokens.size >= MOST_TOKENS) tokens.clear();
  const token = readToken(written);
  tokens.set(written, token);
  return token;
}

function readToken(written: string): Token | null {
  if (!/[\p{L}\p{N}]/u.test(written)) return null;
  const lower = written.toLowerCase();
  const letters = /\p{L}/u.test(written);
  const digits = /^\d+$/.test(lower);
  const number = digits && isMeaningful(lower);
  return {
    lower,
    word: stem(lower),
    mixed: letters && /\p{N}/u.test(written),
    capital: letters && /^\p{Lu}/u.test(written),
    capitals: /^\p{Lu}{2,7}$/u.test(written) && !idle.has(lower),
    year: /^(?:199[5-9]|20[0-3]\d)$/.test(lower) ? Number(lower) : null,
    number: number && lower.length >= 2,
    counts: !idle.has(lower) && lower.length >= 2 && (!digits || number),
  };
}

function isMeaningful(digits: string): boolean {
  const value = Number(digits);
  return value >= 10 && !(value >= 1990 && value <= 2035);
}

export function isAscii(text: string): boolean {
  return !/[^\u0020-\u007e\n]/.test(text);
}

/** Writes names the same way however they are spaced: dotted initials, thousands, letters before digits. */
function joined(text: string, { dotted, camel }: Patterns): string {
  return text
    .replace(/\bU\.\s?S\.(?:A\.)?/g, "US ")
    .replace(/\bU\.\s?K\./g, "UK ")
    .replace(dotted, (initials) => initials.replaceAll(".", ""))
    .replace(camel, "$1 $2")
    .replace(/(\d),(\d{3})\b/g, "$1$2")
    .replace(/['’](?:s\b)?/g, "")
    .replace(/\b(APT|UNC|TA|TG|FIN|DEV|UAC|TAG|F)[ -](\d+)\b/gi, "$1$2");
}

/** Takes plural and tense off a word; crude, and the same for both sides. */
export function stem(word: string): string {
  if (word === "dept") return "department";
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  const plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
  const bare = plural ? word.slice(0, -1) : word;
  const cut =
    bare.length > 6 && bare.endsWith("ing")
      ? bare.slice(0, -3)
      : bare.length > 5 && bare.endsWith("ed")
        ? bare.slice(0, -2)
        : bare;
  return cut.length > 4 && cut.endsWith("e") ? cut.slice(0, -1) : cut;
}

function initialsOf(text: string, { run: runs }: Patterns): string[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(runs)) {
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
