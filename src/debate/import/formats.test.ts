import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comment } from "../debate.ts";
import { importDebate, LONGEST_COMMENT, writeOwnMarkdown } from "./index.ts";

const shape = (comments: readonly Comment[]): unknown[] =>
  comments.map(({ id, author, depth, text }) => [id, author, depth, text]);

const disqus = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><title>General</title></category>
<thread dsq:id="10"><link>https://strait.example/towns</link><title>Two Towns &amp; a Strait</title><message/><createdAt>2011-03-01T00:00:00Z</createdAt><author><name>Jo Marsh</name><email>jo@strait.example</email></author></thread>
<thread dsq:id="11"><link>https://strait.example/ropes</link><title>Ropes</title></thread>
<post dsq:id="1"><message><![CDATA[<p>Both do it.</p><p>Both <b>deny</b> it &amp; count.</p>]]></message><createdAt>2011-03-02T00:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Ann</name><email>ann@x.example</email></author><thread dsq:id="10"/></post>
<post dsq:id="2"><message><![CDATA[<p>Gone</p>]]></message><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Bob</name></author><thread dsq:id="10"/><parent dsq:id="1"/></post>
<post dsq:id="3"><message><![CDATA[<p onclick="x()">Hm.<script>alert(1)</script></p>]]></message><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Cleo</name></author><thread dsq:id="10"/><parent dsq:id="2"/></post>
<post dsq:id="4"><message><![CDATA[<p>Ropes!</p>]]></message><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Dan</name></author><thread dsq:id="11"/></post>
</disqus>`;

test("importDebate() reads a Disqus export: one article's posts, the others and the deleted told", () => {
  const { debate, format, rows, rejections } = importDebate(disqus, "d.xml");
  expect(format).toBe("disqus");
  expect([debate.title, debate.author, debate.address]).toEqual([
    "Two Towns & a Strait",
    "Jo Marsh",
    "https://strait.example/towns",
  ]);
  expect(shape(debate.comments)).toEqual([
    ["disqus-1", "Ann", 1, "Both do it.\n\nBoth deny it & count."],
    ["disqus-3", "Cleo", 2, "Hm."],
  ]);
  expect(debate.comments[1]?.flags).toEqual(["markup-removed"]);
  expect([rows, rejections.map(({ row }) => row)]).toEqual([4, [2, 4]]);
  expect(JSON.stringify(debate)).not.toContain("ann@x.example");
  expect(importDebate(disqus, "d.xml", { article: "Ropes" }).debate.comments.map(({ author }) => author)).toEqual([
    "Dan",
  ]);
});

const wxr = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:author><wp:author_login><![CDATA[jo]]></wp:author_login><wp:author_display_name><![CDATA[Jo Marsh]]></wp:author_display_name></wp:author>
<item><title>Two Towns</title><link>https://strait.example/?p=1</link><dc:creator><![CDATA[jo]]></dc:creator><content:encoded><![CDATA[<!-- wp:paragraph -->For years.

Last week.]]></content:encoded>
<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author><![CDATA[Ann]]></wp:comment_author><wp:comment_author_email>a@x.example</wp:comment_author_email><wp:comment_author_url>https://ann.example</wp:comment_author_url><wp:comment_content><![CDATA[One.
Two.

Three.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_author><![CDATA[Spam]]></wp:comment_author><wp:comment_content><![CDATA[Buy]]></wp:comment_content><wp:comment_approved>spam</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>9</wp:comment_id><wp:comment_author><![CDATA[Bob]]></wp:comment_author><wp:comment_content><![CDATA[Four.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>7</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>12</wp:comment_id><wp:comment_author><![CDATA[Elsewhere]]></wp:comment_author><wp:comment_content><![CDATA[…]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
</item><item><title>Page</title></item></channel></rss>`;

test("importDebate() reads a WordPress export", () => {
  const { debate, format, rows, rejections } = importDebate(wxr, "w.xml");
  expect(format).toBe("wxr");
  expect([debate.title, debate.author, debate.body]).toEqual(["Two Towns", "Jo Marsh", ["For years.", "Last week."]]);
  expect(shape(debate.comments)).toEqual([
    ["wp-7", "Ann", 1, "One.\nTwo.\n\nThree."],
    ["wp-9", "Bob", 2, "Four."],
  ]);
  expect([rows, rejections.length]).toEqual([4, 2]);
});

