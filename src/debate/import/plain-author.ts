// The head of a comment as pages write it: a name, with an address before or behind it, with "says", a date, whom it
// answers, badges; sometimes with the first words of the comment on the same line.

import { isChrome, isWhen, WHEN, withoutTailButtons } from "./plain-chrome.ts";

export type Head = {
  author: string;
  address: string | null;
  at: string | null;
  /** Whom it says it answers. */
  answers: string | null;
  /** The comment's text where it begins on the same line. */
  inline: string | null;
};

const ADDRESS =
  "(?:(?:https?|ftp)://[^\\s<>()]+|www\\.[^\\s<>()]+|mailto:[^\\s<>()]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)";
const LEADING = new RegExp(`^[<([]?(${ADDRESS})[>)\\]]?[\\s:|–—-]+(?=\\S)`, "i");
const TRAILING = new RegExp(`\\s*[<([]?(${ADDRESS})[>)\\]]?$`, "i");
const ALONE = new RegExp(`^[<([]?(${ADDRESS})[>)\\]]?$`, "i");
const MARKDOWN_LINK = /^\[([^\]]{1,80})\]\(([^)\s]{1,500})\)/;
const SAYS =
  /\s+(?:says|said|wrote|writes|commented|comments|replied|replies|responded|responds|posted|adds|added|answers|answered|asks|asked|dijo|dice|escribió|(?:a )?écrit|(?:a )?dit|schrieb|schreibt|sagte?|ha scritto|disse|escreveu|пишет|написала?|写道|寫道)(?=\s|:|,|\.{3}|…|$)/i;
