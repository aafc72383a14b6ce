import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents as anyIncidents } from "../../../../test/support/arbitrary.ts";
import { emptyStore } from "../../../../test/support/store-template.ts";
import { tinyView, viewOf } from "../../../../test/support/tiny-case.ts";
import { incidentOf } from "../../../ledger/incident.ts";
import { restoreCase } from "../../../ledger/restore-case.ts";
import { readView, type LedgerView } from "../../../ledger/view.ts";
import { InputError } from "../../../values/errors.ts";
import { readCaseFolder } from "../../inputs/case-folder.ts";
import { bundledCasesFolder } from "../../inputs/place.ts";
import { dataPackage } from "./data-package.ts";
import { readDataPackage } from "./read-data-package.ts";
import { unzip, zip } from "./zip.ts";

const now = new Date("2026-02-03T00:00:00Z");
const awkward = fc.oneof(
  fc.string({ minLength: 1, unit: "grapheme" }),
  fc.constantFrom("=1+1", "'=1+1", "''@x", "a; b", "[x", "\r\na\r\n", ' "q" ', "一，二", "＝A1", "a\tb", "\t", "-"),
);

/** Ledgers by chance with texts that tables find hard, identifiers of their own, and links that models made. */
const views: fc.Arbitrary<LedgerView> = fc
  .tuple(anyIncidents, fc.array(awkward, { minLength: 8, maxLength: 8 }))
  .map(([incidents, texts]) => {
    let next = 0;
    const text = (): string => texts[(next += 1) % texts.length]!;
    const made = incidents.map((incident) => {
      const statements = incident.statements.map((statement) => {
        const id = `made-up-${(next += 1)}`;
        const judged = next % 2 ? { by: { kind: "model" as const, name: "linkage" }, probability: next / 1000 } : {};
        const link = Object.assign(
          {},
          statement.link,
          { statement: id, incident: incident.id, because: text() },
          judged,
        );
        const hard = {
          id,
          link,
          summary: { en: text(), zh: text() },
          notes: next % 3 ? [text()] : [],
          codes: next % 4 ? { [`code ${text()}`]: text() } : {},
        };
        return Object.assign({}, statement, hard, {
          accused: { states: statement.accused.states, actors: [text(), text()] },
        });
      });
      return incidentOf(
        {
          id: incident.id,
          title: { en: text() },
          summary: { en: text(), zh: text() },
          ...(next % 2 ? { madeFor: "a:1" } : {}),
        },
        statements,
      );
    });
    return { ...tinyView(), incidents: made };
  });

