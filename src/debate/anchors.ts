// Where in an article a comment points: W3C Web Annotation selectors (webAnnotation2017). The quote with what stands
// around it finds the passage again after an edit; the position only settles between equals. A passage that is gone
// leaves an orphan, which is told and never dropped.

export type Selector = {
  type: "TextQuoteSelector";
  exact: string;
  prefix: string;
  suffix: string;
  /** Offsets into the article's text when it was chosen. */
  refinedBy: { type: "TextPositionSelector"; start: number; end: number };
};

export type Anchored =
  | { found: true; start: number; end: number; how: "exact" | "moved" | "similar"; likeness: number }
  | { found: false; quote: string };

const AROUND = 32;
/** Share of a passage's letter triples that a changed passage must keep. */
const LIKE_ENOUGH = 0.7;

/** The text that offsets count in. */
export function articleText(body: readonly string[]): string {
  return body.join("\n\n");
}

export function selectorAt(article: string, start: number, end: number): Selector {
  if (!(start >= 0 && end > start && end <= article.length))
    throw new RangeError(`Cannot select: expected 0 ≤ start < end ≤ ${article.length}, got ${start} to ${end}`);
  return {
    type: "TextQuoteSelector",
    exact: article.slice(start, end),
    prefix: article.slice(Math.max(0, start - AROUND), start),
    suffix: article.slice(end, end + AROUND),
    refinedBy: { type: "TextPositionSelector", start, end },
  };
}

/** A selector for a quotation as an author gives it, or null where the article does not hold it. */
export function selectorOf(article: string, quote: string): Selector | null {
  const start = quote === "" ? -1 : article.indexOf(quote);
  return start < 0 ? null : selectorAt(article, start, start + quote.length);
}

/** Finds the passage in the article as it is now. */
export function reanchor(article: string, selector: Selector): Anchored {
  const { exact, refinedBy } = selector;
  if (exact !== "" && article.slice(refinedBy.start, refinedBy.end) === exact)
    return { found: true, start: refinedBy.start, end: refinedBy.end, how: "exact", likeness: 1 };
  const starts = placesOf(article, exact);
  if (starts.length > 0) {
    const start = starts.reduce((best, one) =>
      context(article, selector, one) > context(article, selector, best) ? one : best,
    );
    return { found: true, start, end: start + exact.length, how: "moved", likeness: 1 };
  }
  return similar(article, selector);
}

function placesOf(article: string, exact: string): number[] {
  const starts: number[] = [];
  if (exact === "") return starts;
  for (let at = article.indexOf(exact); at >= 0 && starts.length < 1000; at = article.indexOf(exact, at + 1))
    starts.push(at);
  return starts;
}

/** How much of what stood around the passage stands around this place; nearness settles what is left. */
function context(article: string, { prefix, suffix, exact, refinedBy }: Selector, start: number): number {
  let before = 0;
  while (before < prefix.length && article[start - 1 - before] === prefix.at(-1 - before)) before += 1;
  const end = start + exact.length;
  let after = 0;
  while (after < suffix.length && article[end + after] === suffix[after]) after += 1;
  return before + after - Math.abs(start - refinedBy.start) / (article.length + 1);
}

/** The stretch of sentences most like the passage, by shared letter triples. */
function similar(article: string, { exact }: Selector): Anchored {
  const wanted = triples(exact);
  let best: { start: number; end: number; likeness: number } | null = null;
  const sentences = [...article.matchAll(/[^.!?\n]+[.!?\n]*/g)];
  for (const [first, from] of sentences.entries()) {
    for (let last = first; last < Math.min(sentences.length, first + 4); last += 1) {
      const until = sentences[last] as RegExpExecArray;
      const start = from.index + (from[0].length - from[0].trimStart().length);
      const end = until.index + until[0].trimEnd().length;
      if (end <= start || end - start > 2 * exact.length + 40) break;
      const likeness = dice(wanted, triples(article.slice(start, end)));
      if (!best || likeness > best.likeness) best = { start, end, likeness };
    }
  }
  return best && best.likeness >= LIKE_ENOUGH
    ? { found: true, ...best, how: "similar" }
    : { found: false, quote: exact };
}

function triples(text: string): Set<string> {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) found.add(plain.slice(at, at + 3));
  return found;
}

function dice(one: Set<string>, two: Set<string>): number {
  let shared = 0;
  for (const triple of one) if (two.has(triple)) shared += 1;
  return one.size + two.size === 0 ? 0 : (2 * shared) / (one.size + two.size);
}