test("importDebate() reads a Discourse topic", () => {
  const posts = [
    {
      id: 100,
      post_number: 1,
      username: "jo",
      name: "Jo Marsh",
      cooked: "<p>For years.</p><p>Last week.</p>",
      reply_to_post_number: null,
      post_type: 1,
    },
    {
      id: 101,
      post_number: 2,
      username: "ann",
      name: "",
      cooked: "<p>One.</p>",
      reply_to_post_number: null,
      post_type: 1,
    },
    {
      id: 102,
      post_number: 3,
      username: "bob",
      cooked: "<blockquote><p>One.</p></blockquote><p>No.</p>",
      reply_to_post_number: 2,
      post_type: 1,
    },
    { id: 103, post_number: 4, username: "system", cooked: "<p>Closed</p>", post_type: 3 },
  ];
  const text = JSON.stringify({ title: "Two Towns", post_stream: { posts, stream: [100, 101, 102, 103, 104] } });
  const { debate, format, rows, rejections, notes } = importDebate(text, "t.json");
  expect(format).toBe("discourse");
  expect([debate.author, debate.body]).toEqual(["Jo Marsh", ["For years.", "Last week."]]);
  expect(shape(debate.comments)).toEqual([
    ["discourse-101", "ann", 1, "One."],
    ["discourse-102", "bob", 2, "“One.”\n\nNo."],
  ]);
  expect([rows, rejections.length, notes.length]).toEqual([3, 1, 1]);
});

const word = fc.constantFrom(
  "boats",
  "lamps",
  "# no heading",
  "> quoted",
  "\\ slash",
  "---",
  "### Name {#x}",
  "漢字",
  "‘curly’",
  "<b>bold</b>",
);
const textOf = fc
  .array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
    { minLength: 1, maxLength: 3 },
  )
  .map((paragraphs) => paragraphs.join("\n\n"));
