// XML 1.0 read strictly and within bounds, for files from outside. There are no entities but the five that XML itself
// has and character references: a document type is refused, so nothing can expand, and nothing is ever fetched.
// Nothing recurses: a file nested a million deep ends at the bound on depth.

import { InputError } from "./errors.ts";

export type XmlElement = {
  /** With its prefix, as written: "wp:comment". */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** Line on which it begins, from 1. */
  readonly line: number;
};

export type XmlLimits = { characters: number; depth: number; elements: number; attributes: number };

const usualLimits: XmlLimits = { characters: 128 * 1024 * 1024, depth: 256, elements: 2_000_000, attributes: 256 };

type Open = { name: string; attributes: Map<string, string>; children: (XmlElement | string)[]; line: number };

const NAME = /[A-Za-z_:\u00C0-\u{EFFFF}][\w:.\-\u00B7\u00C0-\u{EFFFF}]*/uy;
const BLANK = /[ \t\r\n]*/y;
// Control characters but tab and line ends; those from U+007F to U+009F are allowed.
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root element of a document; a fault is one InputError with place and line. */
export function readXml(text: string, place: string, limits: Partial<XmlLimits> = {}): XmlElement {
  return new Reader(text.startsWith("\uFEFF") ? text.slice(1) : text, place, { ...usualLimits, ...limits }).document();
}

class Reader {
  readonly #text: string;
  readonly #place: string;
  readonly #limits: XmlLimits;
  #at = 0;
  #line = 1;
  #lineEnd: number;
  #elements = 0;

  constructor(text: string, place: string, limits: XmlLimits) {
    this.#text = text;
    this.#place = place;
    this.#limits = limits;
    this.#lineEnd = text.indexOf("\n");
    if (text.length > limits.characters) throw this.#fault(`at most ${limits.characters} characters`, text.length);
    const bad = FORBIDDEN.exec(text);
    if (bad) {
      this.#at = bad.index;
      throw this.#fault("no control character", `U+${bad[0].charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
  }

  document(): XmlElement {
    const open: Open[] = [];
    let root: XmlElement | null = null;
    while (this.#at < this.#text.length) {
      const next = this.#text.indexOf("<", this.#at);
      const end = next < 0 ? this.#text.length : next;
      this.#characters(this.#text.slice(this.#at, end), open.at(-1));
      this.#at = end;
      if (next < 0) break;
      const closed = this.#markup(open, root !== null);
      if (closed && open.length === 0) root = closed;
    }
    if (open.length > 0) throw this.#fault(`</${open.at(-1)?.name ?? ""}>`, "the end of the file");
    if (!root) throw this.#fault("one element", "none");
    return root;
  }

  /** Reads one piece of markup; gives the element that it ended. */
  #markup(open: Open[], done: boolean): XmlElement | null {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith("<!--", at)) return this.#comment();
    if (text.startsWith("<![CDATA[", at)) return this.#literal(open.at(-1));
    if (text.startsWith("<!", at))
      throw this.#fault("no document type: entities are never read", text.slice(at, at + 20));
    if (text.startsWith("<?", at)) {
      this.#skipTo("?>");
      return null;
    }
    if (text.startsWith("</", at)) return this.#endTag(open);
    if (done) throw this.#fault("one element in the file", text.slice(at, at + 20));
    return this.#startTag(open);
  }

