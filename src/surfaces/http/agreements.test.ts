// The register over HTTP: read, judged, moved on, copied and changed; and what a hostile request comes to.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import type { AgreementCheck, FindingShown } from "../inputs/agreement-check.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { httpApp } from "./app.ts";

let ledger: Ledger;
let app: Hono;
let folder: string;
let clock = new Date("2026-01-02T03:04:05Z");
beforeAll(async () => {
  ledger = await bundledLedger();
  folder = mkdtempSync(join(tmpdir(), "detente-register-"));
  app = httpApp({ ledger, now: () => clock, env: { DETENTE_DATA: folder } }, new Map(), "0.0.0");
}, 120_000);
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const host = { host: "127.0.0.1:4747" };
const at = (path: string): string => `http://127.0.0.1/api/cases/us-cn/${path}`;
const get = async <Answer>(path: string): Promise<Answer> =>
  (await (await app.request(at(path), { headers: host })).json()) as Answer;
const post = async (path: string, body: unknown, type = "application/json"): Promise<Response> =>
  app.request(at(path), { method: "POST", headers: { ...host, "content-type": type }, body: JSON.stringify(body) });

describe("the register over HTTP", () => {
  test("lists at least 12 agreements with 60 clauses, and shows one clause by clause with a reading or its absence", async () => {
    const rows = await get<{ id: string; clauses: number }[]>("agreements");
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(rows.reduce((sum, { clauses }) => sum + clauses, 0)).toBeGreaterThanOrEqual(60);
    const one = await get<AgreementCheck>("agreements/understanding-2015");
    for (const { readings } of one.clauses)
      expect(new Set(readings.map(({ party }) => party))).toEqual(new Set(["USA", "CHN"]));
    const silent = one.clauses.flatMap(({ readings }) => readings.filter((reading) => "recorded" in reading));
    expect(silent.length).toBeGreaterThan(0);
    const dated = one.clauses.flatMap(({ readings }) => [
      readings.map(
        (reading) => `${reading.party === "USA" ? 0 : 1}${"said" in reading ? (reading.said?.slice(0, 4) ?? "9") : ""}`,
      ),
    ]);
    for (const keys of dated) expect(keys).toEqual(keys.toSorted());
    expect((await app.request(at("agreements/nothing"), { headers: host })).status).toBe(404);
  });

  test("takes a candidate's confirmation, and a finding from its allegation to its end", async () => {
    const { clauses } = await get<AgreementCheck>("agreements/understanding-2015");
    const clause = clauses.find(({ candidates }) => candidates.length > 0)!;
    const { incident } = clause.candidates[0]!;
    const said = { clause: clause.id, incident, as: "concerns", because: "For this test.", by: "A tester" };
    expect((await post("confirmations", said)).status).toBe(200);
    const grade = { source: "B", claim: 2 };
    const alleged = { kind: "alleged", by: "USA", clause: clause.id, incidents: [incident], claim: "Not kept.", grade };
    const begun = (await (await post("findings", { finding: null, event: alleged })).json()) as FindingShown;
    const step = (event: object): Promise<Response> => post("findings", { finding: begun.id, event });
    const early = await step({ kind: "consulted", by: "USA", answer: "We say so." });
    expect([early.status, await early.text()]).toEqual([400, expect.stringContaining("cannot be the side")]);
    const times = await step({ kind: "consulted", by: "CHN", answer: "No.", at: "1999-01-01T00:00:00.000Z" });
    expect(((await times.json()) as FindingShown).consulted?.at).toBe(clock.toISOString());
    const assessed = { kind: "assessed", by: "third", name: "T", judgement: "undetermined", confidence: "low", grade };
    expect((await step({ ...assessed, probability: { lower: 0.2, upper: 0.7 }, because: "Thin." })).status).toBe(200);
    expect((await step({ kind: "closed", by: "USA", how: "not-substantiated", because: "Thin." })).status).toBe(200);
    const after = await get<AgreementCheck>("agreements/understanding-2015");
    const seen = after.clauses.find(({ id }) => id === clause.id)!;
    expect(seen.findings.map(({ stage }) => stage)).toEqual(["closed"]);
    expect(seen.candidates.find((one) => one.incident === incident)?.confirmed).toBe("concerns");
  });

  test("copies an agreement as a draft, adds a clause, changes it and strikes it, and leaves the agreement as it was", async () => {
    const before = await get<AgreementCheck>("agreements/understanding-2015");
    expect((await post("drafts", { from: "understanding-2015", id: "test-draft", by: "T" })).status).toBe(200);
    expect((await post("drafts", { from: "understanding-2015", id: "test-draft", by: "T" })).status).toBe(400);
    expect((await post("drafts", { from: "understanding-2015", id: "hljd-2015", by: "T" })).status).toBe(400);
    const change = { strike: false, kind: "restraint", gist: "Grids are spared.", seen: "", by: "T", because: "New." };
    expect((await post("drafts/test-draft/clauses", { ...change, clause: null })).status).toBe(200);
    const draft = await get<AgreementCheck>("agreements/test-draft");
    const added = draft.clauses.at(-1)!;
    expect([draft.clauses.length, added.gist.en]).toEqual([before.clauses.length + 1, "Grids are spared."]);
    await post("drafts/test-draft/clauses", { ...change, clause: added.id, gist: "Grids and dams are spared." });
    expect((await get<AgreementCheck>("agreements/test-draft")).clauses.at(-1)!.gist.en).toBe(
      "Grids and dams are spared.",
    );
    await post("drafts/test-draft/clauses", { ...change, clause: added.id, strike: true });
    expect((await get<AgreementCheck>("agreements/test-draft")).clauses).toHaveLength(before.clauses.length);
    const registered = await post("drafts/understanding-2015/clauses", { ...change, clause: null });
    expect(registered.status).toBe(404);
  });

  test("measures each line, and says which promises hold by themselves with a certificate each", async () => {
    const { lines } = await get<{ lines: { distances: unknown[]; bunching: object }[] }>("lines");
    expect(lines.length).toBeGreaterThan(5);
    const alone = await get<{ clauses: { certificates: { here: unknown } }[] }>("holds-alone");
    for (const { certificates } of alone.clauses) expect(certificates.here).not.toBeNull();
  });
});

