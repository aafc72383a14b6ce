// Every page of a copy: its address in a workbench, its title, the answers that it is drawn from, and its text.

import type { Incident } from "../../ledger/incident.ts";
import type { Card } from "../../models/model.ts";
import type { ArgumentTable } from "../brief/argument-table.ts";
import type { Brief } from "../brief/compose.ts";
import { html, Markup } from "../brief/markup.ts";
import type { ShownLog } from "../inputs/log-shown.ts";
import type { IncidentRow } from "../inputs/incident-table.ts";
import type { Pressed, SeenComment } from "../inputs/debate/reading.ts";
import { STRETCH } from "../inputs/debate/stretch.ts";
import type { SourceAbout } from "../inputs/sources.ts";
import { register, lines as lineWords } from "../words/en-agreements-page.ts";
import { debateWords } from "../words/en-debate-pages.ts";
import { logPage } from "../words/en-log-page.ts";
import { models as modelWords } from "../words/en-models.ts";
import {
  brief as briefWords,
  dyad as dyadWords,
  incidents as listWords,
  methods as methodWords,
  shell,
  sources as sourceWords,
} from "../words/en-pages.ts";
import { published as words } from "../words/en-published.ts";
import { actors as actorWords, importing, queue } from "../words/en-review.ts";
import { setting } from "../words/en-table.ts";
import { folderOfPage, wayUp } from "./addresses.ts";
import type { Answers } from "./answers.ts";
import { agreementsText, agreementText, debatesText, debateText, linesText, type OpeningText } from "./debate-texts.ts";
import type { PageText } from "./frame.ts";
import type { Gathered } from "./gather.ts";
import {
  briefText,
  incidentsText,
  incidentText,
  logText,
  modelsText,
  modelText,
  sourcesText,
  type Link,
} from "./page-texts.ts";

/** The pages that every page leads to, in the order of the reading. */
export function menuOf({ dyads: [home] }: Gathered): { page: string; name: string }[] {
  return [
    { page: `/d/${home}`, name: dyadWords.nav },
    { page: "/incidents", name: shell.incidents },
    { page: "/models", name: shell.models },
    { page: "/debate", name: debateWords.nav },
    { page: "/agreements", name: register.nav },
    { page: "/lines", name: register.toLines },
    { page: "/log", name: logPage.nav },
    { page: "/sources", name: shell.sources },
    { page: "/methods", name: methodWords.nav },
    { page: "/brief", name: shell.brief },
  ];
}

type Draft = { page: string; title: string; needs: string[]; text: (link: Link, root: string) => Markup };

export async function sitePages(answers: Answers, found: Gathered, log: ShownLog | null): Promise<PageText[]> {
  const drafts = [
    ...(await casePages(answers, found)),
    ...(await modelPages(answers, found)),
    ...(await registerPages(answers, found)),
    ...(await debatePages(answers, found)),
    ...shelfPages(found),
    ...actorPages(found),
    page("/log", logPage.question, [home(found), "/api/log"], (_, root) => logText(log, root)),
    ...workbenchPages.map(([address, title]) => page(address, title, [home(found)], () => workbenchText(title))),
  ];
  return drafts.map(({ text, ...rest }) => {
    const root = wayUp(folderOfPage(rest.page));
    return { ...rest, text: text((to) => `${root}${folderOfPage(to)}`, root) };
  });
}

function page(address: string, title: string, needs: string[], text: Draft["text"]): Draft {
  return { page: address, title, needs, text };
}

function home({ dyads: [first] }: Gathered): string {
  return `/api/dyads/${first}`;
}

function baseOf({ id }: Gathered): string {
  return `/api/cases/${encodeURIComponent(id)}`;
}

async function casePages(answers: Answers, found: Gathered): Promise<Draft[]> {
  const base = baseOf(found);
  const { view } = found;
  const [a, b] = view.about.parties;
  const briefs: [string, string, string][] = [
    [`/d/${found.dyads[0]}`, dyadWords.title(a.name.en, b.name.en), `${base}/brief`],
    [`/d/${found.dyads[1]}`, dyadWords.title(b.name.en, a.name.en), `${base}/brief?read=${b.iso}`],
    ["/brief", briefWords.kicker, `${base}/brief`],
  ];
  const drafts: Draft[] = [];
  for (const [address, title, asked] of briefs) {
    const brief = await answers.json<Brief>(asked);
    const dyad = address === "/brief" ? home(found) : `/api${address.replace("/d/", "/dyads/")}`;
    const needs = [dyad, asked, ...(address === "/brief" ? [] : [`${base}/years`]), `${base}/acts`];
    drafts.push(page(address, title, needs, (link, root) => briefText(brief, link, `${root}brief.html`)));
  }
  const { incidents } = await answers.json<{ incidents: IncidentRow[] }>(`${base}/incidents`);
  drafts.push(
    page("/incidents", listWords.question, [home(found), `${base}/incidents`], (link) =>
      incidentsText(incidents, link),
    ),
  );
  for (const { id } of view.incidents) {
    const asked = `${base}/incidents/${encodeURIComponent(id)}`;
    const { incident } = await answers.json<{ incident: Incident }>(asked);
    drafts.push(
      page(`/i/${encodeURIComponent(id)}`, incident.title.en, [home(found), asked], (link) =>
        incidentText(incident, link),
      ),
    );
  }
  const asked = `/api/sources?case=${encodeURIComponent(found.id)}`;
  const { lists } = await answers.json<{ lists: SourceAbout[] }>(asked);
  drafts.push(
    page("/sources", sourceWords.question, [home(found), asked], () => sourcesText(sourceWords.question, lists)),
  );
  return drafts;
}

