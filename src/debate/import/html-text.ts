// HTML of a comment → plain text with its paragraphs. Nothing of the markup remains; what could act (scripts, styles,
// frames, handlers) is left out with its content. No entity but characters, one pass, no backtracking.

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", hellip: "…", mdash: "—", ndash: "–",
  lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", laquo: "«", raquo: "»", bull: "•", middot: "·", copy: "©",
  eacute: "é", egrave: "è", uuml: "ü", ouml: "ö", auml: "ä", szlig: "ß", ccedil: "ç", euro: "€", pound: "£",
}; // prettier-ignore

const DROPPED = new Set([
  "script",
  "style",
  "iframe",
  "object",
  "embed",
  "noscript",
  "template",
  "svg",
  "math",
  "form",
]);
const BLOCK = new Set([
  "p",
  "div",
  "blockquote",
  "ul",
  "ol",
  "pre",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "table",
  "aside",
]);

export type PlainText = { text: string; removed: boolean };

export function htmlToText(html: string): PlainText {
  const parts: string[] = [];
  // Blanks and empty lines never pile up, however many elements do.
  let tail = "";
  const add = (text: string): void => {
    const more = text.startsWith(" ") && /\s$/.test(tail) ? text.slice(1) : text;
    if (more === "" || (more === "\n\n" && tail === "\n\n")) return;
    parts.push(more);
    tail = (tail + more).slice(-2);
  };
  let removed = false;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      add(collapsed(decoded(html.slice(at))));
      break;
    }
    add(collapsed(decoded(html.slice(at, open))));
    if (!/[a-z/!?]/i.test(html[open + 1] ?? "")) {
      add("<");
      at = open + 1;
      continue;
    }
    const close = html.startsWith("<!--", open) ? html.indexOf("-->", open) + 2 : html.indexOf(">", open);
    const end = close < open ? html.length - 1 : close;
    const tag = html.slice(open + 1, end);
    const name = /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? "";
    if (/\son[a-z]+\s*=|javascript:/i.test(tag)) removed = true;
    at = end + 1;
    if (DROPPED.has(name)) {
      removed = true;
      at = tag.startsWith("/") ? at : afterElement(html, at, name);
    } else add(marksOf(name, tag.startsWith("/")));
  }
  const text = parts
    .join("")
    .replace(/“\s+/g, "“")
    .replace(/\s+”/g, "”")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n[ \t]+/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text, removed };
}

function afterElement(html: string, from: number, name: string): number {
  const ending = new RegExp(`</${name}`, "gi");
  ending.lastIndex = from;
  const end = ending.exec(html)?.index;
  if (end === undefined) return html.length;
  const close = html.indexOf(">", end);
  return close < 0 ? html.length : close + 1;
}

function marksOf(name: string, ends: boolean): string {
  if (name === "br") return "\n";
  if (name === "li") return ends ? "" : "\n• ";
  if (name === "blockquote") return ends ? "”\n\n" : "\n\n“";
  if (BLOCK.has(name)) return "\n\n";
  if (name === "td" || name === "th") return " ";
  if (name === "tr") return "\n";
  return "";
}

/** Blanks of the source are one blank; lines are the markup's. */
function collapsed(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ");
}

export function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, body: string) => {
    if (!body.startsWith("#")) return ENTITIES[body.toLowerCase()] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
