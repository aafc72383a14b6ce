// Which answers a copy of a case holds: those that its pages ask for with the settings that they begin with, and every
// way of counting and dating.

import { dateKindNames } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Party } from "../../values/case-file.ts";
import { caseMeasures } from "../inputs/case-measures.ts";
import { STRETCH } from "../inputs/debate/stretch.ts";
import type { DocumentEntry, DocumentPage } from "../inputs/documents.ts";
import { fileOfDownload, folderOfPage } from "./addresses.ts";
import type { Answers } from "./answers.ts";

export type Gathered = {
  id: string;
  view: LedgerView;
  dyads: [string, string];
  documents: DocumentPage[];
  debates: string[];
  agreements: string[];
  models: string[];
  actors: string[];
};

/** Measures that follow the kind of date chosen beside the page. */
const DATED: ReadonlySet<string> = new Set(["trend", "tension"]);

export async function gather(answers: Answers, id: string, asof: readonly string[]): Promise<Gathered> {
  const base = `/api/cases/${encodeURIComponent(id)}`;
  const view = await answers.json<LedgerView>(`${base}/ledger`);
  const [a, b] = view.about.parties;
  const dyads: [string, string] = [`${a.iso}-${b.iso}`.toLowerCase(), `${b.iso}-${a.iso}`.toLowerCase()];
  for (const dyad of dyads) await answers.json(`/api/dyads/${dyad}`);
  for (const day of [null, ...asof]) await counts(answers, base, [a, b], day);
  await incidents(answers, base, view);
  await answers.json(`/api/sources?case=${encodeURIComponent(id)}`);
  return {
    id,
    view,
    dyads,
    documents: await documents(answers),
    debates: await debates(answers, id),
    agreements: await agreements(answers, base),
    models: await models(answers, base),
    actors: await actors(answers, id),
  };
}

/** The brief, the years, the acts and the measures: by who counts, by which date, from either capital. */
async function counts(answers: Answers, base: string, [a, b]: [Party, Party], day: string | null): Promise<void> {
  const asof = day === null ? "" : `asof=${day}`;
  const query = (...parts: string[]): string => {
    const given = parts.filter((part) => part !== "");
    return given.length === 0 ? "" : `?${given.join("&")}`;
  };
  const kinds = dateKindNames.map((kind) => (kind === "first" ? "" : `date=${kind}`));
  for (const date of kinds) {
    await answers.json(`${base}/years${query(asof, date)}`);
    for (const by of ["", a.iso, b.iso, "third"])
      for (const read of ["", `read=${b.iso}`])
        await answers.json(`${base}/brief${query(asof, by && `by=${by}`, date, read)}`);
  }
  await answers.json(`${base}/acts${query(asof)}`);
  await answers.json(`${base}/world${query(asof)}`);
  for (const [name, { settings }] of Object.entries(caseMeasures)) {
    const froms = "from" in settings ? [`from=${a.iso}`, `from=${b.iso}`] : [""];
    const dates = DATED.has(name) ? kinds : [""];
    for (const from of froms)
      for (const date of dates)
        await answers.json(`${base}/measures/${name}${query(asof, date, from, "refusal=answer")}`);
  }
}

async function incidents(answers: Answers, base: string, view: LedgerView): Promise<void> {
  await answers.json(`${base}/incidents`);
  for (const type of ["csv", "json"])
    await answers.file(`/incidents.${type}?case=${encodeURIComponent(view.about.id)}`);
  for (const { id } of view.incidents) {
    await answers.json(`${base}/incidents/${encodeURIComponent(id)}`);
    for (const type of ["csv", "json"])
      await answers.file(`/i/${encodeURIComponent(id)}.${type}?case=${encodeURIComponent(view.about.id)}`);
  }
}

async function documents(answers: Answers): Promise<DocumentPage[]> {
  const list = await answers.json<DocumentEntry[]>("/api/documents");
  const pages: DocumentPage[] = [];
  for (const { shelf, name } of list) {
    const address = `/api/documents/${shelf}/${encodeURIComponent(name)}`;
    const pictures: string[] = [];
    const inPlace = (page: DocumentPage): DocumentPage => {
      pictures.push(...Array.from(page.html.matchAll(PICTURE), ([, picture = ""]) => picture));
      return { ...page, html: fromShelf(page.html) };
    };
    pages.push(await answers.json<DocumentPage>(address, inPlace));
    for (const picture of pictures) await answers.file(picture);
  }
  return pages;
}

const PICTURE = / src="(\/api\/pictures\/[^"]+)"/g;

/** A page of the shelves stands three folders deep: its links and drawings are found from there. */
function fromShelf(text: string): string {
  return text
    .replaceAll(PICTURE, (_, address: string) => ` src="../../../${fileOfDownload(address)}"`)
    .replaceAll(
      / href="(\/(?!\/|api\/)[^"?#]*)([?#][^"]*)?"/g,
      (_, page: string, rest = "") => ` href="../../../${folderOfPage(page)}${rest}"`,
    );
}

async function models(answers: Answers, base: string): Promise<string[]> {
  const cards = await answers.json<{ id: string }[]>("/api/models");
  for (const { id } of cards) await answers.json(`/api/models/${id.toLowerCase()}`);
  await answers.json(`${base}/arguments`);
  return cards.map(({ id }) => id.toLowerCase());
}

async function agreements(answers: Answers, base: string): Promise<string[]> {
  // A draft is its maker's own until it is in the register.
  const list = await answers.json<{ id: string; last?: string }[]>(`${base}/agreements`, (rows) =>
    rows.filter(({ last }) => last === undefined),
  );
  for (const { id } of list) {
    const one = `${base}/agreements/${encodeURIComponent(id)}`;
    await answers.json(one);
    for (const part of ["alone", "signing"]) await answers.json(`${one}/${part}`);
    for (const part of ["text", "envelope"]) await answers.file(`${one}/${part}`);
  }
  await answers.json(`${base}/holds-alone`);
  await answers.json(`${base}/lines`);
  return list.map(({ id }) => id);
}

async function actors(answers: Answers, id: string): Promise<string[]> {
  const query = `?case=${encodeURIComponent(id)}`;
  const { actors: rows } = await answers.json<{ actors: { name: string; named: number }[] }>(`/api/actors${query}`);
  for (const { name } of rows) await answers.json(`/api/actors/${encodeURIComponent(name)}${query}`);
  return rows.map(({ name }) => name);
}

type Listed = { id: string; case: string }[];

/** The case's own debates, as somebody who is not signed in sees them. */
async function debates(answers: Answers, id: string): Promise<string[]> {
  const own = await answers.json<Listed>("/api/debates", (all) => all.filter((debate) => debate.case === id));
  await answers.json("/api/me");
  await answers.json("/api/moderation/policy");
  const known = new Set(own.map((debate) => debate.id));
  await answers.json<{ debate: string }[]>("/api/moderation/log", (rows) =>
    rows.filter(({ debate }) => known.has(debate)),
  );
  for (const debate of known) {
    const address = `/api/debates/${encodeURIComponent(debate)}`;
    const { total } = await answers.json<{ total: number }>(address);
    for (let from = 0; from < Math.max(1, total); from += STRETCH)
      await answers.json(`${address}/comments?from=${from}&count=${STRETCH}`);
    for (const part of ["claims", "map", "groups"]) await answers.json(`${address}/${part}`);
    for (const format of ["argdown", "aif", "polis", "json", "iccma"])
      await answers.file(`${address}/export/${format}`);
  }
  return [...known];
}
