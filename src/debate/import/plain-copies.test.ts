import { describe, expect, test } from "vitest";
import { importDebate } from "./index.ts";

// Threads as other pages copy them, written for these tests; each beside what must come out: "depth author: text".
type Copy = { text: string; comments: string[]; author?: string; title?: string; paragraphs?: number; lost?: string[] };

const HEAD = `Locks on the Canal

By Dr. Amara Okafor, Senior Fellow at the Harbour Institute

The upper town and the lower town each say that the other opens the locks at night. Nobody has counted how often.

A joint watch has been proposed twice and refused twice, once by each side.
`;

const copies: Record<string, Copy> = {
  "bullets with tabs, no blank lines, titles before and after names": {
    text: `${HEAD}
*\tDr. Samuel Pike, PhD
\tThe locks were open on four nights. I counted.
\t*\tLt. Col. Rita Baxter (Ret.)
\t\tSo did I, and I got six.
\t\tTwo of them were yours.
\t\t*\tProf. Dr. h.c. Anna Müller
\t\t\tNeither count is any good.
*\tO'Brien, Sean
\tA watch costs less than a quarrel.`,
    comments: [
      "1 Dr. Samuel Pike, PhD: The locks were open on four nights. I counted.",
      "2 Lt. Col. Rita Baxter (Ret.): So did I, and I got six. ¶ Two of them were yours.",
      "3 Prof. Dr. h.c. Anna Müller: Neither count is any good.",
      "1 O'Brien, Sean: A watch costs less than a quarrel.",
    ],
  },
  "names of other alphabets": {
    text: `${HEAD}
  • 李明

    水门每晚都开着。

    • Ольга Петрова

      Кто это видел?

      • محمد علي

        أنا رأيت ذلك.

  • Nguyễn Thị Hoa

    Talk to each other.

  • さくら

    そうですね。
`,
    comments: [
      "1 李明: 水门每晚都开着。",
      "2 Ольга Петрова: Кто это видел?",
      "3 محمد علي: أنا رأيت ذلك.",
      "1 Nguyễn Thị Hoa: Talk to each other.",
      "1 さくら: そうですね。",
    ],
  },
  "pictures, answered names, arrows and buttons of a comment service": {
    text: `${HEAD}
4 Comments   Canal News   Login
Sort by Best
  • Avatar

    Joe Public • 9 years ago

    The gates are old, that is all.

    3 △ ▽ • Reply • Share ›

      • Avatar

        Jane_K → Joe Public • 9 years ago

        Old gates do not open at midnight.

        1 △ ▽ • Reply • Share ›

          • Avatar

            Joe Public → Jane_K • 9 years ago

            Rust does not keep office hours.

            △ ▽ • Reply • Share ›

  • Avatar

    Gate 1984 • 9 years ago

    They listen to the lock keepers' telephones.

    △ ▽ • Reply • Share ›
`,
    comments: [
      "1 Joe Public: The gates are old, that is all.",
      "2 Jane_K: Old gates do not open at midnight.",
      "3 Joe Public: Rust does not keep office hours.",
      "1 Gate 1984: They listen to the lock keepers' telephones.",
    ],
  },
  "votes before names, counted by points": {
    text: `${HEAD}
all 4 comments
sorted by: best
    [–]lockkeeper_2 12 points 3 years ago
    I work there. The upper town has the only key.
    permalink  embed  save  report  reply
        [–]waterrat[S] 5 points 3 years ago*
        Keys can be copied.
        permalink  embed  save  parent  report  reply
            [–]lockkeeper_2 -2 points 3 years ago
            Not this one.
            permalink  embed  save  parent  report  reply
    [–]sick_of_it_all 1 point 2 years ago
    Fill in the canal.
    permalink  embed  save  report  reply
`,
    comments: [
      "1 lockkeeper_2: I work there. The upper town has the only key.",
      "2 waterrat: Keys can be copied.",
      "3 lockkeeper_2: Not this one.",
      "1 sick_of_it_all: Fill in the canal.",
    ],
  },
  "numbers, capital Says, a date with a clock": {
    text: `${HEAD}
3 Responses to "Locks on the Canal"

   1. Tim Says:
      March 4th, 2011 at 5:05 pm

      It is the wind.

   2. Mary-Lou Says:
      March 4th, 2011 at 7:45 pm

      Wind has no hands.

   3. Tim Says:
      March 5th, 2011 at 8:00 am

      Then it is the lower town.
`,
    comments: ["1 Tim: It is the wind.", "1 Mary-Lou: Wind has no hands.", "1 Tim: Then it is the lower town."],
  },
  "lists of capitalised words inside comments, with the thread's own bullet": {
    text: `${HEAD}
  • Ida Brand

    Three things are missing:

      • Money
      • Time
      • Trust

    The last is the dearest.

    • Karl

      You forgot:

      1. Lamps
      2. Rope

  • Otto

    - Count first
    - Talk later
`,
    comments: [
      "1 Ida Brand: Three things are missing: ¶ • Money\n• Time\n• Trust ¶ The last is the dearest.",
      "2 Karl: You forgot: ¶ 1. Lamps\n2. Rope",
      "1 Otto: • Count first\n• Talk later",
    ],
  },
  "answers of one word that look like names": {
    text: `${HEAD}
  - Ann
    Agreed
      - Bob
        Nonsense
          - Cy
            Why
  - Dee
    Exactly
`,
    comments: ["1 Ann: Agreed", "2 Bob: Nonsense", "3 Cy: Why", "1 Dee: Exactly"],
  },
  "odd pseudonyms": {
    text: `${HEAD}
  • A concerned citizen of the lower town

    I cannot sleep for the noise.

  • no one in particular

    Nor can I.

  • @sam-the-eel

    It is the eels.

  • x

    It is not.

  • just.a.guest

    Who pays for the watch?

  • The Old Man and the Weir

    We all do.
`,
    comments: [
      "1 A concerned citizen of the lower town: I cannot sleep for the noise.",
      "1 no one in particular: Nor can I.",
      "1 sam-the-eel: It is the eels.",
      "1 x: It is not.",
      "1 just.a.guest: Who pays for the watch?",
      "1 The Old Man and the Weir: We all do.",
    ],
  },
  "Windows line ends, a byte order mark, tabs and non-breaking blanks": {
    text: `\uFEFF${HEAD}
\u00A0\u00A0•\u00A0Ann
\u00A0\u00A0\u00A0\u00A0Who closed them?
\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0•\u00A0Bob Stone
\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0The rain did.
\u00A0\u00A0•\u00A0Cleo
\u00A0\u00A0\u00A0\u00A0Not in June.
`.replaceAll("\n", "\r\n"),
    comments: ["1 Ann: Who closed them?", "2 Bob Stone: The rain did.", "1 Cleo: Not in June."],
  },
  "a name, a date and a counter behind the bullet, text at the margin": {
    text: `${HEAD}
Comments (3)

* Ann Fields | June 3, 2013 at 9:12 AM | Reply
Both towns should pay.

* Bob | June 3, 2013 at 10:40 AM | Reply
The upper town is richer.

It always was.

* Chloë van der Berg | June 4, 2013 at 1:02 PM | Reply
Then let it pay more.
`,
    comments: [
      "1 Ann Fields: Both towns should pay.",
      "1 Bob: The upper town is richer. ¶ It always was.",
      "1 Chloë van der Berg: Then let it pay more.",
    ],
  },
  "arrows and plus signs for depth": {
    text: `${HEAD}
+ Ann
  The keys are lost.
++ Bob
  They are in my drawer.
+++ Ann
  Since when?
+ Dora
  A drawer is no safe.
`,
    comments: [
      "1 Ann: The keys are lost.",
      "2 Bob: They are in my drawer.",
      "3 Ann: Since when?",
      "1 Dora: A drawer is no safe.",
    ],
  },
  "quoted lines and a long dash before a reply": {
    text: `${HEAD}
  • Ann

    > the other opens the locks at night

    Says who?

    — and where is the proof?

    • Bob

      “Says who?”

      The keeper.
`,
    comments: [
      "1 Ann: > the other opens the locks at night ¶ Says who? ¶ — and where is the proof?",
      "2 Bob: “Says who?” ¶ The keeper.",
    ],
  },
  "a full-width colon and brackets": {
    text: `${HEAD}
  • 王伟：谁开的门？
    • 陈静（版主）：没有人知道。
  • Ann: Somebody did.
`,
    comments: ["1 王伟: 谁开的门？", "2 陈静: 没有人知道。", "1 Ann: Somebody did."],
  },
  "hyphens set in by one blank": {
    text: `${HEAD}
- Ann
 One lock is enough.
 - Bob
  Two are safer.
  - Cy
   Three are a wall.
- Dee
 Sell them all.
`,
    comments: [
      "1 Ann: One lock is enough.",
      "2 Bob: Two are safer.",
      "3 Cy: Three are a wall.",
      "1 Dee: Sell them all.",
    ],
  },
  "times above the text and counters alone on lines": {
    text: `${HEAD}
  • Ann Fields
    2 hours ago
    The mayor knows.
    12
    Reply
    View 2 replies
      • Bob
        1 hour ago
        · Edited
        Which mayor?
        Like
        Reply
        3
`,
    comments: ["1 Ann Fields: The mayor knows.", "2 Bob: Which mayor?"],
  },
  "a letter, a person and a place in each head": {
    text: `${HEAD}
Readers' comments

• Ann Fields, Lower Town, 3 June 2013 09:12
  Both should pay.

• B. Stone, Upper Town, 3 June 2013 11:40
  Only those who open them.
`,
    comments: ["1 Ann Fields, Lower Town: Both should pay.", "1 B. Stone, Upper Town: Only those who open them."],
  },
  "no bullets and no heading: names with dates": {
    text: `${HEAD}
Ann Fields
3 June 2013, 09:12

Both should pay.

B. Stone
3 June 2013, 11:40

Only those who open them.

王伟
4 June 2013, 08:00

And who are they?
`,
    comments: ["1 Ann Fields: Both should pay.", "1 B. Stone: Only those who open them.", "1 王伟: And who are they?"],
  },
  "bars before each line for depth": {
    text: `${HEAD}
| Ann Fields (3 June 2013)
| Both should pay.
|
| | B. Stone (3 June 2013)
| | Only those who open them.
| |
| | | Ann Fields (4 June 2013)
| | | Prove it.
|
| Cleo (5 June 2013)
| Peace!
`,
    comments: [
      "1 Ann Fields: Both should pay.",
      "2 B. Stone: Only those who open them.",
      "3 Ann Fields: Prove it.",
      "1 Cleo: Peace!",
    ],
  },
  "tree lines before each comment": {
    text: `${HEAD}
├── Ann Fields
│   Both should pay.
│   ├── B. Stone
│   │   Only those who open them.
│   └── Mei
│       Hear, hear.
└── Cleo
    Peace!
`,
    comments: [
      "1 Ann Fields: Both should pay.",
      "2 B. Stone: Only those who open them.",
      "2 Mei: Hear, hear.",
      "1 Cleo: Peace!",
    ],
  },
  "Markdown: bold names with a colon, items nested by two": {
    text: `# Locks on the Canal

*By Dr. Amara Okafor, Senior Fellow at the Harbour Institute*

The upper town and the lower town each say that the other opens the locks at night. Nobody has counted how often.

A joint watch has been proposed twice and refused twice, once by each side.

## Comments

- **Ann Fields:** Both should pay.
  - **B. Stone:** Only those who open them.

    And they know who they are.
    - **Mei**: Do they?
- **Cleo** — Peace!
`,
    comments: [
      "1 Ann Fields: Both should pay.",
      "2 B. Stone: Only those who open them. ¶ And they know who they are.",
      "3 Mei: Do they?",
      "1 Cleo: Peace!",
    ],
  },
  "addresses in angle brackets, and e-mail": {
    text: `${HEAD}
  o <https://ann.example/~af> Ann Fields

    Both should pay.

      o B. Stone <stone@upper.example>

        Only those who open them.

  o https://lower.example/cleo?x=1&y=2 Cleo Marsh wrote on 3 June 2013:

    Peace!
`,
    comments: ["1 Ann Fields: Both should pay.", "2 B. Stone: Only those who open them.", "1 Cleo Marsh: Peace!"],
  },
  "steps that slip by a blank, and a return by two levels": {
    text: `${HEAD}
  • Ann

    One.

     • Bob

        Two.

          • Cy

            Three.

              • Dee

                Four.

     • Eve

        Five.

   • Fay

     Six.
`,
    comments: ["1 Ann: One.", "2 Bob: Two.", "3 Cy: Three.", "4 Dee: Four.", "2 Eve: Five.", "1 Fay: Six."],
  },
  "long comments without blank lines between paragraphs": {
    text: `${HEAD}
 » Ann Fields
   ${"The upper town has always said that it only looks, and looking is what towns do. ".repeat(3).trim()}
   ${"The lower town says the same of its own boats, and both keep a list. ".repeat(3).trim()}
   So much for looking.
 »» Bob
    Quite.
 » Cleo
   Peace!
`,
    comments: [
      `1 Ann Fields: ${"The upper town has always said that it only looks, and looking is what towns do. ".repeat(3).trim()} ¶ ${"The lower town says the same of its own boats, and both keep a list. ".repeat(3).trim()} ¶ So much for looking.`,
      "2 Bob: Quite.",
      "1 Cleo: Peace!",
    ],
  },
  "Spanish, French and German buttons and verbs": {
    text: `${HEAD}
3 comentarios

  • María José dijo:
    3 de junio de 2013

    Las dos pagan.

    Responder

      • Héloïse a écrit :

        Et qui compte ?

        Répondre

  • Jürgen schrieb am 4. Juni 2013:

    Niemand.

    Antworten
`,
    comments: ["1 María José: Las dos pagan.", "2 Héloïse: Et qui compte ?", "1 Jürgen: Niemand."],
  },
};

describe("importDebate() reads a copy with", () => {
  test.each(Object.entries(copies))("%s", (_, { text, comments, title, author, paragraphs }) => {
    const { debate, rejections } = importDebate(text, "copy.txt");
    expect(debate.comments.map((one) => `${one.depth} ${one.author}: ${one.text.replaceAll("\n\n", " ¶ ")}`)).toEqual(
      comments,
    );
    expect(rejections).toEqual([]);
    expect([debate.title, debate.author, debate.body.length]).toEqual([
      title ?? "Locks on the Canal",
      author ?? "Dr. Amara Okafor",
      paragraphs ?? 2,
    ]);
  });
});
