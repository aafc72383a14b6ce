// The XML that negotiation files need, read strictly: elements, attributes, comments, an XML declaration, and nothing
// that could be expanded. A document type is refused outright, so no entity can be declared; the five that XML itself
// names and numbered characters are read. What a hostile file controls is bounded: size, depth, elements, attributes.

import { InputError } from "../../values/errors.ts";

export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** From 1. */
  readonly line: number;
};

type OpenElement = XmlElement & { readonly attributes: Map<string, string>; readonly children: XmlElement[] };

export const XML_LIMITS = { characters: 16_000_000, depth: 50, elements: 200_000, attributes: 50 } as const;

const NAME = /[A-Za-z_][\w.:-]*/y;
const SPACE = /[ \t\r\n]*/y;
const QUOTED = /"[^"<]*"|'[^'<]*'/y;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root element of a document; one line that names file and row where it is none. */
export function readXml(file: string, text: string): XmlElement {
  if (text.length > XML_LIMITS.characters)
    throw new InputError(file, `XML of at most ${XML_LIMITS.characters} characters`, text.length);
  return new Reader(file, text).document();
}

class Reader {
  private readonly file: string;
  private readonly text: string;
  private at = 0;
  private line = 1;
  private lineEnd: number;
  private elements = 0;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.lineEnd = this.text.indexOf("\n");
  }

  document(): XmlElement {
    const open: OpenElement[] = [];
    let root: OpenElement | null = null;
    while (this.at < this.text.length) {
      const next = this.text.indexOf("<", this.at);
      const between = this.text.slice(this.at, next < 0 ? undefined : next);
      if (open.length === 0 && /[^ \t\r\n]/.test(between)) throw this.fault("an element", between.trim());
      if (next < 0) break;
      this.at = next;
      if (this.skipped()) continue;
      if (this.text.startsWith("</", next)) {
        this.close(open.pop());
        continue;
      }
      if (open.length === 0 && root) throw this.fault("one root element", this.ahead());
      const { element, empty } = this.open();
      open.at(-1)?.children.push(element);
      root ??= element;
      if (!empty) open.push(element);
      if (open.length > XML_LIMITS.depth) throw this.fault(`elements at most ${XML_LIMITS.depth} deep`, element.name);
    }
    const last = open.at(-1);
    if (last) throw this.fault(`</${last.name}> for line ${last.line}`, "the end of the file");
    if (!root) throw this.fault("an XML document", this.text.slice(0, 40));
    return root;
  }

  /** Steps over a comment or a processing instruction; a declaration is refused. */
  private skipped(): boolean {
    const ends = this.text.startsWith("<!--", this.at) ? "-->" : this.text.startsWith("<?", this.at) ? "?>" : null;
    if (ends) {
      const end = this.text.indexOf(ends, this.at + 2);
      if (end < 0) throw this.fault(`"${ends}"`, "the end of the file");
      this.at = end + ends.length;
      return true;
    }
    if (this.text.startsWith("<!", this.at))
      throw this.fault("no document type, entity or CDATA section", this.ahead());
    return false;
  }

  private open(): { element: OpenElement; empty: boolean } {
    const line = this.lineHere();
    if (++this.elements > XML_LIMITS.elements) throw this.fault(`at most ${XML_LIMITS.elements} elements`);
    this.at++;
    const name = this.take(NAME, "an element's name");
    const attributes = new Map<string, string>();
    for (;;) {
      const spaced = this.take(SPACE, "space") !== "";
      if (this.text.startsWith("/>", this.at)) {
        this.at += 2;
        return { element: { name, attributes, children: [], line }, empty: true };
      }
      if (this.text[this.at] === ">") {
        this.at++;
        return { element: { name, attributes, children: [], line }, empty: false };
      }
      if (!spaced) throw this.fault(`a space or ">" in <${name}>`, this.ahead());
      this.attribute(attributes, name);
    }
  }

  private attribute(attributes: Map<string, string>, element: string): void {
    const key = this.take(NAME, `an attribute's name in <${element}>`);
    this.take(SPACE, "space");
    if (this.text[this.at] !== "=") throw this.fault(`"=" after ${key}`, this.ahead());
    this.at++;
    this.take(SPACE, "space");
    const quoted = this.take(QUOTED, `a quoted value of ${key} without "<"`);
    if (attributes.has(key)) throw this.fault(`the attribute ${key} once`, key);
    if (attributes.size >= XML_LIMITS.attributes) throw this.fault(`at most ${XML_LIMITS.attributes} attributes`, key);
    attributes.set(key, this.decoded(quoted.slice(1, -1)));
  }

  private close(element: XmlElement | undefined): void {
    const start = this.at;
    this.at += 2;
    const name = this.take(NAME, "an element's name");
    this.take(SPACE, "space");
    if (this.text[this.at] !== ">") throw this.fault(`">" after </${name}`, this.ahead());
    this.at++;
    if (element?.name === name) return;
    this.at = start;
    throw this.fault(element ? `</${element.name}> for line ${element.line}` : "no closing tag", `</${name}>`);
  }

  private decoded(value: string): string {
    if (!value.includes("&")) return value;
    return value.replace(/&([^;&]{0,12})(;?)/g, (whole, entity: string, end: string) => {
      const character = end === "" ? undefined : (named[entity] ?? numbered(entity));
      if (character === undefined) throw this.fault("one of &amp; &lt; &gt; &quot; &apos; &#N;", whole);
      return character;
    });
  }

  private take(pattern: RegExp, expected: string): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) throw this.fault(expected, this.ahead());
    this.at += found[0].length;
    return found[0];
  }

  private ahead(): string {
    return this.text.slice(this.at, this.at + 30) || "the end of the file";
  }

  /** Line ends are looked for once, as the reading goes on. */
  private lineHere(): number {
    while (this.lineEnd >= 0 && this.lineEnd < this.at) {
      this.line++;
      this.lineEnd = this.text.indexOf("\n", this.lineEnd + 1);
    }
    return this.line;
  }

  private fault(expected: string, got?: string): InputError {
    return new InputError(`${this.file}:${this.lineHere()}`, expected, got);
  }
}

/** `&#38;` and `&#x26;`; undefined for what is no character that XML allows. */
function numbered(entity: string): string | undefined {
  const digits = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(entity);
  if (!digits) return undefined;
  const code = digits[1] === undefined ? Number.parseInt(digits[2] ?? "", 16) : Number(digits[1]);
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || code >= 0xe000;
  return allowed && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A text as an attribute's value. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"'\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
