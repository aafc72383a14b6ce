import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOfAnswer, fileOfDownload, folderOfPage, nameOf, wayUp } from "./addresses.ts";
import { commands } from "../cli/index.ts";
import { canHold, commandFor, measureFlags } from "./kept.ts";
import { isPlainPath } from "./write-site.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    ".",
    "..",
    "../..",
    "...",
    ".git",
    "con",
    "NUL.txt",
    "com1",
    "a/b",
    "a\\b",
    "a\0b",
    "名",
    "_",
    "_2e",
  ),
  fc.string({ unit: "grapheme", minLength: 100, maxLength: 150 }),
);

describe("nameOf()", () => {
  test("gives every part of an address a plain path that leads nowhere else", () => {
    fc.assert(
      fc.property(hostile, (part) => {
        const name = nameOf(part);
        expect(isPlainPath(name)).toBe(true);
        for (const piece of name.split("/")) {
          expect(piece.length).toBeLessThanOrEqual(121);
          expect(piece).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("gives different parts different paths", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        // What is no Unicode has one spelling in bytes.
        fc.pre(one.isWellFormed() && other.isWellFormed() && one !== other);
        expect(nameOf(one)).not.toBe(nameOf(other));
      }),
    );
  });

  test("leaves what is plain as it is, so that addresses stay", () => {
    for (const plain of ["titan-rain", "APT10", "TEMP.Hippo", "usa-chn", "understanding-2015"])
      expect(nameOf(plain)).toBe(plain);
  });
});

test("folderOfPage() keeps the server's addresses, and wayUp() leads back from them", () => {
  expect(folderOfPage("/d/usa-chn")).toBe("d/usa-chn/");
  expect(folderOfPage("/i/..%2F..%2Fetc")).toBe("i/_2e._2f.._2fetc/");
  expect(folderOfPage("/")).toBe("");
  expect(wayUp("")).toBe("./");
  expect(wayUp("methods/models/repeat/")).toBe("../../../");
});

test("fileOfAnswer() gives the same question one file, and different questions different ones", () => {
  expect(fileOfAnswer("/api/cases/us-cn/brief?date=disclosed&by=CHN")).toBe(
    "data/cases/us-cn/brief@by=CHN,date=disclosed.json",
  );
  expect(fileOfAnswer("/api/cases/us-cn/brief?by=CHN&date=disclosed")).toBe(
    fileOfAnswer("/api/cases/us-cn/brief?date=disclosed&by=CHN&v=3"),
  );
  expect(fileOfAnswer("/api/cases/us-cn/brief")).toBe("data/cases/us-cn/brief.json");
  expect(fileOfAnswer("/api/cases/us-cn/brief?by=a,date=b")).not.toBe(
    fileOfAnswer("/api/cases/us-cn/brief?by=a&date=b"),
  );
});

test("fileOfDownload() names files as their kinds are", () => {
  expect(fileOfDownload("/api/log/proofs/12")).toBe("data/log/proofs/12.tlog-proof");
  expect(fileOfDownload("/api/debates/x/export/argdown")).toBe("data/debates/x/export/x.argdown");
  expect(fileOfDownload("/i/titan-rain.csv?asof=2015-01-01")).toBe("i/titan-rain.csv");
});

test("canHold() knows which questions were worked out beforehand", () => {
  const copy = { asof: ["2015-09-25"] };
  expect(canHold("/api/cases/us-cn/brief?by=CHN&date=disclosed", copy)).toBe(true);
  expect(canHold("/api/cases/us-cn/brief?asof=2015-09-25", copy)).toBe(true);
  expect(canHold("/api/cases/us-cn/brief?asof=2014-01-01", copy)).toBe(false);
  expect(canHold("/api/cases/us-cn/measures/tension?half-life=90", copy)).toBe(false);
  expect(canHold("/api/records/7", copy)).toBe(false);
});

test("commandFor() gives a measure's command only where it takes all that was asked", () => {
  const of = (query: string): string => commandFor(`/api/cases/us-cn/measures/${query}`);
  expect(of("trend?asof=2014-01-01&refusal=answer")).toBe(
    "npm run -s detente -- measure trend us-cn --asof 2014-01-01",
  );
  for (const query of [
    "parity?asof=2014-01-01",
    "trend?from=USA",
    "tension?weight=A:1&weight=B:2",
    "constructor?seed=1",
  ])
    expect(of(query)).toBe("npm run -s detente -- serve");
  for (const [name, flags] of measureFlags) {
    const command = commands.find(({ usage }) => usage.startsWith(`measure ${name} `));
    const known = new Set(Object.keys(command?.options ?? {}).map((option) => option.split(" ")[0]));
    expect([name, flags.filter((flag) => !known.has(flag))]).toEqual([name, []]);
  }
});

test("commandFor() writes every word so that a shell takes it for one", () => {
  expect(commandFor("/api/cases/us-cn/brief?asof=2014-01-01&by=CHN")).toBe(
    "npm run -s detente -- brief us-cn --asof 2014-01-01 --by CHN",
  );
  expect(commandFor("/api/actors?q=it%27s%20%24(rm)")).toBe("npm run -s detente -- actors 'it'\\''s $(rm)'");
  fc.assert(
    fc.property(fc.string(), (word) => {
      const quoted = commandFor(`/api/actors?q=${encodeURIComponent(word)}`).slice(
        "npm run -s detente -- actors ".length,
      );
      expect(/^[A-Za-z0-9,.:_-]+$/.test(quoted) || /^'(?:[^']|'\\'')*'$/.test(quoted)).toBe(true);
    }),
  );
});