async function modelPages(answers: Answers, found: Gathered): Promise<Draft[]> {
  const base = baseOf(found);
  const cards = await answers.json<Card[]>("/api/models");
  const table = await answers.json<ArgumentTable>(`${base}/arguments`);
  const needs = [home(found), `${base}/world`];
  return [
    page("/models", modelWords.question, needs, (link) => modelsText(modelWords.question, cards, table, link)),
    ...cards.map((card) =>
      page(`/models/${card.id.toLowerCase()}`, `${card.id}: ${card.title}`, needs, () => modelText(card)),
    ),
    page("/models/game", words.game, needs, () => html`<h1>${words.game}</h1>`),
    page(
      "/check",
      words.check,
      [home(found)],
      (_, root) => html`<h1>${words.check}</h1><p><a href="${root}checker.html">checker.html</a></p>`,
    ),
  ];
}

async function registerPages(answers: Answers, found: Gathered): Promise<Draft[]> {
  const base = baseOf(found);
  type Row = Parameters<typeof agreementsText>[1][number];
  const rows = await answers.json<Row[]>(`${base}/agreements`);
  const drafts = [
    page("/agreements", register.question, [home(found), `${base}/agreements`], (link) =>
      agreementsText(register.question, rows, link),
    ),
  ];
  for (const { id } of rows) {
    const asked = `${base}/agreements/${encodeURIComponent(id)}`;
    const agreement = await answers.json<Parameters<typeof agreementText>[0]>(asked);
    drafts.push(
      page(`/a/${encodeURIComponent(id)}`, agreement.title.en, [home(found), asked], () => agreementText(agreement)),
    );
  }
  const { lines } = await answers.json<{ lines: Parameters<typeof linesText>[1] }>(`${base}/lines`);
  drafts.push(
    page("/lines", lineWords.question, [home(found), `${base}/lines`], () => linesText(lineWords.question, lines)),
  );
  return drafts;
}

async function debatePages(answers: Answers, found: Gathered): Promise<Draft[]> {
  type Row = { id: string; title: string; author: string | null };
  const rows = await answers.json<Row[]>("/api/debates");
  const drafts = [
    page("/debate", debateWords.question, [home(found), "/api/debates"], (link) =>
      debatesText(debateWords.question, rows, link),
    ),
  ];
  for (const { id, title } of rows) {
    const asked = `/api/debates/${encodeURIComponent(id)}`;
    const opening = await answers.json<OpeningText & { total: number }>(asked);
    const claims = await answers.json<Pressed[] | { refused: unknown }>(`${asked}/claims`);
    const comments: SeenComment[] = [];
    for (let from = 0; from < opening.total; from += STRETCH)
      comments.push(
        ...(await answers.json<{ comments: SeenComment[] }>(`${asked}/comments?from=${from}&count=${STRETCH}`))
          .comments,
      );
    const text = debateText(opening, Array.isArray(claims) ? claims : null, comments);
    drafts.push(
      page(`/debate/${encodeURIComponent(id)}`, title, [home(found), asked, "/api/me", `${asked}/claims`], () => text),
    );
  }
  const [policy, moderation] = ["/moderation/policy", "/moderation/log"];
  for (const address of [policy, moderation])
    drafts.push(
      page(
        address,
        debateWords.moderation,
        [home(found), `/api${address}`],
        () => html`<h1>${debateWords.moderation}</h1>`,
      ),
    );
  return drafts;
}

function shelfPages(found: Gathered): Draft[] {
  const { documents } = found;
  const list = (link: Link): Markup => html`<h1>${methodWords.question}</h1><p class="lead">${methodWords.lead}</p>
<ul>${documents.map(({ shelf, name, title, question }) => html`<li><a href="${link(`/methods/${shelf}/${name}`)}">${title}</a>: ${question}</li>`)}</ul>`;
  return [
    page("/methods", methodWords.question, [home(found), "/api/documents"], list),
    ...documents.map(({ shelf, name, title, html: text }) =>
      page(
        `/methods/${shelf}/${name}`,
        title,
        [home(found), `/api/documents/${shelf}/${encodeURIComponent(name)}`],
        () => html`<h1>${title}</h1>${new Markup(text)}`,
      ),
    ),
  ];
}

function actorPages(found: Gathered): Draft[] {
  const query = `?case=${encodeURIComponent(found.id)}`;
  const list = (link: Link): Markup => html`<h1>${actorWords.question}</h1>
<ul>${found.actors.map((name) => html`<li><a href="${link(`/actors/${encodeURIComponent(name)}`)}">${name}</a></li>`)}</ul>`;
  return [
    page("/actors", actorWords.question, [home(found), `/api/actors${query}`], list),
    ...found.actors.map((name) =>
      page(
        `/actors/${encodeURIComponent(name)}`,
        name,
        [home(found), `/api/actors/${encodeURIComponent(name)}${query}`],
        () => html`<h1>${name}</h1>`,
      ),
    ),
  ];
}

/** What needs the program. Their addresses lead somewhere that says so. */
const workbenchPages: [string, string][] = [
  ["/import", importing.nav],
  ["/queue", queue.nav],
  ["/table", setting.nav],
  ["/debate/sign-in", debateWords.signIn],
  ["/moderation", debateWords.moderation],
];

function workbenchText(title: string): Markup {
  return html`<h1>${title}</h1><p>${words.onlyWhat}</p><p>${words.onlyDo}</p><pre>${words.start}</pre>`;
}