const debates = fc
  .array(
    fc.record({
      author: fc.constantFrom("Ann", "Bob", "李娜"),
      text: textOf,
      parent: fc.nat(),
      relation: fc.constantFrom(null, "support", "attack", "undercut"),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((comments) => ({
    title: "Two Towns",
    author: "Jo Marsh",
    note: "Written for a test.",
    body: ["For years boats of one town have been seen.", "Last week."],
    comments: comments.map((comment, at) => ({
      ...comment,
      id: `c${at}`,
      parent: at === 0 || comment.parent % (at + 1) === at ? null : `c${comment.parent % (at + 1)}`,
    })),
  }));

test("a debate written as Markdown or JSON reads back the same", () => {
  fc.assert(
    fc.property(debates, (plain) => {
      const { debate, rows } = importDebate(JSON.stringify(plain), "d.json");
      expect(rows).toBe(plain.comments.length);
      expect(importDebate(JSON.stringify(debate), "d.json").debate).toEqual(debate);
      expect(importDebate(writeOwnMarkdown(debate), "d.md").debate).toEqual(debate);
    }),
  );
});

test("our Markdown anchors a comment to the passage that it quotes, and tells a passage that is not there", () => {
  const text =
    "---\ndebate: 1\ntitle: Two Towns\n---\n\nFor years. Last week.\n\n## Comments\n\n### Ann {#a}\n\n> Last week.\n\nSo late?\n\n### Bob {#b re=a attack}\n\n> Next week.\n\nNo.\n";
  const { debate, notes } = importDebate(text, "d.md");
  expect(debate.comments.map(({ anchor, relation }) => [anchor?.refinedBy.start ?? null, relation])).toEqual([
    [11, null],
    [null, "attack"],
  ]);
  expect(notes).toEqual([{ row: 16, field: "anchor", because: "the article does not hold “Next week.”" }]);
});

describe("bad input", () => {
  const ofJson = (comments: unknown[]): ReturnType<typeof importDebate> =>
    importDebate(JSON.stringify({ title: "T", comments }), "d.json");

  test("circles of parents are cut and told, whatever leads into them", () => {
    const { debate, notes } = ofJson([
      { id: "a", author: "A", parent: "c", text: "1" },
      { id: "b", author: "B", parent: "a", text: "2" },
      { id: "c", author: "C", parent: "b", text: "3" },
      { id: "d", author: "D", parent: "c", text: "4" },
      { id: "e", author: "E", parent: "e", text: "5" },
      { id: "f", author: "F", parent: "nobody", text: "6" },
    ]);
    expect(debate.comments.map(({ id, parent, depth }) => [id, parent, depth])).toEqual([
      ["a", null, 1],
      ["b", "a", 2],
      ["c", "b", 3],
      ["d", "c", 4],
      ["e", null, 1],
      ["f", null, 1],
    ]);
    expect(notes).toHaveLength(3);
  });

  test("every row is a comment or a rejection, for any parents", () => {
    const rows = fc.array(
      fc.record({
        id: fc.constantFrom("a", "b", "c", "d"),
        parent: fc.constantFrom(null, "a", "b", "c", "d", "z"),
        text: fc.constantFrom("", "x", "y"),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (comments) => {
        const { debate, rejections } = ofJson(comments);
        expect(debate.comments.length + rejections.length).toBe(comments.length);
        expect(new Set(debate.comments.map(({ id }) => id)).size).toBe(debate.comments.length);
        const depths = new Map<string | null, number>([[null, 0]]);
        for (const { id, parent, depth } of debate.comments) {
          expect(depth).toBe((depths.get(parent) ?? Number.NaN) + 1);
          depths.set(id, depth);
        }
      }),
    );
  });

  test("ten thousand comments nested in each other are read, without ids of their own too", () => {
    const deep = Array.from({ length: 10_000 }, (_, at) => ({
      id: `n${at}`,
      author: "A",
      parent: at === 0 ? null : `n${at - 1}`,
      text: "again",
    }));
    expect(ofJson(deep).debate.comments.at(-1)?.depth).toBe(10_000);
    const lines = Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at)}• A\n${" ".repeat(at)}  again ${at}\n`);
    expect(importDebate(`T\n\nBy J M\n\n${lines.join("\n")}`, "t.txt").debate.comments.at(-1)?.depth).toBe(3000);
  });

  test("a comment of a megabyte is cut, told and named by its hash", () => {
    const { debate, notes } = ofJson([{ author: "A", text: "x".repeat(1_000_000) }]);
    expect(debate.comments[0]?.text).toHaveLength(LONGEST_COMMENT);
    expect(debate.comments[0]?.flags).toEqual(["cut"]);
    expect(notes[0]?.because).toMatch(/has 1000000 characters \(sha256:[0-9a-f]{64}\)/);
  });

  test("characters that hide or turn the reading direction are taken out and flagged", () => {
    const { debate } = ofJson([
      {
        author: "A\u202Elice",
        text: "one\u200Btwo \u2066three\u2069 \u{E0041}e\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
      },
      { author: "B", text: "نمی‌خواهم 👩‍🚀" },
    ]);
    expect(debate.comments[0]).toMatchObject({
      author: "Alice",
      flags: ["direction-marks", "hidden-characters", "stacked-marks"],
    });
    expect(debate.comments[0]?.text).toMatch(/^onetwo three /);
    expect(debate.comments[1]).toMatchObject({ text: "نمی‌خواهم 👩‍🚀", flags: [] });
  });

  test("a name that imitates another is marked, the name imitated and names in other alphabets are not", () => {
    const { debate } = ofJson([
      { author: "Pete", text: "1" },
      { author: "Рete", text: "2" },
      { author: "Пётр", text: "3" },
      { author: "pete", text: "4" },
      { author: "李娜", text: "5" },
    ]);
    expect(debate.comments.map(({ author }) => author)).toEqual([
      "Pete",
      "Рete [look-alike letters]",
      "Пётр",
      "pete",
      "李娜",
    ]);
  });

  test.each([
    [
      "an XML bomb",
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><disqus>&b;</disqus>',
      /no document type/,
    ],
    ["XML nested deep", `<disqus>${"<a>".repeat(10_000)}`, /nested at most 64 deep/],
    ["an empty file", " \n", /an article with its comments/],
    ["JSON that breaks off", '{"title":', /one JSON document/],
    ["JSON of another kind", '{"a":1}', /a debate/],
  ])("%s is one fault", (_, text, message) => {
    expect(() => importDebate(text, "f")).toThrow(message);
  });

  test.each([
    ["blanks", `x${" ".repeat(300_000)}y`],
    ["line ends", `x${"\n".repeat(300_000)}y`],
    ["joiners", `x ${"\u200D".repeat(300_000)} y`],
    ["accents", `x${"\u0301".repeat(300_000)}`],
    ["bullets", "• ".repeat(150_000)],
    ["marks", "<".repeat(300_000)],
  ])("a third of a megabyte of %s costs no more than other text", (_, text) => {
    const start = performance.now();
    ofJson([
      { author: "A", text },
      { author: text, text: "x" },
    ]);
    importDebate(`T\n\nBy J M\n\n• A\n\n  ${text}\n\n• ${text}\n\n  x\n`, "t.txt");
    importDebate(`---\ndebate: 1\ntitle: T\n---\n\n${text}\n\n### A ${text} {#a}\n\n${text}\n`, "t.md");
    const html = text.replaceAll(" ", "&nbsp;<p>").replaceAll("]]>", "");
    importDebate(
      `<disqus><thread dsq:id="1"><title>T</title></thread><post dsq:id="2"><message><![CDATA[${html}]]></message><thread dsq:id="1"/></post></disqus>`,
      "d.xml",
    );
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  test("any text at all is read without a crash, with nothing lost", () => {
    const lines = fc.array(
      fc.constantFrom(
        "• Ann",
        "  • Bob",
        "- c: d",
        "1. x",
        "Reply",
        "",
        "",
        "Some words here.",
        "    more words",
        "By Jo",
        "3 Comments",
        "*",
        "o",
        "Tim says:",
        "March 3, 2011",
        "\t• Tab",
        "https://x.example",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(lines, (some) => {
        if (some.join("").trim() === "") return;
        const { debate, rejections, rows } = importDebate(some.join("\n"), "t");
        expect(rows).toBe(debate.comments.length + rejections.length);
      }),
      { numRuns: 500 },
    );
  });
});
