// A site from a workbench that answers with the worst that can stand in a ledger.

import { expect, test } from "vitest";
import { Markup } from "../brief/markup.ts";
import { copyPolicy, pageFile, type CopyFacts } from "./frame.ts";
import { composeSite, type SiteAsked } from "./compose-site.ts";
import { isPlainPath } from "./write-site.ts";

const EVIL = `</script><script>alert("x")</script>"' onload=x <!-- &amp; ]]>`;
const text = { en: EVIL, zh: EVIL };
const party = (iso: string) => ({ iso, iso2: iso.slice(0, 2), cow: 1, name: text, inSentence: text });
const parties = [party("USA"), party("CHN")];
const ID = "../../etc/passwd";
const statement = {
  id: "s",
  author: { name: text, side: "third", kind: "media" },
  stance: "asserts",
  said: "2015",
  summary: text,
  quote: { text: EVIL, lang: "en" },
  read: [{ url: "javascript:alert(1)", title: EVIL }],
  withdrawn: false,
  accused: { states: ["CHN"], actors: [EVIL] },
  victims: { states: ["USA"], names: [EVIL] },
};
const incident = {
  id: ID,
  title: text,
  summary: text,
  directions: [],
  statements: [statement],
  happened: "2014",
  disclosed: null,
  attributed: null,
};
const view = {
  about: { id: "x", title: text, version: EVIL, parties },
  incidents: [incident],
  acts: [],
  hash: "sha256:0",
  head: { sequence: 1, hash: "" },
};
const brief = {
  title: text,
  headline: EVIL,
  directions: [],
  sections: [{ question: EVIL, answer: EVIL, confidence: EVIL }],
  parties,
  sources: [],
  agreement: { date: "2015-09-25", title: text },
  dates: "first",
};
const years = {
  all: ["CHN", "USA"].map((from) => ({ from, to: "USA", perYear: [{ year: 2015, count: 1 }], undated: 0 })),
};
const row = {
  claim: EVIL,
  text: EVIL,
  verdict: "holds",
  inWords: EVIL,
  condition: EVIL,
  pivot: "q",
  turnsOn: EVIL,
  wouldChange: EVIL,
  address: "/models",
};
const agreement = {
  id: "a",
  title: text,
  when: "2015",
  parties: [EVIL],
  clauses: [],
  read: [{ url: "javascript:alert(1)" }],
};
const comment = { id: EVIL, author: EVIL, text: EVIL, depth: 1, at: "2026-01-01" };
const answers: [RegExp, unknown][] = [
  [/\/ledger$/, view],
  [/\/brief(\?|$)/, brief],
  [/\/years(\?|$)/, years],
  [/\/acts(\?|$)/, []],
  [/\/incidents$/, { total: 1, incidents: [incident] }],
  [
    /\/cases\/x\/incidents\//,
    {
      incident,
      history: [{ sequence: 1, at: "2026-01-01T00:00:00Z", kind: "statement", subject: "s", hash: "sha256:1" }],
    },
  ],
  [
    /\/api\/sources/,
    {
      lists: [
        { title: EVIL, publisher: EVIL, licence: EVIL, url: "javascript:alert(1)", coverage: { from: 2000, to: null } },
      ],
    },
  ],
  [/\/api\/documents$/, [{ shelf: "methods", name: "m", title: EVIL, question: EVIL }]],
  [
    /\/api\/documents\//,
    {
      shelf: "methods",
      name: "m",
      title: EVIL,
      question: EVIL,
      html: '<p><a href="/methods/methods/n#x">n</a><a href="/models/game?a=1#all">g</a><img src="/api/pictures/a_b.svg" /></p>',
    },
  ],
  [
    /\/api\/models$/,
    [
      {
        id: "REPEAT",
        title: EVIL,
        question: EVIL,
        story: EVIL,
        players: [EVIL],
        moves: EVIL,
        payoffs: EVIL,
        assumptions: [EVIL],
        references: [],
      },
    ],
  ],
  [/\/arguments$/, { question: EVIL, answer: EVIL, confidence: EVIL, rows: [row] }],
  [/\/agreements$/, [agreement, { ...agreement, id: "draft", last: "2026-01-01" }]],
  [/\/agreements\/a$/, agreement],
  [/\/lines$/, { lines: [{ by: "USA", when: "2015", gist: text, read: [{ url: "javascript:alert(1)" }] }] }],
  [
    /\/api\/actors\?/,
    {
      actors: [
        { name: EVIL, named: 1 },
        { name: "apt", named: 1 },
        { name: "APT", named: 1 },
      ],
    },
  ],
  [
    /\/api\/debates$/,
    [
      { id: EVIL, case: "x", title: EVIL, author: EVIL },
      { id: "other", case: "y", title: "", author: null },
    ],
  ],
  [/\/debates\/[^/]+$/, { title: EVIL, author: EVIL, published: EVIL, note: EVIL, body: [EVIL], total: 1 }],
  [/\/debates\/[^/]+\/comments/, { comments: [comment, { ...comment, id: "held", text: null }] }],
  [/\/claims$/, [{ claim: EVIL, answers: [{ verdict: { verdict: "holds", inWords: EVIL } }] }]],
  [/\/moderation\/log$/, [{ debate: "other", because: "secret" }]],
  [/\/api\/log$/, { folder: "/home/somebody/data/log", log: null }],
];

