import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Files } from "./answers.ts";
import { LIST, writeSite } from "./write-site.ts";

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "detente-write-site-"));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const about = { case: "x", version: "1", ledger: "sha256:0", day: "2026-01-01" };

function filesOf(content: Record<string, string>): Files {
  return new Map(Object.entries(content).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

function at(path: string): string {
  return readFileSync(join(work, "site", path), "utf8");
}

const site = (): string => join(work, "site");

test("writeSite() writes every file into a new folder, and the list that it is known by", () => {
  expect(writeSite(site(), filesOf({ "index.html": "one", "i/a/index.html": "two", ".nojekyll": "" }), about)).toEqual({
    files: 3,
    bytes: 6,
    changed: 3,
    removed: 0,
  });
  expect(at("i/a/index.html")).toBe("two");
  expect(Object.keys((JSON.parse(at(LIST)) as { files: object }).files)).toEqual([
    ".nojekyll",
    "i/a/index.html",
    "index.html",
  ]);
});

test("published again, what did not change is not written, and what is no more goes with its folder", () => {
  writeSite(site(), filesOf({ "index.html": "one", "i/a/index.html": "two" }), about);
  const [before, list] = [statSync(join(site(), "index.html")).mtimeMs, statSync(join(site(), LIST)).mtimeMs];
  expect(writeSite(site(), filesOf({ "index.html": "one", "i/a/index.html": "two" }), about)).toMatchObject({
    changed: 0,
    removed: 0,
  });
  expect(statSync(join(site(), LIST)).mtimeMs).toBe(list);
  expect(writeSite(site(), filesOf({ "index.html": "one", "b.txt": "three" }), about)).toMatchObject({
    changed: 1,
    removed: 1,
  });
  expect(statSync(join(site(), "index.html")).mtimeMs).toBe(before);
  expect(existsSync(join(site(), "i"))).toBe(false);
});

test("a folder that holds anything else is refused, and left as it was", () => {
  mkdirSync(site());
  writeFileSync(join(site(), "thesis.txt"), "mine");
  expect(() => writeSite(site(), filesOf({ "index.html": "one" }), about)).toThrow(/an earlier publication/);
  expect(readdirSync(site())).toEqual(["thesis.txt"]);
  writeFileSync(join(site(), LIST), '{"format":"something else"}');
  expect(() => writeSite(site(), filesOf({ "index.html": "one" }), about)).toThrow(/an earlier publication/);
  writeFileSync(join(work, "file"), "");
  expect(() => writeSite(join(work, "file"), filesOf({ "index.html": "one" }), about)).toThrow(/expected a folder/);
});

test("what somebody else put into a publication stays; where it stands in the way, nothing is written", () => {
  writeSite(site(), filesOf({ "index.html": "one", "old.html": "old" }), about);
  writeFileSync(join(site(), "CNAME"), "example.org");
  // Changed by hand since: no longer ours to take away.
  writeFileSync(join(site(), "old.html"), "by hand");
  writeSite(site(), filesOf({ "index.html": "two" }), about);
  expect([at("CNAME"), at("old.html"), at("index.html")]).toEqual(["example.org", "by hand", "two"]);
  expect(() => writeSite(site(), filesOf({ "index.html": "three", CNAME: "ours" }), about)).toThrow(/CNAME/);
  expect([at("CNAME"), at("index.html")]).toEqual(["example.org", "two"]);
});

test("a link that leads out of the folder is not followed", () => {
  writeSite(site(), filesOf({ "index.html": "one" }), about);
  mkdirSync(join(work, "elsewhere"));
  symlinkSync(join(work, "elsewhere"), join(site(), "i"));
  expect(() => writeSite(site(), filesOf({ "index.html": "one", "i/a.html": "out" }), about)).toThrow(/i\/a\.html/);
  expect(readdirSync(join(work, "elsewhere"))).toEqual([]);
});

test("stopped half way, a publication goes on where it was", () => {
  writeSite(site(), filesOf({ "index.html": "one" }), about);
  // As it stands when the program ends after its list and one file were written.
  const list = JSON.parse(at(LIST)) as { files: Record<string, string> };
  writeFileSync(
    join(site(), LIST),
    JSON.stringify({ ...list, files: { ...list.files, "b.html": "0", "c.html": "0" } }),
  );
  writeFileSync(join(site(), "b.html"), "half");
  expect(writeSite(site(), filesOf({ "index.html": "one", "b.html": "whole", "c.html": "new" }), about)).toMatchObject({
    changed: 2,
  });
  expect([at("b.html"), at("c.html")]).toEqual(["whole", "new"]);
});

test("a path that leads out, or hides, is a fault of the program and never written", () => {
  for (const path of ["../x", "/x", "a//b", "a/../../x", ".htaccess", "a\\b", "a\0", "a."])
    expect(() => writeSite(site(), filesOf({ [path]: "" }), about)).toThrow(RangeError);
  expect(existsSync(site())).toBe(false);
});

test("nothing is taken away behind a link that leads out of the folder", () => {
  const elsewhere = join(work, "elsewhere");
  writeSite(site(), filesOf({ "index.html": "one", "i/a/index.html": "two" }), about);
  renameSync(join(site(), "i"), elsewhere);
  symlinkSync(elsewhere, join(site(), "i"));
  expect(writeSite(site(), filesOf({ "index.html": "one" }), about).removed).toBe(0);
  expect(existsSync(join(elsewhere, "a", "index.html"))).toBe(true);
});