describe("a hostile request to the register", () => {
  test("is refused where it is no JSON, too much, of another shape, or speaks of what is not there", async () => {
    const good = { clause: "understanding-2015#c4", incident: "titan-rain", as: "unsure", because: "x", by: "y" };
    expect((await post("confirmations", good, "text/plain")).status).toBe(415);
    for (const wrong of [
      { ...good, as: "guilty" },
      { ...good, by: "" },
      { ...good, incident: "no-such-incident" },
      { ...good, clause: "understanding-2015#c999" },
      { ...good, clause: "../../etc/passwd#c1" },
      { ...good, at: "1999-01-01T00:00:00Z" },
      { ...good, extra: 1 },
      [],
      null,
    ])
      expect((await post("confirmations", wrong)).status).toBe(400);
    expect((await post("confirmations", { ...good, because: "x".repeat(100_000) })).status).toBe(413);
    expect((await post("findings", { finding: "__proto__", event: {} })).status).toBe(400);
    expect((await post("findings", { finding: "constructor", event: { kind: "closed" } })).status).not.toBe(200);
    expect((await post("findings", { finding: null, event: { kind: "alleged" } })).status).toBe(400);
    expect((await post("drafts", { from: "understanding-2015", id: "../evil", by: "T" })).status).toBe(400);
    const elsewhere = await app.request("http://127.0.0.1/api/cases/..%2f..%2f/agreements", { headers: host });
    expect(elsewhere.status).toBe(404);
  });
});

