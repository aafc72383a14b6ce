// What a web page puts around comments and a copy of it carries along: buttons, counters, dates. Dates are kept.

const BUTTONS =
  "reply|replies|embed|like|likes|liked|unlike|dislike|dislikes|share|shared|report|report abuse|flag|flag as inappropriate|permalink|link|edit|edited|delete|quote|upvote|downvote|vote up|vote down|up|down|hide|show|show more|show less|(?:show|hide|view)(?: all)?(?: \\d+)?(?: more)? repl(?:y|ies)|load more|load more comments|more|see more|read more|collapse|expand|parent|context|full comments|save|give award|follow|unfollow|recommend|recommended|subscribe|log in|login|log in to reply|log in to comment|sign in|sign up|print|email|e-mail|tweet|pin|pinned|(?:user |default )?avatar|gravatar|(?:profile |user )?(?:picture|photo|image)|thumbnail|thumbs up|thumbs down|helpful|post comment|leave a comment|leave a reply|add a comment|cancel reply|sort(?:ed)? by:? (?:newest|oldest|best|top|new|old|controversial)|newest first|oldest first|best|newest|oldest|facebook|twitter|linkedin|reddit|whatsapp|star|copy link|mark as spam|ignore|mute|block|reply to this comment|reply with quote|comment|comments|this comment was edited|\\[[-+–—]\\]|awaiting moderation|responder|me gusta|compartir|denunciar|répondre|j[’']aime|partager|signaler|antworten|gefällt mir|teilen|melden|rispondi|mi piace|condividi|curtir|compartilhar|ответить|нравится|поделиться|回复|回覆|点赞|赞|分享|举报|返信|いいね";
const BUTTON = new RegExp(`^(?:${BUTTONS})$`, "i");
const COUNTER =
  /^[([+\-–]?\s*\d[\d,.]*\s*k?\s*[)\]]?\s*(?:likes?|dislikes?|repl(?:y|ies)|points?|votes?|upvotes?|downvotes?|comments?|shares?|recommendations?|people like this|people found this helpful|stars?)?$/i;
const COUNTER_AFTER =
  /^(?:likes?|dislikes?|repl(?:y|ies)|upvotes?|votes?|score|rating|shares?)\s*[:(]?\s*[+\-–]?\d[\d,.]*\s*k?\)?$/i;
const SEPARATOR = /\s*[•·|›»▲▼△▽⬆⬇↑↓♥❤👍👎⚑⋅∙~]\s*|\s[-–—/]\s|\s{2,}|\t/u;

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const MONTH_ABROAD =
  "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember)";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const CLOCK =
  "(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?|\\d{1,2}\\s*[ap]\\.?m\\.?)(?:\\s*(?:[A-Z]{2,4}|[+-]\\d{4}|UTC[+-]?\\d*))?";
const DAY = [
  "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}",
  "\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}",
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+\\d{4})?`,
  `${MONTH}\\s+\\d{4}`,
  `\\d{1,2}\\.?\\s+(?:de\\s+)?(?:${MONTH_ABROAD}|${MONTH})(?:\\s+(?:de\\s+)?\\d{4})?`,
  "\\d{4}年\\d{1,2}月\\d{1,2}日",
].join("|");
const AGO =
  "(?:(?:about|over|almost|edited)\\s+)?(?:\\d+|an?|one|two|three|few|several)\\s*(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)(?:\\s+ago)?|just now|yesterday(?:\\s+at\\s+\\d{1,2}[:.]\\d{2}(?:\\s*[ap]\\.?m\\.?)?)?|today";
/** A date with or without a clock, as pages write it. */
export const WHEN: string = `(?:(?:posted|published|updated|edited|commented|added|last updated)\\s*(?:on|at)?:?\\s*)?(?:on\\s+)?${WEEKDAY}(?:(?:${DAY})(?:T|,?\\s*(?:at|@|[-–—|·•])?\\s*)?(?:${CLOCK})?Z?|${AGO})`;
const ONLY_WHEN = new RegExp(`^[([]?\\s*(?:${WHEN})\\s*[)\\]]?\\.?$`, "i");

/** Whether a line is nothing but a date. */
export function isWhen(line: string): boolean {
  return line.length <= 80 && /[\dy]/i.test(line) && ONLY_WHEN.test(line.trim());
}

/** Whether a line holds nothing but buttons, counters and dates. */
export function isChrome(line: string): boolean {
  const plain = line.trim();
  if (plain === "" || plain.length > 160) return false;
  if (BUTTON.test(plain) || COUNTER.test(plain) || COUNTER_AFTER.test(plain)) return true;
  if (/^[•·|›»▲▼△▽⬆⬇↑↓♥❤👍👎⚑\-–—_=*~#.\s]+$/u.test(plain)) return true;
  const parts = plain.split(SEPARATOR).filter((part) => part !== "");
  return (
    parts.length > 1 &&
    parts.every((part) => BUTTON.test(part) || COUNTER.test(part) || COUNTER_AFTER.test(part) || isWhen(part)) &&
    !parts.every(isWhen)
  );
}

/** Whether a line is a picture's stand-in, which stands before a name. */
export function isPicture(line: string): boolean {
  return /^\[?(?:(?:user |default )?avatar|gravatar|(?:profile |user )?(?:picture|photo|image)|thumbnail)\]?$/i.test(
    line.trim(),
  );
}

/** A line without the buttons and counters at its end: "Ann | 3 June | Reply" → "Ann | 3 June". */
export function withoutTailButtons(line: string): string {
  let rest = line;
  for (;;) {
    const tail = /^(.*\S)(?:\s*[|•·›»▲▼△▽⬆⬇↑↓]+\s*|\s+(?=\[[^\]]*\]$|\([^)]*\)$))([^|•·]*)$/u.exec(rest);
    const last = (tail?.[2] ?? "").replace(/^[[(]\s*|\s*[\])]$/g, "").trim();
    if (!tail || !(last === "" || BUTTON.test(last) || COUNTER.test(last) || COUNTER_AFTER.test(last) || /^(?:next|prev|parent|root|\[?[-–+]\]?)$/.test(last))) return rest; // prettier-ignore
    rest = tail[1] ?? "";
  }
}

const LONGEST_HEADING = 140;

/** The heading that says that comments follow. */
export function isCommentsHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING) return false;
  const plain = line.trim().replace(/^#+\s*|^[=*_-]+\s*|\s*[=*_:-]+$/g, "");
  // "Reply" and "Comment" alone are buttons.
  if (plain.length > 120 || /^(?:reply|comment|response|thread)$/i.test(plain)) return false;
  // A bar of a comment service: "4 Comments   Canal News   Login".
  if (plain.length <= 80 && /^\d[\d,]*\s+(?:comments?|replies|responses?)(?:\s{2,}|\t|\s*[|•·])/i.test(plain))
    return true;
  return /^(?:(?:all|showing)\s+)?(?:\(?\d[\d,]*\)?\s+)?(?:(?:readers?[’']?s?|users?[’']?|recent|all|top|older|newer|the|public|your)\s+)*(?:comments?|responses?|repl(?:y|ies)|discussions?|reactions?|comentarios|commentaires|kommentare|评论|評論|留言|コメント|комментарии|thoughts?|conversation|join the (?:conversation|discussion)|what (?:readers|people) (?:say|think|said)|letters|comment thread|thread)(?:\s*\(?\d[\d,]*\)?)?(?:\s+(?:on|to|so far|about|for|from|below|section)\b.*)?:?$/i.test(
    plain,
  );
}