  #startTag(open: Open[]): XmlElement | null {
    const line = this.#lineHere();
    this.#at += 1;
    const name = this.#name();
    const attributes = new Map<string, string>();
    if (++this.#elements > this.#limits.elements) throw this.#fault(`at most ${this.#limits.elements} elements`);
    if (open.length >= this.#limits.depth) throw this.#fault(`elements nested at most ${this.#limits.depth} deep`);
    for (;;) {
      const before = this.#at;
      this.#blank();
      if (this.#takes("/>")) return this.#ended({ name, attributes, children: [], line }, open);
      if (this.#takes(">")) {
        open.push({ name, attributes, children: [], line });
        return null;
      }
      if (this.#at === before) throw this.#fault("a blank, > or />", this.#text.slice(before, before + 20));
      this.#attribute(attributes);
    }
  }

  #attribute(attributes: Map<string, string>): void {
    const name = this.#name();
    this.#blank();
    if (!this.#takes("=")) throw this.#fault(`= after the attribute ${name}`);
    this.#blank();
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'") throw this.#fault(`a quoted value of ${name}`);
    const end = this.#text.indexOf(quote, this.#at + 1);
    if (end < 0) throw this.#fault(`the end of the value of ${name}`, "the end of the file");
    const raw = this.#text.slice(this.#at + 1, end);
    if (raw.includes("<")) throw this.#fault(`no < in the value of ${name}`);
    if (attributes.has(name)) throw this.#fault(`the attribute ${name} once`);
    if (attributes.size >= this.#limits.attributes) throw this.#fault(`at most ${this.#limits.attributes} attributes`);
    attributes.set(name, this.#decoded(raw.replace(/\r\n|[\t\r\n]/g, " ")));
    this.#at = end + 1;
  }

  #endTag(open: Open[]): XmlElement {
    this.#at += 2;
    const name = this.#name();
    this.#blank();
    const element = open.pop();
    if (!element || element.name !== name)
      throw this.#fault(element ? `</${element.name}>` : "no end tag", `</${name}>`);
    if (!this.#takes(">")) throw this.#fault(`> after </${name}`);
    return this.#ended(element, open);
  }

  #ended(element: Open, open: Open[]): XmlElement {
    open.at(-1)?.children.push(element);
    return element;
  }

  #characters(raw: string, inside: Open | undefined): void {
    if (raw === "") return;
    if (inside) {
      if (raw.includes("]]>")) throw this.#fault("no ]]> in text");
      add(inside, this.#decoded(lineEnds(raw)));
    } else if (raw.trim() !== "") throw this.#fault("no text outside the element", raw.trim().slice(0, 20));
  }

  #literal(inside: Open | undefined): null {
    if (!inside) throw this.#fault("no text outside the element");
    const start = this.#at + "<![CDATA[".length;
    this.#skipTo("]]>");
    add(inside, lineEnds(this.#text.slice(start, this.#at - 3)));
    return null;
  }

  #comment(): null {
    this.#at += 4;
    const start = this.#at;
    this.#skipTo("-->");
    if (this.#text.slice(start, this.#at - 3).includes("--")) throw this.#fault("no -- inside a comment");
    return null;
  }

  #decoded(raw: string): string {
    if (!raw.includes("&")) return raw;
    return raw.replace(/&([^;&\s]{0,12})(;?)/g, (whole, body: string, semicolon: string) => {
      const character = semicolon === "" ? undefined : characterOf(body);
      if (character === undefined) throw this.#fault("&amp;, &lt;, &gt;, &quot;, &apos; or &#number;", whole);
      return character;
    });
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const found = NAME.exec(this.#text)?.[0];
    if (found === undefined) throw this.#fault("a name", this.#text.slice(this.#at, this.#at + 20));
    this.#at += found.length;
    return found;
  }

  #blank(): void {
    BLANK.lastIndex = this.#at;
    this.#at += BLANK.exec(this.#text)?.[0].length ?? 0;
  }

  #takes(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #skipTo(mark: string): void {
    const end = this.#text.indexOf(mark, this.#at);
    if (end < 0) throw this.#fault(mark, "the end of the file");
    this.#at = end + mark.length;
  }

  /** Line ends are looked for once, forwards: a file of one line would otherwise be searched to its end for every element. */
  #lineHere(): number {
    while (this.#lineEnd >= 0 && this.#lineEnd < this.#at) {
      this.#line += 1;
      this.#lineEnd = this.#text.indexOf("\n", this.#lineEnd + 1);
    }
    return this.#line;
  }

  #fault(expected: string, got?: unknown): InputError {
    return new InputError(`${this.#place}:${this.#lineHere()}`, expected, got);
  }
}

function add(inside: Open, text: string): void {
  if (text === "") return;
  const last = inside.children.length - 1;
  if (typeof inside.children[last] === "string") inside.children[last] += text;
  else inside.children.push(text);
}

/** XML reads every line end as one line feed. */
function lineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function characterOf(body: string): string | undefined {
  if (!body.startsWith("#")) return ENTITIES[body];
  const code = /^#x[0-9a-f]+$/i.test(body)
    ? Number.parseInt(body.slice(2), 16)
    : /^#\d+$/.test(body)
      ? Number(body.slice(1))
      : Number.NaN;
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
}

/** The elements right below one that have a name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) if (typeof child !== "string" && child.name === name) return child;
  return null;
}

/** A text as an attribute's value. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"'\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text right below an element, its elements left out. */
export function textOf(element: XmlElement | null): string {
  if (!element) return "";
  return element.children.filter((child) => typeof child === "string").join("");
}