describe("what is watched, over HTTP", () => {
  type Watches = { watches: { id: string; stage: string; flags: { incident: string; judged: unknown }[] }[] };
  const said = { by: "A tester", because: "For this test." };
  const understanding = { between: ["USA", "CHN"], sector: "energy", effect: "intrusion", band: "high" };

  test("is adopted, flagged when broken, judged by a person, and given up", async () => {
    const made = await post("watches", { ...said, kind: "adopted", watch: null, understanding });
    const { watches } = (await made.json()) as Watches;
    const { id, flags } = watches.at(-1)!;
    expect([made.status, id, flags.length > 0]).toEqual([200, "energy-intrusion-high-1", true]);
    const { incident } = flags[0]!;
    const judged = await post("watches", { ...said, kind: "flag-judged", watch: id, incident, breaks: true });
    expect(((await judged.json()) as Watches).watches.at(-1)!.flags[0]).toMatchObject({
      incident,
      judged: { breaks: true, by: "A tester" },
    });
    expect((await post("watches", { ...said, kind: "dropped", watch: id })).status).toBe(200);
    expect((await get<Watches>("lines")).watches.at(-1)).toMatchObject({ stage: "dropped", flags: [] });
    expect((await post("watches", { ...said, kind: "dropped", watch: id })).status).toBe(400);
  });

  test.each([
    ["no words", { kind: "adopted", watch: null, understanding, by: "me", because: " " }, 400],
    ["an unknown watch", { ...said, kind: "dropped", watch: "nothing" }, 404],
    [
      "an unknown sector",
      { ...said, kind: "adopted", watch: null, understanding: { ...understanding, sector: "x" } },
      400,
    ],
    ["a time of its own", { ...said, kind: "adopted", watch: null, understanding, at: "1999-01-01T00:00:00Z" }, 400],
    ["an unknown incident", { ...said, kind: "flag-judged", watch: "nothing", incident: "none", breaks: true }, 400],
  ])("refuses %s", async (_, body, status) => {
    expect((await post("watches", body)).status).toBe(status);
  });

  test("takes no other content type", async () => {
    expect((await post("watches", { ...said, kind: "dropped", watch: "x" }, "text/plain")).status).toBe(415);
  });
});

describe("signatures over HTTP", () => {
  test("are taken only if they hold over the text as it stands", async () => {
    const { makePrivateKey, readPrivateKey } = await import("../../log/signer.ts");
    const { addSignature, AGREEMENT_TYPE } = await import("../../log/dsse.ts");
    const { writeVerifierKey } = await import("../../log/key.ts");
    const place = "agreements/understanding-2015";
    const text = new Uint8Array(await (await app.request(at(`${place}/text`), { headers: host })).arrayBuffer());
    const signer = (name: string) => readPrivateKey(makePrivateKey(name, 1), "key");
    const [own, other] = [signer("chn.example/texts"), signer("other.example/texts")];
    const sealed = (payload: Uint8Array, type = AGREEMENT_TYPE): string =>
      JSON.stringify(addSignature(null, { type, payload }, own));
    const send = (envelope: string, key = writeVerifierKey(own.key)): Promise<Response> =>
      post(`${place}/signatures`, { by: "CHN", key, envelope });
    const changed = new TextEncoder().encode(`${new TextDecoder().decode(text)} `);
    for (const [envelope, key, why] of [
      [sealed(changed), undefined, "as it stands"],
      [sealed(text, "text/plain"), undefined, "of the type"],
      [sealed(text), writeVerifierKey(other.key), "that holds"],
      ["{}", undefined, "DSSE"],
      [sealed(text), "no key", "public key"],
    ] as const) {
      const answer = await send(envelope, key);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(why)]);
    }
    const taken = (await (await send(sealed(text))).json()) as { signed: { by: string }[]; missing: string[] };
    expect([taken.signed.map(({ by }) => by), taken.missing]).toEqual([["CHN"], ["USA"]]);
  });
});
