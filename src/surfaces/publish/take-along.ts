// What others take from a copy: feeds, and pages to show in a frame.

import type { Act } from "../../values/act.ts";
import type { ArgumentTable } from "../brief/argument-table.ts";
import type { Brief } from "../brief/compose.ts";
import { STRETCH } from "../inputs/debate/stretch.ts";
import type { HistoryEntry } from "../inputs/ledger.ts";
import { folderOfPage } from "./addresses.ts";
import type { Answers, Files } from "./answers.ts";
import { embedIndex, embedPage, embedPath, embedsOf, type EmbedsOf } from "./embeds.ts";
import { atom, debateFeed, jsonFeed, ledgerFeed, type DebateToFeed, type Feed } from "./feeds.ts";
import type { CopyFacts } from "./frame.ts";
import type { Gathered } from "./gather.ts";

export async function addTakeAlong(files: Files, answers: Answers, found: Gathered, facts: CopyFacts): Promise<void> {
  const { view } = found;
  const base = `/api/cases/${encodeURIComponent(found.id)}`;
  const history: HistoryEntry[] = [];
  for (const { id } of view.incidents)
    history.push(
      ...(await answers.json<{ history: HistoryEntry[] }>(`${base}/incidents/${encodeURIComponent(id)}`)).history,
    );
  const feeds: [string, Feed][] = [
    ["ledger", ledgerFeed(view, history)],
    ["debate", debateFeed(found.id, view.about.title.en, await debatesOf(answers, found))],
  ];
  for (const [name, feed] of feeds) addFeed(files, name, feed, facts);
  await addEmbeds(files, answers, base, facts);
}

async function debatesOf(answers: Answers, { debates }: Gathered): Promise<DebateToFeed[]> {
  const found: DebateToFeed[] = [];
  for (const id of debates) {
    const asked = `/api/debates/${encodeURIComponent(id)}`;
    const { title, total } = await answers.json<{ title: string; total: number }>(asked);
    const comments: DebateToFeed["comments"][number][] = [];
    for (let from = 0; from < total; from += STRETCH)
      comments.push(...(await answers.json<DebateToFeed>(`${asked}/comments?from=${from}&count=${STRETCH}`)).comments);
    found.push({ id, title, comments });
  }
  return found;
}

/** A page's address from a folder of the copy that stands `up` from its root; whole where the copy's own is known. */
function linkFrom(up: string, { address }: CopyFacts): (page: string) => string {
  return (page) => {
    const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(page) ?? [];
    return `${address === null ? up : `${address}/`}${folderOfPage(path)}${rest}`;
  };
}

function addFeed(files: Files, name: string, feed: Feed, facts: CopyFacts): void {
  const link = linkFrom("../", facts);
  const self = (file: string): string => (facts.address === null ? file : `${facts.address}/feeds/${file}`);
  const encoder = new TextEncoder();
  files.set(`feeds/${name}.atom`, encoder.encode(atom(feed, { self: self(`${name}.atom`), link })));
  files.set(`feeds/${name}.json`, encoder.encode(jsonFeed(feed, { self: self(`${name}.json`), link })));
}

async function addEmbeds(files: Files, answers: Answers, base: string, facts: CopyFacts): Promise<void> {
  const [brief, years, acts, table] = [
    await answers.json<Brief>(`${base}/brief`),
    await answers.json<EmbedsOf["years"]>(`${base}/years`),
    await answers.json<Act[]>(`${base}/acts`),
    await answers.json<ArgumentTable>(`${base}/arguments`),
  ];
  const embeds = embedsOf({ brief, years, acts, table, facts });
  const encoder = new TextEncoder();
  for (const embed of embeds)
    files.set(embedPath(embed), encoder.encode(embedPage(embed, facts, linkFrom("../../", facts)(embed.page))));
  const index = embedIndex(embeds, facts, {
    to: (embed) => embedPath(embed).slice("embed/".length),
    at: (embed) => `${facts.address === null ? "" : `${facts.address}/`}${embedPath(embed)}`,
    whole: facts.address !== null,
    home: facts.address === null ? "../" : `${facts.address}/`,
  });
  files.set("embed/index.html", encoder.encode(index));
}
