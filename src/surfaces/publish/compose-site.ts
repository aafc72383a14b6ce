// A whole case as the files of a static site. Nothing in it depends on when it is made or where it will stand.

import { Answers, type Ask, type Files } from "./answers.ts";
import { folderOfPage } from "./addresses.ts";
import { pageFile, type CopyFacts, type PageText } from "./frame.ts";
import { gather } from "./gather.ts";
import { gatherLog } from "./gather-log.ts";
import { menuOf, sitePages } from "./site-pages.ts";
import { addTakeAlong } from "./take-along.ts";
import type { PublicationAbout } from "./write-site.ts";

export type SiteAsked = {
  ask: Ask;
  /** The built pages by their addresses. */
  built: ReadonlyMap<string, { body: Uint8Array }>;
  case: string;
  /** Days as of which the case is held too. */
  asof: readonly string[];
  /** Where the copy will stand, without a slash at its end; null where nobody said. */
  address: string | null;
  version: string;
  /** The day of the ledger's last record. */
  day: string;
};

export type Site = { files: Files; about: PublicationAbout; pages: number; leftOut: string[] };

export async function composeSite(asked: SiteAsked): Promise<Site> {
  const files: Files = new Map();
  const answers = new Answers(asked.ask, files);
  const found = await gather(answers, asked.case, asked.asof);
  const log = await gatherLog(answers);
  await answers.file(`/brief.html?case=${encodeURIComponent(asked.case)}`);
  const { about, hash } = found.view;
  const facts: CopyFacts = {
    case: found.id,
    dyad: found.dyads[0],
    states: [about.parties[0].iso, about.parties[1].iso],
    asof: [...asked.asof],
    caseTitle: about.title.en,
    caseVersion: about.version,
    ledgerHash: hash,
    day: asked.day,
    version: asked.version,
    address: asked.address,
    menu: menuOf(found),
  };
  const template = new TextDecoder().decode(asked.built.get("/index.html")?.body);
  const pages = await sitePages(answers, found, log);
  for (const page of pages) put(files, page, folderOfPage(page.page), template, facts, answers);
  await addTakeAlong(files, answers, found, facts);
  const [front] = pages;
  // The root shows the case's page, at an address of its own.
  if (front) put(files, front, "", template, facts, answers);
  for (const [address, { body }] of asked.built) if (address !== "/index.html") files.set(address.slice(1), body);
  // Hosts that take names with a low line at their head for something else are told not to.
  files.set(".nojekyll", new Uint8Array());
  const leftOut = withoutTwins(files);
  return {
    files,
    about: { case: found.id, version: asked.version, ledger: hash, day: asked.day },
    pages: pages.length,
    leftOut,
  };
}

function put(files: Files, page: PageText, folder: string, template: string, facts: CopyFacts, answers: Answers): void {
  // Which two states an answer is about is no content.
  const hashes = page.needs
    .filter((address) => !address.startsWith("/api/dyads/"))
    .map((address) => answers.hash(address));
  files.set(`${folder}index.html`, new TextEncoder().encode(pageFile(template, page, facts, hashes, folder)));
}

/** Paths that some disks take for one: the later is left out, and told. */
function withoutTwins(files: Files): string[] {
  const seen = new Set<string>();
  const leftOut: string[] = [];
  for (const path of [...files.keys()].sort()) {
    const small = path.toLowerCase();
    if (seen.has(small)) {
      leftOut.push(path);
      files.delete(path);
    }
    seen.add(small);
  }
  return leftOut;
}
