// When are two web addresses the same page? Lists write one page in many ways: with and without scheme, "www.", a closing slash,
// tracking marks, or through an archive. What the address itself says (its last words) is read as text too.

/** The page behind a written address, in one spelling; null where it names no page but a whole site. */
export function canonicalAddress(url: string): string | null {
  const bare = bareAddress(url);
  const [path, query] = splitAt(bare, "?");
  const kept = (query ?? "")
    .split("&")
    .filter((part) => /^(?:id|p|v|q|story|article|page|pid|aid|docid|story_fbid|abstract_id)=/i.test(part))
    .toSorted();
  const trimmed = path.replace(/\/+$/, "").replace(/\/(?:index|default)\.\w+$/i, "");
  if (!trimmed.includes("/") && kept.length === 0) return null;
  return (kept.length > 0 ? `${trimmed}?${kept.join("&")}` : trimmed).toLowerCase();
}

/** The site: "nytimes.com". */
export function siteOf(url: string): string {
  return (bareAddress(url).split(/[/?]/)[0] ?? "").toLowerCase();
}

/** The words that a page's own address spells: "two-lawmakers-say-chinese-hacked-computers". */
export function addressText(url: string): string {
  const path = splitAt(bareAddress(url), "?")[0];
  const parts = path.split("/").slice(1);
  return parts
    .flatMap((part) => unescaped(part).split(/[-_.+ ]+/))
    .filter((word) => /^\p{L}{3,20}$/u.test(word) || /^[a-z]{1,5}\d{1,6}$/i.test(word))
    .join(" ");
}

function bareAddress(url: string): string {
  const archived = /web\.archive\.org\/web\/\w+\/(.+)$/i.exec(url)?.[1] ?? url;
  return splitAt(archived.trim().replace(/^\w+:\/+/, ""), "#")[0].replace(/^(?:www\d?|m|mobile|amp)\./i, "");
}

function splitAt(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