describe("a case as a data package", () => {
  test("comes back with everything that it held, whatever its texts hold", () => {
    fc.assert(
      fc.property(views, (view) => {
        const read = readDataPackage(dataPackage(view), "case.zip");
        const statements = view.incidents.flatMap(({ statements: of }) => of);
        expect(read.about).toEqual(view.about);
        expect(read.acts).toEqual(view.acts);
        expect(read.statements).toEqual(
          statements.map(({ link: _link, withdrawn: _withdrawn, ...statement }) => statement),
        );
        expect(read.links).toEqual(statements.map(({ link }) => link));
        expect(read.withdrawn).toEqual(statements.filter(({ withdrawn }) => withdrawn).map(({ id }) => id));
        expect(read.incidents).toEqual(
          view.incidents.map(({ id, title, summary, madeFor }) => ({
            id,
            title,
            summary,
            ...(madeFor === undefined ? {} : { madeFor }),
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("of the bundled case gives the same view in an empty store, by its hash, and writes nothing the second time", async () => {
    const view = viewOf(readCaseFolder(`${bundledCasesFolder}/us-cn`));
    const bytes = dataPackage(view);
    expect(dataPackage(view)).toEqual(bytes);
    const store = await emptyStore();
    try {
      expect(await restoreCase(store.db, readDataPackage(bytes, "case.zip"), now)).toBeGreaterThan(1000);
      const again = await readView(store.db, "us-cn");
      expect(again?.incidents.length).toBe(view.incidents.length);
      expect(again?.hash).toBe(view.hash);
      expect(await restoreCase(store.db, readDataPackage(bytes, "case.zip"), now)).toBe(0);
    } finally {
      await store.close();
    }
  });

  test("keeps what was withdrawn withdrawn, and withdraws what the package lacks", async () => {
    const view = tinyView();
    const [first, ...rest] = view.incidents;
    const marked = {
      ...view,
      incidents: [
        { ...first!, statements: [{ ...first!.statements[0]!, withdrawn: true }, ...first!.statements.slice(1)] },
        ...rest,
      ],
    };
    const store = await emptyStore();
    try {
      await restoreCase(store.db, readDataPackage(dataPackage(view), "a.zip"), now);
      expect(await restoreCase(store.db, readDataPackage(dataPackage(marked), "b.zip"), now)).toBe(1);
      expect(
        (await readView(store.db, view.about.id))?.incidents[0]?.statements.filter(({ withdrawn }) => withdrawn).length,
      ).toBe(1);
      await restoreCase(store.db, readDataPackage(dataPackage({ ...view, incidents: [first!] }), "c.zip"), now);
      expect((await readView(store.db, view.about.id))?.incidents.map(({ id }) => id)).toEqual([first!.id]);
    } finally {
      await store.close();
    }
  });

  test("describes each file with its hash, each column, and where the rows come from", () => {
    const files = unzip(dataPackage(tinyView()), "case.zip");
    const { resources, licenses } = JSON.parse(new TextDecoder().decode(files.get("datapackage.json"))) as {
      resources: { path: string; schema?: { fields: { name: string; description: string }[] } }[];
      licenses: unknown[];
    };
    expect(resources.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((name) => name !== "datapackage.json").sort(),
    );
    expect(licenses.length).toBe(1);
    for (const { path, schema } of resources.filter(({ schema: given }) => given)) {
      const [head = ""] = new TextDecoder().decode(files.get(path)).split("\r\n");
      expect(schema!.fields.map(({ name }) => name).join(",")).toBe(head);
      expect(schema!.fields.every(({ description }) => description.length > 3)).toBe(true);
    }
  });

  test("that was changed, cut, or holds what it must not is refused in one line", () => {
    const bytes = dataPackage(tinyView());
    const files = unzip(bytes, "case.zip");
    const without = (name: string): Uint8Array =>
      zip([...files].filter(([file]) => file !== name).map(([file, content]) => ({ name: file, bytes: content })));
    const changed = zip(
      [...files].map(([name, content]) => ({
        name,
        bytes: name === "links.csv" ? new Uint8Array([...content, 65]) : content,
      })),
    );
    expect(() => readDataPackage(changed, "case.zip")).toThrow(
      /links\.csv: expected the content that datapackage\.json names/,
    );
    expect(() => readDataPackage(without("acts.csv"), "case.zip")).toThrow(/acts\.csv/);
    expect(() => readDataPackage(bytes.subarray(0, bytes.length - 30), "case.zip")).toThrow(InputError);
    expect(() => readDataPackage(zip([{ name: "../case.json", bytes: new Uint8Array(1) }]), "case.zip")).toThrow(
      /plain names/,
    );
    expect(() => readDataPackage(new Uint8Array(100), "case.zip")).toThrow(/no zip directory/);
  });
});

describe("a zip", () => {
  test("gives back any files, and refuses one that unpacks to more than it may", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 300 })), {
          selector: ([name]) => name,
          maxLength: 6,
        }),
        (given) => {
          expect(
            [...unzip(zip(given.map(([name, bytes]) => ({ name, bytes }))), "a.zip")].map(([name, bytes]) => [
              name,
              [...bytes],
            ]),
          ).toEqual(given.map(([name, bytes]) => [name, [...bytes]]));
        },
      ),
    );
    const bomb = zip([{ name: "zeros", bytes: new Uint8Array(1_000_000) }]);
    expect(bomb.length).toBeLessThan(2000);
    expect(() => unzip(bomb, "a.zip", { entries: 5, unpackedBytes: 100_000 })).toThrow(/unpacks to at most 100000/);
  });

  test("whose content was damaged on the way is refused", () => {
    const whole = zip([{ name: "a", bytes: new Uint8Array([1, 2, 3]) }]);
    const damaged = whole.slice();
    damaged[30 + 1] = 9; // the first byte after the local header and a name of one letter
    expect([...unzip(whole, "a.zip").get("a")!]).toEqual([1, 2, 3]);
    expect(() => unzip(damaged, "a.zip")).toThrow(/wrong checksum/);
  });

  test("with any byte changed is read the same or refused, and never fails otherwise", () => {
    const whole = zip([
      { name: "a", bytes: new Uint8Array(200).fill(7) },
      { name: "b", bytes: new Uint8Array([1, 2, 3]) },
    ]);
    for (let at = 0; at < whole.length; at++) {
      const damaged = whole.slice();
      damaged[at] = damaged[at]! ^ 0xff;
      let failure: unknown = null;
      try {
        unzip(damaged, "a.zip");
      } catch (error) {
        failure = error;
      }
      expect(failure === null || failure instanceof InputError).toBe(true);
    }
  });
});
