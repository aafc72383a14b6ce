// The lines of a plain text with what stands before them: how far they are set in, and which bullet or number.

export type Line = {
  /** From 1. */
  row: number;
  /** Columns before the bullet or the text; a tab goes to the next column of four. */
  indent: number;
  /** The bullet as written, or "" where there is none. */
  bullet: string;
  /** "number" or the bullet's own sign. */
  kind: string;
  /** How deep the bullet itself says that it stands: "1.2.1" and "--" do. 0: it does not say. */
  level: number;
  /** What follows the bullet. */
  text: string;
  blank: boolean;
};

const TAB = 4;
const BULLET =
  /^([•◦▪▫‣⁃∙●○■□▸►▹◆◇➤➢❖*+\-–—·§»›]{1,12}|o(?=\s{1,})|\(?\d{1,4}(?:\.\d{1,4}){0,11}[.)]|\d{1,4}(?:\.\d{1,4}){1,11}|\([a-z]\)|[a-z]\)|\[[-+–—]\](?=.))(?:[ \t\u00A0]+|$|(?<=\]))/u;

export function linesOf(text: string): Line[] {
  return text.split("\n").map((raw, index) => lineOf(raw, index + 1));
}

const BARS = /^[ \t]*(?:[|│┃][ \t]*)*(?:[├└╰┣┗][─━-]*[ \t]*|[|│┃][ \t]*)/u;

/** Bars or tree lines that show depth, as the blanks that they stand for; a branch is a bullet. */
export function withoutBars(text: string): string {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => BARS.test(line));
  const below = lines.slice(Math.max(0, from)).filter((line) => line.trim() !== "");
  const barred = below.filter((line) => BARS.test(line)).length;
  if (from < 0 || barred < 4 || barred < 0.6 * below.length) return text;
  return lines.map((line) => line.replace(BARS, blanksFor)).join("\n");
}

function blanksFor(bars: string): string {
  const branch = /[├└╰┣┗]/u.exec(bars);
  if (branch) return `${" ".repeat(branch.index)}• `;
  return " ".repeat(bars.includes("|") ? 4 * (bars.match(/\|/g)?.length ?? 0) : bars.length);
}

function lineOf(raw: string, row: number): Line {
  const start = raw.search(/[^ \t\u00A0\u3000]/);
  if (start < 0) return { row, indent: 0, bullet: "", kind: "", level: 0, text: "", blank: true };
  const indent = columns(raw.slice(0, start));
  const rest = raw.slice(start).trimEnd();
  const found = BULLET.exec(rest);
  const bullet = found?.[1] ?? "";
  if (!found || (/^[-–—*+]{3,}$/.test(bullet) && rest === bullet))
    return { row, indent, bullet: "", kind: "", level: 0, text: rest, blank: false };
  const numbered = /\d/.test(bullet);
  const components = bullet.match(/\d+/g)?.length ?? 0;
  const repeated = /^([-*+•»›])\1*$/u.test(bullet) ? Array.from(bullet).length : 1;
  return {
    row,
    indent,
    bullet,
    kind: numbered ? "number" : (Array.from(bullet)[0] ?? ""),
    level: numbered ? (components > 1 ? components : 0) : repeated > 1 ? repeated : 0,
    text: rest.slice(found[0].length).trim(),
    blank: false,
  };
}

function columns(blanks: string): number {
  let at = 0;
  for (const blank of blanks) at = blank === "\t" ? at + TAB - (at % TAB) : at + (blank === "\u3000" ? 2 : 1);
  return at;
}

/** Whether lines were broken at a fixed width, so that a line end is no paragraph's end. */
export function isHardWrapped(lines: readonly Line[]): boolean {
  const inner = lines.filter((line, index) => {
    const next = lines[index + 1];
    return !line.blank && next !== undefined && !next.blank && next.bullet === "" && line.text.length > 30;
  });
  if (inner.length < 3 || lines.some(({ text }) => text.length > 130)) return false;
  const lengths = inner.map(({ text, indent }) => text.length + indent).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return median >= 50 && median <= 110;
}

/** Paragraphs of a block of lines. */
export function paragraphsFrom(lines: readonly Line[], hardWrapped: boolean): string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line.blank) {
      open = false;
      continue;
    }
    // Numbers stay, and so do dashes, with which sentences begin as well as items.
    const text =
      line.bullet === "" ? line.text : `${/^\d|^\(|^[–—]$/.test(line.bullet) ? line.bullet : "•"} ${line.text}`;
    if (open && hardWrapped && line.bullet === "") paragraphs.push(`${paragraphs.pop() ?? ""} ${text}`);
    else if (open && line.bullet !== "") paragraphs.push(`${paragraphs.pop() ?? ""}\n${text}`);
    else paragraphs.push(text);
    open = true;
  }
  return paragraphs;
}
