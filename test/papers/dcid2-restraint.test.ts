// Tacit restraint over all rival dyads of DCID 2.0, on shared data.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { deedsOf } from "../../src/measure/restraint/deed.ts";
import { restraint } from "../../src/measure/restraint/index.ts";
import { scanDyads } from "../../src/measure/restraint/scan.ts";
import { importerNamed } from "../../src/sources/index.ts";
import { runImport } from "../../src/sources/run-import.ts";
import type { StateCode } from "../../src/values/state.ts";

const file = "../shared/data/dcid-2.0.xlsx";

describe.skipIf(!existsSync(file))("restraint over shared data", () => {
  test("DCID 2.0: two dyads have five deeds both ways and elsewhere, and none shows a mutual restraint", async () => {
    const { records } = await runImport(importerNamed("dcid-2.0")!, readFileSync(file), { file });
    const deeds = deedsOf(records);
    // 429 rows, four with an initiator outside the dyad.
    expect(deeds.length).toBe(425);
    const asked = scanDyads(deeds).flatMap((one) => ("refused" in one ? [] : [one]));
    expect(asked.map(({ dyad }) => dyad.join("-"))).toEqual(["IRN-USA", "RUS-USA"]);
    expect(asked.flatMap(({ understandings }) => understandings)).toEqual([]);
    const outcome = restraint.estimate({ deeds, dyad: ["RUS", "USA"] as StateCode[] as [StateCode, StateCode] });
    const [first] = outcome.ok ? outcome.value.directions : [];
    const fewer = first && "categories" in first ? first.categories.filter(({ q }) => q !== null && q <= 0.1) : [];
    expect(fewer.map(({ sector, effect, band, observed }) => [sector, effect, band, observed])).toEqual([
      ["government", "disruption", "low", 1],
      ["government", "influence", "low", 1],
    ]);
  });
});
