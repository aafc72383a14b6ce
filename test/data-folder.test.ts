// The data folder under bad luck: killed processes, locked and read-only folders, taken ports, damaged files.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { detente, makeFolder, root, serveWorkbench, start } from "./support/program.ts";

const place = makeFolder();
const template = join(place.path, "template");
/** What a reader gets of the case: every incident with its statements. Cheaper to ask for than the brief, which measures. */
const asked = ["incidents", "--case", "us-cn", "--json"];
let whole = "";

beforeAll(async () => {
  const { status, out, err } = await detente(asked, { DETENTE_DATA: template });
  expect(err).not.toContain("detente:");
  expect(status).toBe(0);
  expect((JSON.parse(out) as unknown[]).length).toBeGreaterThan(100);
  whole = out;
}, 120_000);
afterAll(place.remove);

/** A data folder with the database made and nothing loaded. */
function emptied(name: string): string {
  const folder = join(place.path, name);
  cpSync(template, folder, { recursive: true });
  return folder;
}

describe("a killed process", () => {
  test(
    "kill -9 while the database is made or the case is loaded, then start: the same state as never killed",
    { timeout: 300_000 },
    async () => {
      const cases = join(place.path, "no-cases");
      mkdirSync(cases);
      const empty = join(place.path, "empty");
      await detente(["case", "list"], { DETENTE_DATA: empty, DETENTE_CASES: cases });
      // [from nothing or from an empty database, what to wait for, milliseconds more]
      const moments: [boolean, string, number][] = [
        [true, "Making the database", 400],
        [false, "Loading the case", 0],
        [false, "Loading the case", 100],
        [false, "Loading the case", 400],
      ];
      for (const [index, [fromNothing, line, delayMs]] of moments.entries()) {
        const folder = join(place.path, `killed-${index}`);
        if (!fromNothing) cpSync(empty, folder, { recursive: true });
        const { child, ended } = start(asked, { DETENTE_DATA: folder });
        await new Promise<void>((resolve) => {
          child.stderr?.on("data", (text: string) => {
            if (text.includes(line)) setTimeout(resolve, delayMs);
          });
          child.on("close", () => {
            resolve();
          });
        });
        child.kill("SIGKILL");
        await ended;
        const { status, out, err } = await detente(asked, { DETENTE_DATA: folder });
        expect(
          `${status} ${err
            .split("\n")
            .filter((one) => one.startsWith("detente:"))
            .join()}`,
        ).toBe("0 ");
        expect(out).toBe(whole);
        const rebuilt: unknown = JSON.parse((await detente(["rebuild", "--json"], { DETENTE_DATA: folder })).out);
        expect(rebuilt).toMatchObject({ changed: [], broken: null });
        rmSync(folder, { recursive: true });
      }
    },
  );

  test("kill -9 of a server leaves a lock that the next process takes over", { timeout: 60_000 }, async () => {
    const folder = emptied("killed-server");
    const { child } = await serveWorkbench({ DETENTE_DATA: folder });
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
    const { status, out } = await detente(["rebuild", "--json"], { DETENTE_DATA: folder });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ changed: [], broken: null });
  });
});

describe("a data folder in use", () => {
  test(
    "a second server gets one clear line and exit 3; commands are answered by the first",
    { timeout: 60_000 },
    async () => {
      const folder = emptied("in-use");
      const { address, stop } = await serveWorkbench({ DETENTE_DATA: folder });
      const second = await detente(["serve", "--port", "0"], { DETENTE_DATA: folder });
      expect(second.status).toBe(3);
      expect(second.err.trim().split("\n")).toHaveLength(1);
      expect(second.err).toContain("in use by another detente");
      expect(second.err).toContain(address);
      // Without snapshots the command must ask the server.
      rmSync(join(folder, "snapshots"), { recursive: true });
      const answered = await detente(asked, { DETENTE_DATA: folder });
      expect(answered.status).toBe(0);
      expect(answered.out).toBe(whole);
      expect((await detente(["brief", "nowhere"], { DETENTE_DATA: folder })).status).toBe(1);
      expect((await stop()).status).toBe(0);
    },
  );

  test(
    "a port that is taken gives one clear line and exit 3; without --port the next free one is used",
    { timeout: 60_000 },
    async () => {
      const taken = createServer();
      await new Promise<void>((resolve) => {
        taken.listen(0, "127.0.0.1", resolve);
      });
      const { port } = taken.address() as AddressInfo;
      const { status, err } = await detente(["serve", "--port", String(port)], { DETENTE_DATA: emptied("port") });
      taken.close();
      expect(status).toBe(3);
      expect(err.trim()).toMatch(new RegExp(`^detente: the port ${port} is taken by another program`));
    },
  );
});

