// Feeds of what is new: the latest records of a case's ledger, and the latest comments of its debates. Atom (RFC 4287) and
// JSON Feed 1.1. An entry keeps its identifier for good: it is made from the record's hash, or from what names the comment.

import { createHash } from "node:crypto";
import type { LedgerView } from "../../ledger/view.ts";
import { escaped } from "../brief/markup.ts";
import type { HistoryEntry } from "../inputs/ledger.ts";
import { feedWords as words } from "../words/en-published.ts";
import { stanceVerbs } from "../words/en-codes.ts";

export type FeedEntry = {
  id: string;
  title: string;
  summary: string;
  updated: string;
  page: string;
  author: string | null;
};
export type Feed = { id: string; title: string; page: string; updated: string; entries: FeedEntry[] };

/** The address of a page, and of the feed itself, as the feed's readers are to ask for them. */
export type FeedPlaces = { self: string; link: (page: string) => string };

const MOST_ENTRIES = 100;

/** A statement or an incident that came, changed or went: the record that did it, the last one first. */
export function ledgerFeed({ about, incidents }: LedgerView, history: readonly HistoryEntry[]): Feed {
  const told = new Map(
    incidents.flatMap((incident) => {
      const page = `/i/${encodeURIComponent(incident.id)}`;
      const own: [string, Told] = [
        incident.id,
        { title: incident.title.en, summary: incident.summary.en, author: null, page },
      ];
      const said = incident.statements.map(({ id, author, stance, summary, withdrawn }): [string, Told] => {
        const title = words.says(author.name.en, withdrawn ? words.withdrawn : stanceVerbs[stance], incident.title.en);
        return [id, { title, summary: summary.en, author: author.name.en, page }];
      });
      return [own, ...said];
    }),
  );
  const entries = [...history]
    .filter(({ kind, subject }) => (kind === "incident" || kind === "statement") && told.has(subject))
    .sort((one, other) => other.sequence - one.sequence)
    .slice(0, MOST_ENTRIES)
    .flatMap(({ subject, hash, at }): FeedEntry[] => {
      const found = told.get(subject);
      return found ? [{ id: urnOf(hash), updated: at, ...found }] : [];
    });
  const [a, b] = about.parties;
  return {
    id: urnOf(`ledger ${about.id}`),
    title: words.ledger(about.title.en),
    page: `/d/${a.iso}-${b.iso}`.toLowerCase(),
    updated: latest(entries),
    entries,
  };
}

type Told = Pick<FeedEntry, "title" | "summary" | "author" | "page">;

export type DebateToFeed = {
  id: string;
  title: string;
  comments: readonly { id: string; author: string; at: string | null; text: string | null }[];
};

/** What was said in the debates, the latest first; what is withheld is not told. */
export function debateFeed(caseId: string, caseTitle: string, debates: readonly DebateToFeed[]): Feed {
  const entries = debates
    .flatMap(({ id, title, comments }) =>
      comments.flatMap(({ id: comment, author, at, text }): FeedEntry[] => {
        const moment = momentOf(at);
        if (text === null || moment === null) return [];
        const page = `/debate/${encodeURIComponent(id)}#${encodeURIComponent(comment)}`;
        return [
          {
            id: urnOf(`comment ${id} ${comment}`),
            title: words.writes(author, title),
            summary: text,
            updated: moment,
            page,
            author,
          },
        ];
      }),
    )
    .sort((one, other) =>
      one.updated === other.updated ? compare(one.id, other.id) : compare(other.updated, one.updated),
    )
    .slice(0, MOST_ENTRIES);
  return {
    id: urnOf(`debates ${caseId}`),
    title: words.debates(caseTitle),
    page: "/debate",
    updated: latest(entries),
    entries,
  };
}

export function atom({ id, title, page, updated, entries }: Feed, { self, link }: FeedPlaces): string {
  const rows = entries.map(
    (entry) => `<entry>
<id>${entry.id}</id>
<title>${inXml(entry.title)}</title>
<updated>${entry.updated}</updated>
${entry.author === null ? "" : `<author><name>${inXml(entry.author)}</name></author>\n`}<link rel="alternate" href="${inXml(link(entry.page))}"/>
<summary>${inXml(entry.summary)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${id}</id>
<title>${inXml(title)}</title>
<updated>${updated}</updated>
<author><name>Détente</name></author>
<link rel="self" href="${inXml(self)}"/>
<link rel="alternate" href="${inXml(link(page))}"/>
${rows.join("\n")}
</feed>
`;
}

export function jsonFeed({ title, page, entries }: Feed, { self, link }: FeedPlaces): string {
  const items = entries.map(({ id, title: name, summary, updated, page: of, author }) => ({
    id,
    url: link(of),
    title: name,
    content_text: summary,
    date_modified: updated,
    ...(author === null ? {} : { authors: [{ name: author }] }),
  }));
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: link(page),
    feed_url: self,
    language: "en",
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** What XML cannot hold at all is left out. */
function inXml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return escaped(text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""));
}

/** A name that is made from a hash, as RFC 9562 §5.8 has it. */
function urnOf(text: string): string {
  const digits = createHash("sha256").update(text).digest("hex").slice(0, 32).split("");
  digits[12] = "8";
  digits[16] = ((Number.parseInt(digits[16] ?? "0", 16) & 3) | 8).toString(16);
  const whole = digits.join("");
  return `urn:uuid:${[0, 8, 12, 16, 20].map((from, index, all) => whole.slice(from, all[index + 1])).join("-")}`;
}

function momentOf(at: string | null): string | null {
  const time = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Atom asks for a moment even of a feed that holds nothing. */
function latest(entries: readonly FeedEntry[]): string {
  return entries.reduce((last, { updated }) => (updated > last ? updated : last), "1970-01-01T00:00:00.000Z");
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
