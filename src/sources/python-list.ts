// Lists as Python prints them: ['China', "Korea, Democratic People's Republic of"], also one inside another. This is
// not JSON. Escapes: https://docs.python.org/3/reference/lexical_analysis.html (string and bytes literals).

export type PythonList = (string | PythonList)[];

const DEEPEST = 4;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\\": "\\", "'": "'", '"': '"' };

/** Reads a printed list, or gives null where the text is none. Takes time proportional to the text. */
export function readPythonList(text: string): PythonList | null {
  const reader = { text, at: 0 };
  skipBlanks(reader);
  const list = readList(reader, 0);
  skipBlanks(reader);
  return reader.at === text.length ? list : null;
}

/** All items, without the brackets between them. */
export function flatItems(list: PythonList): string[] {
  return list.flatMap((item) => (typeof item === "string" ? [item] : flatItems(item)));
}

type Reader = { text: string; at: number };

function readList(reader: Reader, depth: number): PythonList | null {
  if (depth > DEEPEST || reader.text[reader.at] !== "[") return null;
  reader.at++;
  const list: PythonList = [];
  for (;;) {
    skipBlanks(reader);
    if (reader.text[reader.at] === "]") break;
    const item = readItem(reader, depth);
    if (item === null) return null;
    list.push(item);
    skipBlanks(reader);
    if (reader.text[reader.at] === ",") reader.at++;
    else if (reader.text[reader.at] !== "]") return null;
  }
  reader.at++;
  return list;
}

function readItem(reader: Reader, depth: number): string | PythonList | null {
  const first = reader.text[reader.at];
  if (first === "[") return readList(reader, depth + 1);
  if (first === "'" || first === '"') return readString(reader, first);
  // nan, None and numbers are written bare.
  const bare = /[\w.+-]+/y;
  bare.lastIndex = reader.at;
  const word = bare.exec(reader.text)?.[0];
  if (word === undefined) return null;
  reader.at += word.length;
  return word === "nan" || word === "None" ? "" : word;
}

function readString(reader: Reader, quote: string): string | null {
  reader.at++;
  let value = "";
  for (;;) {
    const letter = reader.text[reader.at];
    if (letter === undefined) return null;
    reader.at++;
    if (letter === quote) return value;
    value += letter === "\\" ? readEscape(reader) : letter;
  }
}

function readEscape(reader: Reader): string {
  const letter = reader.text[reader.at++] ?? "";
  const length = { x: 2, u: 4, U: 8 }[letter];
  if (length === undefined) return ESCAPED[letter] ?? `\\${letter}`;
  const digits = reader.text.slice(reader.at, reader.at + length);
  const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff) return `\\${letter}`;
  reader.at += length;
  return String.fromCodePoint(code);
}

function skipBlanks(reader: Reader): void {
  while (" \n\t".includes(reader.text[reader.at] ?? "x")) reader.at++;
}