describe("a data folder that cannot be used", () => {
  test("one that cannot be written gives one clear line and exit 3", async () => {
    // No folder can be made below a device or a system's own table of processes.
    for (const folder of ["/proc/detente", "/dev/null/detente"]) {
      const { status, err } = await detente(asked, { DETENTE_DATA: folder });
      expect(status).toBe(3);
      expect(err.trim()).toMatch(/^detente: the data folder .* (cannot be written|is no folder).*DETENTE_DATA$/);
    }
  });

  test(
    "one whose database is damaged gives one clear line and exit 3, and is left as it is",
    { timeout: 60_000 },
    async () => {
      const folder = emptied("damaged");
      rmSync(join(folder, "snapshots"), { recursive: true });
      writeFileSync(join(folder, "database", "global", "pg_control"), "not a database");
      const { status, err } = await detente(asked, { DETENTE_DATA: folder });
      expect(status).toBe(3);
      expect(
        err
          .trim()
          .split("\n")
          .filter((line) => line.startsWith("detente:")),
      ).toHaveLength(1);
      expect(err).not.toMatch(/\n\s+at /);
      expect(readFileSync(join(folder, "database", "global", "pg_control"), "utf8")).toBe("not a database");
    },
  );

  test("damaged snapshots and stamps cost a second reading, and nothing else", { timeout: 60_000 }, async () => {
    const folder = emptied("damaged-snapshots");
    writeFileSync(join(folder, "loaded-cases.json"), "{");
    writeFileSync(join(folder, "snapshots", "us-cn.json"), '{"half":');
    const { status, out } = await detente(asked, { DETENTE_DATA: folder });
    expect(status).toBe(0);
    expect(out).toBe(whole);
  });
});

describe("a case's files with a fault", () => {
  const faults: [string, string, (text: string) => string, RegExp][] = [
    [
      "a malformed line",
      "statements.jsonl",
      (text) => text.replace("\n", "\n{not json\n"),
      /statements\.jsonl:2: expected one JSON object, got "\{not json"$/,
    ],
    [
      "an unknown state",
      "statements.jsonl",
      (text) => text.replace('"states":["CHN"]', '"states":["XXX"]'),
      /statements\.jsonl:\d+:accused\.states\.0: expected a state as ISO 3166-1 alpha-3, such as USA, got "XXX"$/,
    ],
    [
      "an impossible date",
      "acts.jsonl",
      (text) => text.replace(/"when":"[^"]*"/, '"when":"2015-02-30"'),
      /acts\.jsonl:1:when: expected a date .*, got "2015-02-30"$/,
    ],
    [
      "an unknown stance",
      "statements.jsonl",
      (text) => text.replace('"stance":"asserts"', '"stance":"hints"'),
      /statements\.jsonl:\d+:stance: expected one of .*asserts.*, got "hints"$/,
    ],
    [
      "a missing incident",
      "incidents.jsonl",
      (text) => text.split("\n").slice(1).join("\n"),
      /statements\.jsonl:\d+:incident: expected an incident of incidents\.jsonl, got /,
    ],
  ];
  test.each(faults)(
    "%s is told by file, row and field, exit 1, and what was loaded stays",
    async (_, file, spoil, line) => {
      const cases = join(place.path, `cases-${file}-${Math.random()}`);
      cpSync(join(root, "cases"), cases, { recursive: true });
      const path = join(cases, "us-cn", file);
      writeFileSync(path, spoil(readFileSync(path, "utf8")));
      const folder = emptied(`fault-${Math.random()}`);
      const { status, err } = await detente(asked, { DETENTE_DATA: folder, DETENTE_CASES: cases });
      expect(status).toBe(1);
      expect(err.trim().split("\n").at(-1)).toMatch(line);
      expect(
        err
          .trim()
          .split("\n")
          .filter((one) => one.startsWith("detente:")),
      ).toHaveLength(1);
      const after = await detente(asked, { DETENTE_DATA: folder });
      expect(after.out).toBe(whole);
    },
    60_000,
  );

  test("a file that is missing is named, exit 3", async () => {
    const cases = join(place.path, "cases-missing");
    cpSync(join(root, "cases"), cases, { recursive: true });
    rmSync(join(cases, "us-cn", "acts.jsonl"));
    const { status, err } = await detente(asked, {
      DETENTE_DATA: join(place.path, "missing"),
      DETENTE_CASES: cases,
    });
    expect(status).toBe(3);
    expect(err.trim().split("\n").at(-1)).toMatch(/^detente: the case's file .*acts\.jsonl cannot be read \(ENOENT\)$/);
  });
});

test("a list that cannot be read makes no data folder", async () => {
  const [folder, list] = [join(place.path, "never-made"), join(place.path, "no-list.csv")];
  writeFileSync(list, "a,b\n1,2\n");
  const { status, err } = await detente(["import", "dcid-2.0", list], { DETENTE_DATA: folder });
  expect(status).toBe(1);
  expect(err.trim().split("\n").at(-1)).toBe('detente: no-list.csv: expected an .xlsx file, got "something else"');
  expect(existsSync(folder)).toBe(false);
});