const ANSWERS =
  /\s*(?:(?:\s(?:in\s+)?(?:reply|response|replying|replied|answering|responding)\s+to|[→➜⇒↪▸►›»]|\s>)\s*)@?([^:,|•·(]{1,60}?)(?=\s*(?:$|[:,|•·(]))/i;
const BADGE =
  /\s*[([](?:mod(?:erator)?|author|op|admin|staff|guest|editor|top commenter|verified|member|subscriber|registered|contributor|edited|[sma])[)\]]|\s*（[^（）]{1,20}）|\s+(?:moderator|top commenter|op|mod)$/i;
const WHEN_TAIL = new RegExp(
  `\\s*(?:[-–—,|•·@~(\\[]|\\s(?:on|at|am|el|le|il)\\s|\\s)\\s*(${WHEN})\\s*[)\\]]?\\s*:?$`,
  "i",
);
const WHEN_MIDDLE = new RegExp(
  `^(.{1,60}?)\\s*(?:[-–—,|•·@(\\[]|\\son\\s)\\s*(${WHEN})\\s*[)\\]]?\\s*[:–—-]\\s+(?=\\S)`,
  "i",
);
const COUNTER_TAIL = /\s*(?:[•·|,–-]\s*)?[+-]?\d[\d,]*\s+(?:points?|likes?|votes?|upvotes?)$/i;
const LONGEST = 60;

/** Reads a line as the head of a comment, or null where it is none. */
export function headOf(written: string, strict: boolean = false): Head | null {
  // One blank at a time: patterns below would try each of a million.
  const line = written.replace(/\s+/g, " ").trim();
  if (line.length > 4000 || isChrome(line) || isWhen(line)) return inlineHead(line);
  return plainHead(line, strict) ?? inlineHead(line);
}

function plainHead(line: string, strict: boolean): Head | null {
  if (line.length > 240) return null;
  let rest = unmarked(line);
  let address: string | null = null;
  let at: string | null = null;
  const link = MARKDOWN_LINK.exec(rest);
  if (link) {
    address = link[2] ?? null;
    rest = `${link[1]}${rest.slice(link[0].length)}`.trim();
  }
  const alone = ALONE.exec(rest);
  if (alone)
    return {
      author: rest.replace(/^[<([]|[>)\]]$/g, ""),
      address: alone[1] ?? null,
      at: null,
      answers: null,
      inline: null,
    };
  const leading = LEADING.exec(rest);
  if (leading) {
    address = leading[1] ?? null;
    rest = rest.slice(leading[0].length);
  }
  const said = SAYS.exec(rest);
  rest = rest.replace(/\s*(?:\.{3}|…)$/, "");
  for (let again = true; again;) {
    const before = rest;
    rest = withoutTailButtons(rest)
      .replace(/(?<=ago)\*$/, "")
      .replace(BADGE, "")
      .replace(COUNTER_TAIL, "")
      .replace(/[\s:]+$/, "");
    const when: RegExpExecArray | null = at === null ? WHEN_TAIL.exec(rest) : null;
    if (when && when.index > 0) {
      at = (when[1] ?? "").replace(/^(?:posted|on|at)\s+/gi, "");
      rest = rest.slice(0, when.index);
    }
    const trailing: RegExpExecArray | null = address === null ? TRAILING.exec(rest) : null;
    if (trailing && trailing.index > 0) {
      address = trailing[1] ?? null;
      rest = rest.slice(0, trailing.index);
    }
    again = rest !== before;
  }
  const answered = ANSWERS.exec(rest);
  const answers = answered?.[1]?.trim().replace(/[’']s (?:comment|post)$/, "") ?? null;
  if (answered && answered.index > 0) rest = rest.slice(0, answered.index);
  const says = SAYS.exec(rest);
  if (says && /^[\s:,.…]*$/.test(rest.slice(says.index + says[0].length))) rest = rest.slice(0, says.index);
  const author = rest
    .replace(/[\s:,|•·–—-]+$/, "")
    .replace(/^[@~]\s*(?=\S)/, "")
    .replace(/^\(([^()]+)\)$/, "$1")
    .trim();
  const marked = said !== null || at !== null || address !== null || answered !== null;
  return isName(author, strict && !marked) ? { author, address, at, answers, inline: null } : null;
}

/** "Tim: No.", "Tim (3 March): No.", "Tim says: No." */
function inlineHead(line: string): Head | null {
  const rest = unmarked(line);
  const dated = WHEN_MIDDLE.exec(rest);
  if (dated) {
    const head = plainHead(dated[1] ?? "", false);
    const inline = rest.slice(dated[0].length).trim();
    if (head && inline !== "") return { ...head, at: dated[2] ?? null, inline };
  }
  const colon =
    /^([^:：“”"‘!?]{1,100}?(?:\([^)]{1,60}\))?(?:\s+(?:says|said|wrote|writes))?)\s*(?:(?::|\s[–—]|\s--)\s+|：\s*)(?=\S)/i.exec(
      rest,
    );
  if (!colon || rest.startsWith("http")) return null;
  const head = plainHead(colon[1] ?? "", false);
  const inline = rest.slice(colon[0].length).trim();
  return head && head.author.split(/\s+/).length <= 4 && inline.length > 1 ? { ...head, inline } : null;
}

function unmarked(line: string): string {
  return line
    .trim()
    .replace(/^(\*\*|__|\*|_|`)(.{1,100}?)\1/, "$2")
    .replace(/^#{1,6}\s+/, "");
}

/** A name is short, is no sentence and is no button. */
export function isName(text: string, strict: boolean = false): boolean {
  if (text === "" || text.length > LONGEST || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (isChrome(text) || isWhen(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > 6) return false;
  // An initial or a title may end in a full stop; a sentence may not pass as a name.
  if (/[!?;:…”"]$|[:?!]\s|[。！？；：]/.test(text)) return false;
  if (/\p{Ll}{2}\.\s/u.test(text) && !/^(?:\p{Lu}\p{Ll}{1,3}\.\s)/u.test(text)) return false;
  if (text.endsWith(".") && !/(?:^|\s)(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|Jr|Sr|Dr|Mr|Mrs|Ms|Esq|Ph\.?D)\.$/u.test(text))
    return false;
  if (
    words.length > 2 &&
    words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word)).length > words.length / 2
  )
    return false;
  return !strict || words.length <= 4;
}

const PARTICLE = /^(?:de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|of|the|del|dos|y|e|af|ter|ten|zu)$/i;