function ask(address: string): Promise<Response> {
  const found = answers.find(([pattern]) => pattern.test(address));
  return Promise.resolve(Response.json(found ? found[1] : {}));
}

const built = new Map([
  [
    "/index.html",
    {
      body: new TextEncoder().encode(
        '<!doctype html><html><head><meta charset="utf-8" /><title>D</title><script type="module" src="/assets/a.js"></script></head><body><div id="root"></div><noscript>n</noscript></body></html>',
      ),
    },
  ],
  ["/assets/a.js", { body: new TextEncoder().encode("1") }],
]);

const asked: SiteAsked = { ask, built, case: "x", asof: [], address: null, version: "1", day: "2026-01-02" };

test("composeSite() lets no identifier out of its folder, and no text become markup", async () => {
  const { files, leftOut } = await composeSite(asked);
  expect([...files.keys()].filter((path) => !isPlainPath(path))).toEqual([]);
  expect(leftOut).toEqual(["actors/apt/index.html", "data/actors/apt.json"]);
  const pages = [...files].filter(([path]) => path.endsWith(".html") && path !== "brief.html");
  expect(pages.length).toBeGreaterThan(20);
  for (const [path, bytes] of pages) {
    const page = new TextDecoder().decode(bytes);
    expect([path, /alert\("x"\)/.test(page), /href="javascript:/.test(page)]).toEqual([path, false, false]);
    const scripts = [...page.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.every((tag) => tag.includes(' src="') || tag.includes('type="application/json"'))).toBe(true);
    if (!path.startsWith("embed/")) expect(page).toContain(copyPolicy.replaceAll("'", "&#39;"));
  }
});

test("composeSite() gives the same bytes each time, with no clock in them, and nobody's folder or draft or other debate", async () => {
  const [one, other] = [await composeSite(asked), await composeSite(asked)];
  expect([...one.files.keys()]).toEqual([...other.files.keys()]);
  for (const [path, bytes] of one.files)
    expect([path, Buffer.compare(bytes, other.files.get(path) ?? new Uint8Array())]).toEqual([path, 0]);
  const all = [...one.files].map(([path, bytes]) => `${path} ${new TextDecoder().decode(bytes)}`).join("\n");
  expect(all).not.toContain("/home/somebody");
  expect(all).not.toContain("secret");
  expect(all).not.toContain("agreements/draft");
  expect([...one.files.keys()].some((path) => path.includes("debates/other"))).toBe(false);
});

test("a page knows the way to its root, its own address and its citation", async () => {
  const { files } = await composeSite({ ...asked, address: "https://example.org/copy" });
  const page = new TextDecoder().decode(files.get("methods/methods/m/index.html"));
  expect(page).toContain('src="../../../assets/a.js"');
  expect(page).toContain('<link rel="canonical" href="https://example.org/copy/methods/methods/m/" />');
  expect(page).toContain("https://example.org/copy/methods/methods/m/,".slice(0, -1));
  expect(page).toContain('href="../../../methods/methods/n/#x"');
  expect(page).toContain('href="../../../models/game/?a=1#all"');
  expect(page).toContain('src="../../../data/pictures/a_5fb.svg"');
  expect(files.has("data/pictures/a_5fb.svg")).toBe(true);
  expect(page).toMatch(/sha256:[0-9a-f]{64}/);
  expect(page).toContain('"root":"../../../"');
  expect(page).not.toContain("<noscript>");
});

test("the block of data that a page's code reads ends no element", () => {
  const page = { page: "/i/x", title: "X", needs: ["/api/</script><script>alert(1)</script>"], text: new Markup("") };
  const facts = {
    case: "x",
    dyad: "a-b",
    states: ["USA", "CHN"],
    asof: [],
    caseTitle: "",
    caseVersion: "",
    ledgerHash: "",
  };
  const rest = { day: "2026-01-02", version: "1", address: null, menu: [] };
  const template = new TextDecoder().decode(built.get("/index.html")?.body);
  const file = pageFile(template, page, { ...facts, ...rest } as unknown as CopyFacts, []);
  const [, block = ""] = /id="published-copy">([\s\S]*?)<\/script>/.exec(file) ?? [];
  expect(JSON.parse(block)).toMatchObject({ page: "/i/x", root: "../../", needs: page.needs });
});

test("verdicts and what they turn on stand in words, never as the program's own names", async () => {
  const { files } = await composeSite(asked);
  const told = [...files].filter(([path]) => path.startsWith("embed/verdict/") || path === "models/index.html");
  expect(told.length).toBe(2);
  for (const [, bytes] of told) {
    const page = new TextDecoder().decode(bytes);
    expect(page).toContain("Holds at the values used</strong>");
    expect(page).toMatch(/It turns on: (?!q\b)/);
  }
});
